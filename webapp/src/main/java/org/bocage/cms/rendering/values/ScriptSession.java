package org.bocage.cms.rendering.values;

import java.util.Optional;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.repository.Workspace;

/**
 * {@code ctx.getJCRSession(workspace)}: nodes that the reader may see. Public because FreeMarker calls public classes
 * only.
 */
public final class ScriptSession {

    private final RenderContext context;
    private final Workspace workspace;

    ScriptSession(RenderContext context, Workspace workspace) {
        this.context = context;
        this.workspace = workspace;
    }

    public JcrNode getRootNode() {
        return getNode("/");
    }

    public boolean nodeExists(String path) {
        return find(path).isPresent();
    }

    public boolean itemExists(String path) {
        return nodeExists(path);
    }

    /** The node at a path; a script that asks for one that is not there fails, as in Magnolia. */
    public JcrNode getNode(String path) {
        return node(find(path), path);
    }

    public JcrNode getNodeByIdentifier(String id) {
        return node(context.nodes().byId(workspace, id), id);
    }

    private Optional<ContentNode> find(String path) {
        return context.nodes().byPath(workspace, path);
    }

    private JcrNode node(Optional<ContentNode> found, String asked) {
        return found.map(node -> new JcrNode(context.plain(node), context))
                .orElseThrow(() -> new RenderFailure("No node " + workspace.name() + ":" + asked));
    }
}
