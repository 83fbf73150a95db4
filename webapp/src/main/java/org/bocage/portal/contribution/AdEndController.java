package org.bocage.portal.contribution;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.bocage.cms.site.SitePages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The pages behind the links about the end of an annonce: looking changes nothing, the button does. */
@Controller
class AdEndController {

    private static final String ADDRESS = AdLinks.PAGE + "{token:[A-Za-z0-9._-]{1,200}}";
    private static final String PAGE = "/proposer";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);

    private final AdLinks links;
    private final AdEnds ends;
    private final SitePages pages;
    private final FormScreens screens;
    private final ProposalForms forms;

    AdEndController(AdLinks links, AdEnds ends, SitePages pages, FormScreens screens, ProposalForms forms) {
        this.links = links;
        this.ends = ends;
        this.pages = pages;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping(ADDRESS)
    void look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AdEnds.Ad> ad = links.said(token).flatMap(ends::ad);
        if (ad.isEmpty()) {
            over(request, response);
            return;
        }
        show(ad.get(), false, request, response);
    }

    @PostMapping(ADDRESS)
    void act(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AdLinks.Said> said = links.said(token);
        Optional<AdEnds.Ad> ad = said.flatMap(ends::ad);
        if (ad.isEmpty() || !ends.act(said.get())) {
            over(request, response);
            return;
        }
        show(ad.get(), true, request, response);
    }

    private void show(AdEnds.Ad ad, boolean done, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProposalController.keepSecret(response);
        AdEndPage page = new AdEndPage(ad.title(), ad.gesture().key(), DAY.format(ad.until()), ad.reviewed(), done);
        pages.show(PAGE, 200, screens.draw("annonce-suite", ad.title(), page, request), request, response);
    }

    private void over(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProposalController.keepSecret(response);
        pages.show(
                PAGE,
                HttpServletResponse.SC_GONE,
                screens.draw("annonce-perdue", forms.sentence("title.gone"), "", request),
                request,
                response);
    }
}
