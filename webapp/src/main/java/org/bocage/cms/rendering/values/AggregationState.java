package org.bocage.cms.rendering.values;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.Escaping;
import org.bocage.cms.rendering.Mode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderRequest;
import org.bocage.cms.rendering.jcr.JcrNodes;
import org.jspecify.annotations.Nullable;

/** {@code state}: what is being rendered (spec 7.3). Public because FreeMarker calls public classes only. */
public final class AggregationState {

    private final RenderContext context;

    public AggregationState(RenderContext context) {
        this.context = context;
    }

    private RenderRequest request() {
        return context.asked();
    }

    /** The node that the address stands for is as much of the request as the address. */
    private ContentMap main() {
        context.nodes().notes().bind();
        return context.main();
    }

    public String getCharacterEncoding() {
        return "UTF-8";
    }

    public String getOriginalURI() {
        return request().originalUri();
    }

    public String getOriginalBrowserURI() {
        return request().originalUri();
    }

    public String getOriginalURL() {
        return request().baseUrl() + request().contextPath() + request().originalUri();
    }

    public String getOriginalBrowserURL() {
        return getOriginalURL();
    }

    public String getCurrentURI() {
        return request().currentUri();
    }

    public @Nullable String getQueryString() {
        return request().queryString().isEmpty()
                ? null
                : Escaping.escape(request().queryString());
    }

    /** Returns the extension of the address; empty when it has none. */
    public String getExtension() {
        String uri = request().originalUri();
        int dot = uri.lastIndexOf('.');
        return dot > uri.lastIndexOf('/') ? uri.substring(dot + 1) : "";
    }

    /** None: the one site has no prefix. */
    public @Nullable String getUriPrefix() {
        return null;
    }

    public String getHandle() {
        return main().node().path();
    }

    public String getRepository() {
        return main().node().workspace().name();
    }

    public Node getMainContentNode() {
        return JcrNodes.of(main().stored());
    }

    public Node getCurrentContentNode() {
        context.nodes().notes().bind();
        return JcrNodes.of(context.current().with(ContentMap.Wrapping.NONE.withLanguage()));
    }

    /** All selectors, {@code a~b=1}; empty when there is none. */
    public String getSelector() {
        return String.join("~", request().selectors());
    }

    public List<String> getSelectors() {
        return request().selectors();
    }

    public String getTemplateName() {
        return main().node().template();
    }

    public Locale getLocale() {
        return context.locale();
    }

    public boolean isPreviewMode() {
        return request().mode() != Mode.EDIT;
    }

    public Map<String, Object> getChannel() {
        return Map.of("name", "all");
    }
}
