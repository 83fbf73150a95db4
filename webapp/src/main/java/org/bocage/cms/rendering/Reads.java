package org.bocage.cms.rendering;

import java.util.Collections;
import java.util.Set;
import org.bocage.cms.repository.Changes;

/**
 * What a rendering depends on in its store.
 *
 * @param nodes paths in the store of the nodes read, those looked for in vain included
 * @param workspaces names of the workspaces that were listed: any change in them counts
 */
public record Reads(Set<String> nodes, Set<String> workspaces) {

    /** @param touched names of the workspaces in which something changed */
    boolean dependOn(Changes changes, Set<String> touched) {
        return !Collections.disjoint(workspaces, touched)
                || !Collections.disjoint(nodes, changes.changed())
                || nodes.stream().anyMatch(node -> isBelow(node, changes.removed()) || isBelow(node, changes.access()))
                || changes.access().stream().anyMatch(path -> nodes.contains(parent(path)));
    }

    /** Whether a node is one of those named, or lies below one. */
    private static boolean isBelow(String node, Set<String> paths) {
        String path = paths.isEmpty() ? "" : node;
        while (!path.isEmpty()) {
            if (paths.contains(path)) {
                return true;
            }
            path = parent(path);
        }
        return false;
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
