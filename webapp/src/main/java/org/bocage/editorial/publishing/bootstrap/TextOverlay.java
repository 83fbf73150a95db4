package org.bocage.editorial.publishing.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.repository.exchange.BootstrapWriter;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.exchange.DemoShift;
import org.bocage.cms.repository.exchange.Identifiers;
import org.bocage.cms.repository.exchange.ItemHistory;
import org.bocage.cms.repository.revisions.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Texts of the demo for the base pages, which are anybody's without them: values by path of the node, an empty one for a
 * property that is to go ({@code valeurs}), nodes that come before another one ({@code ajouts}), and settings by the name of
 * their file ({@code reglages}).
 */
final class TextOverlay {

    /** Changes nothing. */
    static final TextOverlay NONE = new TextOverlay(Map.of(), Map.of(), Map.of());

    /**
     * A node that the base file does not have.
     *
     * @param before the name of the node that it comes before; empty: at the end
     * @param content its properties and child nodes
     */
    private record Addition(String before, Map<String, Object> content) {}

    private final Map<String, Map<String, Object>> values;
    private final Map<String, Addition> additions;
    private final Map<String, Map<String, Object>> settings;

    private TextOverlay(
            Map<String, Map<String, Object>> values,
            Map<String, Addition> additions,
            Map<String, Map<String, Object>> settings) {
        this.values = values;
        this.additions = additions;
        this.settings = settings;
    }

    /** Reads a file of such texts. */
    static TextOverlay read(Bootstrap bootstrap, Resource file) throws RepositoryException, IOException {
        Map<String, Object> sections = content(bootstrap, file);
        Map<String, Map<String, Object>> values = new LinkedHashMap<>();
        BootstrapYaml.asMap(sections.getOrDefault("valeurs", Map.of()))
                .forEach((path, properties) -> values.put(path, BootstrapYaml.asMap(properties)));
        Map<String, Addition> additions = new LinkedHashMap<>();
        BootstrapYaml.asMap(sections.getOrDefault("ajouts", Map.of())).forEach((path, told) -> {
            Map<String, Object> entries = BootstrapYaml.asMap(told);
            additions.put(
                    path,
                    new Addition(
                            String.valueOf(entries.getOrDefault("avant", "")),
                            BootstrapYaml.asMap(entries.getOrDefault("noeud", Map.of()))));
        });
        Map<String, Map<String, Object>> settings = new LinkedHashMap<>();
        BootstrapYaml.asMap(sections.getOrDefault("reglages", Map.of()))
                .forEach((name, said) -> settings.put(name, BootstrapYaml.asMap(said)));
        return new TextOverlay(values, additions, settings);
    }

    private static Map<String, Object> content(Bootstrap bootstrap, Resource file)
            throws RepositoryException, IOException {
        try (InputStream yaml = file.getInputStream()) {
            return bootstrap.read(BootstrapFile.of(Objects.requireNonNull(file.getFilename())), yaml);
        }
    }

    /** Puts the texts into the nodes of a base file that was just imported; the caller saves. */
    void apply(Session session, BootstrapFile file) throws RepositoryException {
        BootstrapWriter writer = writer(session, file.workspace());
        String place = file.workspace().storePath(file.path());
        for (Map.Entry<String, Map<String, Object>> one : values.entrySet()) {
            if (isWithin(one.getKey(), place) && session.nodeExists(one.getKey())) {
                writer.restore(session.getNode(one.getKey()), one.getValue(), one.getValue()::containsKey);
            }
        }
        for (Map.Entry<String, Addition> one : additions.entrySet()) {
            String above = parent(one.getKey());
            if (isWithin(above, place) && session.nodeExists(above) && !session.nodeExists(one.getKey())) {
                add(writer, session.getNode(above), name(one.getKey()), one.getValue());
            }
        }
    }

    /** Keeps the settings, where none are kept; the caller saves. */
    void applySettings(Session session) throws RepositoryException {
        for (Map.Entry<String, Map<String, Object>> one : settings.entrySet()) {
            SettingsFile.begin(session, one.getKey(), one.getValue());
        }
    }

    private static void add(BootstrapWriter writer, Node parent, String name, Addition addition)
            throws RepositoryException {
        writer.put(parent, name, addition.content(), DemoShift.NONE);
        if (!addition.before().isEmpty() && parent.hasNode(addition.before())) {
            parent.orderBefore(name, addition.before());
        }
    }

