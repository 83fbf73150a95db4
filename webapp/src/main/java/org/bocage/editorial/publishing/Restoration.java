package org.bocage.editorial.publishing;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.NodeCopy;
import org.bocage.cms.repository.NodeTypes;

/** Puts the published fields back on an item and leaves the others alone, beside them in the same node too. */
record Restoration(PublicFields fields) {

    void apply(Node published, Node item) throws RepositoryException {
        clear(item, "");
        fill(published, item, "");
    }

    private void clear(Node node, String prefix) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!NodeTypes.isProtected(property.getName()) && fields.contains(prefix + property.getName())) {
                property.remove();
            }
        }
        for (Node child : parts(node, prefix)) {
            clear(child, prefix + child.getName() + "/");
            if (isBare(child)) {
                child.remove();
            }
        }
    }

    private void fill(Node published, Node node, String prefix) throws RepositoryException {
        for (PropertyIterator properties = published.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!NodeTypes.isProtected(property.getName())) {
                NodeCopy.set(node, property);
            }
        }
        for (Node child : parts(published, prefix)) {
            String name = child.getName();
            Node copy = node.hasNode(name)
                    ? node.getNode(name)
                    : node.addNode(name, child.getPrimaryNodeType().getName());
            fill(child, copy, prefix + name + "/");
        }
    }

    /** The child nodes that the item has in both stores. */
    private List<Node> parts(Node node, String prefix) throws RepositoryException {
        List<Node> parts = new ArrayList<>();
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            boolean standsForItself = child.isNodeType("mgnl:content") || child.isNodeType("mgnl:folder");
            if (!standsForItself && !child.getName().startsWith("rep:") && fields.contains(prefix + child.getName())) {
                parts.add(child);
            }
        }
        return parts;
    }

    private static boolean isBare(Node node) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            String name = properties.nextProperty().getName();
            // who worked on it is all that may be left of what the host itself writes
            if (!name.startsWith("jcr:") && !name.startsWith("mgnl:")) {
                return false;
            }
        }
        return !node.hasNodes();
    }
}
