package org.bocage.editorial.form.values;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.jcr.Node;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.ItemProvider;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;
import org.jspecify.annotations.Nullable;

/** Writes checked values into nodes as {@link NodeValues} reads them; what no field names is left as it is. */
public final class NodeWriter {

    private static final String CONTENT_NODE = "mgnl:contentNode";

    private final FormValues values;

    private NodeWriter(FormValues values) {
        this.values = values;
    }

    public static void write(List<Part> parts, FormValues values, Node item) throws RepositoryException {
        NodeWriter writer = new NodeWriter(values);
        for (Part part : parts) {
            writer.part(part, part.name(), item, UnaryOperator.identity());
        }
    }

    private void part(Part part, String path, Node node, UnaryOperator<String> stored) throws RepositoryException {
        if (part.definition().basics().readOnly()) {
            return;
        }
        if (part instanceof Leaf leaf) {
            leaf(leaf, path, node, stored.apply(leaf.name()));
        } else if (part instanceof Group group) {
            Node holder = holder(node, group.provider(), group.isBlank(values, path));
            if (holder != null) {
                inside(group.parts(), path, holder, NodeValues.names(group.decorator(), group.name()));
                removeIfEmpty(holder, group.provider());
            }
        } else if (part instanceof Alternative alternative) {
            Node holder = holder(node, alternative.provider(), alternative.isBlank(values, path));
            if (holder != null) {
                alternative(alternative, path, holder);
                removeIfEmpty(holder, alternative.provider());
            }
        } else if (part instanceof Entries entries) {
            entries(entries, path, node, stored);
        }
    }

    private void inside(List<Part> parts, String path, Node node, UnaryOperator<String> stored)
            throws RepositoryException {
        for (Part part : parts) {
            part(part, Part.at(path, part.name()), node, stored);
        }
    }

    private void alternative(Alternative field, String path, Node node) throws RepositoryException {
        UnaryOperator<String> stored = NodeValues.names(field.decorator(), field.name());
        inside(List.of(field.choice()), path, node, stored);
        if (field.forgetful()) {
            for (List<Part> parts : field.cases().values()) {
                for (Part part : parts) {
                    if (!(part instanceof Part.Fixed)) {
                        remove(node, stored.apply(part.name()));
                    }
                }
            }
        }
        String chosen = values.text(Part.at(path, field.choice().name()));
        inside(field.chosen(values, path), Part.at(path, chosen), node, stored);
    }

    private void leaf(Leaf leaf, String path, Node node, String name) throws RepositoryException {
        List<Value> stored = new ArrayList<>();
        for (String typed : values.all(path)) {
            if (!leaf.kind().isBlank(typed)) {
                stored.add(leaf.kind().value(typed, node.getSession().getValueFactory()));
            }
        }
        if (leaf.several()) {
            set(node, name, stored);
        } else if (!stored.isEmpty()) {
            set(node, name, stored.get(0));
        } else if (leaf.kind() == ValueKind.BOOLEAN) {
            set(node, name, node.getSession().getValueFactory().createValue(false));
        } else if (!(leaf.single() instanceof FieldDefinition.PasswordField)) {
            remove(node, name);
        }
    }

    private void entries(Entries entries, String path, Node node, UnaryOperator<String> stored)
            throws RepositoryException {
        if (entries.definition().storage() == FieldDefinition.Storage.VALUES) {
            List<Value> all = new ArrayList<>();
            for (String entry : entries.filled(values, path)) {
                ValueKind kind = entries.inner() instanceof Leaf leaf ? leaf.kind() : ValueKind.TEXT;
                all.add(kind.value(values.text(entry), node.getSession().getValueFactory()));
            }
            set(node, stored.apply(entries.name()), all);
            return;
        }
        ItemProvider provider = entries.definition().itemProvider();
        Node holder = holder(node, provider, entries.isBlank(values, path));
        if (holder != null) {
            entryNodes(entries, path, holder);
            removeIfEmpty(holder, provider);
        }
    }

    /** Entries that were there keep their node and all that lies in it, wherever they were moved to. */
    private void entryNodes(Entries entries, String path, Node holder) throws RepositoryException {
        List<Node> before = NodeValues.entryNodes(entries, holder);
        List<Node> left = new ArrayList<>(before);
        List<Node> after = new ArrayList<>();
        for (String entry : entries.filled(values, path)) {
            Node node = take(left, values.text(Part.at(entry, Binding.ENTRY_ID)));
            after.add(node == null ? add(entries, holder) : node);
            fill(entries.inner(), entry, after.get(after.size() - 1));
        }
        for (Node removed : left) {
            removed.remove();
        }
        before.removeAll(left);
        if (!before.equals(after.subList(0, before.size()))) {
            for (Node node : after) {
                holder.orderBefore(node.getName(), null);
            }
        }
    }

    private void fill(Part inner, String path, Node entry) throws RepositoryException {
        if (inner instanceof Group group) {
            inside(group.parts(), path, entry, NodeValues.names(group.decorator(), group.name()));
        } else {
            part(inner, path, entry, UnaryOperator.identity());
        }
    }

    private static @Nullable Node take(List<Node> left, String identifier) throws RepositoryException {
        for (Node node : left) {
            if (node.getIdentifier().equals(identifier)) {
                left.remove(node);
                return node;
            }
        }
        return null;
    }

    private static Node add(Entries entries, Node holder) throws RepositoryException {
        int index = 0;
        while (holder.hasNode(entries.definition().entryName(index))) {
            index++;
        }
        return holder.addNode(entries.definition().entryName(index), CONTENT_NODE);
    }

    /** The node that holds the fields; null when there is none and nothing to put in it. */
    private static @Nullable Node holder(Node node, ItemProvider provider, boolean blank) throws RepositoryException {
        if (!(provider instanceof ItemProvider.ChildNode child)) {
            return node;
        }
        if (node.hasNode(child.nodeName())) {
            return node.getNode(child.nodeName());
        }
        return blank && child.removeIfEmpty() ? null : node.addNode(child.nodeName(), child.nodeType());
    }

    private static void removeIfEmpty(Node holder, ItemProvider provider) throws RepositoryException {
        if (provider instanceof ItemProvider.ChildNode child && child.removeIfEmpty() && isEmpty(holder)) {
            holder.remove();
        }
    }

    private static boolean isEmpty(Node holder) throws RepositoryException {
        if (holder.hasNodes()) {
            return false;
        }
        for (PropertyIterator properties = holder.getProperties(); properties.hasNext(); ) {
            if (!properties.nextProperty().getName().contains(":")) {
                return false;
            }
        }
        return true;
    }

    private static void set(Node node, String name, Value value) throws RepositoryException {
        removeWhen(node, name, true);
        node.setProperty(name, value);
    }

    private static void set(Node node, String name, List<Value> all) throws RepositoryException {
        removeWhen(node, name, false);
        if (all.isEmpty()) {
            remove(node, name);
        } else {
            node.setProperty(name, all.toArray(Value[]::new));
        }
    }

    private static void removeWhen(Node node, String name, boolean multiple) throws RepositoryException {
        if (node.hasProperty(name) && node.getProperty(name).isMultiple() == multiple) {
            remove(node, name);
        }
    }

    private static void remove(Node node, String name) throws RepositoryException {
        if (node.hasProperty(name)) {
            node.getProperty(name).remove();
        }
    }
}
