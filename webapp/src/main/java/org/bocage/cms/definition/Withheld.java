package org.bocage.cms.definition;

import java.util.Set;

/**
 * Items about which no definition in force can be relied on.
 *
 * @param kinds those of types that are broken, gone, or no longer say who reads their fields
 * @param untold names of files of content types that are too broken to tell whose definition they are
 */
record Withheld(Set<Kind> kinds, Set<String> untold) {

    /** Workspace and node type of items. */
    record Kind(String workspace, String nodeType) {}

    /** @param defined whether a definition in force says what these items are */
    boolean contains(String workspace, String nodeType, boolean defined) {
        return kinds.contains(new Kind(workspace, nodeType))
                || (!defined && !untold.isEmpty() && (untold.contains(workspace) || !nodeType.startsWith("mgnl:")));
    }
}
