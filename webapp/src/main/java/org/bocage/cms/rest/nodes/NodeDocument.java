package org.bocage.cms.rest.nodes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.rest.PropertySelection;
import org.bocage.cms.rest.RestError;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node as the nodes API has it (spec 6.5).
 *
 * @param nodes those below; null when there are none, and at the depth asked for
 */
record NodeDocument(
        String name,
        String type,
        String path,
        String identifier,
        List<PropertyTexts> properties,
        @Nullable List<NodeDocument> nodes) {

    private static final int MOST_NODES = 20_000;

    /**
     * How much of a node is read.
     *
     * @param metadata whether the properties of Magnolia and the repository are
     * @param excludedTypes types of nodes that are not
     */
    record Extent(int depth, boolean metadata, List<String> excludedTypes) {}

    /** @param readable the fields of a node that are told */
    static NodeDocument of(Node node, Extent extent, ReadableFields.Lookup readable) throws RepositoryException {
        return of(node, extent, readable, extent.depth(), new int[] {MOST_NODES});
    }

    private static NodeDocument of(Node node, Extent extent, ReadableFields.Lookup readable, int depth, int[] left)
            throws RepositoryException {
        ReadableFields fields = readable.of(node);
        if (--left[0] < 0) {
            throw RestError.unknown("The answer has more than " + MOST_NODES + " nodes");
        }
        List<NodeDocument> nodes = null;
        if (depth > 0) {
            nodes = new ArrayList<>();
            for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
                Node child = children.nextNode();
                if (!child.getName().startsWith("rep:")
                        && fields.contains(child.getName())
                        && !extent.excludedTypes()
                                .contains(child.getPrimaryNodeType().getName())) {
                    nodes.add(of(child, extent, readable, depth - 1, left));
                }
            }
        }
        return new NodeDocument(
                node.getName(),
                node.getPrimaryNodeType().getName(),
                Workspace.path(node),
                node.getIdentifier(),
                properties(node, extent.metadata(), fields),
                nodes == null || nodes.isEmpty() ? null : nodes);
    }

    private static List<PropertyTexts> properties(Node node, boolean metadata, ReadableFields fields)
            throws RepositoryException {
        List<PropertyTexts> properties = new ArrayList<>();
        for (String name : inMagnoliasOrder(node)) {
            if (!PropertySelection.isOfHost(name)
                    && fields.contains(name)
                    && (metadata || !PropertySelection.isSystem(name))) {
                properties.add(PropertyTexts.of(node.getProperty(name)));
            }
        }
        return properties;
    }

    /** Magnolia's store keeps the names of properties in a hash table, and tells them in its order. */
    private static Collection<String> inMagnoliasOrder(Node node) throws RepositoryException {
        TreeSet<String> names = new TreeSet<>(Comparator.reverseOrder());
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            names.add(all.nextProperty().getName());
        }
        Map<HashedName, String> hashed = new HashMap<>();
        for (String name : names) {
            int colon = name.indexOf(':');
            String uri = colon < 0 ? "" : node.getSession().getNamespaceURI(name.substring(0, colon));
            hashed.put(new HashedName(uri, name.substring(colon + 1)), name);
        }
        return hashed.values();
    }

    private record HashedName(String uri, String local) {

        @Override
        public int hashCode() {
            return 37 * (37 * 17 + uri.hashCode()) + local.hashCode();
        }
    }

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JsonMapper.shared().createGenerator(bytes)) {
            write(json);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("type", type);
        json.writeStringProperty("path", path);
        json.writeStringProperty("identifier", identifier);
        json.writeArrayPropertyStart("properties");
        properties.forEach(property -> write(property, json));
        json.writeEndArray();
        if (nodes == null) {
            json.writeNullProperty("nodes");
        } else {
            json.writeArrayPropertyStart("nodes");
            nodes.forEach(node -> node.write(json));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static void write(PropertyTexts property, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", property.name());
        json.writeStringProperty("type", property.type());
        json.writeBooleanProperty("multiple", property.multiple());
        json.writeArrayPropertyStart("values");
        property.values().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    byte[] xml() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            bytes.writeBytes(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>".getBytes(StandardCharsets.UTF_8));
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            write(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A node cannot be written as XML", e);
        }
        return bytes.toByteArray();
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("node");
        element(xml, "identifier", identifier);
        element(xml, "name", name);
        if (nodes != null) {
            xml.writeStartElement("nodes");
            for (NodeDocument node : nodes) {
                node.write(xml);
            }
            xml.writeEndElement();
        }
        element(xml, "path", path);
        xml.writeStartElement("properties");
        for (PropertyTexts property : properties) {
            write(property, xml);
        }
        xml.writeEndElement();
        element(xml, "type", type);
        xml.writeEndElement();
    }

    static void write(PropertyTexts property, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("property");
        element(xml, "multiple", Boolean.toString(property.multiple()));
        element(xml, "name", property.name());
        element(xml, "type", property.type());
        xml.writeStartElement("values");
        for (String value : property.values()) {
            element(xml, "value", value);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // what XML has no way to say
        xml.writeCharacters(
                text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }
}
