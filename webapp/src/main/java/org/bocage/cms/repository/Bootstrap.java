package org.bocage.cms.repository;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts Magnolia bootstrap files into a store. A file is named {@code WORKSPACE.path.of.node.yaml}; a node that exists
 * is left alone. Identifiers are unique in a store, in Magnolia only in a workspace: one that is taken is replaced,
 * references within the import follow, and it is reported.
 */
public final class Bootstrap {

    private final Session session;
    private final DemoShift shift;
    private final Map<String, String> replaced = new HashMap<>();

    /**
     * Starts an import.
     *
     * @param session an unrestricted session; the caller saves
     * @param shift added to every date of a node with {@code demo = true}, whole days; its series keep their weekday
     */
    public Bootstrap(Session session, Duration shift) {
        this.session = session;
        this.shift = new DemoShift(shift.toDays(), "");
    }

    /** Identifiers that were taken, with those given instead. */
    public Map<String, String> replacedIdentifiers() {
        return Map.copyOf(replaced);
    }

    /**
     * Imports one file.
     *
     * @param fileName {@code website.accueil.yaml}; a dot within a node's name is doubled
     * @return whether something was imported; false when the node exists
     * @throws IllegalArgumentException when the name or the text is not a bootstrap file's, or speaks of a node type that
     *     nobody declares; nothing was added then
     */
    public boolean run(String fileName, InputStream yaml) throws RepositoryException {
        List<String> steps = steps(fileName);
        Workspace workspace = new Workspace(steps.get(0));
        NodeTypes.ensureWorkspace(session, workspace);
        String path = "/" + String.join("/", steps.subList(1, steps.size()));
        if (steps.size() > 1 && workspace.node(session, path).isPresent()) {
            return false;
        }
        Map<String, Object> node =
                BootstrapYaml.asMap(parse(fileName, yaml).values().iterator().next());
        requireTypes(fileName, node);
        if (steps.size() == 1) {
            return addAbsentChildren(workspace.root(session), node);
        }
        Node parent = workspace.root(session);
        for (String step : steps.subList(1, steps.size() - 1)) {
            parent = parent.hasNode(step) ? parent.getNode(step) : parent.addNode(step, "mgnl:folder");
        }
        add(parent, steps.get(steps.size() - 1), node, null);
        return true;
    }

    /** The workspace a bootstrap file is for. */
    public static Workspace workspace(String fileName) {
        return new Workspace(steps(fileName).get(0));
    }

    private static Map<String, Object> parse(String fileName, InputStream yaml) {
        Map<String, Object> root;
        try {
            root = BootstrapYaml.parse(yaml);
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new IllegalArgumentException(fileName + " is not readable YAML: " + e.getMessage(), e);
        }
        if (root.size() != 1) {
            throw new IllegalArgumentException(fileName + " must hold one node at its root");
        }
        return root;
    }

    private void requireTypes(String fileName, Map<String, Object> values) throws RepositoryException {
        Object type = values.get("jcr:primaryType");
        if (type != null && !session.getWorkspace().getNodeTypeManager().hasNodeType(String.valueOf(type))) {
            throw new IllegalArgumentException(fileName + " has a node of type " + type + ", which nobody declares");
        }
        for (Object child : values.values()) {
            if (child instanceof Map<?, ?>) {
                requireTypes(fileName, BootstrapYaml.asMap(child));
            }
        }
    }

    private boolean addAbsentChildren(Node parent, Map<String, Object> children) throws RepositoryException {
        boolean added = false;
        for (Map.Entry<String, Object> child : children.entrySet()) {
            if (child.getValue() instanceof Map<?, ?> && !parent.hasNode(child.getKey())) {
                add(parent, child.getKey(), BootstrapYaml.asMap(child.getValue()), null);
                added = true;
            }
        }
        return added;
    }

    private void add(Node parent, String name, Map<String, Object> values, @Nullable DemoShift above)
            throws RepositoryException {
        String type = String.valueOf(values.getOrDefault("jcr:primaryType", "mgnl:contentNode"));
        Node node = addNode(parent, name, type, values.get("jcr:uuid"));
        DemoShift own = above == null && Boolean.TRUE.equals(values.get("demo")) ? shift : above;
        DemoShift shifted = own == null ? null : own.within(values.get("demoSerie"));
        if (values.get("jcr:mixinTypes") instanceof Collection<?> mixins) {
            for (Object mixin : mixins) {
                node.addMixin(String.valueOf(mixin));
            }
        }
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            String key = entry.getKey();
            if (key.equals("jcr:primaryType") || key.equals("jcr:uuid") || key.equals("jcr:mixinTypes")) {
                continue;
            }
            if (entry.getValue() instanceof Map<?, ?>) {
                add(node, key, BootstrapYaml.asMap(entry.getValue()), shifted);
            } else {
                setProperty(node, key, entry.getValue(), shifted);
            }
        }
    }

    /** JCR gives new identifiers by itself; a given one is kept by way of an import of the bare node. */
    private Node addNode(Node parent, String name, String type, @Nullable Object uuid) throws RepositoryException {
        if (uuid == null) {
            return parent.addNode(name, type);
        }
        String identifier = free(String.valueOf(uuid));
        return IdentifiedNode.add(parent, name, type, identifier);
    }

    private String free(String uuid) throws RepositoryException {
        if (Workspace.byId(session, uuid).isEmpty()) {
            return uuid;
        }
        String other = UUID.randomUUID().toString();
        replaced.put(uuid, other);
        return other;
    }

    private void setProperty(Node node, String name, @Nullable Object value, @Nullable DemoShift shifted)
            throws RepositoryException {
        ValueFactory factory = session.getValueFactory();
        if (value instanceof Collection<?> collection) {
            List<Value> values = new ArrayList<>();
            for (Object element : collection) {
                values.add(value(factory, element, shifted));
            }
            node.setProperty(name, values.toArray(new Value[0]));
        } else if (value != null) {
            node.setProperty(name, value(factory, value, shifted));
        }
    }

    private Value value(ValueFactory factory, Object value, @Nullable DemoShift shifted) throws RepositoryException {
        if (value instanceof Boolean bool) {
            return factory.createValue(bool);
        }
        if (value instanceof Integer || value instanceof Long) {
            return factory.createValue(((Number) value).longValue());
        }
        if (value instanceof Number number) {
            return factory.createValue(number.doubleValue());
        }
        if (value instanceof Date date) {
            return factory.createValue(BootstrapYaml.calendar(shifted == null ? date : shifted.apply(date)));
        }
        if (value instanceof byte[] bytes) {
            return factory.createValue(factory.createBinary(new ByteArrayInputStream(bytes)));
        }
        return factory.createValue(follow(String.valueOf(value)));
    }

    private String follow(String text) {
        String uuid = text.startsWith("jcr:") ? text.substring(4) : text;
        String other = replaced.get(uuid);
        return other == null ? text : text.startsWith("jcr:") ? "jcr:" + other : other;
    }

    private static List<String> steps(String fileName) {
        if (!fileName.endsWith(".yaml")) {
            throw new IllegalArgumentException(fileName + " does not end in .yaml");
        }
        String stem = fileName.substring(0, fileName.length() - ".yaml".length());
        List<String> steps = new ArrayList<>();
        for (String step : stem.split("(?<!\\.)\\.(?!\\.)", -1)) {
            steps.add(step.replace("..", "."));
        }
        return steps;
    }
}
