package org.bocage.cms.rendering.values;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.jspecify.annotations.Nullable;

/** {@code def}: properties of the definition, then its parameters. */
public record DefinitionModel(RenderableDefinition definition, ObjectWrapper wrapper)
        implements TemplateHashModel, AdapterTemplateModel {

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        Object value = definition.property(key).orElse(null);
        return value == null ? null : wrapper.wrap(value);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
        return definition;
    }
}
