package org.bocage.editorial.publishing;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.tree.NodeCopy;

/**
 * Fields of a published item that the members alone read: they lie in a child node of their own, named after the
 * audience, at the path they have in the item.
 */
final class MemberFields {

    /** Name of the child node; a template reads {@code personne.adherents.contact.telephone}. */
    static final String NODE = Audience.MEMBERS.id();

    private MemberFields() {}

    /** The node that holds them, when there are any; the caller gives it its readers. */
    static Optional<Node> copy(Node item, Node published, PublicFields fields) throws RepositoryException {
        if (published.hasNode(NODE)) {
            published.getNode(NODE).remove();
        }
        copyBelow(item, published, NODE, "", fields);
        return published.hasNode(NODE) ? Optional.of(published.getNode(NODE)) : Optional.empty();
    }

    private static void copyBelow(Node source, Node published, String target, String prefix, PublicFields fields)
            throws RepositoryException {
        for (PropertyIterator properties = source.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!NodeTypes.isProtected(property.getName()) && fields.isForMembers(prefix + property.getName())) {
                NodeCopy.set(node(published, target), property);
            }
        }
        for (NodeIterator children = source.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:contentNode")) {
                String name = child.getName();
                copyBelow(child, published, target + "/" + name, prefix + name + "/", fields);
            }
        }
    }

    private static Node node(Node published, String path) throws RepositoryException {
        Node at = published;
        for (String step : path.split("/", -1)) {
            at = at.hasNode(step) ? at.getNode(step) : at.addNode(step, "mgnl:contentNode");
        }
        return at;
    }
}
