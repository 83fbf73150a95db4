package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.Renderer;
import org.bocage.cms.rendering.ScriptFailure;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** Answers an address of the site: a resource, a redirect, a page, or the page that says there is none. */
@Component
class SiteHandler implements HttpRequestHandler {

    private static final Logger log = LoggerFactory.getLogger(SiteHandler.class);
    private static final String VISITOR_ROLE = "visiteur";

    private final Stores stores;
    private final Renderer renderer;
    private final WebResources resources;
    private final PageLookup lookup;
    private final ErrorPages errors;
    private final PageCache cache;
    private final ObjectProvider<CurrentReader> readers;
    private final ObjectProvider<FormerAddresses> former;

    SiteHandler(
            Stores stores,
            Renderer renderer,
            WebResources resources,
            PageLookup lookup,
            ErrorPages errors,
            PageCache cache,
            ObjectProvider<CurrentReader> readers,
            ObjectProvider<FormerAddresses> former) {
        this.stores = stores;
        this.renderer = renderer;
        this.resources = resources;
        this.lookup = lookup;
        this.errors = errors;
        this.cache = cache;
        this.readers = readers;
        this.former = former;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            refuse(request, response);
            return;
        }
        Optional<RequestPath> path = RequestPath.of(request);
        if (path.isEmpty()) {
            errors.sober(HttpServletResponse.SC_BAD_REQUEST, response);
            return;
        }
        if (path.get().decoded().startsWith(WebResources.PREFIX)) {
            if (!resources.answer(path.get().decoded(), request, response)) {
                errors.sober(HttpServletResponse.SC_NOT_FOUND, response);
            }
            return;
        }
        page(path.get(), request, response);
    }

    /** Magnolia forbids a form that nothing receives. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isForm = request.getMethod().equals("POST");
        response.setHeader("Allow", "GET, HEAD");
        errors.sober(isForm ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_METHOD_NOT_ALLOWED, response);
    }

    private void page(RequestPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CurrentReader current = readers.getIfAvailable();
        Identity reader = current == null ? Identity.anonymous(List.of(VISITOR_ROLE)) : current.of(request);
        PageCache.Start start = cache.start();
        PageLookup.Found found = lookup.find(path, reader, request);
        if (found instanceof PageLookup.Moved moved) {
            response.setStatus(moved.status());
            response.setHeader("Location", moved.location());
            return;
        }
        PageLookup.Page page = (PageLookup.Page) found;
        Store store = path.author() ? stores.author() : stores.published();
        Answer answer = store.read(reader, session -> answer(page, session));
        if (answer.status() == HttpServletResponse.SC_NOT_FOUND) {
            Optional<String> now =
                    OldAddresses.now(stores, store, reader, page.path()).map(one -> lookup.address(path, one, request));
            if (now.isEmpty() && !path.author()) {
                now = meant(path, reader, request)
                        .or(() -> former.stream()
                                .flatMap(one -> one.movedTo(path.decoded()).stream())
                                .findFirst()
                                .map(one -> request.getContextPath() + one));
            }
            if (now.isPresent()) {
                response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                response.setHeader("Location", now.get());
                return;
            }
            if (!path.author() && former.stream().anyMatch(one -> one.isFormer(path.decoded()))) {
                answer = store.read(
                        reader,
                        session -> new Answer(HttpServletResponse.SC_GONE, errors.gone(session, page.request())));
            }
        }
        write(answer, path, request, response, start);
    }

    /** The address that somebody meant who wrote it with accents or capitals; only one that shows something. */
    private Optional<String> meant(RequestPath path, Identity reader, HttpServletRequest request) {
        Optional<RequestPath> plain = path.asSlugs();
        if (plain.isEmpty() || !(lookup.find(plain.get(), reader, request) instanceof PageLookup.Page page)) {
            return Optional.empty();
        }
        Answer answer = stores.published().read(reader, session -> answer(page, session));
        if (answer.page().location().isPresent()) {
            return answer.page().location();
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return answer.status() == HttpServletResponse.SC_OK
                ? Optional.of(request.getContextPath() + plain.get().raw() + query)
                : Optional.empty();
    }

    /** What will be sent, once the session is closed. */
    private record Answer(int status, RenderedPage page) {}

    private Answer answer(PageLookup.Page page, Session session) throws RepositoryException {
        try {
            Optional<RenderedPage> rendered =
                    lookup.node(page, session).map(node -> renderer.render(node, page.request()));
            int status = rendered.map(RenderedPage::status).orElse(HttpServletResponse.SC_NOT_FOUND);
            boolean isToBeShown = rendered.isPresent()
                    && status != HttpServletResponse.SC_NOT_FOUND
                    && !(status == HttpServletResponse.SC_GONE
                            && rendered.get().html().isBlank());
            return new Answer(status, isToBeShown ? rendered.get() : errors.notFound(session, page.request()));
        } catch (RenderFailure e) {
            log.error("{} cannot be rendered: {}", page.request().originalUri(), e.getMessage());
            // as in Magnolia, who writes gets an answer; a visitor's browser is told that there is none
            boolean isAnswer =
                    e instanceof ScriptFailure && page.request().mode().isAuthor();
            return new Answer(
                    isAnswer ? HttpServletResponse.SC_OK : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    errors.failed(session, page.request(), e));
        }
    }

    private void write(
            Answer answer,
            RequestPath path,
            HttpServletRequest request,
            HttpServletResponse response,
            PageCache.Start start)
            throws IOException {
        response.setStatus(answer.status());
        if (answer.page().location().isPresent()) {
            response.setHeader("Location", answer.page().location().get());
            return;
        }
        byte[] bytes = answer.page().html().getBytes(StandardCharsets.UTF_8);
        Optional<String> key = path.author() ? Optional.empty() : cache.key(request);
        if (answer.status() == HttpServletResponse.SC_OK && key.isPresent()) {
            EncodedBody body = new EncodedBody(answer.page().contentType(), true, bytes);
            if (answer.page().complete()) {
                cache.put(key.get(), body, answer.page().reads(), start);
            }
            body.write(request, response, PageCacheFilter.CACHE_CONTROL);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(answer.page().contentType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
