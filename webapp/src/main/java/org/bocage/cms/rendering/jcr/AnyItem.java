package org.bocage.cms.rendering.jcr;

import javax.jcr.nodetype.ItemDefinition;
import javax.jcr.nodetype.NodeType;
import javax.jcr.version.OnParentVersionAction;

/** The definition of an item of any name, which is what Magnolia's node types give. */
abstract class AnyItem implements ItemDefinition {

    private final NodeType type;

    AnyItem(NodeType type) {
        this.type = type;
    }

    @Override
    public NodeType getDeclaringNodeType() {
        return type;
    }

    @Override
    public String getName() {
        return "*";
    }

    @Override
    public boolean isAutoCreated() {
        return false;
    }

    @Override
    public boolean isMandatory() {
        return false;
    }

    @Override
    public int getOnParentVersion() {
        return OnParentVersionAction.COPY;
    }

    @Override
    public boolean isProtected() {
        return false;
    }
}
