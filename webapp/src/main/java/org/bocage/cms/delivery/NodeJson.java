package org.bocage.cms.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.definition.RestEndpointDefinition.Reference;
import org.bocage.cms.repository.Workspace;
import tools.jackson.core.JsonGenerator;

/** Writes nodes as the delivery tells them (spec 6.4). */
final class NodeJson {

    static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** An answer is for a front end; whoever copies a whole store has the export. */
    private static final int MOST_NODES = 100_000;

    private final JsonGenerator json;
    private final Endpoint endpoint;
    private final Language language;
    private final Selection selection;
    private final References references;
    private final DeclaredAreas areas;
    private int written;

    NodeJson(
            JsonGenerator json,
            Endpoint endpoint,
            Language language,
            Selection selection,
            References references,
            DeclaredAreas areas) {
        this.json = json;
        this.endpoint = endpoint;
        this.language = language;
        this.selection = selection;
        this.references = references;
        this.areas = areas;
    }

    /** Where a node stands in the answer. */
    private record Place(Selection selection, int levelsBelow, int referencesDeep, Set<String> above) {

        Place below() {
            return new Place(selection, levelsBelow - 1, referencesDeep, above);
        }
    }

    void write(Node node) throws RepositoryException {
        write(node, new Place(selection, endpoint.definition().depth(), 0, Set.of(node.getIdentifier())), "");
    }

    private void write(Node node, Place place, String link) throws RepositoryException {
        if (++written > MOST_NODES) {
            throw RestError.unknown("The answer has more than " + MOST_NODES + " nodes");
        }
        Map<String, Node> children = place.levelsBelow() > 0 ? children(node) : Map.of();
        json.writeStartObject();
        json.writeStringProperty("@name", node.getName());
        json.writeStringProperty("@path", Workspace.path(node));
        json.writeStringProperty("@id", node.getIdentifier());
        json.writeStringProperty("@nodeType", node.getPrimaryNodeType().getName());
        if (!link.isEmpty()) {
            json.writeStringProperty("@link", link);
        }
        for (Map.Entry<String, Property> property :
                properties(node, place.selection()).entrySet()) {
            json.writeName(children.containsKey(property.getKey()) ? "_" + property.getKey() : property.getKey());
            write(property.getKey(), property.getValue(), node, place);
        }
        for (Map.Entry<String, Node> child : children.entrySet()) {
            json.writeName(child.getKey());
            write(child.getValue(), place.below(), "");
        }
        json.writeArrayPropertyStart("@nodes");
        children.keySet().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private Map<String, Node> children(Node node) throws RepositoryException {
        List<Node> all = new ArrayList<>();
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node child = nodes.nextNode();
            if (!child.getName().startsWith("rep:") && endpoint.includes(child) && areas.isDeclared(node, child)) {
                all.add(child);
            }
        }
        Map<String, Node> children = new LinkedHashMap<>();
        for (Node child : all) {
            keep(children, child.getName(), child, true);
        }
        return children;
    }

    private Map<String, Property> properties(Node node, Selection told) throws RepositoryException {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            boolean isTold = told.tells(baseName(property.getName())) || told.tells(property.getName());
            if (isTold && property.getType() != PropertyType.BINARY) {
                keep(properties, property.getName(), property, !isEmpty(property));
            }
        }
        return properties;
    }

    private static boolean isEmpty(Property property) throws RepositoryException {
        return !property.isMultiple() && property.getType() == PropertyType.STRING && property.getLength() == 0;
    }

    /** Keeps an item under its name in the language of the answer: {@code title_en} goes before {@code title}. */
    private <T> void keep(Map<String, T> kept, String name, T item, boolean says) {
        Optional<Locale> suffix = suffix(name);
        if (!language.merged() || suffix.isEmpty()) {
            kept.putIfAbsent(name, item);
        } else if (suffix.get().equals(language.locale()) && says) {
            kept.put(baseName(name), item);
        }
    }

    private String baseName(String name) {
        return suffix(name)
                .map(locale ->
                        name.substring(0, name.length() - locale.toString().length() - 1))
                .orElse(name);
    }

    private Optional<Locale> suffix(String name) {
        return language.suffixes().stream()
                .filter(locale -> name.length() > locale.toString().length() + 1 && name.endsWith("_" + locale))
                .findFirst();
    }

    private void write(String name, Property property, Node node, Place place) throws RepositoryException {
        Optional<Reference> reference =
                place.referencesDeep() < endpoint.definition().referenceDepth()
                        ? endpoint.reference(name, node)
                        : Optional.empty();
        if (!property.isMultiple()) {
            write(property.getValue(), reference, place);
            return;
        }
        json.writeStartArray();
        for (Value value : property.getValues()) {
            write(value, reference, place);
        }
        json.writeEndArray();
    }

    private void write(Value value, Optional<Reference> reference, Place place) throws RepositoryException {
        if (reference.isPresent()) {
            References.Target target =
                    references.resolve(value.getString(), reference.get().resolver());
            if (target instanceof References.Text text) {
                json.writeString(text.text());
                return;
            }
            if (target instanceof References.AssetTarget asset) {
                references.write(asset, json);
                return;
            }
            if (target instanceof References.NodeTarget found && mayRepeat(found.node(), place)) {
                expand(found, place);
                return;
            }
        }
        write(value);
    }

    private boolean mayRepeat(Node node, Place place) throws RepositoryException {
        return endpoint.definition().referenceRepeat() || !place.above().contains(node.getIdentifier());
    }

    private void expand(References.NodeTarget target, Place place) throws RepositoryException {
        Set<String> above = new TreeSet<>(place.above());
        above.add(target.node().getIdentifier());
        int depth = target.resolver().depth() < 0
                ? endpoint.definition().depth()
                : target.resolver().depth();
        Selection told = Selection.of(endpoint.definition())
                .with(target.resolver().properties(), target.resolver().excludeProperties());
        write(target.node(), new Place(told, depth, place.referencesDeep() + 1, above), target.link());
    }

    private void write(Value value) throws RepositoryException {
        switch (value.getType()) {
            case PropertyType.LONG -> json.writeNumber(value.getLong());
            case PropertyType.DOUBLE -> json.writeNumber(value.getDouble());
            case PropertyType.DECIMAL -> json.writeNumber(value.getDecimal());
            case PropertyType.BOOLEAN -> json.writeBoolean(value.getBoolean());
            case PropertyType.DATE -> json.writeString(date(value));
            default -> json.writeString(value.getString());
        }
    }

    static String date(Value value) throws RepositoryException {
        return UTC.format(Instant.ofEpochMilli(value.getDate().getTimeInMillis()));
    }
}
