package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.rendering.Insert;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.page.Renderer;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows pages of the site for whoever answers a request otherwise: a form, and what it says once it was sent. */
@Component
public class SitePages {

    private static final Logger log = LoggerFactory.getLogger(SitePages.class);

    private final Stores stores;
    private final Renderer renderer;
    private final PageLookup lookup;
    private final ErrorPages errors;
    private final RenderingQueue queue;
    private final ObjectProvider<CurrentReader> readers;
    private final SiteHandler site;

    SitePages(
            Stores stores,
            Renderer renderer,
            PageLookup lookup,
            ErrorPages errors,
            RenderingQueue queue,
            ObjectProvider<CurrentReader> readers,
            SiteHandler site) {
        this.site = site;
        this.stores = stores;
        this.renderer = renderer;
        this.lookup = lookup;
        this.errors = errors;
        this.queue = queue;
        this.readers = readers;
    }

    /** On whose behalf a request reads the published store. */
    public Identity reader(HttpServletRequest request) {
        CurrentReader current = readers.getIfAvailable();
        return current == null ? CurrentReader.anonymous() : current.of(request);
    }

    /** Returns the start of absolute addresses of the site: its public address, else as the request says; without final slash. */
    public String baseUrl(HttpServletRequest request) {
        return lookup.baseUrl(request) + request.getContextPath();
    }

    /**
     * Answers with a page, never kept by the page cache; the one that says there is none when there is none.
     *
     * @param path of the page, as in the address
     * @param status when all goes well
     */
    public void show(String path, int status, Insert insert, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(path, status, Optional.of(insert), request, response);
    }

    /**
     * Returns the page of an item as it would be on line; empty when no page is at its address for this reader.
     *
     * @param path address that the item has there
     * @param item the item in a session of the published store, which reads for the reader and is never saved
     * @throws RenderFailure when the page cannot be drawn
     */
    public Optional<String> preview(String path, Node item, Identity reader, HttpServletRequest request)
            throws RepositoryException {
        if (!(lookup.find(new RequestPath(false, path, path), reader, request) instanceof PageLookup.Page page)) {
            return Optional.empty();
        }
        return lookup.node(page, item.getSession())
                .map(node -> renderer.render(node, page.request(), item).html());
    }

    /** Whether there is such a page for who asks. */
    public boolean exists(String path, HttpServletRequest request) {
        Identity reader = reader(request);
        return lookup.find(new RequestPath(false, path, path), reader, request) instanceof PageLookup.Page page
                && stores.published()
                        .<Boolean>read(
                                reader, session -> lookup.node(page, session).isPresent());
    }

    /**
     * Answers an address for which there is no form as the site does: with the page of this address or where it moved, else with the
     * one that says there is none.
     */
    public void answerWithoutForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            answer("/", HttpServletResponse.SC_NOT_FOUND, Optional.empty(), request, response);
        } else {
            site.handleRequest(request, response);
        }
    }

    private record Answer(int status, RenderedPage page) {}

    private void answer(
            String path, int status, Optional<Insert> insert, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Identity reader = reader(request);
        Supplier<Optional<Answer>> rendering = () -> answer(path, status, insert, reader, request);
        Optional<Answer> found;
        try {
            // what somebody sent was taken: that is told, whatever else there is to do
            found = request.getMethod().equals("POST") ? rendering.get() : queue.render(rendering);
        } catch (RenderingQueue.TooBusy e) {
            errors.busy(request, response);
            return;
        }
        if (found.isEmpty()) {
            errors.sober(HttpServletResponse.SC_NOT_FOUND, response);
            return;
        }
        Answer answer = found.get();
        byte[] bytes = answer.page().html().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(answer.page().contentType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Optional<Answer> answer(
            String path, int status, Optional<Insert> insert, Identity reader, HttpServletRequest request) {
        if (!(lookup.find(new RequestPath(false, path, path), reader, request) instanceof PageLookup.Page page)) {
            return Optional.empty();
        }
        return Optional.of(stores.published().read(reader, session -> {
            Optional<Node> node = insert.isPresent() ? lookup.node(page, session) : Optional.empty();
            if (node.isEmpty()) {
                return new Answer(HttpServletResponse.SC_NOT_FOUND, errors.notFound(session, page.request()));
            }
            try {
                return new Answer(status, renderer.render(node.get(), page.request(), insert.get()));
            } catch (RenderFailure e) {
                log.error("{} cannot be rendered: {}", path, e.getMessage());
                return new Answer(
                        HttpServletResponse.SC_INTERNAL_SERVER_ERROR, errors.failed(session, page.request(), e));
            }
        }));
    }
}
