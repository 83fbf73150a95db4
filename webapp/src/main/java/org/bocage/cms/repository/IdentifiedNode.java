package org.bocage.cms.repository;

import javax.jcr.ImportUUIDBehavior;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.util.Text;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Adds nodes with an identifier that somebody else chose: JCR's way to that is the import of a system view (JSR 283, 7.3). */
public final class IdentifiedNode {

    private static final String SV = "http://www.jcp.org/jcr/sv/1.0";

    private IdentifiedNode() {}

    /** Adds a bare node. */
    public static Node add(Node parent, String name, String type, String identifier) throws RepositoryException {
        ContentHandler view = parent.getSession()
                .getImportContentHandler(parent.getPath(), ImportUUIDBehavior.IMPORT_UUID_COLLISION_THROW);
        AttributesImpl node = new AttributesImpl();
        node.addAttribute(SV, "name", "sv:name", "CDATA", Text.encodeIllegalXMLCharacters(name));
        try {
            view.startDocument();
            view.startPrefixMapping("sv", SV);
            view.startPrefixMapping("jcr", "http://www.jcp.org/jcr/1.0");
            view.startPrefixMapping("mgnl", "https://www.magnolia-cms.com/jcr/mgnl");
            view.startElement(SV, "node", "sv:node", node);
            tell(view, "jcr:primaryType", "Name", type);
            tell(view, "jcr:uuid", "String", identifier);
            view.endElement(SV, "node", "sv:node");
            view.endDocument();
        } catch (SAXException e) {
            throw e.getException() instanceof RepositoryException cause ? cause : new RepositoryException(e);
        }
        return parent.getNode(name);
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
