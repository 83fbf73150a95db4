package org.bocage.cms.rendering.jcr;

import javax.jcr.AccessDeniedException;
import javax.jcr.Item;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.NodeReader;

/** A node or property that a script reads. */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
abstract class ReadOnlyItem implements Item {

    private final ContentMap map;

    ReadOnlyItem(ContentMap map) {
        this.map = map;
    }

    /** The content map of the node, or of the node whose property it is. */
    final ContentMap map() {
        return map;
    }

    final NodeReader nodes() {
        return map.context().nodes();
    }

    static AccessDeniedException refusal() {
        return new AccessDeniedException("Scripts read nodes, they do not change them");
    }

    @Override
    public Item getAncestor(int level) throws RepositoryException {
        if (level < 0 || level > getDepth()) {
            throw new ItemNotFoundException("No ancestor at level " + level + " of " + getPath());
        }
        Item up = this;
        while (up.getDepth() > level) {
            up = up.getParent();
        }
        return up;
    }

    @Override
    public Session getSession() {
        return new ReadOnlySession(map.context(), map.node().workspace());
    }

    @Override
    public boolean isNew() {
        return false;
    }

    @Override
    public boolean isModified() {
        return false;
    }

    @Override
    @Deprecated
    public void save() throws RepositoryException {
        throw refusal();
    }

    @Override
    public void refresh(boolean keepChanges) {
        // a rendering sees one state of the store
    }

    @Override
    public void remove() throws RepositoryException {
        throw refusal();
    }

    static Node parent(ContentMap map) throws RepositoryException {
        ContentNode parent = map.context()
                .nodes()
                .parent(map.node())
                .orElseThrow(() -> new ItemNotFoundException("The root has no parent"));
        return new ReadOnlyNode(map.relative(parent));
    }
}
