package org.bocage.cms.rendering;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables every script sees (spec 7.2). */
final class ScriptVariables {

    private ScriptVariables() {}

    static Map<String, Object> of(RenderContext context, @Nullable ContentLists lists) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("state", state(context));
        variables.put("aggregationState", state(context));
        variables.put("ctx", new WebContext(context));
        variables.put("contextPath", context.request().contextPath());
        variables.put(
                "defaultBaseUrl",
                context.request().baseUrl() + context.request().contextPath() + "/");
        variables.put("i18n", new MessageFunctions(context, context.wrapper()));
        variables.put("i18nAuthoring", new MessageFunctions(context, context.wrapper()));
        variables.put("cmsfn", new CmsFunctions(context));
        variables.put("damfn", new DamFunctions(context));
        variables.put("navfn", new NavigationFunctions(context));
        variables.put("sitefn", new SiteFunctions(context));
        variables.put("resfn", new ResourceFunctions(context));
        if (lists != null) {
            variables.put("portailfn", new PortalFunctions(context, lists));
        }
        return variables;
    }

    /** The aggregation state (spec 7.3). */
    static Map<String, Object> state(RenderContext context) {
        RenderRequest request = context.request();
        ContentNode main = context.main().node();
        Map<String, Object> state = new HashMap<>();
        state.put("characterEncoding", "UTF-8");
        state.put("originalURI", request.originalUri());
        state.put("originalBrowserURI", request.originalUri());
        state.put("originalURL", request.baseUrl() + request.contextPath() + request.originalUri());
        state.put("originalBrowserURL", request.baseUrl() + request.contextPath() + request.originalUri());
        state.put("currentURI", request.currentUri());
        if (!request.queryString().isEmpty()) {
            state.put("queryString", request.queryString());
        }
        String uri = request.originalUri();
        int dot = uri.lastIndexOf('.');
        state.put("extension", dot > uri.lastIndexOf('/') ? uri.substring(dot + 1) : "");
        state.put("handle", main.path());
        state.put("repository", main.workspace().name());
        state.put("mainContentNode", new JcrNode(context.main(), context));
        state.put("currentContentNode", new JcrNode(context.main(), context));
        state.put("selector", String.join("~", request.selectors()));
        state.put("selectors", request.selectors());
        state.put("templateName", main.template());
        state.put("locale", request.locale().toString());
        state.put("previewMode", request.mode() != Mode.EDIT);
        state.put("channel", Map.of("name", "all"));
        return state;
    }
}
