package org.bocage.editorial.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
    private final Stores stores;
    private final Renderer renderer;
    private final DefinitionRegistry registry;

    PageDrawing(Stores stores, Renderer renderer, DefinitionRegistry registry) {
        this.stores = stores;
        this.renderer = renderer;
        this.registry = registry;
    }

    /**
     * Returns what somebody may edit on a page: as its script tells it, else as its definitions do, for a page that another program draws;
     * nothing when its template is none that is known.
     */
    Outline outline(String path, Identity reader) {
        return stores.author().read(reader, session -> {
            Optional<Node> page = Workspace.WEBSITE.node(session, path);
            if (page.isEmpty()) {
                return Outline.NOTHING;
            }
            RenderRequest request = request(Mode.EDIT, reader, path, "", "http://localhost");
            Outline drawn = drawn(page.get(), request);
            return drawn.page().isPresent() ? drawn : drawn.completed(declared(page.get(), request));
        });
    }

    private Outline drawn(Node page, RenderRequest request) {
        try {
            return Outline.of(renderer.render(page, request).html());
        } catch (RenderFailure e) {
            log.debug("{} is not drawn for its editor: {}", request.originalUri(), e.getMessage());
            return Outline.undrawn(String.valueOf(e.getMessage()));
        }
    }

    private Outline declared(Node page, RenderRequest request) {
        try {
            return Outline.of(renderer.outline(page, request));
        } catch (RenderFailure e) {
            return Outline.NOTHING;
        }
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
                locales.main(),
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
