package org.bocage.cms.repository.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.apache.jackrabbit.oak.api.Blob;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.memory.PropertyStates;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.TreeRepository;
import org.bocage.cms.repository.Workspace;

/** Brings a node of one store in step with its original in the other: same identifiers, only what differs is written. */
public final class NodeCopy {

    /** Which parts of a node are copied, by their path from it. */
    @FunctionalInterface
    public interface Selection {
        boolean contains(String path) throws RepositoryException;
    }

    /** Sub pages and items are published on their own. */
    private static final List<String> NO_PART = List.of("mgnl:content", "mgnl:asset", "mgnl:folder");

    private final Selection selection;

    public NodeCopy(Selection selection) {
        this.selection = selection;
    }

    /** Copies a node to the same place of another store. */
    public Node copy(Node source, Session target) throws RepositoryException {
        return copy(source, target, present(source, target));
    }

    /**
     * As {@link #copy(Node, Session)}.
     *
     * @param present the node of that identifier that is saved there, wherever it lies
     */
    public Node copy(Node source, Session target, Optional<Node> present) throws RepositoryException {
        Node copy = append(source, target, present);
        putInPlace(source, copy);
        return copy;
    }

    /**
     * As {@link #copy(Node, Session, Optional)}, but what was not there comes last among its siblings: for an item that was just
     * added, and for all of a folder, which {@link #order} follows.
     */
    public Node append(Node source, Session target, Optional<Node> present) throws RepositoryException {
        Node parent = parent(source, target);
        bring(source, present, parent);
        Root from = TreeRepository.root(source.getSession());
        Root to = TreeRepository.root(target);
        Tree original = from.getTree(source.getPath());
        TreeWriter writer = new TreeWriter(target);
        new Copying(from, to, writer).update(original, same(writer, to.getTree(parent.getPath()), original), "");
        return parent.getNode(source.getName());
    }

    /** Brings what is there of the nodes below one in the order of the original. */
    public static void order(Node source, Session target) throws RepositoryException {
        if (target.nodeExists(source.getPath())) {
            Root from = TreeRepository.root(source.getSession());
            Root to = TreeRepository.root(target);
            Set<String> names = new LinkedHashSet<>();
            from.getTree(source.getPath()).getChildren().forEach(child -> names.add(child.getName()));
            Copying.putInOrder(to.getTree(source.getPath()), names, to.getTree(NodeTypes.PLACE));
        }
    }

    /** Among its siblings, as far as they are there, as in the original. */
    private static void putInPlace(Node source, Node copy) throws RepositoryException {
        Node parent = copy.getParent();
        if (!parent.getPrimaryNodeType().hasOrderableChildNodes()) {
            return;
        }
        boolean isPassed = false;
        for (NodeIterator siblings = source.getParent().getNodes(); siblings.hasNext(); ) {
            String name = siblings.nextNode().getName();
            if (isPassed && parent.hasNode(name)) {
                parent.orderBefore(copy.getName(), name);
                return;
            }
            isPassed |= name.equals(source.getName());
        }
        parent.orderBefore(copy.getName(), null);
    }

    /** Folders and pages above go bare when they are not there. */
    private static Node parent(Node source, Session target) throws RepositoryException {
        Node above = source.getParent();
        if (above.getDepth() == 1) {
            Workspace workspace = Workspace.of(source);
            NodeTypes.ensureWorkspace(target, workspace);
            return workspace.root(target);
        }
        Node parent = parent(above, target);
        Root to = TreeRepository.root(target);
        same(
                new TreeWriter(target),
                to.getTree(parent.getPath()),
                TreeRepository.root(above.getSession()).getTree(above.getPath()));
        return parent.getNode(above.getName());
    }

    /** The node of that name and identifier, bare when it was not there. */
    private static Tree same(TreeWriter writer, Tree parent, Tree source) throws RepositoryException {
        String identifier = TreeUtil.getString(source, "jcr:uuid");
        if (parent.hasChild(source.getName())) {
            Tree present = parent.getChild(source.getName());
            if (identifier == null || identifier.equals(TreeUtil.getString(present, "jcr:uuid"))) {
                return present;
            }
            present.remove();
        }
        String type = Objects.requireNonNull(TreeUtil.getPrimaryTypeName(source));
        return writer.add(parent, source.getName(), type, identifier);
    }

    private static Optional<Node> present(Node source, Session target) throws RepositoryException {
        return source.isNodeType("mix:referenceable")
                ? Workspace.savedById(target, source.getIdentifier())
                : Optional.empty();
    }

    /** Removes the copy that lies elsewhere, or moves it here when it is a page, with the pages below it. */
    private static void bring(Node source, Optional<Node> present, Node parent) throws RepositoryException {
        if (present.isEmpty() || present.get().getPath().equals(source.getPath())) {
            return;
        }
        if (source.isNodeType("mgnl:page") && !parent.hasNode(source.getName())) {
            parent.getSession().move(present.get().getPath(), parent.getPath() + "/" + source.getName());
        } else {
            present.get().remove();
        }
    }

