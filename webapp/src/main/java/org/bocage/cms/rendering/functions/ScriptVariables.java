package org.bocage.cms.rendering.functions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bocage.cms.rendering.PublicFigure;
import org.bocage.cms.rendering.PublicLines;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.TemplateFunction;
import org.bocage.cms.rendering.lists.ContentLists;
import org.bocage.cms.rendering.values.AggregationState;
import org.bocage.cms.rendering.values.WebContext;

/** The variables every script sees (spec 7.2). */
public final class ScriptVariables {

    private ScriptVariables() {}

    public static Map<String, Object> of(
            RenderContext context,
            ContentLists lists,
            List<PublicFigure> figures,
            List<PublicLines> lines,
            List<TemplateFunction> registered,
            boolean portailfn) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("state", new AggregationState(context));
        variables.put("aggregationState", new AggregationState(context));
        variables.put("ctx", new WebContext(context));
        variables.put("contextPath", context.request().contextPath());
        variables.put(
                "defaultBaseUrl",
                context.request().baseUrl() + context.request().contextPath() + "/");
        variables.put("i18n", new MessageFunctions(context, context.wrapper()));
        variables.put("i18nAuthoring", new MessageFunctions(context, context.wrapper()));
        variables.put("cmsfn", new CmsFunctions(context));
        DamFunctions assets = new DamFunctions(context);
        variables.put("damfn", assets);
        variables.put("imgfn", new ImageFunctions(context, assets));
        NavigationFunctions navigation = new NavigationFunctions(context);
        variables.put("navfn", navigation);
        variables.put("catfn", new CategoryFunctions(context, navigation));
        variables.put("searchfn", new SearchFunctions(context, lists));
        variables.put("restfn", new RestFunctions(context));
        variables.put("sitefn", new SiteFunctions(context));
        variables.put("resfn", new ResourceFunctions(context));
        if (portailfn) {
            variables.put("portailfn", new HostFunctions(context, lists, figures, lines, registered));
        }
        return variables;
    }
}
