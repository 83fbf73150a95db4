package org.bocage.cms.rendering.jcr;

import javax.jcr.PropertyType;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeType;
import javax.jcr.nodetype.PropertyDefinition;
import org.jspecify.annotations.Nullable;

/** The definition of a property of any name and type, single or multiple. */
final class AnyProperty extends AnyItem implements PropertyDefinition {

    private final boolean multiple;

    AnyProperty(NodeType type, boolean multiple) {
        super(type);
        this.multiple = multiple;
    }

    @Override
    public int getRequiredType() {
        return PropertyType.UNDEFINED;
    }

    @Override
    public String[] getValueConstraints() {
        return new String[0];
    }

    @Override
    public Value @Nullable [] getDefaultValues() {
        return null;
    }

    @Override
    public boolean isMultiple() {
        return multiple;
    }

    @Override
    public String[] getAvailableQueryOperators() {
        return new String[0];
    }

    @Override
    public boolean isFullTextSearchable() {
        return true;
    }

    @Override
    public boolean isQueryOrderable() {
        return true;
    }
}
