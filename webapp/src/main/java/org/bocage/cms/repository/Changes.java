package org.bocage.cms.repository;

import java.util.Set;

/**
 * What changed in a store between two states, as paths in the store (workspace first). Only nodes of workspaces are
 * told, not Oak's own.
 *
 * @param changed nodes added, or whose properties, children or child order changed
 * @param removed nodes removed, the topmost of each removed subtree
 * @param access nodes whose own access control changed: what lies below may have other readers now
 */
public record Changes(Set<String> changed, Set<String> removed, Set<String> access) {

    public boolean isEmpty() {
        return changed.isEmpty() && removed.isEmpty() && access.isEmpty();
    }

    /** Whether something changed at or below a path of the store. */
    public boolean touches(String storePath) {
        String below = storePath + "/";
        return changed.stream().anyMatch(p -> p.equals(storePath) || p.startsWith(below))
                || removed.stream().anyMatch(p -> p.equals(storePath) || p.startsWith(below));
    }
}
