package org.bocage.cms.repository.tree;

import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.jcr.ItemExistsException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.memory.PropertyStates;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.apache.jackrabbit.util.ISO8601;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.TreeRepository;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Writes many nodes and properties at once, on the tree that a session works on. JCR reads the node types for each of them; here
 * they are read when the session is saved, which refuses what they do not permit, as it refuses what the session has no right to.
 */
public final class TreeWriter {

    private static final String TYPE = "jcr:primaryType";
    private static final String PART = "mgnl:contentNode";
    /** Properties given to a new node whose type needs no more. */
    private static final Set<String> GIVEN = Set.of(TYPE, "jcr:uuid", "jcr:created", "jcr:createdBy");

    private final Map<String, TreeRepository.NewNode> newNodes;
    private final Root root;

    TreeWriter(Session session) {
        this.newNodes = ((TreeRepository) session.getRepository()).newNodes();
        this.root = TreeRepository.root(session);
    }

    /** Adds a node with its properties and child nodes, as {@link #put} writes them. */
    public static Node add(Node parent, String name, String type, Map<String, ? extends @Nullable Object> values)
            throws RepositoryException {
        return add(parent, name, type, null, values);
    }

    /**
     * As {@link #add(Node, String, String, Map)}, with an identifier that somebody else chose. JCR's way to that is the import of
     * a system view (JSR 283, 7.3), for which Oak looks for each identifier, and through all that is not saved yet; one that is
     * taken is refused when the session is saved.
     */
    public static Node add(
            Node parent,
            String name,
            String type,
            @Nullable String identifier,
            Map<String, ? extends @Nullable Object> values)
            throws RepositoryException {
        TreeWriter writer = new TreeWriter(parent.getSession());
        Tree above = TreeRepository.tree(parent);
        if (above.hasChild(name)) {
            throw new ItemExistsException(parent.getPath() + "/" + name);
        }
        writer.put(writer.add(above, name, type, identifier), values);
        return parent.getNode(name);
    }

    /**
     * Sets properties of a node and of nodes below it. What is not named stays.
     *
     * @param values by name: a text, a whole number, a {@code Boolean}, a {@code Calendar}, several texts or dates as an
     *     array; a map for a child node, added when absent, of the type that {@code jcr:primaryType} names or {@code mgnl:contentNode};
     *     null takes away the property or the child node of that name
     */
    public static void put(Node node, Map<String, ? extends @Nullable Object> values) throws RepositoryException {
        new TreeWriter(node.getSession()).put(TreeRepository.tree(node), values);
    }

    private void put(Tree node, Map<?, ?> values) throws RepositoryException {
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            String name = String.valueOf(entry.getKey());
            Object value = entry.getValue();
            if (value == null) {
                node.removeProperty(name);
                if (node.hasChild(name)) {
                    node.getChild(name).remove();
                }
            } else if (value instanceof Map<?, ?> below) {
                String type = below.get(TYPE) instanceof String named ? named : PART;
                put(node.hasChild(name) ? node.getChild(name) : add(node, name, type, null), below);
            } else if (!name.equals(TYPE)) {
                PropertyState property = property(name, value);
                if (!property.equals(node.getProperty(name))) {
                    node.setProperty(property);
                }
            }
        }
    }

    private static PropertyState property(String name, Object value) {
        if (value instanceof Calendar date) {
            return PropertyStates.createProperty(name, ISO8601.format(date), Type.DATE);
        }
        if (value instanceof Boolean bool) {
            return PropertyStates.createProperty(name, bool, Type.BOOLEAN);
        }
        if (value instanceof Integer || value instanceof Long) {
            return PropertyStates.createProperty(name, ((Number) value).longValue(), Type.LONG);
        }
        if (value instanceof String[] texts) {
            return PropertyStates.createProperty(name, Arrays.asList(texts), Type.STRINGS);
        }
        if (value instanceof Calendar[] dates) {
            return PropertyStates.createProperty(
                    name, Arrays.stream(dates).map(ISO8601::format).toList(), Type.DATES);
        }
        if (value instanceof String text) {
            return PropertyStates.createProperty(name, text, Type.STRING);
        }
        throw new IllegalArgumentException(name + " cannot be written: " + value.getClass());
    }

    /** Adds a bare node, which is given what Oak gives it; with a new identifier unless one was chosen. */
    public Tree add(Tree parent, String name, String type, @Nullable String identifier) throws RepositoryException {
        if (name.contains("/") || !Workspace.isWellFormed("/" + name)) {
            throw new RepositoryException("Not a name: " + name);
        }
        TreeRepository.NewNode known = newNodes.get(type);
        Tree node = known == null ? addFirst(parent, name, type) : addLike(known, parent, name, type);
        if (identifier != null) {
            node.setProperty("jcr:uuid", identifier);
        }
        return node;
    }

    private Tree addFirst(Tree parent, String name, String type) throws RepositoryException {
        Tree types = root.getTree(NodeTypes.PLACE);
        Tree node = TreeUtil.addChild(parent, name, type, types, by());
        Set<String> properties = new LinkedHashSet<>();
        node.getProperties().forEach(property -> properties.add(property.getName()));
        if (GIVEN.containsAll(properties) && node.getChildrenCount(1) == 0) {
            boolean ordered = TreeUtil.getBoolean(types.getChild(type), "jcr:hasOrderableChildNodes");
            newNodes.put(type, new TreeRepository.NewNode(properties, ordered));
        }
        return node;
    }

    private Tree addLike(TreeRepository.NewNode known, Tree parent, String name, String type) {
        Tree node = parent.addChild(name);
        node.setProperty(TYPE, type, Type.NAME);
        if (known.properties().contains("jcr:uuid")) {
            node.setProperty("jcr:uuid", UUID.randomUUID().toString());
        }
        if (known.properties().contains("jcr:created")) {
            node.setProperty("jcr:created", ISO8601.format(Dates.utc(Instant.now())), Type.DATE);
        }
        if (known.properties().contains("jcr:createdBy")) {
            node.setProperty("jcr:createdBy", by());
        }
        if (known.isOrdered()) {
            node.setOrderableChildren(true);
        }
        return node;
    }

    private String by() {
        return Objects.requireNonNullElse(root.getContentSession().getAuthInfo().getUserID(), "");
    }
}
