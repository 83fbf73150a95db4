package org.bocage.editorial.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.publishing.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * How the newest version of a page would look to somebody once it is on line: put into a session of the published store
 * that reads with their rights and is never saved. So all else that the page shows is what they may see.
 */
@Component
class PagePreview {

    private final Stores stores;
    private final Publisher publisher;
    private final PageDrawing drawing;

    PagePreview(Stores stores, Publisher publisher, PageDrawing drawing) {
        this.stores = stores;
        this.publisher = publisher;
        this.drawing = drawing;
    }

    /**
     * Draws a page; empty when it is gone.
     *
     * @param revision the saved state it is drawn from; null: as it is now
     * @param pictures what the addresses of pictures begin with that are not on line
     * @throws RenderFailure when it cannot be drawn
     */
    Optional<String> html(
            String page, @Nullable Long revision, Identity reader, HttpServletRequest request, String pictures) {
        return with(page, revision, reader, (node, copy, missing) -> {
            String html = drawing.published(copy, Workspace.path(node), reader, request)
                    .html();
            for (Pattern address : addresses(missing)) {
                html = address.matcher(html).replaceAll(found -> Matcher.quoteReplacement(pictures + found.group()));
            }
            return Optional.of(html);
        });
    }

    /** Whether an address is that of a picture of a page that is not on line. */
    boolean shows(String page, Identity reader, String address) {
        return with(page, null, reader, (node, copy, missing) -> {
                    List<Pattern> all = addresses(missing);
                    return all.stream().anyMatch(one -> one.matcher(address).lookingAt())
                            ? Optional.of(address)
                            : Optional.empty();
                })
                .isPresent();
    }

    @FunctionalInterface
    private interface Look<T> {
        Optional<T> at(Node page, Node copy, List<Node> missing) throws RepositoryException;
    }

    private <T> Optional<T> with(String id, @Nullable Long revision, Identity reader, Look<T> look) {
        return stores.author().read(Identity.SYSTEM, author -> {
            Optional<Node> page = Workspace.WEBSITE.nodeById(author, id).filter(Pages::isPage);
            // nothing of this is saved
            if (page.isEmpty() || (revision != null && !publisher.restore(page.get(), revision))) {
                return Optional.empty();
            }
            Session published = stores.published().login(reader);
            try {
                List<Node> missing = List.copyOf(publisher.preview(page.get(), published));
                return look.at(page.get(), published.getNode(page.get().getPath()), missing);
            } finally {
                published.logout();
            }
        });
    }

    private static List<Pattern> addresses(List<Node> assets) throws RepositoryException {
        List<Pattern> addresses = new ArrayList<>();
        for (Node asset : assets) {
            String path = UriUtils.encodePath(Workspace.path(asset), StandardCharsets.UTF_8);
            addresses.add(Pattern.compile("/(?:dam/jcr:" + asset.getIdentifier()
                    + "/|\\.imaging/mte/[\\w.%-]+/[\\w.%-]+/dam" + Pattern.quote(path) + "/jcr:content/)"));
        }
        return addresses;
    }
}
