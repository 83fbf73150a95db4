package org.bocage.cms.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeDefinition;
import javax.jcr.nodetype.NodeType;
import javax.jcr.nodetype.NodeTypeIterator;
import javax.jcr.nodetype.PropertyDefinition;
import org.apache.jackrabbit.commons.iterator.NodeTypeIteratorAdapter;
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
        return ask(type -> declared(type.getSubtypes()));
    }

    @Override
    public NodeTypeIterator getDeclaredSubtypes() {
        return ask(type -> declared(type.getDeclaredSubtypes()));
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

    private NodeTypeIterator declared(NodeTypeIterator found) {
        List<NodeType> types = new ArrayList<>();
        while (found.hasNext()) {
            types.add(nodes.type(found.nextNodeType().getName()));
        }
        return new NodeTypeIteratorAdapter(types);
    }
}
