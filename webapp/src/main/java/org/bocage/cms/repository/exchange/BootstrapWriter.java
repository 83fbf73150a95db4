package org.bocage.cms.repository.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.tree.NodeCopy;
import org.bocage.cms.repository.tree.TreeWriter;
import org.jspecify.annotations.Nullable;

/** Puts what a bootstrap file holds into a workspace. */
public final class BootstrapWriter {

    private static final Set<String> ABOUT_THE_NODE = Set.of("jcr:primaryType", "jcr:uuid", "jcr:mixinTypes");
    /** Kept by the repository itself, or of a history that does not come along. */
    private static final Set<String> LEFT_OUT = Set.of(
            "jcr:created",
            "jcr:createdBy",
            "jcr:versionHistory",
            "jcr:baseVersion",
            "jcr:predecessors",
            "jcr:mergeFailed",
            "jcr:isCheckedOut",
            "jcr:lockOwner",
            "jcr:lockIsDeep");
    /** Versions and locks are the repository's of the other side. */
    private static final Set<String> MIXINS_LEFT_OUT =
            Set.of("mix:versionable", "mix:simpleVersionable", "mix:lockable");

    private final Workspace workspace;
    private final Identifiers identifiers;
    private final Set<String> unknownMixins;
    private final ItemHistory history;

    /** @param history of the items that are replaced */
    public BootstrapWriter(
            Workspace workspace, Identifiers identifiers, Set<String> unknownMixins, ItemHistory history) {
        this.workspace = workspace;
        this.identifiers = identifiers;
        this.unknownMixins = unknownMixins;
        this.history = history;
    }

    /** Whether a node goes with the one above; sub pages, items and assets stand for themselves. */
    static boolean isPart(Node node) throws RepositoryException {
        return !node.isNodeType("mgnl:content") && !node.isNodeType("mgnl:asset") && !node.isNodeType("mgnl:folder");
    }

    /** Puts a node with what lies below it. */
    public void put(Node parent, String name, Map<String, Object> values, DemoShift shift) throws RepositoryException {
        put(parent, name, values, shift, null);
    }

    private void put(Node parent, String name, Map<String, Object> values, DemoShift shift, @Nullable DemoShift above)
            throws RepositoryException {
        DemoShift own = above == null && Boolean.TRUE.equals(values.get("demo")) ? shift : above;
        DemoShift shifted = own == null ? null : own.within(values.get("demoSerie"));
        String type = String.valueOf(values.getOrDefault("jcr:primaryType", "mgnl:contentNode"));
        if (parent.hasNode(name)) {
            Node present = parent.getNode(name);
            if (present.getPrimaryNodeType().getName().equals(type)) {
                replace(present, values, shift, shifted);
                return;
            }
            present.remove();
        }
        Node added = addNode(parent, name, type, values.get("jcr:uuid"));
        fill(added, values, shift, shifted);
        if (Boolean.TRUE.equals(values.get("demo")) && values.get("auteur") instanceof String author) {
            // somebody of the demo goes on with their own, as with what they write themselves
            AccessControl.setOwner(added, author);
        }
    }

    private void replace(Node node, Map<String, Object> values, DemoShift shift, @Nullable DemoShift shifted)
            throws RepositoryException {
        ItemHistory kept = node.isNodeType("mgnl:content") ? history : ItemHistory.NONE;
        kept.keep(node, () -> {
            clear(node, any -> true, child -> !(values.get(child) instanceof Map<?, ?>));
            fill(node, values, shift, shifted);
            putInOrder(node, values);
        });
    }

    /** Takes away what is selected of an item, and puts other values in its place. */
    public void restore(Node item, Map<String, Object> values, NodeCopy.Selection selected) throws RepositoryException {
        clear(item, selected, selected);
        fill(item, values, DemoShift.NONE, null);
    }

    private static void clear(Node node, NodeCopy.Selection ofProperties, NodeCopy.Selection ofChildren)
            throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (BootstrapYaml.isContent(property.getName())
                    && !ABOUT_THE_NODE.contains(property.getName())
                    && ofProperties.contains(property.getName())) {
                property.remove();
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:") && isPart(child) && ofChildren.contains(child.getName())) {
                child.remove();
            }
        }
    }

    private void fill(Node node, Map<String, Object> values, DemoShift shift, @Nullable DemoShift shifted)
            throws RepositoryException {
        if (values.get("jcr:mixinTypes") instanceof Collection<?> mixins) {
            for (Object mixin : mixins) {
                String name = String.valueOf(mixin);
                if (!unknownMixins.contains(name) && !MIXINS_LEFT_OUT.contains(name) && !name.startsWith("rep:")) {
                    node.addMixin(name);
                }
            }
        }
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            String name = entry.getKey();
            if (ABOUT_THE_NODE.contains(name)
                    || LEFT_OUT.contains(name)
                    || NodeTypes.isAboutHistory(name)
                    || name.startsWith("rep:")) {
                continue;
            }
            if (entry.getValue() instanceof Map<?, ?>) {
                put(node, name, BootstrapYaml.asMap(entry.getValue()), shift, shifted);
            } else {
                setProperty(node, name, entry.getValue(), shifted);
            }
        }
    }

    private static void putInOrder(Node node, Map<String, Object> values) throws RepositoryException {
        if (node.getPrimaryNodeType().hasOrderableChildNodes()) {
            for (Map.Entry<String, Object> child : values.entrySet()) {
                if (child.getValue() instanceof Map<?, ?> && node.hasNode(child.getKey())) {
                    node.orderBefore(child.getKey(), null);
                }
            }
        }
    }

    /** JCR gives new identifiers by itself. */
    private Node addNode(Node parent, String name, String type, @Nullable Object uuid) throws RepositoryException {
        if (uuid == null) {
            return parent.addNode(name, type);
        }
        String path = parent.getPath() + "/" + name;
        String identifier = identifiers.of(path, String.valueOf(uuid));
        if (!identifiers.put(identifier)) {
            identifier = UUID.randomUUID().toString();
            identifiers.keep(path, String.valueOf(uuid), identifier);
        }
        return TreeWriter.add(parent, name, type, identifier, Map.of());
    }

    private void setProperty(Node node, String name, @Nullable Object value, @Nullable DemoShift shifted)
            throws RepositoryException {
        ValueFactory factory = node.getSession().getValueFactory();
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
        if (value instanceof Calendar date) {
            return factory.createValue(shifted == null || shifted.days() == 0 ? date : shifted.apply(date));
        }
        if (value instanceof byte[] bytes) {
            return factory.createValue(factory.createBinary(new ByteArrayInputStream(bytes)));
        }
        if (value instanceof TypedText typed) {
            return typed(factory, typed);
        }
        return factory.createValue(identifiers.follow(workspace, String.valueOf(value)));
    }

    /** A reference is kept as a weak one: what it leads to may come later, or not at all. */
    private Value typed(ValueFactory factory, TypedText value) throws RepositoryException {
        boolean reference = value.type() == PropertyType.REFERENCE;
        return factory.createValue(
                identifiers.follow(workspace, value.text()), reference ? PropertyType.WEAKREFERENCE : value.type());
    }
}
