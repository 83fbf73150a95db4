package org.bocage.editorial.form.values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.ItemProvider;
import org.bocage.cms.definition.form.NameDecorator;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;

/** Reads values from nodes (spec 4.6); {@link NodeWriter} is the way back. */
public final class NodeValues {

    private final Map<String, List<String>> read = new LinkedHashMap<>();

    private NodeValues() {}

    public static FormValues read(List<Part> parts, Node item) throws RepositoryException {
        NodeValues values = new NodeValues();
        for (Part part : parts) {
            values.part(part, part.name(), item, UnaryOperator.identity());
        }
        return new FormValues(values.read);
    }

    private void part(Part part, String path, Node node, UnaryOperator<String> stored) throws RepositoryException {
        if (part instanceof Leaf leaf) {
            leaf(leaf, path, node, stored.apply(leaf.name()));
        } else if (part instanceof Group group) {
            Optional<Node> holder = holder(node, group.provider());
            if (holder.isPresent()) {
                inside(group.parts(), path, holder.get(), names(group.decorator(), group.name()));
            }
        } else if (part instanceof Alternative alternative) {
            Optional<Node> holder = holder(node, alternative.provider());
            if (holder.isPresent()) {
                alternative(alternative, path, holder.get());
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
        UnaryOperator<String> stored = names(field.decorator(), field.name());
        inside(List.of(field.choice()), path, node, stored);
        for (Map.Entry<String, List<Part>> one : field.cases().entrySet()) {
            inside(one.getValue(), Part.at(path, one.getKey()), node, stored);
        }
    }

    private void leaf(Leaf leaf, String path, Node node, String name) throws RepositoryException {
        List<String> texts = new ArrayList<>();
        for (Value value : values(node, name)) {
            texts.add(leaf.kind().text(value));
        }
        read.put(path, leaf.several() || texts.isEmpty() ? List.copyOf(texts) : List.of(texts.get(0)));
    }

    private void entries(Entries entries, String path, Node node, UnaryOperator<String> stored)
            throws RepositoryException {
        if (entries.definition().storage() == FieldDefinition.Storage.VALUES) {
            int index = 0;
            for (Value value : values(node, stored.apply(entries.name()))) {
                String text = entries.inner() instanceof Leaf leaf ? leaf.kind().text(value) : value.getString();
                read.put(FormValues.entry(path, index++), List.of(text));
            }
            return;
        }
        Optional<Node> holder = holder(node, entries.definition().itemProvider());
        if (holder.isEmpty()) {
            return;
        }
        int index = 0;
        for (Node entry : entryNodes(entries, holder.get())) {
            String at = FormValues.entry(path, index++);
            read.put(at, List.of());
            read.put(Part.at(at, Binding.ENTRY_ID), List.of(entry.getIdentifier()));
            if (entries.inner() instanceof Group group) {
                inside(group.parts(), at, entry, names(group.decorator(), group.name()));
            } else {
                part(entries.inner(), at, entry, UnaryOperator.identity());
            }
        }
    }

    /** The nodes of the entries: every child of a node of their own, else those that bear the base name. */
    static List<Node> entryNodes(Entries entries, Node holder) throws RepositoryException {
        String zero = entries.definition().entryName(0);
        String base = zero.substring(0, zero.length() - 1);
        boolean own = entries.definition().itemProvider() instanceof ItemProvider.ChildNode;
        List<Node> nodes = new ArrayList<>();
        for (NodeIterator children = holder.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            String name = child.getName();
            boolean named =
                    name.startsWith(base) && name.substring(base.length()).matches("[0-9]{1,9}");
            if (own ? !name.contains(":") : named) {
                nodes.add(child);
            }
        }
        return nodes;
    }

    static UnaryOperator<String> names(NameDecorator decorator, String outer) {
        return inner -> decorator == NameDecorator.PREFIX ? decorator.name(outer, inner) : inner;
    }

    private static Optional<Node> holder(Node node, ItemProvider provider) throws RepositoryException {
        if (!(provider instanceof ItemProvider.ChildNode child)) {
            return Optional.of(node);
        }
        return node.hasNode(child.nodeName()) ? Optional.of(node.getNode(child.nodeName())) : Optional.empty();
    }

    private static List<Value> values(Node node, String name) throws RepositoryException {
        if (!node.hasProperty(name)) {
            return List.of();
        }
        Property property = node.getProperty(name);
        return property.isMultiple() ? List.of(property.getValues()) : List.of(property.getValue());
    }
}
