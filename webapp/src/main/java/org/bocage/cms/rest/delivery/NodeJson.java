package org.bocage.cms.rest.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.definition.site.RestEndpointDefinition.Reference;
import org.bocage.cms.rest.Language;
import org.bocage.cms.rest.PropertySelection;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.rest.delivery.StoredNode.StoredProperty;
import tools.jackson.core.JsonGenerator;

/** Writes nodes as the delivery tells them (spec 6.4). */
public final class NodeJson {

    static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** An answer is for a front end; whoever copies a whole store has the export. */
    private static final int MOST_NODES = 100_000;

    private final JsonGenerator json;
    private final Endpoint endpoint;
    private final Language language;
    private final List<Suffix> suffixes;
    private final PropertySelection selection;
    private final StoredNodes nodes;
    private final References references;
    private final DeclaredAreas areas;
    private int written;

    NodeJson(
            JsonGenerator json,
            Endpoint endpoint,
            Language language,
            PropertySelection selection,
            StoredNodes nodes,
            References references,
            DeclaredAreas areas) {
        this.json = json;
        this.endpoint = endpoint;
        this.language = language;
        this.suffixes = language.suffixes().stream()
                .map(locale -> new Suffix("_" + locale, locale))
                .toList();
        this.selection = selection;
        this.nodes = nodes;
        this.references = references;
        this.areas = areas;
    }

    /** Ending of the names of properties in one language. */
    private record Suffix(String text, Locale locale) {}

    /** Where a node stands in the answer. */
    private record Place(PropertySelection selection, int levelsBelow, int referencesDeep, Set<String> above) {

        Place below() {
            return new Place(selection, levelsBelow - 1, referencesDeep, above);
        }
    }

    void write(StoredNode node) throws RepositoryException {
        write(node, new Place(selection, endpoint.definition().depth(), 0, Set.of(node.id())), "");
    }

    private void write(StoredNode node, Place place, String link) throws RepositoryException {
        if (++written > MOST_NODES) {
            throw RestError.unknown("The answer has more than " + MOST_NODES + " nodes");
        }
        Map<String, StoredNode> children = place.levelsBelow() > 0 ? children(node) : Map.of();
        json.writeStartObject();
        json.writeStringProperty("@name", node.name());
        json.writeStringProperty("@path", node.path());
        json.writeStringProperty("@id", node.id());
        json.writeStringProperty("@nodeType", node.type());
        if (!link.isEmpty()) {
            json.writeStringProperty("@link", link);
        }
        for (Map.Entry<String, StoredProperty> property :
                properties(node, place.selection()).entrySet()) {
            json.writeName(children.containsKey(property.getKey()) ? "_" + property.getKey() : property.getKey());
            write(property.getKey(), property.getValue(), node, place);
        }
        for (Map.Entry<String, StoredNode> child : children.entrySet()) {
            json.writeName(child.getKey());
            write(child.getValue(), place.below(), "");
        }
        json.writeArrayPropertyStart("@nodes");
        children.keySet().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private Map<String, StoredNode> children(StoredNode node) throws RepositoryException {
        Map<String, StoredNode> children = new LinkedHashMap<>();
        for (StoredNode child : nodes.children(node)) {
            if (endpoint.includes(child) && areas.isDeclared(node, child)) {
                keep(children, child.name(), child, true);
            }
        }
        return children;
    }

    private Map<String, StoredProperty> properties(StoredNode node, PropertySelection told) {
        Map<String, StoredProperty> properties = new LinkedHashMap<>();
        for (Map.Entry<String, StoredProperty> entry : node.properties().entrySet()) {
            String name = entry.getKey();
            StoredProperty property = entry.getValue();
            boolean isTold = told.tells(baseName(name)) || told.tells(name);
            if (isTold && !property.isBinary()) {
                keep(properties, name, property, !property.isEmptyText());
            }
        }
        return properties;
    }

    /** Keeps an item under its name in the language of the answer: {@code title_en} goes before {@code title}. */
    private <T> void keep(Map<String, T> kept, String name, T item, boolean says) {
        Optional<Suffix> suffix = suffix(name);
        if (!language.merged() || suffix.isEmpty()) {
            kept.putIfAbsent(name, item);
        } else if (suffix.get().locale().equals(language.locale()) && says) {
            kept.put(baseName(name), item);
        }
    }

    private String baseName(String name) {
        return suffix(name)
                .map(suffix -> name.substring(0, name.length() - suffix.text().length()))
                .orElse(name);
    }

    private Optional<Suffix> suffix(String name) {
        for (Suffix suffix : suffixes) {
            if (name.length() > suffix.text().length() && name.endsWith(suffix.text())) {
                return Optional.of(suffix);
            }
        }
        return Optional.empty();
    }

    private void write(String name, StoredProperty property, StoredNode node, Place place) throws RepositoryException {
        Optional<Reference> reference =
                place.referencesDeep() < endpoint.definition().referenceDepth()
                        ? endpoint.reference(name, node)
                        : Optional.empty();
        if (!property.multiple()) {
            write(property.values().get(0), reference, place);
            return;
        }
        json.writeStartArray();
        for (Object value : property.values()) {
            write(value, reference, place);
        }
        json.writeEndArray();
    }

    private void write(Object value, Optional<Reference> reference, Place place) throws RepositoryException {
        if (reference.isPresent()) {
            References.Target target = references.resolve(
                    StoredProperty.text(value), reference.get().resolver());
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

    private boolean mayRepeat(StoredNode node, Place place) throws RepositoryException {
        return endpoint.definition().referenceRepeat() || !place.above().contains(node.id());
    }

    private void expand(References.NodeTarget target, Place place) throws RepositoryException {
        Set<String> above = new TreeSet<>(place.above());
        above.add(target.node().id());
        int depth = target.resolver().depth() < 0
                ? endpoint.definition().depth()
                : target.resolver().depth();
        PropertySelection told = PropertySelection.of(endpoint.definition())
                .with(target.resolver().properties(), target.resolver().excludeProperties());
        write(target.node(), new Place(told, depth, place.referencesDeep() + 1, above), target.link());
    }

    private void write(Object value) {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean is) {
            json.writeBoolean(is);
        } else {
            json.writeString(value.toString());
        }
    }

    public static String date(Value value) throws RepositoryException {
        return UTC.format(Instant.ofEpochMilli(value.getDate().getTimeInMillis()));
    }
}
