package org.bocage.cms.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.plugins.identifier.IdentifierManager;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.jspecify.annotations.Nullable;

/** A node of {@link SavedNodes}. What was read of it is kept as long as it is. Not for several threads. */
public final class SavedNode {

    private final SavedNodes nodes;
    private final Tree tree;
    private @Nullable List<SavedProperty> properties;
    private @Nullable List<SavedNode> children;
    private @Nullable Set<String> types;

    SavedNode(SavedNodes nodes, Tree tree) {
        this.nodes = nodes;
        this.tree = tree;
    }

    /** Its path in the store. */
    public String path() {
        return tree.getPath();
    }

    public String name() {
        return tree.getName();
    }

    /** As JCR gives it (JSR 283, 3.3.1). */
    public String identifier() {
        return IdentifierManager.getIdentifier(tree);
    }

    /** Name of its primary node type. */
    public String type() {
        String type = TreeUtil.getPrimaryTypeName(tree);
        return type == null ? "" : type;
    }

    /** All types it is of: its own, its mixins, and those that they extend. */
    public Set<String> types() {
        if (types == null) {
            types = nodes.typesOf(tree);
        }
        return types;
    }

    public boolean is(String type) {
        return types().contains(type);
    }

    /** Its properties but for those that hold bytes. */
    public List<SavedProperty> properties() {
        if (properties == null) {
            List<SavedProperty> read = new ArrayList<>();
            for (PropertyState property : tree.getProperties()) {
                SavedProperty.of(property).ifPresent(read::add);
            }
            properties = read;
        }
        return properties;
    }

    /** A property that is there and holds no bytes. */
    public Optional<SavedProperty> property(String name) {
        PropertyState property = tree.getProperty(name);
        return property == null ? Optional.empty() : SavedProperty.of(property);
    }

    /** Its children, in order. */
    public List<SavedNode> children() {
        if (children == null) {
            List<SavedNode> read = new ArrayList<>();
            eachChild(read::add);
            children = read;
        }
        return children;
    }

    /** Its children, in order, of which none is kept. */
    public void eachChild(Consumer<SavedNode> work) {
        tree.getChildren().forEach(child -> work.accept(new SavedNode(nodes, child)));
    }

    public boolean hasChild(String name) {
        return tree.hasChild(name);
    }

    /** A child that is there. */
    public Optional<SavedNode> child(String name) {
        return tree.hasChild(name) ? Optional.of(new SavedNode(nodes, tree.getChild(name))) : Optional.empty();
    }

    /** The node above; empty for the root of the store. */
    public Optional<SavedNode> parent() {
        return tree.isRoot() ? Optional.empty() : Optional.of(new SavedNode(nodes, tree.getParent()));
    }
}
