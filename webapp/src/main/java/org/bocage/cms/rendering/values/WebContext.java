package org.bocage.cms.rendering.values;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.beans.Introspector;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.bocage.cms.rendering.Escaping;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.jcr.JcrNodes;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/** {@code ctx}: attributes and parameters by name, unescaped; what is known of request and user (spec 7.2). */
public record WebContext(RenderContext context) implements TemplateHashModel {

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        return switch (key) {
            case "getParameter" ->
                method(name -> context.parameter(name).map(Escaping::escape).orElse(null));
            case "getParameterValues" ->
                method(name -> context.asked().parameters().get(name));
            case "getAttribute" -> method(this::attribute);
            case "getJCRSession" -> method(name -> JcrNodes.session(context, new Workspace(name)));
            default -> {
                boolean getter = key.startsWith("get") && key.length() > 3 && Character.isUpperCase(key.charAt(3));
                Object known = getter ? property(Introspector.decapitalize(key.substring(3))) : null;
                yield known == null ? context.wrapper().wrap(value(key)) : (TemplateMethodModelEx) arguments -> known;
            }
        };
    }

    private static TemplateMethodModelEx method(Function<String, @Nullable Object> answer) {
        return arguments -> {
            if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateScalarModel name)) {
                throw new TemplateModelException("One name is wanted");
            }
            return answer.apply(name.getAsString());
        };
    }

    private @Nullable Object value(String key) {
        Object property = property(key);
        Object known = property == null ? attribute(key) : property;
        return known != null ? known : context.parameter(key).orElse(null);
    }

    private @Nullable Object attribute(String name) {
        return attributes().get(name);
    }

    private @Nullable Object property(String key) {
        return switch (key) {
            case "contextPath" -> context.request().contextPath();
            case "locale" -> Locale.getDefault().getLanguage();
            case "parameters" -> single(context.asked().parameters());
            case "attributes" -> attributes();
            case "request" -> new WebRequest(context);
            case "response" -> new WebResponse(context);
            case "aggregationState" -> new AggregationState(context);
            case "user" -> new UserModel(new User(context.asked().reader()), context.wrapper());
            default -> null;
        };
    }

    private Map<String, Object> attributes() {
        context.nodes().notes().bind();
        return context.attributes();
    }

    private static Map<String, Object> single(Map<String, List<String>> parameters) {
        Map<String, Object> single = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (!values.isEmpty()) {
                single.put(name, values.get(0));
            }
        });
        return single;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
