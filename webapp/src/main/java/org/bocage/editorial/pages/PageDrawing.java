package org.bocage.editorial.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.rendering.Mode;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.RenderRequest;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.page.Renderer;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.pages.outline.Outline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws pages for those who write: what may be edited on them, and how they look. */
@Component
class PageDrawing {

    private static final Logger log = LoggerFactory.getLogger(PageDrawing.class);
    private static final Outline NOTHING = new Outline(Optional.empty(), List.of());

    private final Stores stores;
    private final Renderer renderer;
    private final DefinitionRegistry registry;

    PageDrawing(Stores stores, Renderer renderer, DefinitionRegistry registry) {
        this.stores = stores;
        this.renderer = renderer;
        this.registry = registry;
    }

    /** Returns what somebody may edit on a page; nothing when it cannot be drawn, or shows one content at a time. */
    Outline outline(String path, Identity reader) {
        return stores.author().read(reader, session -> {
            Optional<Node> page = Workspace.WEBSITE.node(session, path);
            if (page.isEmpty()) {
                return NOTHING;
            }
            try {
                RenderRequest request = request(Mode.EDIT, reader, path, "", "http://localhost");
                return Outline.of(renderer.render(page.get(), request).html());
            } catch (RenderFailure e) {
                log.warn("{} cannot be edited: {}", path, e.getMessage());
                return NOTHING;
            }
        });
    }

    /** Renders a node as a visitor would get it, in the session it was read with. */
    RenderedPage published(Node page, String path, Identity reader, HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        String base = url.substring(0, url.length() - request.getRequestURI().length());
        return renderer.render(page, request(Mode.PUBLISHED, reader, path, request.getContextPath(), base));
    }

    private RenderRequest request(Mode mode, Identity reader, String path, String hostPath, String baseUrl) {
        SiteDefinition.Locales locales = registry.current().site().locales();
        boolean editing = mode == Mode.EDIT;
        return new RenderRequest(
                mode,
                reader,
                locales.enabled() ? locales.byDefault() : Locale.FRENCH,
                hostPath,
                baseUrl,
                "GET",
                path,
                path,
                List.of(),
                editing ? "mgnlPreview=false" : "",
                editing ? Map.of("mgnlPreview", List.of("false")) : Map.of());
    }
}
