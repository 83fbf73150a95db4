package org.bocage.cms.repository;

import javax.jcr.ImportUUIDBehavior;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.util.Text;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Adds nodes with an identifier that somebody else chose: JCR's way to that is the import of a system view (JSR 283, 7.3). */
public final class IdentifiedNode {

    private static final String SV = "http://www.jcp.org/jcr/sv/1.0";

    private IdentifiedNode() {}

    /** Which nodes below one are meant, by their path from it. */
    @FunctionalInterface
    public interface Parts {
        boolean contains(Node node, String path) throws RepositoryException;
    }

    /** Adds a bare node. */
    public static Node add(Node parent, String name, String type, String identifier) throws RepositoryException {
        return add(parent, name, view -> {
            start(view, name, type, identifier);
            end(view);
        });
    }

    /**
     * Adds bare nodes, one and those below it, each with the name, type and identifier of its model. One import for all:
     * Oak looks through everything that is unsaved at each.
     */
    public static Node add(Node parent, Node model, Parts parts) throws RepositoryException {
        return add(parent, model.getName(), view -> write(view, model, "", parts));
    }

    private interface Writing {
        void to(ContentHandler view) throws SAXException, RepositoryException;
    }

    private static Node add(Node parent, String name, Writing writing) throws RepositoryException {
        ContentHandler view = parent.getSession()
                .getImportContentHandler(parent.getPath(), ImportUUIDBehavior.IMPORT_UUID_COLLISION_THROW);
        try {
            view.startDocument();
            view.startPrefixMapping("sv", SV);
            view.startPrefixMapping("jcr", "http://www.jcp.org/jcr/1.0");
            view.startPrefixMapping("mgnl", "https://www.magnolia-cms.com/jcr/mgnl");
            writing.to(view);
            view.endDocument();
        } catch (SAXException e) {
            throw e.getException() instanceof RepositoryException cause ? cause : new RepositoryException(e);
        }
        return parent.getNode(name);
    }

    private static void write(ContentHandler view, Node model, String prefix, Parts parts)
            throws SAXException, RepositoryException {
        start(
                view,
                model.getName(),
                model.getPrimaryNodeType().getName(),
                model.isNodeType("mix:referenceable") ? model.getIdentifier() : null);
        for (NodeIterator children = model.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            String path = prefix + child.getName();
            if (parts.contains(child, path)) {
                write(view, child, path + "/", parts);
            }
        }
        end(view);
    }

    private static void start(ContentHandler view, String name, String type, @Nullable String identifier)
            throws SAXException {
        AttributesImpl node = new AttributesImpl();
        node.addAttribute(SV, "name", "sv:name", "CDATA", Text.encodeIllegalXMLCharacters(name));
        view.startElement(SV, "node", "sv:node", node);
        tell(view, "jcr:primaryType", "Name", type);
        if (identifier != null) {
            tell(view, "jcr:uuid", "String", identifier);
        }
    }

    private static void end(ContentHandler view) throws SAXException {
        view.endElement(SV, "node", "sv:node");
    }

    private static void tell(ContentHandler view, String name, String type, String value) throws SAXException {
        AttributesImpl property = new AttributesImpl();
        property.addAttribute(SV, "name", "sv:name", "CDATA", name);
        property.addAttribute(SV, "type", "sv:type", "CDATA", type);
        view.startElement(SV, "property", "sv:property", property);
        view.startElement(SV, "value", "sv:value", new AttributesImpl());
        view.characters(value.toCharArray(), 0, value.length());
        view.endElement(SV, "value", "sv:value");
        view.endElement(SV, "property", "sv:property");
    }
}