    /**
     * Puts the texts of the base files back where nobody wrote others meanwhile, settings too; the caller saves. A page that is on line as it
     * stands is on line with them, one whose changes wait keeps waiting.
     */
    void takeBack(Session session, List<Resource> base, Instant at) throws RepositoryException, IOException {
        Map<String, List<ItemHistory.Replacement>> byPage = new LinkedHashMap<>();
        Bootstrap bootstrap = new Bootstrap(session, Duration.ZERO);
        for (Resource resource : base) {
            BootstrapFile file = BootstrapFile.of(Objects.requireNonNull(resource.getFilename()));
            String place = file.workspace().storePath(file.path());
            if (Stream.concat(values.keySet().stream(), additions.keySet().stream())
                    .anyMatch(path -> isWithin(path, place))) {
                collect(session, file, content(bootstrap, resource), byPage);
            }
        }
        for (Map.Entry<String, List<ItemHistory.Replacement>> one : byPage.entrySet()) {
            replace(session.getNode(one.getKey()), one.getValue(), at);
        }
        for (Map.Entry<String, Map<String, Object>> one : settings.entrySet()) {
            SettingsFile.forgetUnchanged(session, one.getKey(), one.getValue());
        }
    }

    /** Collects what is to be put back of one base file, by the page that it belongs to. */
    private void collect(
            Session session,
            BootstrapFile file,
            Map<String, Object> neutral,
            Map<String, List<ItemHistory.Replacement>> byPage)
            throws RepositoryException {
        String place = file.workspace().storePath(file.path());
        for (Map.Entry<String, Map<String, Object>> one : values.entrySet()) {
            if (isWithin(one.getKey(), place) && session.nodeExists(one.getKey())) {
                Node node = session.getNode(one.getKey());
                Map<String, Object> back = new HashMap<>();
                Map<String, Object> before = below(neutral, one.getKey().substring(place.length()));
                for (Map.Entry<String, Object> property : one.getValue().entrySet()) {
                    if (stands(node, property.getKey(), property.getValue())) {
                        back.put(property.getKey(), before.get(property.getKey()));
                    }
                }
                if (!back.isEmpty()) {
                    byPage.computeIfAbsent(page(node).getPath(), path -> new ArrayList<>())
                            .add(() -> writer(session, file.workspace()).restore(node, back, back::containsKey));
                }
            }
        }
        for (Map.Entry<String, Addition> one : additions.entrySet()) {
            if (isWithin(one.getKey(), place) && session.nodeExists(one.getKey())) {
                Node node = session.getNode(one.getKey());
                if (stands(node, one.getValue().content())) {
                    byPage.computeIfAbsent(page(node).getPath(), path -> new ArrayList<>())
                            .add(node::remove);
                }
            }
        }
    }

    private static void replace(Node page, List<ItemHistory.Replacement> changes, Instant at)
            throws RepositoryException {
        Revisions.replace(page, Identity.SYSTEM.userId(), at, () -> {
            for (ItemHistory.Replacement change : changes) {
                change.run();
            }
        });
    }

    private static boolean stands(Node node, Map<String, Object> content) throws RepositoryException {
        for (Map.Entry<String, Object> property : content.entrySet()) {
            boolean ofTheText =
                    !property.getKey().startsWith("jcr:") && !property.getKey().startsWith("mgnl:last");
            if (ofTheText
                    && property.getValue() instanceof String
                    && !stands(node, property.getKey(), property.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a property is as the demo has it: absent, for an empty value. */
    private static boolean stands(Node node, String name, @Nullable Object value) throws RepositoryException {
        if (value == null || !node.hasProperty(name)) {
            return value == null && !node.hasProperty(name);
        }
        Property property = node.getProperty(name);
        if (!property.isMultiple()) {
            return property.getString().equals(String.valueOf(value));
        }
        List<String> present = new ArrayList<>();
        for (Value one : property.getValues()) {
            present.add(one.getString());
        }
        return value instanceof Collection<?> all
                && present.equals(all.stream().map(String::valueOf).toList());
    }

    private static Node page(Node node) throws RepositoryException {
        Node above = node;
        while (!above.isNodeType("mgnl:content")) {
            above = above.getParent();
        }
        return above;
    }

    /** The content of a node of a base file, by its path from the node of the file. */
    private static Map<String, Object> below(Map<String, Object> tree, String path) {
        Map<String, Object> found = tree;
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/")) {
            found = BootstrapYaml.asMap(found.getOrDefault(step, Map.of()));
        }
        return found;
    }

    private static BootstrapWriter writer(Session session, Workspace workspace) {
        return new BootstrapWriter(workspace, new Identifiers(session), Set.of(), ItemHistory.NONE);
    }

    private static boolean isWithin(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
