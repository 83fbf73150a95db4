package org.bocage.editorial.items;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.publishing.PublicationPreview;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PreviewAnswer;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.SignedInReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of an item as everybody will read it once its newest version is on line, for who may read that version now. */
@ScreenController
@OpenTo(People.ENTITLED)
class ItemPreviewController {

    private final Desk desk;
    private final Contents contents;
    private final PublicationPreview preview;
    private final SignedInReader readers;
    private final SitePages pages;

    ItemPreviewController(
            Desk desk, Contents contents, PublicationPreview preview, SignedInReader readers, SitePages pages) {
        this.desk = desk;
        this.contents = contents;
        this.preview = preview;
        this.readers = readers;
        this.pages = pages;
    }

    @GetMapping(path = "/espace/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}", params = "apercu")
    ResponseEntity<String> show(@PathVariable String type, @PathVariable String id, HttpServletRequest request) {
        ContentType known = desk.type(type).orElseThrow(NotFoundException::new);
        String html = contents.read(known, id, desk.identity(), item -> true)
                .flatMap(isReadable -> html(known, id, request))
                .orElseThrow(NotFoundException::new);
        return PreviewAnswer.of(html, request);
    }

    private Optional<String> html(ContentType type, String id, HttpServletRequest request) {
        Identity everybody = readers.visitor(Set.of());
        return contents.read(type, id, Identity.SYSTEM, item -> {
                    Optional<String> address =
                            PublicAddress.at(type, item, desk.clock().instant());
                    return address.isEmpty()
                            ? Optional.<String>empty()
                            : preview.with(
                                    item,
                                    everybody,
                                    (copy, missing) -> pages.preview(address.get(), copy, everybody, request)
                                            .map(page -> missing.from(request.getContextPath() + "/author", page)));
                })
                .flatMap(Function.identity());
    }
}
