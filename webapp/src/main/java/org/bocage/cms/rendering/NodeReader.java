package org.bocage.cms.rendering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, ContentNode> known = new HashMap<>();
    private final Map<String, List<ContentNode>> knownChildren = new HashMap<>();
    private final Map<String, Optional<ContentNode>> knownPaths = new HashMap<>();
    private final Map<String, Optional<ContentNode>> knownIds = new HashMap<>();
    private final Set<String> nodes = new LinkedHashSet<>();
    private final Set<String> workspaces = new LinkedHashSet<>();

    NodeReader(Session session) {
        this.session = session;
    }

    Reads reads() {
        return new Reads(Set.copyOf(nodes), Set.copyOf(workspaces));
    }

    /** Notes that what is rendered depends on all of a workspace. */
    void listed(String workspace) {
        workspaces.add(workspace);
    }

    ContentNode read(Node node) {
        try {
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
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A node cannot be read: " + e.getMessage(), e);
        }
    }

    Optional<ContentNode> byPath(Workspace workspace, String path) {
        if (!Workspace.isWellFormed(path)) {
            return Optional.empty();
        }
        String storePath = workspace.storePath(path);
        nodes.add(storePath);
        return once(knownPaths, storePath, () -> workspace.node(session, path).map(this::read));
    }

    Optional<ContentNode> byId(Workspace workspace, String id) {
        return once(knownIds, workspace.name() + ":" + id, () -> {
            Optional<ContentNode> found = workspace.nodeById(session, id).map(this::read);
            if (found.isEmpty()) {
                // it may come anywhere in the workspace
                listed(workspace.name());
            }
            return found;
        });
    }

    Optional<ContentNode> child(ContentNode parent, String name) {
        ContentNode generated = parent.generated().get(name);
        Node stored = parent.stored();
        if (stored == null) {
            return Optional.ofNullable(generated);
        }
        return once(knownPaths, parent.storePath() + "/" + name, () -> storedChild(stored, name))
                .or(() -> Optional.ofNullable(generated));
    }

    private Optional<ContentNode> storedChild(Node parent, String name) {
        try {
            return parent.hasNode(name) ? Optional.of(read(parent.getNode(name))) : Optional.empty();
        } catch (RepositoryException e) {
            // a name that JCR does not accept is the name of no child
            return Optional.empty();
        }
    }

    private interface LookUp {
        Optional<ContentNode> run() throws RepositoryException;
    }

    private static Optional<ContentNode> once(Map<String, Optional<ContentNode>> found, String key, LookUp lookUp) {
        Optional<ContentNode> before = found.get(key);
        if (before != null) {
            return before;
        }
        try {
            Optional<ContentNode> now = lookUp.run();
            found.put(key, now);
            return now;
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A node cannot be read: " + e.getMessage(), e);
        }
    }

    /** Children in order, without those that the repository keeps for itself. */
    List<ContentNode> children(ContentNode parent) {
        return knownChildren.computeIfAbsent(parent.storePath(), path -> readChildren(parent));
    }

    private List<ContentNode> readChildren(ContentNode parent) {
        Node stored = parent.stored();
        Map<String, ContentNode> children = new LinkedHashMap<>(parent.generated());
        if (stored == null) {
            return List.copyOf(children.values());
        }
        try {
            for (NodeIterator all = stored.getNodes(); all.hasNext(); ) {
                Node child = all.nextNode();
                if (!child.getName().startsWith("rep:") && !child.getName().startsWith("jcr:")) {
                    children.put(child.getName(), read(child));
                }
            }
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A node cannot be read: " + e.getMessage(), e);
        }
        return List.copyOf(children.values());
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
