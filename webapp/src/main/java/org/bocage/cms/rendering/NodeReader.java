package org.bocage.cms.rendering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeType;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.rendering.cache.DependencyRecorder;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.changes.NodeMemory;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.jspecify.annotations.Nullable;

/** RenderDependencies nodes for one rendering, each once, and notes which it depends on. */
public final class NodeReader {

    private static final long LONGEST_TEXT = 1_000_000;

    private final Session session;
    private final Deadline deadline;
    private final NodeMemory<ContentNode> memory;
    private final ReadableFields.Lookup readable;
    /** The nodes that this rendering was the first to read, by path. */
    private final Map<String, Node> firstRead = new HashMap<>();

    private DependencyRecorder notes = new DependencyRecorder();

    /**
     * @param memory of who the session reads for; one of its own when others may not know what is read here
     * @param readable the fields that are for them
     */
    public NodeReader(
            Session session, Deadline deadline, NodeMemory<ContentNode> memory, ReadableFields.Lookup readable) {
        this.readable = readable;
        this.session = session;
        this.deadline = deadline;
        this.memory = memory;
    }

    public Session session() {
        return session;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** RenderDependencies the store, which nothing interrupts. */
    public <T> T reading(Callable<T> work) {
        try {
            return deadline.reading(work);
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A node cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Reading fails in no other way", e);
        }
    }

    public DependencyRecorder notes() {
        return notes;
    }

    /** From now on notes there what is read. */
    void noteIn(DependencyRecorder others) {
        notes = others;
    }

    /** Whether a node is as the store has it: not one with something more, such as children that it inherits. */
    @SuppressWarnings("ReferenceEquality") // nodes are equal that have the same path
    public boolean isAsStored(ContentNode node) {
        Optional<ContentNode> read = memory.paths().get(node.storePath());
        return read != null && read.isPresent() && read.get() == node;
    }

    /** DependencyRecorder that what is rendered depends on all of a workspace. */
    public void listed(String workspace) {
        notes.workspace(workspace);
    }

    public ContentNode read(Node node) {
        return noted(reading(() -> readOnce(node)));
    }

    private ContentNode readOnce(Node node) throws RepositoryException {
        String path = node.getPath();
        Optional<ContentNode> known = memory.paths().get(path);
        if (known != null && known.isPresent()) {
            return known.get();
        }
        ContentNode found = new ContentNode(
                true,
                path,
                node.getIdentifier(),
                node.getPrimaryNodeType().getName(),
                properties(node, readable.of(node)),
                Map.of());
        Optional<ContentNode> meanwhile = memory.paths().putIfAbsent(path, Optional.of(found));
        if (meanwhile != null && meanwhile.isPresent()) {
            return meanwhile.get();
        }
        memory.ids().put(found.workspace().name() + ":" + found.id(), Optional.of(found));
        firstRead.put(path, node);
        return found;
    }

    /** DependencyRecorder that what is rendered depends on a node, whoever read it. */
    ContentNode noted(ContentNode node) {
        notes.node(node.storePath());
        return node;
    }

    public Optional<ContentNode> byPath(Workspace workspace, String path) {
        if (!Workspace.isWellFormed(path)) {
            return Optional.empty();
        }
        String storePath = workspace.storePath(path);
        notes.node(storePath);
        return at(storePath);
    }

    public Optional<ContentNode> byId(Workspace workspace, String id) {
        Optional<ContentNode> found =
                once(memory.ids(), workspace.name() + ":" + id, () -> workspace.nodeById(session, id));
        if (found.isEmpty()) {
            // it may come anywhere in the workspace
            listed(workspace.name());
        }
        return found;
    }

    public Optional<ContentNode> child(ContentNode parent, String name) {
        Optional<ContentNode> generated = Optional.ofNullable(parent.generated().get(name));
        // scripts ask for any name, as a property that is not there may be a child
        return parent.stored() && name.indexOf('/') < 0
                ? at(parent.storePath() + "/" + name).or(() -> generated)
                : generated;
    }

    private Optional<ContentNode> at(String storePath) {
        return once(
                memory.paths(),
                storePath,
                () -> Workspace.isWellFormed(storePath) && session.nodeExists(storePath)
                        ? Optional.of(session.getNode(storePath))
                        : Optional.empty());
    }

    private Optional<ContentNode> once(
            Map<String, Optional<ContentNode>> known, String key, Callable<Optional<Node>> lookUp) {
        Optional<ContentNode> found = known.get(key);
        if (found == null) {
            found = reading(lookUp).map(this::read);
            known.put(key, found);
        }
        return found.map(this::noted);
    }

    /** The stored node behind one that was read; none for a generated one. */
    public Optional<Node> stored(ContentNode node) {
        return node.stored()
                ? reading(() -> session.nodeExists(node.storePath())
                        ? Optional.of(session.getNode(node.storePath()))
                        : Optional.empty())
                : Optional.empty();
    }

    /** The text of a binary; null where it is longer than a script has any use for. */
    @Nullable
    String text(ContentNode node, String property) {
        return reading(() -> {
            Property binary = session.getProperty(node.storePath() + "/" + property);
            return binary.getLength() > LONGEST_TEXT ? null : binary.getString();
        });
    }

    /** A node type by name. */
    public NodeType type(String name) {
        return new DeclaredType(name, this);
    }

    /** Children in order, without those that the repository keeps for itself. */
    public List<ContentNode> children(ContentNode parent) {
        List<ContentNode> stored = parent.stored() ? storedChildren(parent.storePath()) : List.of();
        if (parent.generated().isEmpty()) {
            return stored;
        }
        Map<String, ContentNode> children = new LinkedHashMap<>(parent.generated());
        stored.forEach(child -> children.put(child.name(), child));
        return List.copyOf(children.values());
    }

    private List<ContentNode> storedChildren(String parent) {
        List<ContentNode> children = memory.children().get(parent);
        if (children == null) {
            Node read = firstRead.get(parent);
            children = reading(() -> readChildren(read == null ? session.getNode(parent) : read));
            memory.children().put(parent, children);
        }
        children.forEach(this::noted);
        return children;
    }

    private List<ContentNode> readChildren(Node parent) throws RepositoryException {
        List<ContentNode> children = new ArrayList<>();
        for (NodeIterator all = parent.getNodes(); all.hasNext(); ) {
            Node child = all.nextNode();
            if (!child.getName().startsWith("rep:") && !child.getName().startsWith("jcr:")) {
                children.add(readOnce(child));
            }
        }
        return List.copyOf(children);
    }

    public Optional<ContentNode> parent(ContentNode node) {
        if (node.isRoot()) {
            return Optional.empty();
        }
        String path = node.path();
        int slash = path.lastIndexOf('/');
        return byPath(node.workspace(), slash == 0 ? "/" : path.substring(0, slash));
    }

    /** From the root of the workspace, which is left out, down to the parent. */
    public List<ContentNode> ancestors(ContentNode node) {
        List<ContentNode> ancestors = new ArrayList<>();
        for (Optional<ContentNode> up = parent(node);
                up.isPresent() && !up.get().isRoot();
                up = parent(up.get())) {
            ancestors.add(0, up.get());
        }
        return ancestors;
    }

    /** The node itself or its nearest ancestor that is a page. */
    public Optional<ContentNode> page(ContentNode node) {
        Optional<ContentNode> up = Optional.of(node);
        while (up.isPresent() && !up.get().isPage()) {
            up = parent(up.get());
        }
        return up;
    }

    private static Map<String, Object> properties(Node node, ReadableFields fields) throws RepositoryException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (property.getName().startsWith("rep:") || !fields.contains(property.getName())) {
                continue;
            }
            properties.put(property.getName(), property.isMultiple() ? values(property) : value(property.getValue()));
        }
        return Collections.unmodifiableMap(properties);
    }

    private static List<String> values(Property property) throws RepositoryException {
        List<String> values = new ArrayList<>();
        for (Value value : property.getValues()) {
            values.add(value.getString());
        }
        return new StoredValues(property.getType(), values);
    }

    private static Object value(Value value) throws RepositoryException {
        return switch (value.getType()) {
            case PropertyType.LONG -> value.getLong();
            case PropertyType.DOUBLE -> value.getDouble();
            case PropertyType.DECIMAL, PropertyType.REFERENCE -> new StoredValue(value.getType(), value.getString());
            case PropertyType.BOOLEAN -> value.getBoolean();
            case PropertyType.DATE -> value.getDate().getTime();
            case PropertyType.BINARY -> new BinarySize(value.getBinary().getSize());
            default -> value.getString();
        };
    }

    /** Binary value as templates see it. */
    public record BinarySize(long size) {

        public long getSize() {
            return size;
        }
    }
}
