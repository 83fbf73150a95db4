package org.bocage.cms.rendering;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeDefinition;
import javax.jcr.nodetype.NodeType;
import javax.jcr.nodetype.NodeTypeIterator;
import javax.jcr.nodetype.PropertyDefinition;
import org.jspecify.annotations.Nullable;

/** A node type as scripts see it, {@code content.@nodeType}: looked up when more than its name is asked. */
final class DeclaredType implements NodeType {

    private final String name;
    private final NodeReader nodes;

    DeclaredType(String name, NodeReader nodes) {
        this.name = name;
        this.nodes = nodes;
    }

    private <T> T ask(Question<T> question) {
        Callable<T> work = () ->
                question.of(nodes.session().getWorkspace().getNodeTypeManager().getNodeType(name));
        return nodes.reading(work);
    }

    private interface Question<T> {
        T of(NodeType type) throws RepositoryException;
    }

    private NodeType[] wrapped(NodeType[] types) {
        return Arrays.stream(types).map(type -> nodes.type(type.getName())).toArray(NodeType[]::new);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String[] getDeclaredSupertypeNames() {
        return ask(NodeType::getDeclaredSupertypeNames);
    }

    @Override
    public boolean isAbstract() {
        return ask(NodeType::isAbstract);
    }

    @Override
    public boolean isMixin() {
        return ask(NodeType::isMixin);
    }

    @Override
    public boolean hasOrderableChildNodes() {
        return ask(NodeType::hasOrderableChildNodes);
    }

    @Override
    public boolean isQueryable() {
        return ask(NodeType::isQueryable);
    }

    @Override
    public @Nullable String getPrimaryItemName() {
        return ask(NodeType::getPrimaryItemName);
    }

    @Override
    public NodeType[] getSupertypes() {
        return ask(type -> wrapped(type.getSupertypes()));
    }

    @Override
    public NodeType[] getDeclaredSupertypes() {
        return ask(type -> wrapped(type.getDeclaredSupertypes()));
    }

    @Override
    public NodeTypeIterator getSubtypes() {
        return ask(type -> new Types(type.getSubtypes()));
    }

    @Override
    public NodeTypeIterator getDeclaredSubtypes() {
        return ask(type -> new Types(type.getDeclaredSubtypes()));
    }

    @Override
    public boolean isNodeType(String other) {
        return ask(type -> type.isNodeType(other));
    }

    @Override
    public PropertyDefinition[] getPropertyDefinitions() {
        return ask(NodeType::getPropertyDefinitions);
    }

    @Override
    public PropertyDefinition[] getDeclaredPropertyDefinitions() {
        return ask(NodeType::getDeclaredPropertyDefinitions);
    }

    @Override
    public NodeDefinition[] getChildNodeDefinitions() {
        return ask(NodeType::getChildNodeDefinitions);
    }

    @Override
    public NodeDefinition[] getDeclaredChildNodeDefinitions() {
        return ask(NodeType::getDeclaredChildNodeDefinitions);
    }

    @Override
    public boolean canSetProperty(String property, Value value) {
        return false;
    }

    @Override
    public boolean canSetProperty(String property, Value[] values) {
        return false;
    }

    @Override
    public boolean canAddChildNode(String child) {
        return false;
    }

    @Override
    public boolean canAddChildNode(String child, String type) {
        return false;
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // of the API
    public boolean canRemoveItem(String item) {
        return false;
    }

    @Override
    public boolean canRemoveNode(String node) {
        return false;
    }

    @Override
    public boolean canRemoveProperty(String property) {
        return false;
    }

    @Override
    public String toString() {
        // as the real one, it does not read as its name
        return getClass().getSimpleName() + "@" + Integer.toHexString(name.hashCode());
    }

    /** Node types one after the other. */
    private final class Types implements NodeTypeIterator {

        private final Iterator<NodeType> all;
        private final long size;
        private long position;

        private Types(NodeTypeIterator found) {
            List<NodeType> types = new java.util.ArrayList<>();
            while (found.hasNext()) {
                types.add(nodes.type(found.nextNodeType().getName()));
            }
            this.all = types.iterator();
            this.size = types.size();
        }

        @Override
        public NodeType nextNodeType() {
            position++;
            return all.next();
        }

        @Override
        public void skip(long count) {
            for (long i = 0; i < count; i++) {
                nextNodeType();
            }
        }

        @Override
        public long getSize() {
            return size;
        }

        @Override
        public long getPosition() {
            return position;
        }

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public Object next() {
            return nextNodeType();
        }
    }
}
