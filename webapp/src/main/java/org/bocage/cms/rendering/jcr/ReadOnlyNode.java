package org.bocage.cms.rendering.jcr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.Item;
import javax.jcr.ItemNotFoundException;
import javax.jcr.ItemVisitor;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PathNotFoundException;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.nodetype.NodeDefinition;
import javax.jcr.nodetype.NodeType;
import org.apache.jackrabbit.commons.ItemNameMatcher;
import org.apache.jackrabbit.commons.iterator.NodeIteratorAdapter;
import org.apache.jackrabbit.commons.iterator.PropertyIteratorAdapter;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/** A node as {@code cmsfn.asJCRNode} gives it to scripts; its texts are escaped and localised as those of its content map. */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
final class ReadOnlyNode extends ReadOnlyItem implements UnchangedNode {

    ReadOnlyNode(ContentMap map) {
        super(map);
    }

    private ContentNode node() {
        return map().node();
    }

    @Override
    public String getName() {
        return node().name();
    }

    @Override
    public String getPath() {
        return node().path();
    }

    @Override
    public int getDepth() {
        return node().depth();
    }

    @Override
    public String getIdentifier() {
        return map().id();
    }

    @Override
    @Deprecated
    public String getUUID() {
        return getIdentifier();
    }

    @Override
    public int getIndex() {
        return 1;
    }

    @Override
    public Node getParent() throws RepositoryException {
        return parent(map());
    }

    @Override
    public boolean isNode() {
        return true;
    }

    @Override
    public boolean isSame(Item other) {
        return other instanceof ReadOnlyNode one && one.node().equals(node());
    }

    @Override
    public void accept(ItemVisitor visitor) throws RepositoryException {
        visitor.visit(this);
    }

    /** The node at a relative path. */
    private Optional<ContentNode> below(String path) throws RepositoryException {
        if (path.startsWith("/")) {
            throw new RepositoryException("Not a relative path: " + path);
        }
        Optional<ContentNode> found = Optional.of(node());
        for (String step : path.split("/")) {
            found = switch (step) {
                case ".", "" -> found;
                case ".." -> found.flatMap(nodes()::parent);
                default -> found.flatMap(at -> nodes().child(at, step));
            };
        }
        return found;
    }

    private ContentMap relative(ContentNode other) {
        return other.equals(node()) ? map() : map().relative(other);
    }

    @Override
    public boolean hasNode(String path) throws RepositoryException {
        return below(path).isPresent();
    }

    @Override
    public Node getNode(String path) throws RepositoryException {
        return below(path)
                .map(this::relative)
                .map(ReadOnlyNode::new)
                .orElseThrow(() -> new PathNotFoundException(path));
    }

    @Override
    public boolean hasNodes() {
        return !nodes().children(node()).isEmpty();
    }

    @Override
    public NodeIterator getNodes() {
        return nodes(nodes().children(node()).stream());
    }

    @Override
    public NodeIterator getNodes(String pattern) {
        return nodes(nodes().children(node()).stream().filter(child -> ItemNameMatcher.matches(child.name(), pattern)));
    }

    @Override
    public NodeIterator getNodes(String[] patterns) {
        return getNodes(String.join("|", patterns));
    }

    private NodeIterator nodes(Stream<ContentNode> found) {
        return new NodeIteratorAdapter(
                found.map(map()::relative).<Node>map(ReadOnlyNode::new).toList());
    }

    /** The property at a relative path: its last step is a property, those before it are nodes. */
    private @Nullable Property property(String path) throws RepositoryException {
        int slash = path.lastIndexOf('/');
        Optional<ContentNode> owner = slash < 0 ? Optional.of(node()) : below(path.substring(0, slash));
        return owner.map(this::relative)
                .map(map -> JcrNodes.property(map, path.substring(slash + 1)))
                .orElse(null);
    }

    @Override
    public boolean hasProperty(String path) throws RepositoryException {
        return property(path) != null;
    }

    @Override
    public Property getProperty(String path) throws RepositoryException {
        Property found = property(path);
        if (found == null) {
            throw new PathNotFoundException(path);
        }
        return found;
    }

    @Override
    public boolean hasProperties() {
        return !node().properties().isEmpty();
    }

    @Override
    public PropertyIterator getProperties() {
        return getProperties("*");
    }

    @Override
    public PropertyIterator getProperties(String pattern) {
        List<Property> found = new ArrayList<>();
        for (String name : node().properties().keySet()) {
            boolean isAsked = !name.startsWith("bocage:") && ItemNameMatcher.matches(name, pattern);
            Property property = isAsked ? JcrNodes.property(map(), name) : null;
            if (property != null) {
                found.add(property);
            }
        }
        return new PropertyIteratorAdapter(found);
    }

    @Override
    public PropertyIterator getProperties(String[] patterns) {
        return getProperties(String.join("|", patterns));
    }

    /** Which properties refer to a node is nothing that a rendering could follow. */
    @Override
    public PropertyIterator getReferences() {
        return new PropertyIteratorAdapter(List.of());
    }

    @Override
    public PropertyIterator getReferences(String name) {
        return getReferences();
    }

    @Override
    public PropertyIterator getWeakReferences() {
        return getReferences();
    }

    @Override
    public PropertyIterator getWeakReferences(String name) {
        return getReferences();
    }

    @Override
    public Item getPrimaryItem() throws RepositoryException {
        String name = getPrimaryNodeType().getPrimaryItemName();
        if (name == null) {
            throw new ItemNotFoundException("No primary item in " + getPath());
        }
        return hasNode(name) ? getNode(name) : getProperty(name);
    }

    @Override
    public NodeType getPrimaryNodeType() {
        return nodes().type(node().type());
    }

    @Override
    public NodeType[] getMixinNodeTypes() {
        return mixins().map(nodes()::type).toArray(NodeType[]::new);
    }

    private Stream<String> mixins() {
        return node().properties().get("jcr:mixinTypes") instanceof List<?> names
                ? names.stream().map(String::valueOf).sorted(Comparator.naturalOrder())
                : Stream.empty();
    }

    @Override
    public boolean isNodeType(String name) throws RepositoryException {
        return getPrimaryNodeType().isNodeType(name)
                || mixins().anyMatch(mixin -> nodes().type(mixin).isNodeType(name));
    }

    @Override
    public NodeDefinition getDefinition() {
        return new AnyChild(getPrimaryNodeType());
    }

    @Override
    public String getCorrespondingNodePath(String workspace) throws RepositoryException {
        if (!Workspace.isName(workspace)
                || nodes().byPath(new Workspace(workspace), getPath()).isEmpty()) {
            throw new ItemNotFoundException(workspace + ":" + getPath());
        }
        return getPath();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReadOnlyNode node && node.node().equals(node());
    }

    @Override
    public int hashCode() {
        return node().hashCode();
    }

    @Override
    public String toString() {
        return "node " + getPath();
    }
}
