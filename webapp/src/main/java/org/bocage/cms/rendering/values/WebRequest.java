package org.bocage.cms.rendering.values;

import java.util.List;
import java.util.Map;
import org.bocage.cms.rendering.RenderContext;
import org.jspecify.annotations.Nullable;

/** {@code ctx.request}: what a script may know of the request. Public because FreeMarker calls public classes only. */
public final class WebRequest {

    private final RenderContext context;

    WebRequest(RenderContext context) {
        this.context = context;
    }

    public String getMethod() {
        return context.asked().method();
    }

    public String getContextPath() {
        return context.asked().contextPath();
    }

    public String getRequestURI() {
        return getContextPath() + context.asked().originalUri();
    }

    public String getRequestURL() {
        return context.asked().baseUrl() + getRequestURI();
    }

    public @Nullable String getQueryString() {
        String query = context.asked().queryString();
        return query.isEmpty() ? null : query;
    }

    public @Nullable String getParameter(String name) {
        return context.parameter(name).orElse(null);
    }

    public List<String> getParameterValues(String name) {
        return context.asked().parameters().getOrDefault(name, List.of());
    }

    public Map<String, List<String>> getParameterMap() {
        return context.asked().parameters();
    }
}
