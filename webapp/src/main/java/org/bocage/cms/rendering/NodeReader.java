package org.bocage.cms.rendering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.Workspace;

/** Reads nodes for one rendering, each once, and notes which. */
final class NodeReader {

    private final Session session;
    private final Deadline deadline;
    private final Map<String, ContentNode> known = new HashMap<>();
    private final Map<String, List<ContentNode>> knownChildren = new HashMap<>();
    private final Map<String, Optional<ContentNode>> knownPaths = new HashMap<>();
    private final Map<String, Optional<ContentNode>> knownIds = new HashMap<>();
    private final Set<String> nodes = new LinkedHashSet<>();
    private final Set<String> workspaces = new LinkedHashSet<>();

    NodeReader(Session session, Deadline deadline) {
        this.session = session;
        this.deadline = deadline;
    }

    Session session() {
        return session;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Reads the store, which nothing interrupts. */
    <T> T reading(Callable<T> work) {
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

    Reads reads() {
        return new Reads(Set.copyOf(nodes), Set.copyOf(workspaces));
    }

    /** Notes that what is rendered depends on all of a workspace. */
    void listed(String workspace) {
        workspaces.add(workspace);
    }

    ContentNode read(Node node) {
        return reading(() -> {
            String path = node.getPath();
            ContentNode found = known.get(path);
            if (found == null) {
                found = new ContentNode(
                        node,
                        path,
                        node.getIdentifier(),
                        node.getPrimaryNodeType().getName(),
                        properties(node),
                        Map.of());
                known.put(path, found);
                knownPaths.put(path, Optional.of(found));
                nodes.add(path);
            }
            return found;
        });
    }

    Optional<ContentNode> byPath(Workspace workspace, String path) {
        if (!Workspace.isWellFormed(path)) {
            return Optional.empty();
        }
        String storePath = workspace.storePath(path);
        nodes.add(storePath);
        return once(knownPaths, storePath, () -> workspace.node(session, path));
    }

    Optional<ContentNode> byId(Workspace workspace, String id) {
        Optional<ContentNode> found =
                once(knownIds, workspace.name() + ":" + id, () -> workspace.nodeById(session, id));
        if (found.isEmpty()) {
            // it may come anywhere in the workspace
            listed(workspace.name());
        }
        return found;
    }

    Optional<ContentNode> child(ContentNode parent, String name) {
        ContentNode generated = parent.generated().get(name);
        Node stored = parent.stored();
        if (stored == null) {
            return Optional.ofNullable(generated);
        }
        if (name.indexOf('/') >= 0 || !Workspace.isWellFormed("/" + name)) {
            // the name of no child
            return Optional.empty();
        }
        return once(
                        knownPaths,
                        parent.storePath() + "/" + name,
                        () -> stored.hasNode(name) ? Optional.of(stored.getNode(name)) : Optional.empty())
                .or(() -> Optional.ofNullable(generated));
    }

    private Optional<ContentNode> once(
            Map<String, Optional<ContentNode>> found, String key, Callable<Optional<Node>> lookUp) {
        Optional<ContentNode> before = found.get(key);
        if (before != null) {
            return before;
        }
        Optional<ContentNode> now = reading(lookUp).map(this::read);
        found.put(key, now);
        return now;
    }

    /** Children in order, without those that the repository keeps for itself. */
    List<ContentNode> children(ContentNode parent) {
        if (!parent.generated().isEmpty()) {
            // the same node may be read with and without what a template adds to it
            return readChildren(parent);
        }
        return knownChildren.computeIfAbsent(parent.storePath(), path -> readChildren(parent));
    }

    private List<ContentNode> readChildren(ContentNode parent) {
        Node stored = parent.stored();
        Map<String, ContentNode> children = new LinkedHashMap<>(parent.generated());
        if (stored == null) {
            return List.copyOf(children.values());
        }
        return reading(() -> {
            for (NodeIterator all = stored.getNodes(); all.hasNext(); ) {
                Node child = all.nextNode();
                if (!child.getName().startsWith("rep:") && !child.getName().startsWith("jcr:")) {
                    children.put(child.getName(), read(child));
                }
            }
            return List.copyOf(children.values());
        });
    }

    Optional<ContentNode> parent(ContentNode node) {
        if (node.isRoot()) {
            return Optional.empty();
        }
        String path = node.path();
        int slash = path.lastIndexOf('/');
        return byPath(node.workspace(), slash == 0 ? "/" : path.substring(0, slash));
    }

    /** From the root of the workspace, which is left out, down to the parent. */
    List<ContentNode> ancestors(ContentNode node) {
        List<ContentNode> ancestors = new ArrayList<>();
        for (Optional<ContentNode> up = parent(node);
                up.isPresent() && !up.get().isRoot();
                up = parent(up.get())) {
            ancestors.add(0, up.get());
        }
        return ancestors;
    }

    /** The node itself or its nearest ancestor that is a page. */
    Optional<ContentNode> page(ContentNode node) {
        Optional<ContentNode> up = Optional.of(node);
        while (up.isPresent() && !up.get().isPage()) {
            up = parent(up.get());
        }
        return up;
    }

    private static Map<String, Object> properties(Node node) throws RepositoryException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (property.getName().startsWith("rep:")) {
                continue;
            }
            properties.put(property.getName(), property.isMultiple() ? values(property) : value(property.getValue()));
        }
        return properties;
    }

    private static List<String> values(Property property) throws RepositoryException {
        List<String> values = new ArrayList<>();
        for (Value value : property.getValues()) {
            values.add(value.getString());
        }
        return values;
    }

    private static Object value(Value value) throws RepositoryException {
        return switch (value.getType()) {
            case PropertyType.LONG -> value.getLong();
            case PropertyType.DOUBLE, PropertyType.DECIMAL -> value.getDouble();
            case PropertyType.BOOLEAN -> value.getBoolean();
            case PropertyType.DATE -> value.getDate().getTime();
            case PropertyType.BINARY -> new BinarySize(value.getBinary().getSize());
            default -> value.getString();
        };
    }

    /** What a template sees of a binary. */
    public record BinarySize(long size) {

        public long getSize() {
            return size;
        }
    }
}
