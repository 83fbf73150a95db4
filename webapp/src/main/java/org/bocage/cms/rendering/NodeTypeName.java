package org.bocage.cms.rendering;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import org.jspecify.annotations.Nullable;

/** {@code content.@nodeType}: a text that also answers to {@code .name}, as a node type does. */
record NodeTypeName(String name, ObjectWrapper wrapper) implements TemplateScalarModel, TemplateHashModel {

    @Override
    public String getAsString() {
        return name;
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        return key.equals("name") ? wrapper.wrap(name) : null;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
