package org.bocage.cms.repository.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeType;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jackrabbit.util.XMLChar;

/** Writes a node as a JCR system view (JSR 283, 7.2), as Magnolia exports it; nothing is held in memory. */
public final class SystemViewWriter {

    private static final String SV = "http://www.jcp.org/jcr/sv/1.0";
    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> NOT_DECLARED = Set.of("", "xml", "sv", "xs", "xsi", "rep", "oak");
    /** A multiple of three bytes makes base64 that can be joined. */
    private static final int CHUNK = 3 * 8192;

    private final XMLStreamWriter xml;

    private SystemViewWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes a node, and what lies below it if asked for; the stream stays open. */
    public static void write(Node node, OutputStream out, boolean recurse) throws RepositoryException, IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new SystemViewWriter(xml).node(node, recurse, true);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void node(Node node, boolean recurse, boolean first)
            throws RepositoryException, XMLStreamException, IOException {
        xml.writeStartElement("sv", "node", SV);
        if (first) {
            namespaces(node.getSession());
        }
        xml.writeAttribute("sv", SV, "name", node.getName());
        property(
                "jcr:primaryType",
                PropertyType.NAME,
                List.of(node.getPrimaryNodeType().getName()),
                false);
        List<String> mixins = mixins(node);
        if (!mixins.isEmpty()) {
            property("jcr:mixinTypes", PropertyType.NAME, mixins, true);
        }
        if (node.hasProperty("jcr:uuid")) {
            property("jcr:uuid", PropertyType.STRING, List.of(node.getIdentifier()), false);
        }
        for (Property property : byName(node)) {
            if (BootstrapYaml.isContent(property.getName())
                    && !property.getName().equals("jcr:uuid")) {
                property(property);
            }
        }
        for (NodeIterator children = node.getNodes(); recurse && children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                node(child, true, false);
            }
        }
        xml.writeEndElement();
    }

    /** Properties have no order of their own, and each store gives them in another one: the same content is the same text. */
    private static Collection<Property> byName(Node node) throws RepositoryException {
        Map<String, Property> byName = new TreeMap<>();
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            byName.put(property.getName(), property);
        }
        return byName.values();
    }

    private void namespaces(Session session) throws RepositoryException, XMLStreamException {
        xml.writeNamespace("sv", SV);
        xml.writeNamespace("xs", XS);
        xml.writeNamespace("xsi", XSI);
        for (String prefix : session.getNamespacePrefixes()) {
            if (!NOT_DECLARED.contains(prefix)) {
                xml.writeNamespace(prefix, session.getNamespaceURI(prefix));
            }
        }
    }

    private void property(String name, int type, List<String> values, boolean multiple) throws XMLStreamException {
        start(name, type, multiple);
        for (String value : values) {
            text(value);
        }
        xml.writeEndElement();
    }

    private void property(Property property) throws RepositoryException, XMLStreamException, IOException {
        start(property.getName(), property.getType(), property.isMultiple());
        for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
            if (value.getType() == PropertyType.BINARY) {
                binary(value);
            } else {
                text(value.getString());
            }
        }
        xml.writeEndElement();
    }

    private void start(String name, int type, boolean multiple) throws XMLStreamException {
        xml.writeStartElement("sv", "property", SV);
        xml.writeAttribute("sv", SV, "name", name);
        xml.writeAttribute("sv", SV, "type", PropertyType.nameFromValue(type));
        if (multiple) {
            xml.writeAttribute("sv", SV, "multiple", "true");
        }
    }

    /** A text with characters that XML cannot hold goes as base64 (7.2, rule 6.c); a carriage return would not come back. */
    private void text(String text) throws XMLStreamException {
        xml.writeStartElement("sv", "value", SV);
        if (text.codePoints().allMatch(c -> XMLChar.isValid(c) && c != '\r')) {
            xml.writeCharacters(text);
        } else {
            xml.writeAttribute("xsi", XSI, "type", "xs:base64Binary");
            xml.writeCharacters(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        xml.writeEndElement();
    }

    private void binary(Value value) throws RepositoryException, XMLStreamException, IOException {
        xml.writeStartElement("sv", "value", SV);
        try (InputStream bytes = value.getBinary().getStream()) {
            for (byte[] chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
                xml.writeCharacters(Base64.getEncoder().encodeToString(chunk));
            }
        }
        xml.writeEndElement();
    }

    private static List<String> mixins(Node node) throws RepositoryException {
        List<String> mixins = new ArrayList<>();
        for (NodeType mixin : node.getMixinNodeTypes()) {
            if (!mixin.getName().startsWith("rep:")) {
                mixins.add(mixin.getName());
            }
        }
        return mixins;
    }
}
