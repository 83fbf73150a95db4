package org.bocage.cms.rendering.functions;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.util.Collection;
import java.util.List;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.rendering.RenderContext;
import org.jspecify.annotations.Nullable;

/** {@code i18n}: {@code i18n['key']} and {@code i18n.get('key', [arguments])}, in the language of the content. */
record MessageFunctions(RenderContext context, ObjectWrapper wrapper) implements TemplateHashModel {

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        if (key.equals("get") || key.equals("translate")) {
            return (TemplateMethodModelEx) this::format;
        }
        return wrapper.wrap(messages().lookup(context.locale(), key));
    }

    private Object format(List<?> arguments) throws TemplateModelException {
        String key = String.valueOf(unwrap(arguments.get(0)));
        Object values = arguments.size() > 1 ? unwrap(arguments.get(1)) : null;
        Object[] given = values instanceof Collection<?> many
                ? many.toArray()
                : values == null ? new Object[0] : new Object[] {values};
        return messages().lookup(context.locale(), key, given);
    }

    private static @Nullable Object unwrap(Object argument) throws TemplateModelException {
        return DeepUnwrap.unwrap((TemplateModel) argument);
    }

    private Messages messages() {
        return context.definitions().messages();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