    /** Brings what is there of a node to the place that the node has now, as it is. */
    public static void relocate(Node source, Session target) throws RepositoryException {
        Optional<Node> present = present(source, target);
        if (present.isPresent()) {
            Node parent = parent(source, target);
            bring(source, present, parent);
            putInPlace(source, parent.getNode(source.getName()));
        }
    }

    /** One copying, from the tree of one store to that of the other. */
    private final class Copying {

        private final Tree types;
        private final Root to;
        private final Tree typesThere;
        private final TreeWriter writer;

        Copying(Root from, Root to, TreeWriter writer) {
            this.types = from.getTree(NodeTypes.PLACE);
            this.to = to;
            this.writer = writer;
            this.typesThere = to.getTree(NodeTypes.PLACE);
        }

        void update(Tree source, Tree copy, String prefix) throws RepositoryException {
            updateProperties(source, copy, prefix);
            Set<String> kept = new LinkedHashSet<>();
            for (Tree child : source.getChildren()) {
                String path = prefix + child.getName();
                if (isPart(child, types) && selection.contains(path)) {
                    kept.add(child.getName());
                    update(child, same(writer, copy, child), path + "/");
                }
            }
            for (Tree child : children(copy)) {
                if (!kept.contains(child.getName()) && isPart(child, typesThere)) {
                    child.remove();
                }
            }
            putInOrder(copy, kept, typesThere);
        }

        private void updateProperties(Tree source, Tree copy, String prefix) throws RepositoryException {
            Set<String> kept = new HashSet<>();
            for (PropertyState property : source.getProperties()) {
                String name = property.getName();
                if (!NodeTypes.isProtected(name) && selection.contains(prefix + name)) {
                    kept.add(name);
                    if (!property.equals(copy.getProperty(name))) {
                        copy.setProperty(ofThere(property));
                    }
                }
            }
            List<String> present = new ArrayList<>();
            copy.getProperties().forEach(property -> present.add(property.getName()));
            for (String name : present) {
                if (!kept.contains(name) && !NodeTypes.isProtected(name)) {
                    copy.removeProperty(name);
                }
            }
        }

        /** The same property without anything of the store it comes from. */
        private PropertyState ofThere(PropertyState property) throws RepositoryException {
            String name = property.getName();
            if (property.getType().equals(Type.BINARY)) {
                return PropertyStates.createProperty(name, ofThere(property.getValue(Type.BINARY)), Type.BINARY);
            }
            if (property.getType().equals(Type.BINARIES)) {
                List<Blob> blobs = new ArrayList<>();
                for (Blob blob : property.getValue(Type.BINARIES)) {
                    blobs.add(ofThere(blob));
                }
                return PropertyStates.createProperty(name, blobs, Type.BINARIES);
            }
            return PropertyStates.createProperty(name, property.getValue(property.getType()), property.getType());
        }

        private Blob ofThere(Blob blob) throws RepositoryException {
            try {
                return to.createBlob(blob.getNewStream());
            } catch (java.io.IOException e) {
                throw new RepositoryException(e);
            }
        }

        static void putInOrder(Tree copy, Set<String> order, Tree types) {
            String type = TreeUtil.getPrimaryTypeName(copy);
            if (order.size() < 2
                    || type == null
                    || !TreeUtil.getBoolean(types.getChild(type), "jcr:hasOrderableChildNodes")) {
                return;
            }
            List<String> present = new ArrayList<>();
            copy.getChildren().forEach(child -> present.add(child.getName()));
            present.retainAll(order);
            List<String> wanted = new ArrayList<>(order);
            wanted.retainAll(new HashSet<>(present));
            int first = 0;
            while (first < wanted.size() && wanted.get(first).equals(present.get(first))) {
                first++;
            }
            // each move writes the names of all siblings again: those that stand as they should are left
            for (String name : wanted.subList(first, wanted.size())) {
                copy.getChild(name).orderBefore(null);
            }
        }

        private static List<Tree> children(Tree tree) {
            List<Tree> children = new ArrayList<>();
            tree.getChildren().forEach(children::add);
            return children;
        }
    }

    /** Whether a child belongs to its node, being no item of its own. */
    public static boolean isPart(Tree child, Tree types) {
        return !child.getName().startsWith("rep:")
                && NO_PART.stream().noneMatch(type -> TreeUtil.isNodeType(child, type, types));
    }

    /** Gives a node a property of another one, whatever it had under that name. */
    public static void set(Node copy, Property property) throws RepositoryException {
        String name = property.getName();
        if (property.isMultiple()) {
            if (copy.hasProperty(name) && !copy.getProperty(name).isMultiple()) {
                copy.getProperty(name).remove();
            }
            copy.setProperty(name, property.getValues(), property.getType());
        } else if (property.getType() == PropertyType.BINARY) {
            copy.setProperty(
                    name,
                    copy.getSession()
                            .getValueFactory()
                            .createValue(copy.getSession()
                                    .getValueFactory()
                                    .createBinary(property.getBinary().getStream())));
        } else {
            Value value = property.getValue();
            if (copy.hasProperty(name)
                    && (copy.getProperty(name).isMultiple()
                            || !copy.getProperty(name).getValue().equals(value))) {
                copy.getProperty(name).remove();
            }
            copy.setProperty(name, value);
        }
    }
}
