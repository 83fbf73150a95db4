package org.bocage.cms.rendering.cache;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.repository.Workspace;

/** Dependencies collected while a page or a part of one is rendered. */
public final class DependencyRecorder {

    private final Set<String> nodes = new HashSet<>();
    private final Set<String> workspaces = new HashSet<>();
    private boolean bound;

    public void node(String storePath) {
        nodes.add(storePath);
    }

    public void workspace(String name) {
        workspaces.add(name);
    }

    /** Something of the request at hand was looked at, or of its answer changed: what is drawn is for this one alone. */
    public void bind() {
        bound = true;
    }

    public boolean isBound() {
        return bound;
    }

    public void add(DependencyRecorder part) {
        nodes.addAll(part.nodes);
        workspaces.addAll(part.workspaces);
        bound |= part.bound;
    }

    public void add(RenderDependencies part) {
        nodes.addAll(part.nodes());
        workspaces.addAll(part.workspaces());
    }

    /** Nodes of a workspace that was listed are not told: any change in it counts. */
    public RenderDependencies reads() {
        return new RenderDependencies(
                nodes.stream()
                        .filter(node ->
                                !workspaces.contains(Workspace.ofStorePath(node).name()))
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(workspaces));
    }
}
