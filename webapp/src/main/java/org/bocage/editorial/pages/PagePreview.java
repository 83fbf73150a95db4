package org.bocage.editorial.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.publishing.PublicationPreview;
import org.bocage.editorial.publishing.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the newest version of a page would look to somebody once it is on line. */
@Component
class PagePreview {

    private final Stores stores;
    private final Publisher publisher;
    private final PublicationPreview preview;
    private final PageDrawing drawing;

    PagePreview(Stores stores, Publisher publisher, PublicationPreview preview, PageDrawing drawing) {
        this.stores = stores;
        this.publisher = publisher;
        this.preview = preview;
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
        return with(
                page,
                revision,
                reader,
                (copy, missing) -> missing.from(
                        pictures,
                        drawing.published(copy, Workspace.path(copy), reader, request)
                                .html()));
    }

    /** Whether an address is that of a picture of a page that is not on line. */
    boolean shows(String page, Identity reader, String address) {
        return with(page, null, reader, (copy, missing) -> missing.contain(address))
                .orElse(false);
    }

    private <T> Optional<T> with(String id, @Nullable Long revision, Identity reader, PublicationPreview.Look<T> look) {
        return stores.author().read(Identity.SYSTEM, author -> {
            Optional<Node> page = Workspace.WEBSITE.nodeById(author, id).filter(Pages::isPage);
            // nothing of this is saved
            return page.isEmpty() || (revision != null && !publisher.restore(page.get(), revision))
                    ? Optional.empty()
                    : Optional.of(preview.with(page.get(), reader, look));
        });
    }
}
