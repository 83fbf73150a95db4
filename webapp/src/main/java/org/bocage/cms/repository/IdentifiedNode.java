package org.bocage.cms.repository;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Adds bare nodes with an identifier that somebody else chose. JCR's way to that is the import of a system view (JSR 283, 7.3),
 * for which Oak looks for each identifier, and through all that is not saved yet; an identifier that is taken is refused when
 * the session is saved.
 */
final class IdentifiedNode {

    private IdentifiedNode() {}

    static Node add(Node parent, String name, String type, String identifier) throws RepositoryException {
        if (name.contains("/") || !Workspace.isWellFormed("/" + name)) {
            throw new RepositoryException("Not a name: " + name);
        }
        Root root = TreeRepository.root(parent.getSession());
        add(root, root.getTree(parent.getPath()), name, type, identifier);
        return parent.getNode(name);
    }

    static Tree add(Root root, Tree parent, String name, String type, @Nullable String identifier)
            throws RepositoryException {
        String by = root.getContentSession().getAuthInfo().getUserID();
        Tree node = TreeUtil.addChild(parent, name, type, root.getTree(NodeTypes.PLACE), by);
        if (identifier != null) {
            node.setProperty("jcr:uuid", identifier, Type.STRING);
        }
        return node;
    }
}
