package org.bocage.cms.repository.exchange;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Calendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.PropertyType;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.jackrabbit.util.ISO8601;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JCR system view (JSR 283, 7.2) into what {@link BootstrapYaml} reads: properties and child nodes by name.
 * Document types and external entities are refused; prefixes are those of the file, told by their namespaces, else the store's.
 */
final class SystemViewReader {

    private static final String SV = "http://www.jcp.org/jcr/sv/1.0";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Set<String> RESERVED = Set.of("jcr:primaryType", "jcr:uuid");
    private static final int UNKNOWN_TYPE = -1;

    private static final Map<String, Integer> TYPES = List.of(
                    PropertyType.TYPENAME_STRING,
                    PropertyType.TYPENAME_BINARY,
                    PropertyType.TYPENAME_LONG,
                    PropertyType.TYPENAME_DOUBLE,
                    PropertyType.TYPENAME_DECIMAL,
                    PropertyType.TYPENAME_DATE,
                    PropertyType.TYPENAME_BOOLEAN,
                    PropertyType.TYPENAME_NAME,
                    PropertyType.TYPENAME_PATH,
                    PropertyType.TYPENAME_REFERENCE,
                    PropertyType.TYPENAME_WEAKREFERENCE,
                    PropertyType.TYPENAME_URI,
                    PropertyType.TYPENAME_UNDEFINED)
            .stream()
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), PropertyType::valueFromName));

    private final String file;
    private final Map<String, String> prefixes;
    private int items;

    /** @param prefixes of the store, by namespace */
    SystemViewReader(String file, Map<String, String> prefixes) {
        this.file = file;
        this.prefixes = prefixes;
    }

    /** Reads the content of the node at the root. */
    Map<String, Object> read(InputStream xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            int event = reader.next();
            while (event != XMLStreamConstants.START_ELEMENT) {
                if (event == XMLStreamConstants.DTD) {
                    throw refused(Reason.DOCTYPE, "");
                }
                event = reader.next();
            }
            if (!isElement(reader, "node")) {
                throw refused(Reason.NOT_ONE_NODE, reader.getLocalName());
            }
            Map<String, Object> node = node(reader, 1);
            while (reader.hasNext()) {
                reader.next();
            }
            return node;
        } catch (XMLStreamException e) {
            throw (BootstrapRefused) refused(Reason.UNREADABLE, where(e)).initCause(e);
        }
    }

    private static String where(XMLStreamException e) {
        return e.getLocation() == null
                ? ""
                : e.getLocation().getLineNumber() + ":" + e.getLocation().getColumnNumber();
    }

    private Map<String, Object> node(XMLStreamReader reader, int depth) throws XMLStreamException {
        count();
        if (depth > BootstrapFile.MAX_DEPTH) {
            throw refused(Reason.TOO_LARGE, String.valueOf(BootstrapFile.MAX_DEPTH));
        }
        Map<String, Object> node = new LinkedHashMap<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = attribute(reader, "name");
            if (isElement(reader, "property")) {
                put(node, qualified(reader, name), property(reader, qualified(reader, name)));
            } else if (isElement(reader, "node")) {
                put(node, qualified(reader, name), node(reader, depth + 1));
            } else {
                throw refused(Reason.NOT_ONE_NODE, reader.getLocalName());
            }
        }
        return node;
    }

    private void put(Map<String, Object> node, String name, Object value) {
        if (node.putIfAbsent(name, value) != null) {
            throw refused(Reason.NAME, name);
        }
    }

    private Object property(XMLStreamReader reader, String name) throws XMLStreamException {
        String typeName = attribute(reader, "type");
        int type = typeName.isEmpty()
                ? PropertyType.STRING
                : TYPES.getOrDefault(typeName.toLowerCase(Locale.ROOT), UNKNOWN_TYPE);
        if (type == UNKNOWN_TYPE) {
            throw refused(Reason.VALUE, name + ": " + typeName);
        }
        boolean multiple = attribute(reader, "multiple").equals("true");
        List<Object> values = new ArrayList<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (!isElement(reader, "value")) {
                throw refused(Reason.NOT_ONE_NODE, reader.getLocalName());
            }
            count();
            boolean encoded = "xs:base64Binary".equals(reader.getAttributeValue(XSI, "type"));
            String text = type == PropertyType.NAME ? name(reader) : reader.getElementText();
            values.add(value(name, type, encoded && type != PropertyType.BINARY ? decoded(name, text) : text));
        }
        if (name.equals("jcr:mixinTypes")) {
            return values.stream().map(SystemViewReader::plain).toList();
        }
        if (multiple || values.size() != 1) {
            return values;
        }
        return RESERVED.contains(name) ? plain(values.get(0)) : values.get(0);
    }

    private static Object plain(Object value) {
        return value instanceof TypedText typed ? typed.text() : value;
    }

    private Object value(String name, int type, String text) {
        try {
            return switch (type) {
                case PropertyType.LONG -> Long.valueOf(text.strip());
                case PropertyType.DOUBLE -> Double.valueOf(text.strip());
                case PropertyType.BOOLEAN -> Boolean.valueOf(text.strip());
                case PropertyType.DATE -> date(name, text.strip());
                case PropertyType.BINARY -> bytes(text);
                case PropertyType.STRING, PropertyType.UNDEFINED -> text;
                default -> new TypedText(type, text);
            };
        } catch (IllegalArgumentException e) {
            if (e instanceof BootstrapRefused refused) {
                throw refused;
            }
            throw (BootstrapRefused)
                    refused(Reason.VALUE, name + ": " + shortened(text)).initCause(e);
        }
    }

    private Calendar date(String name, String text) {
        Calendar date = ISO8601.parse(text);
        if (date == null) {
            throw refused(Reason.VALUE, name + ": " + shortened(text));
        }
        return date;
    }

    private String decoded(String name, String text) {
        try {
            return new String(bytes(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw (BootstrapRefused) refused(Reason.VALUE, name).initCause(e);
        }
    }

    /** Lines may be broken anywhere; anything else that is no base64 is an error, which the MIME decoder would pass over. */
    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** A value that is a name: the declarations on the value itself are out of scope once its text was read. */
    private String name(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> own = new HashMap<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            if (reader.getNamespacePrefix(i) != null) {
                own.put(reader.getNamespacePrefix(i), reader.getNamespaceURI(i));
            }
        }
        String text = reader.getElementText().strip();
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        String prefix = text.substring(0, colon);
        return qualified(text, colon, own.containsKey(prefix) ? own.get(prefix) : reader.getNamespaceURI(prefix));
    }

    private String qualified(XMLStreamReader reader, String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : qualified(name, colon, reader.getNamespaceURI(name.substring(0, colon)));
    }

    /**
     * The name with the prefix that the store has for its namespace. A prefix that the file does not declare, as Magnolia's own exports
     * declare none but {@code sv} and {@code xsi}, is that of the store.
     */
    private String qualified(String name, int colon, @Nullable String namespace) {
        String written = name.substring(0, colon);
        String uri = namespace == null ? null : NodeTypeFiles.NEWER_NAMESPACES.getOrDefault(namespace, namespace);
        if (uri == null && prefixes.containsValue(written)) {
            return name;
        }
        String prefix = uri == null ? null : prefixes.get(uri);
        if (prefix == null) {
            throw refused(Reason.NAMESPACE, written + (uri == null ? "" : " = " + uri));
        }
        return prefix + name.substring(colon);
    }

    private static boolean isElement(XMLStreamReader reader, String name) {
        return reader.getLocalName().equals(name) && SV.equals(reader.getNamespaceURI());
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(SV, name);
        return value == null ? "" : value;
    }

    private void count() {
        items++;
        if (items > BootstrapFile.MAX_ITEMS) {
            throw refused(Reason.TOO_LARGE, String.valueOf(BootstrapFile.MAX_ITEMS));
        }
    }

    private BootstrapRefused refused(Reason reason, String detail) {
        return new BootstrapRefused(reason, file, detail);
    }
}
