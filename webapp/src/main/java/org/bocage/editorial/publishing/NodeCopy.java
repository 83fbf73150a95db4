package org.bocage.editorial.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.IdentifiedNode;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;

/** Brings a node of one store in step with its original in the other: same identifiers, only what differs is written. */
final class NodeCopy {

    /** Which parts of a node are copied, by their path from it. */
    @FunctionalInterface
    interface Selection {
        boolean contains(String path) throws RepositoryException;
    }

    private final Selection selection;

    NodeCopy(Selection selection) {
        this.selection = selection;
    }

    /** Copies a node to the same place of another store. */
    Node copy(Node source, Session target) throws RepositoryException {
        Node parent = parent(source, target);
        bring(source, target, parent);
        Node copy = whole(parent, source, "");
        update(source, copy, "");
        if (!source.isNew() || source.isNodeType("mgnl:page")) {
            // an item that was just added is the last one, here as there
            putInPlace(source, copy);
        }
        return copy;
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
        return child(parent(above, target), above);
    }

    /** The node of that name and identifier, bare when it was not there. */
    private static Node child(Node parent, Node source) throws RepositoryException {
        Optional<Node> present = present(parent, source);
        if (present.isPresent()) {
            return present.get();
        }
        return IdentifiedNode.add(parent, source, (node, path) -> false);
    }

    /** The same with what is below it. */
    private Node whole(Node parent, Node source, String prefix) throws RepositoryException {
        Optional<Node> present = present(parent, source);
        if (present.isPresent()) {
            return present.get();
        }
        return IdentifiedNode.add(parent, source, (node, path) -> isPart(node) && selection.contains(prefix + path));
    }

    private static Optional<Node> present(Node parent, Node source) throws RepositoryException {
        if (!parent.hasNode(source.getName())) {
            return Optional.empty();
        }
        Node present = parent.getNode(source.getName());
        if (!source.isNodeType("mix:referenceable") || present.getIdentifier().equals(source.getIdentifier())) {
            return Optional.of(present);
        }
        present.remove();
        return Optional.empty();
    }

    /** What lies elsewhere comes to its place; a page with the pages below it. */
    private static void bring(Node source, Session target, Node parent) throws RepositoryException {
        if (!source.isNodeType("mix:referenceable")) {
            return;
        }
        var present = Workspace.byId(target, source.getIdentifier());
        if (present.isEmpty() || present.get().getPath().equals(source.getPath())) {
            return;
        }
        if (source.isNodeType("mgnl:page") && !parent.hasNode(source.getName())) {
            target.move(present.get().getPath(), parent.getPath() + "/" + source.getName());
        } else {
            present.get().remove();
        }
    }

    /** Brings what is there of a node to the place that the node has now, as it is. */
    static void relocate(Node source, Session target) throws RepositoryException {
        if (Workspace.byId(target, source.getIdentifier()).isPresent()) {
            Node parent = parent(source, target);
            bring(source, target, parent);
            putInPlace(source, parent.getNode(source.getName()));
        }
    }

    private void update(Node source, Node copy, String prefix) throws RepositoryException {
        updateProperties(source, copy, prefix);
        TreeSet<String> kept = new TreeSet<>();
        List<String> order = new ArrayList<>();
        for (NodeIterator children = source.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (isPart(child) && selection.contains(prefix + child.getName())) {
                kept.add(child.getName());
                order.add(child.getName());
                update(child, whole(copy, child, prefix + child.getName() + "/"), prefix + child.getName() + "/");
            }
        }
        for (NodeIterator children = copy.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (isPart(child) && !kept.contains(child.getName())) {
                child.remove();
            }
        }
        putInOrder(copy, order);
    }

    /** Sub pages and items are published on their own. */
    private static boolean isPart(Node child) throws RepositoryException {
        return !child.getName().startsWith("rep:")
                && !child.isNodeType("mgnl:content")
                && !child.isNodeType("mgnl:asset")
                && !child.isNodeType("mgnl:folder");
    }

    private void updateProperties(Node source, Node copy, String prefix) throws RepositoryException {
        for (PropertyIterator properties = source.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!NodeTypes.isProtected(property) && selection.contains(prefix + property.getName())) {
                set(copy, property);
            }
        }
        for (PropertyIterator properties = copy.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!NodeTypes.isProtected(property)
                    && !(source.hasProperty(property.getName()) && selection.contains(prefix + property.getName()))) {
                property.remove();
            }
        }
    }

    /** Gives a node a property of another one, whatever it had under that name. */
    static void set(Node copy, Property property) throws RepositoryException {
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

    private static void putInOrder(Node copy, List<String> order) throws RepositoryException {
        if (!copy.getPrimaryNodeType().hasOrderableChildNodes() || order.size() < 2) {
            return;
        }
        List<String> present = new ArrayList<>();
        for (NodeIterator children = copy.getNodes(); children.hasNext(); ) {
            present.add(children.nextNode().getName());
        }
        present.retainAll(order);
        if (!present.equals(order)) {
            for (String name : order) {
                copy.orderBefore(name, null);
            }
        }
    }
}
