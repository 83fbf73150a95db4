package org.bocage.cms.repository;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;

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
        String by = root.getContentSession().getAuthInfo().getUserID();
        TreeUtil.addChild(TreeRepository.tree(parent), name, type, root.getTree(NodeTypes.PLACE), by)
                .setProperty("jcr:uuid", identifier);
        return parent.getNode(name);
    }
}
