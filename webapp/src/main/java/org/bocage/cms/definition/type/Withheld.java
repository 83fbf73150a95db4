package org.bocage.cms.definition.type;

import java.util.Set;

/**
 * Items about which no definition in force can be relied on.
 *
 * @param kinds those of types that are broken, gone, or no longer say who reads their fields
 * @param untold names of files of content types that are too broken to tell whose definition they are
 */
public record Withheld(Set<Kind> kinds, Set<String> untold) {

    /** Workspace and node type of items. */
    public record Kind(String workspace, String nodeType) {}

    /** Whether items of a workspace are meant, as far as the files tell. */
    public boolean isIn(String workspace) {
        return untold.contains(workspace)
                || kinds.stream().anyMatch(kind -> kind.workspace().equals(workspace));
    }

    /**
     * Whether the items of a node type are among them.
     *
     * @param defined whether a definition in force says what these items are
     */
    public boolean contains(String workspace, String nodeType, boolean defined) {
        return kinds.contains(new Kind(workspace, nodeType))
                || (!defined && !untold.isEmpty() && (untold.contains(workspace) || !nodeType.startsWith("mgnl:")));
    }
}
