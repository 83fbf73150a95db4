package org.bocage.cms.rendering.values;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Map;
import org.bocage.cms.definition.site.AreaDefinition;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.jspecify.annotations.Nullable;

/** {@code def}: properties of the definition, then its parameters. */
public record DefinitionModel(RenderableDefinition definition, ObjectWrapper wrapper)
        implements TemplateHashModel, AdapterTemplateModel {

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        Object value = definition.property(key).orElseGet(() -> byDefault(key));
        if (value != null && key.equals("modelClass")) {
            String name = String.valueOf(value);
            value = Map.of("name", name, "simpleName", name.substring(name.lastIndexOf('.') + 1));
        }
        return value == null ? null : wrapper.wrap(value);
    }

    /** Values of a definition even where nobody wrote them. */
    private @Nullable Object byDefault(String key) {
        return switch (key) {
            case "variations", "autoGeneration" -> Map.of();
            case "availableComponents" -> definition instanceof AreaDefinition ? Map.of() : null;
            case "type" -> definition instanceof TemplateDefinition ? "content" : null;
            case "class" -> definition.getClass();
            default -> null;
        };
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
