package org.bocage.cms.rest.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import javax.jcr.nodetype.NodeType;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.changes.NodeMemory;
import org.bocage.cms.rest.delivery.StoredNode.StoredProperty;

/** Reads nodes for one answer, what an answer of the same state of the store has read being known. */
final class StoredNodes {

    private final Session session;
    private final NodeMemory<StoredNode> memory;
    private final ReadableFields.Lookup readable;
    private final Map<String, Set<String>> extended = new HashMap<>();

    /**
     * @param memory of who the session reads for, not younger than the session
     * @param readable the fields that are for them
     */
    StoredNodes(Session session, NodeMemory<StoredNode> memory, ReadableFields.Lookup readable) {
        this.readable = readable;
        this.session = session;
        this.memory = memory;
    }

    Session session() {
        return session;
    }

    Optional<StoredNode> byPath(Workspace workspace, String path) throws RepositoryException {
        if (!Workspace.isWellFormed(path)) {
            return Optional.empty();
        }
        String storePath = workspace.storePath(path);
        Optional<StoredNode> known = memory.paths().get(storePath);
        if (known == null) {
            Optional<Node> node = workspace.node(session, path);
            known = node.isPresent() ? Optional.of(read(node.get())) : Optional.empty();
            memory.paths().put(storePath, known);
        }
        return known;
    }

    Optional<StoredNode> byId(Workspace workspace, String id) throws RepositoryException {
        String key = workspace.name() + ":" + id;
        Optional<StoredNode> known = memory.ids().get(key);
        if (known == null) {
            Optional<Node> node = workspace.nodeById(session, id);
            known = node.isPresent() ? Optional.of(of(node.get())) : Optional.empty();
            memory.ids().put(key, known);
        }
        return known;
    }

    /** In order, without those that the repository keeps for itself. */
    List<StoredNode> children(StoredNode parent) throws RepositoryException {
        List<StoredNode> known = memory.children().get(parent.storePath());
        if (known == null) {
            List<StoredNode> children = new ArrayList<>();
            Node node = session.getNode(parent.storePath());
            ReadableFields fields = readable.of(node);
            for (NodeIterator all = node.getNodes(); all.hasNext(); ) {
                Node child = all.nextNode();
                if (!child.getName().startsWith("rep:") && fields.contains(child.getName())) {
                    children.add(of(child));
                }
            }
            known = List.copyOf(children);
            memory.children().put(parent.storePath(), known);
        }
        return known;
    }

    StoredNode of(Node node) throws RepositoryException {
        Optional<StoredNode> known = memory.paths().get(node.getPath());
        if (known != null && known.isPresent()) {
            return known.get();
        }
        StoredNode read = read(node);
        memory.paths().put(read.storePath(), Optional.of(read));
        return read;
    }

    private StoredNode read(Node node) throws RepositoryException {
        NodeType primary = node.getPrimaryNodeType();
        return new StoredNode(
                node.getPath(),
                node.getIdentifier(),
                primary.getName(),
                types(primary, node.getMixinNodeTypes()),
                primary.hasOrderableChildNodes(),
                properties(node, readable.of(node)));
    }

    private Set<String> types(NodeType primary, NodeType[] mixins) {
        Set<String> own = extended(primary);
        if (mixins.length == 0) {
            return own;
        }
        Set<String> all = new HashSet<>(own);
        for (NodeType mixin : mixins) {
            all.addAll(extended(mixin));
        }
        return Set.copyOf(all);
    }

    private Set<String> extended(NodeType type) {
        return extended.computeIfAbsent(type.getName(), name -> {
            Set<String> names = new HashSet<>();
            names.add(name);
            for (NodeType above : type.getSupertypes()) {
                names.add(above.getName());
            }
            return Set.copyOf(names);
        });
    }

    private static Map<String, StoredProperty> properties(Node node, ReadableFields fields) throws RepositoryException {
        Map<String, StoredProperty> properties = new LinkedHashMap<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (!fields.contains(property.getName())) {
                continue;
            }
            Value[] values = property.isMultiple() ? property.getValues() : new Value[] {property.getValue()};
            List<Object> read = new ArrayList<>();
            for (Value value : values) {
                read.add(read(value));
            }
            properties.put(
                    property.getName(),
                    new StoredProperty(property.getType(), property.isMultiple(), List.copyOf(read)));
        }
        return Collections.unmodifiableMap(properties);
    }

    private static Object read(Value value) throws RepositoryException {
        return switch (value.getType()) {
            case PropertyType.LONG -> value.getLong();
            case PropertyType.DOUBLE -> value.getDouble();
            case PropertyType.DECIMAL -> value.getDecimal();
            case PropertyType.BOOLEAN -> value.getBoolean();
            case PropertyType.DATE -> NodeJson.date(value);
            case PropertyType.BINARY -> value.getBinary().getSize();
            default -> value.getString();
        };
    }
}
