package org.bocage.cms.rendering.cache;

import java.util.Collections;
import java.util.Set;
import org.bocage.cms.repository.Changes;

/**
 * Nodes and workspaces of the store on which a rendering depends.
 *
 * @param nodes paths in the store of nodes that were read, or looked for in vain, but for those of {@code workspaces}
 * @param workspaces names of the workspaces that were listed: any change in them counts
 */
public record RenderDependencies(Set<String> nodes, Set<String> workspaces) {

    /** Of what depends on all there is: any change counts. */
    public static final RenderDependencies EVERYTHING = new RenderDependencies(Set.of(), Set.of("*"));

    private static final int BYTES_OF_A_PATH = 120;

    /** @param touched names of the workspaces in which something changed */
    boolean areTouched(Changes changes, Set<String> touched) {
        return equals(EVERYTHING)
                || !Collections.disjoint(workspaces, touched)
                || haveOneOf(changes.changed())
                || areBelow(changes.removed())
                || areBelow(changes.access())
                || changes.access().stream().anyMatch(path -> nodes.contains(parent(path)));
    }

    private boolean haveOneOf(Set<String> paths) {
        return paths.size() < nodes.size()
                ? paths.stream().anyMatch(nodes::contains)
                : nodes.stream().anyMatch(paths::contains);
    }

    /** Whether one of the nodes is one of those named, or lies below one. */
    private boolean areBelow(Set<String> paths) {
        return !paths.isEmpty() && nodes.stream().anyMatch(node -> isBelow(node, paths));
    }

    private static boolean isBelow(String node, Set<String> paths) {
        String path = node;
        while (!path.isEmpty() && !paths.contains(path)) {
            path = parent(path);
        }
        return !path.isEmpty();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** Returns their approximate size in memory. */
    int bytes() {
        return BYTES_OF_A_PATH * (nodes.size() + 1);
    }
}
