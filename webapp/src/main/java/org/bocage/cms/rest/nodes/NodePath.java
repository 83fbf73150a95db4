package org.bocage.cms.rest.nodes;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.rest.RestError;

/**
 * Node named by {@code /nodes/v1/<workspace>/<path>}.
 *
 * @param path in the workspace
 */
record NodePath(Workspace workspace, String path) {

    /** @param rest what follows the address of the API, without slash before it */
    static NodePath of(String rest) {
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "/" : rest.substring(slash).replaceAll("/{2,}", "/");
        String clean = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        try {
            return new NodePath(new Workspace(name), clean);
        } catch (IllegalArgumentException e) {
            throw RestError.noWorkspace(name);
        }
    }

    /** The node above, and the last name of the path. */
    NodePath parent() {
        int slash = path.lastIndexOf('/');
        return new NodePath(workspace, slash <= 0 ? "/" : path.substring(0, slash));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The node, if it is there for the reader; what the repository keeps for itself is not. */
    Optional<Node> node(Session session) throws RepositoryException {
        return path.contains("/rep:") ? Optional.empty() : workspace.node(session, path);
    }
}
