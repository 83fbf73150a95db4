package org.bocage.cms.rendering.functions;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.text.MessageFormat;
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

    /** A text as second argument names a bundle, which is of no consequence: all messages are in one. */
    private Object format(List<?> arguments) throws TemplateModelException {
        String key = String.valueOf(unwrap(arguments.get(0)));
        Object values = arguments.size() > 1 ? unwrap(arguments.get(1)) : null;
        String message = messages().lookup(context.locale(), key);
        if (values == null || values instanceof String) {
            return message;
        }
        if (values instanceof Collection<?> many) {
            return many.isEmpty()
                    ? new MessageFormat(message, context.locale()).format(new Object[0])
                    : messages().lookup(context.locale(), key, many.toArray());
        }
        throw new TemplateModelException("The arguments of a message are a list");
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
