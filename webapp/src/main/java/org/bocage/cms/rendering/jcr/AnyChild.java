package org.bocage.cms.rendering.jcr;

import javax.jcr.nodetype.NodeDefinition;
import javax.jcr.nodetype.NodeType;
import org.jspecify.annotations.Nullable;

/** The definition of a child of any name and type. */
final class AnyChild extends AnyItem implements NodeDefinition {

    AnyChild(NodeType type) {
        super(type);
    }

    @Override
    public NodeType[] getRequiredPrimaryTypes() {
        return new NodeType[0];
    }

    @Override
    public String[] getRequiredPrimaryTypeNames() {
        return new String[] {"nt:base"};
    }

    @Override
    public @Nullable NodeType getDefaultPrimaryType() {
        return null;
    }

    @Override
    public @Nullable String getDefaultPrimaryTypeName() {
        return null;
    }

    @Override
    public boolean allowsSameNameSiblings() {
        return true;
    }
}
