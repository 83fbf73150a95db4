package org.bocage.portal.embeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.security.SignedInReader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Pages that other sites frame, and the one that makes such frames. Whoever asks gets what everybody gets: what a member sees of the
 * portal is not copied into a public page by mistake.
 */
@Controller
class EmbedController {

    private final SitePages pages;

    EmbedController(SitePages pages) {
        this.pages = pages;
    }

    @GetMapping({"/integrer", "/integrer.html", "/integre/**"})
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(SignedInReader.FOR_EVERYBODY, true);
        pages.answerWithoutForm(request, response);
    }
}
