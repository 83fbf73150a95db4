package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.ScriptFailure;
import org.bocage.cms.rendering.page.Renderer;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.site.redirects.FormerAddresses;
import org.bocage.cms.site.redirects.OldAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** Answers an address of the site: a resource, a redirect, a page, or the page that says there is none. */
@Component
class SiteHandler implements HttpRequestHandler {

    private static final Logger log = LoggerFactory.getLogger(SiteHandler.class);

    private final Stores stores;
    private final Renderer renderer;
    private final WebResources resources;
    private final PageLookup lookup;
    private final ErrorPages errors;
    private final PageCache cache;
    private final RenderingQueue queue;
    private final ObjectProvider<CurrentReader> readers;
    private final ObjectProvider<FormerAddresses> former;

    SiteHandler(
            Stores stores,
            Renderer renderer,
            WebResources resources,
            PageLookup lookup,
            ErrorPages errors,
            PageCache cache,
            RenderingQueue queue,
            ObjectProvider<CurrentReader> readers,
            ObjectProvider<FormerAddresses> former) {
        this.stores = stores;
        this.renderer = renderer;
        this.resources = resources;
        this.lookup = lookup;
        this.errors = errors;
        this.cache = cache;
        this.queue = queue;
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
        PageCache.Start start = cache.start();
        Optional<String> key = path.author() ? Optional.empty() : cache.key(request);
        Reply reply;
        try {
            // who asks after a change does not wait for what was begun before it
            reply = key.isPresent()
                    ? queue.renderOnce(new Begun(key.get(), start), () -> kept(key.get(), path, request, start))
                    : queue.render(() -> reply(path, request));
        } catch (RenderingQueue.TooBusy e) {
            if (!older(key, request, response)) {
                errors.busy(request, response);
            }
            return;
        } catch (RuntimeException e) {
            if (RepositoryFailure.isOfDatabase(e) && older(key, request, response)) {
                return;
            }
            throw e;
        }
        write(reply, request, response);
    }

    /** Answers with an older rendering, that time alone made old; false when there is none. */
    private boolean older(Optional<String> key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<EncodedBody> older = key.flatMap(cache::older);
        if (older.isEmpty()) {
            return false;
        }
        older.get().write(request, response, PageCacheFilter.CACHE_CONTROL);
        return true;
    }

    /** Key of one rendering, shared by all who ask for a page at the same state of the store. */
    private record Begun(String key, PageCache.Start start) {}

    /** Answer to a request: a redirect or a page. */
    private sealed interface Reply {}

    private record Moved(int status, String location) implements Reply {}

    /** A page that all visitors get. */
    private record Shared(EncodedBody body) implements Reply {}

    /** A page made in the session of the reader, which is closed when it is sent. */
    private record Answer(int status, RenderedPage page) implements Reply {}

    /** The page of the cache, or a new one that goes there. */
    private Reply kept(String key, RequestPath path, HttpServletRequest request, PageCache.Start start) {
        Optional<EncodedBody> kept = cache.get(key);
        if (kept.isPresent()) {
            return new Shared(kept.get());
        }
        Reply reply = reply(path, request);
        if (!(reply instanceof Answer answer) || answer.status() != HttpServletResponse.SC_OK) {
            return reply;
        }
        return new Shared(cache.put(key, answer.page(), start));
    }

    private Reply reply(RequestPath path, HttpServletRequest request) {
        Optional<String> elsewhere = movedByQuery(path, request);
        if (elsewhere.isPresent()) {
            return new Moved(HttpServletResponse.SC_MOVED_PERMANENTLY, elsewhere.get());
        }
        CurrentReader current = readers.getIfAvailable();
        Identity reader = current == null ? CurrentReader.anonymous() : current.of(request);
        PageLookup.Found found = lookup.find(path, reader, request);
        if (found instanceof PageLookup.Moved moved) {
            return new Moved(moved.status(), moved.location());
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
                return new Moved(HttpServletResponse.SC_MOVED_PERMANENTLY, now.get());
            }
            if (!path.author() && former.stream().anyMatch(one -> one.isFormer(path.decoded()))) {
                answer = store.read(
                        reader,
                        session -> new Answer(HttpServletResponse.SC_GONE, errors.gone(session, page.request())));
            }
        }
        return answer.page().location().isPresent()
                ? new Moved(answer.status(), answer.page().location().get())
                : answer;
    }

    private Optional<String> movedByQuery(RequestPath path, HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || query.isEmpty() || path.author()
                ? Optional.empty()
                : former.stream()
                        .flatMap(one -> one.movedTo(path.decoded(), query).stream())
                        .findFirst()
                        .map(one -> request.getContextPath() + one);
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
            if (RepositoryFailure.isOfDatabase(e)) {
                // no page of the theme is drawn without it, either
                throw e;
            }
            log.error("{} cannot be rendered: {}", page.request().originalUri(), e.getMessage());
            // as in Magnolia, who writes gets an answer; a visitor's browser is told that there is none
            boolean isAnswer =
                    e instanceof ScriptFailure && page.request().mode().isAuthor();
            return new Answer(
                    isAnswer ? HttpServletResponse.SC_OK : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    errors.failed(session, page.request(), e));
        }
    }

    private static void write(Reply reply, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (reply instanceof Moved moved) {
            response.setStatus(moved.status());
            response.setHeader("Location", moved.location());
        } else if (reply instanceof Shared shared) {
            shared.body().write(request, response, PageCacheFilter.CACHE_CONTROL);
        } else if (reply instanceof Answer answer) {
            request.setAttribute(
                    FrameOrigins.ATTRIBUTE, FrameOrigins.of(answer.page().html()));
            byte[] bytes = answer.page().html().getBytes(StandardCharsets.UTF_8);
            response.setStatus(answer.status());
            response.setHeader("Cache-Control", "no-store");
            response.setContentType(answer.page().contentType());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
