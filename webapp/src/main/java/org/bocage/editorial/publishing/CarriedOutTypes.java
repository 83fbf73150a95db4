package org.bocage.editorial.publishing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Definitions of content types that the published store stands for, as digests kept in the author store at
 * {@code config:/published-types}: after a stop they tell of which types other fields are public now. A type that is withheld has
 * none, since what changed of its items meanwhile is not on line.
 */
final class CarriedOutTypes {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "published-types";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final WritableStore author;
    private final Supplier<Definitions> definitions;

    CarriedOutTypes(WritableStore author, Supplier<Definitions> definitions) {
        this.author = author;
        this.definitions = definitions;
    }

    /**
     * Difference between what was carried out and what is in force.
     *
     * @param digests those in force, by type
     * @param workspaces of which all contents are to be brought anew
     */
    record Difference(Map<String, String> digests, Set<String> workspaces) {}

    /** Returns how the definitions in force differ from those that were carried out. */
    Difference difference() {
        Map<String, String> known = known();
        Map<String, String> digests = new TreeMap<>();
        Set<String> workspaces = new TreeSet<>();
        Definitions inForce = definitions.get();
        for (ContentType type : inForce.contentTypes()) {
            if (inForce.isWithheld(type.workspace(), type.nodeType())) {
                continue;
            }
            String digest = digest(type);
            digests.put(type.name(), digest);
            if (!digest.equals(known.get(type.name()))) {
                workspaces.add(type.workspace());
            }
        }
        return new Difference(digests, workspaces);
    }

    /**
     * Notes that the contents stand as these definitions say.
     *
     * @param complete false when some do not yet: then only that is forgotten which is in force no more
     */
    void note(Difference carriedOut, boolean complete) {
        Map<String, String> before = known();
        Map<String, String> digests = new TreeMap<>(carriedOut.digests());
        if (!complete) {
            digests.entrySet().retainAll(before.entrySet());
        }
        if (before.equals(digests)) {
            return;
        }
        author.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            if (root.hasNode(NODE)) {
                root.getNode(NODE).remove();
            }
            Node node = root.addNode(NODE, "mgnl:contentNode");
            for (Map.Entry<String, String> type : digests.entrySet()) {
                node.setProperty(type.getKey(), type.getValue());
            }
        });
    }

    private Map<String, String> known() {
        return author.read(Identity.SYSTEM, session -> {
            Map<String, String> known = new TreeMap<>();
            Optional<Node> node = CONFIG.exists(session) ? CONFIG.node(session, "/" + NODE) : Optional.empty();
            if (node.isPresent()) {
                for (PropertyIterator all = node.get().getProperties(); all.hasNext(); ) {
                    Property property = all.nextProperty();
                    if (property.getName().indexOf(':') < 0) {
                        known.put(property.getName(), property.getString());
                    }
                }
            }
            return known;
        });
    }

    /** A digest of what decides which fields of an item leave the author store, and for whom. */
    private static String digest(ContentType type) {
        JsonNode decisive = MAPPER.valueToTree(List.of(
                type.workspace(),
                type.nodeType(),
                type.properties(),
                type.subModels(),
                type.extension().declared(),
                type.extension().readers(),
                type.extension().rules(),
                type.extension().consent()));
        return DigestUtils.md5DigestAsHex(sorted(decisive).getBytes(StandardCharsets.UTF_8));
    }

    /** The same text for the same members, in whatever order a set or a map gives them. */
    private static String sorted(JsonNode node) {
        List<String> members = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(entry -> members.add(entry.getKey() + "=" + sorted(entry.getValue())));
        } else if (node.isArray()) {
            node.values().forEach(value -> members.add(sorted(value)));
        } else {
            return node.toString();
        }
        members.sort(null);
        return members.toString();
    }
}
