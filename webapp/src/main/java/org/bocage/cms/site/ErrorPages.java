package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.RenderRequest;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.cache.RenderDependencies;
import org.bocage.cms.rendering.page.Renderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Error pages: a page of the theme around the home node, or a sober one without it. */
@Component
class ErrorPages {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    /** After which one who was turned away may ask again. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Renderer renderer;
    private final PageLookup lookup;
    private final DefinitionRegistry registry;

    ErrorPages(Renderer renderer, PageLookup lookup, DefinitionRegistry registry) {
        this.renderer = renderer;
        this.lookup = lookup;
        this.registry = registry;
    }

    RenderedPage notFound(Session session, RenderRequest request) throws RepositoryException {
        return themed(session, HttpServletResponse.SC_NOT_FOUND, request).orElseGet(() -> page(text("404.html")));
    }

    /** Returns the page for content that no longer exists. */
    RenderedPage gone(Session session, RenderRequest request) throws RepositoryException {
        Optional<RenderedPage> page = themed(session, HttpServletResponse.SC_GONE, request);
        return page.isPresent() ? page.get() : notFound(session, request);
    }

    /** A page whose script failed; whoever writes is told why. */
    RenderedPage failed(Session session, RenderRequest request, RenderFailure failure) throws RepositoryException {
        if (request.mode().isAuthor()) {
            return page("<pre class=\"bocage-error\">" + HtmlUtils.htmlEscape(String.valueOf(failure.getMessage()))
                    + "</pre>");
        }
        return themed(session, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, request)
                .orElseGet(() -> page(text("500.html")));
    }

    /** A page that needs neither store nor theme. */
    void sober(int status, HttpServletResponse response) throws IOException {
        sober(
                status,
                RenderedPage.HTML,
                text(status == HttpServletResponse.SC_NOT_FOUND ? "404.html" : "400.html"),
                response);
    }

    private static void sober(int status, String contentType, String text, HttpServletResponse response)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** More is asked for than is rendered at a time. */
    void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        later("503", request, response);
    }

    /** The database of the stores does not answer, and there is no page to show without it. */
    static void databaseAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        later("panne", request, response);
    }

    /** There is no room left for what was to be saved. */
    static void full(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sober(HttpStatus.INSUFFICIENT_STORAGE.value(), "plein", request, response);
    }

    /** Asks to come back in a moment. */
    private static void later(String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(PAUSE.toSeconds()));
        sober(HttpServletResponse.SC_SERVICE_UNAVAILABLE, name, request, response);
    }

    /** A sober page, or JSON for who asks for that alone. */
    private static void sober(int status, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        boolean isMachine = accepted.contains("application/json") && !accepted.contains("text/html");
        sober(
                status,
                isMachine ? "application/json" : RenderedPage.HTML,
                text(name + (isMachine ? ".json" : ".html")),
                response);
    }

    private Optional<RenderedPage> themed(Session session, int status, RenderRequest request)
            throws RepositoryException {
        Optional<Node> home = lookup.home(session);
        String template = registry.current().site().errorPage(status);
        if (home.isEmpty() || registry.current().template(template).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(renderer.render(home.get(), template, request));
        } catch (RenderFailure e) {
            log.error("The error page {} fails itself: {}", template, e.getMessage());
            return Optional.empty();
        }
    }

    private static RenderedPage page(String html) {
        return new RenderedPage(
                html, 200, Optional.empty(), RenderedPage.HTML, false, new RenderDependencies(Set.of(), Set.of()));
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(ErrorPages.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
