package org.bocage.cms.repository;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/**
 * Difference between two states of a store, as paths in the store (workspace first). Only nodes of workspaces are
 * told, not Oak's own.
 *
 * @param changed nodes added, or whose properties, children or child order changed
 * @param removed nodes removed, the topmost of each removed subtree
 * @param access nodes whose own access control changed: what lies below may have other readers now
 * @param after the later state
 */
public record Changes(Set<String> changed, Set<String> removed, Set<String> access, SavedNodes after) {

    /** That nothing changed. */
    static Changes none(NodeState state) {
        return new Changes(Set.of(), Set.of(), Set.of(), new SavedNodes(state));
    }

    public boolean isEmpty() {
        return changed.isEmpty() && removed.isEmpty() && access.isEmpty();
    }

    /** Whether something changed at or below a path of the store. */
    public boolean touches(String storePath) {
        String below = storePath + "/";
        return changed.stream().anyMatch(p -> p.equals(storePath) || p.startsWith(below))
                || removed.stream().anyMatch(p -> p.equals(storePath) || p.startsWith(below));
    }

    /** These and later ones, what came and went between them included. */
    Changes and(Changes later) {
        return isEmpty()
                ? later
                : new Changes(
                        union(changed, later.changed),
                        union(removed, later.removed),
                        union(access, later.access),
                        later.after);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
