package org.bocage.editorial.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.config.ConfigFiles;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The roles of {@code config/roles}, in Magnolia's layout. They are put into the store when they are read, and win. A file
 * holds one role or several, and what several files say of one role adds up: what a module needs of the roles is a file.
 */
final class RoleFiles {

    private final Map<String, Map<Object, Object>> roles = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when a file does not hold roles, or says what another says; the message names it */
    RoleFiles(ConfigFiles files) {
        files.folder("roles", "yaml").forEach(this::parse);
    }

    private void parse(String file, String text) {
        Object root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("config/roles/" + file + " is not readable YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new IllegalArgumentException("config/roles/" + file + " must hold roles at its root");
        }
        map.forEach((name, values) -> add(file, name, values));
    }

    private void add(String file, Object role, Object said) {
        if (!(role instanceof String name)
                || !name.matches("[A-Za-z0-9_-]{1,64}")
                || !(said instanceof Map<?, ?> values)) {
            throw new IllegalArgumentException("config/roles/" + file + " must hold roles with their properties");
        }
        Map<Object, Object> all = roles.computeIfAbsent(name, key -> new LinkedHashMap<>());
        values.forEach((key, value) -> {
            if (all.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException(
                        "config/roles/" + file + " says " + key + " of the role " + name + ", as another file does");
            }
        });
    }

    /**
     * Writes the roles into {@code userroles}, those that are there otherwise; a role that is there keeps its identifier.
     */
    void write(Session session) throws RepositoryException {
        Node root = Workspace.USERROLES.root(session);
        for (Map.Entry<String, Map<Object, Object>> role : roles.entrySet()) {
            Node node = root.hasNode(role.getKey())
                    ? root.getNode(role.getKey())
                    : root.addNode(role.getKey(), "mgnl:role");
            if (!plain(node).equals(plain(role.getValue()))) {
                empty(node);
                fill(node, role.getValue());
            }
        }
    }

    /** Returns the content of a role as text: the same read from a file and from the store. */
    private static Map<String, Object> plain(Map<?, ?> values) {
        Map<String, Object> plain = new TreeMap<>();
        values.forEach((key, value) -> {
            if (isSaid(String.valueOf(key))) {
                plain.put(String.valueOf(key), value instanceof Map<?, ?> inner ? plain(inner) : String.valueOf(value));
            }
        });
        return plain;
    }

    private static Map<String, Object> plain(Node node) throws RepositoryException {
        Map<String, Object> plain = new TreeMap<>();
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (isSaid(property.getName())) {
                plain.put(property.getName(), text(property));
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            plain.put(child.getName(), plain(child));
        }
        return plain;
    }

    private static String text(Property property) throws RepositoryException {
        if (!property.isMultiple()) {
            return property.getString();
        }
        List<String> values = new ArrayList<>();
        for (Value value : property.getValues()) {
            values.add(value.getString());
        }
        return values.toString();
    }

    private static boolean isSaid(String property) {
        return !property.startsWith("jcr:") && !property.equals(Roles.APPLIED);
    }

    private static void empty(Node node) throws RepositoryException {
        for (NodeIterator children = node.getNodes("acl_*"); children.hasNext(); ) {
            children.nextNode().remove();
        }
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!NodeTypes.isProtected(property.getName()) && isSaid(property.getName())) {
                property.remove();
            }
        }
    }

    private static void fill(Node node, Map<?, ?> values) throws RepositoryException {
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (name.startsWith("jcr:")) {
                continue;
            }
            if (entry.getValue() instanceof Map<?, ?> child) {
                fill(node.addNode(name, "mgnl:contentNode"), child);
            } else {
                set(node, name, entry.getValue());
            }
        }
    }

    private static void set(Node node, String name, Object value) throws RepositoryException {
        ValueFactory values = node.getSession().getValueFactory();
        if (value instanceof Number number) {
            node.setProperty(name, number.longValue());
        } else if (value instanceof Collection<?> many) {
            node.setProperty(
                    name,
                    many.stream()
                            .map(one -> values.createValue(String.valueOf(one)))
                            .toArray(Value[]::new));
        } else {
            node.setProperty(name, String.valueOf(value));
        }
    }
}
