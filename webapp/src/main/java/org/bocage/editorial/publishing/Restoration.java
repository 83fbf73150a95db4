package org.bocage.editorial.publishing;

import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;

/** Puts the published fields back on an item and leaves the others alone. */
record Restoration(PublicFields fields) {

    void apply(Node published, Node item) throws RepositoryException {
        clear(item);
        for (PropertyIterator properties = published.getProperties(); properties.hasNext(); ) {
            var property = properties.nextProperty();
            if (!property.getDefinition().isProtected()) {
                if (property.isMultiple()) {
                    item.setProperty(property.getName(), property.getValues(), property.getType());
                } else {
                    item.setProperty(property.getName(), property.getValue());
                }
            }
        }
        for (NodeIterator children = published.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:") && fields.contains(child.getName())) {
                copy(child, item);
            }
        }
    }

    private void clear(Node item) throws RepositoryException {
        for (PropertyIterator properties = item.getProperties(); properties.hasNext(); ) {
            var property = properties.nextProperty();
            if (!property.getDefinition().isProtected() && fields.contains(property.getName())) {
                property.remove();
            }
        }
        for (NodeIterator children = item.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (fields.contains(child.getName())) {
                child.remove();
            }
        }
    }

    private static void copy(Node source, Node parent) throws RepositoryException {
        Node copy = parent.addNode(source.getName(), source.getPrimaryNodeType().getName());
        for (PropertyIterator properties = source.getProperties(); properties.hasNext(); ) {
            var property = properties.nextProperty();
            if (!property.getDefinition().isProtected()) {
                if (property.isMultiple()) {
                    copy.setProperty(property.getName(), property.getValues(), property.getType());
                } else {
                    copy.setProperty(property.getName(), property.getValue());
                }
            }
        }
        for (NodeIterator children = source.getNodes(); children.hasNext(); ) {
            copy(children.nextNode(), copy);
        }
    }
}
