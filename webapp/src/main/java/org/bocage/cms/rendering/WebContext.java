package org.bocage.cms.rendering;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ctx}: attributes and parameters by name, unescaped; what is known of request and user (spec 7.2). */
record WebContext(RenderContext context) implements TemplateHashModel {

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        if (key.equals("getParameter")) {
            return (TemplateMethodModelEx) this::escapedParameter;
        }
        if (key.equals("getParameterValues")) {
            return (TemplateMethodModelEx) this::parameterValues;
        }
        return context.wrapper().wrap(value(key));
    }

    private @Nullable Object value(String key) {
        RenderRequest request = context.request();
        return switch (key) {
            case "contextPath" -> request.contextPath();
            case "locale" -> Locale.getDefault().getLanguage();
            case "parameters" -> single(request.parameters());
            case "request" ->
                Map.of(
                        "method", request.method(),
                        "requestURI", request.contextPath() + request.originalUri(),
                        "queryString", request.queryString());
            case "response" -> new WebResponse(context);
            case "aggregationState" -> ScriptVariables.state(context);
            case "user" ->
                Map.of(
                        "name", request.reader().userId(),
                        "roles",
                                request.reader().principals().stream()
                                        .filter(name -> name.startsWith("role:"))
                                        .map(name -> name.substring("role:".length()))
                                        .toList());
            default -> {
                Object attribute = context.attributes().get(key);
                yield attribute != null ? attribute : context.parameter(key).orElse(null);
            }
        };
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

    private @Nullable Object parameterValues(List<?> arguments) throws TemplateModelException {
        return context.request().parameters().get(((TemplateScalarModel) arguments.get(0)).getAsString());
    }

    private @Nullable Object escapedParameter(List<?> arguments) throws TemplateModelException {
        String name = ((TemplateScalarModel) arguments.get(0)).getAsString();
        return context.parameter(name).map(Escaping::escape).orElse(null);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
