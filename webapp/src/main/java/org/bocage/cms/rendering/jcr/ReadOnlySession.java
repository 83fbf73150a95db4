package org.bocage.cms.rendering.jcr;

import java.util.Optional;
import javax.jcr.Item;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.PathNotFoundException;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Workspace;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;

/** {@code ctx.getJCRSession(workspace)}: nodes that the reader may see, as they are stored. */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
final class ReadOnlySession implements UnchangedSession {

    private final RenderContext context;
    private final org.bocage.cms.repository.Workspace workspace;

    ReadOnlySession(RenderContext context, org.bocage.cms.repository.Workspace workspace) {
        this.context = context;
        this.workspace = workspace;
    }

    @Override
    public String getUserID() {
        return context.asked().reader().userId();
    }

    @Override
    public Workspace getWorkspace() {
        return new ReadOnlyWorkspace(workspace.name(), this);
    }

    @Override
    public Node getRootNode() throws RepositoryException {
        return getNode("/");
    }

    private Optional<ContentNode> find(String path) throws RepositoryException {
        if (!path.startsWith("/")) {
            throw new RepositoryException("Not an absolute path: " + path);
        }
        return context.nodes().byPath(workspace, path);
    }

    private Node node(ContentNode node) {
        return new ReadOnlyNode(context.plain(node));
    }

    @Override
    public boolean nodeExists(String path) throws RepositoryException {
        return find(path).isPresent();
    }

    @Override
    public Node getNode(String path) throws RepositoryException {
        return find(path).map(this::node).orElseThrow(() -> new PathNotFoundException(workspace.name() + ":" + path));
    }

    private @org.jspecify.annotations.Nullable Property property(String path) throws RepositoryException {
        int slash = path.lastIndexOf('/');
        return find(slash <= 0 ? "/" : path.substring(0, slash))
                .map(node -> JcrNodes.property(context.plain(node), path.substring(slash + 1)))
                .orElse(null);
    }

    @Override
    public boolean propertyExists(String path) throws RepositoryException {
        return property(path) != null;
    }

    @Override
    public Property getProperty(String path) throws RepositoryException {
        Property found = property(path);
        if (found == null) {
            throw new PathNotFoundException(workspace.name() + ":" + path);
        }
        return found;
    }

    @Override
    public boolean itemExists(String path) throws RepositoryException {
        return nodeExists(path) || propertyExists(path);
    }

    @Override
    public Item getItem(String path) throws RepositoryException {
        return nodeExists(path) ? getNode(path) : getProperty(path);
    }

    @Override
    public Node getNodeByIdentifier(String id) throws RepositoryException {
        return context.nodes()
                .byId(workspace, id)
                .map(this::node)
                .orElseThrow(() -> new ItemNotFoundException(workspace.name() + ":" + id));
    }

    @Override
    @Deprecated
    public Node getNodeByUUID(String id) throws RepositoryException {
        return getNodeByIdentifier(id);
    }
}
