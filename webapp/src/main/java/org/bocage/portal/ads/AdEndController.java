package org.bocage.portal.ads;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.site.SitePages;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.ProposalForms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The pages behind the links about the end of an annonce: looking changes nothing, the button does. */
@Controller
class AdEndController {

    private static final String ADDRESS = AdLinks.PAGE + "{token:[A-Za-z0-9._-]{1,200}}";
    private static final String PAGE = "/proposer";
    private static final DateTimeFormatter DAY = FrenchDays.format("EEEE d MMMM");

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
        Optional<AdEnds.Ad> ad = links.said(token).flatMap(said -> ends.ad(said, pages.reader(request)));
        if (ad.isEmpty()) {
            over(request, response);
            return;
        }
        show(ad.get(), Outcome.ASKED, request, response);
    }

    @PostMapping(ADDRESS)
    void act(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AdLinks.Said> said = links.said(token);
        Optional<AdEnds.Ad> ad = said.flatMap(one -> ends.ad(one, pages.reader(request)));
        if (ad.isEmpty()) {
            over(request, response);
            return;
        }
        String named = request.getParameter("avec") == null ? "" : request.getParameter("avec");
        Optional<AdEndPage.Match> with = ad.get().matches().stream()
                .filter(one -> one.id().equals(named))
                .findFirst();
        if (!named.isEmpty() && with.isEmpty()) {
            show(ad.get(), Outcome.WRONG, request, response);
            return;
        }
        AdEnds.Told told = new AdEnds.Told(
                request.getParameter("portail") != null,
                with.map(AdEndPage.Match::id).orElse(""));
        if (!ends.act(said.get(), told)) {
            over(request, response);
            return;
        }
        show(ad.get(), new Outcome(200, true, with.map(AdEndPage.Match::title).orElse(null)), request, response);
    }

    /** How a page comes: asked for, done, or with something wrong. */
    private record Outcome(
            int status, boolean done, @Nullable String with) {

        static final Outcome ASKED = new Outcome(200, false, null);
        static final Outcome WRONG = new Outcome(422, false, null);
    }

    private void show(AdEnds.Ad ad, Outcome outcome, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        AdEndPage page = new AdEndPage(
                ad.title(),
                ad.gesture().key(),
                DAY.format(ad.until()),
                ad.reviewed(),
                ad.matches(),
                outcome.done(),
                outcome.with(),
                outcome.status() == Outcome.WRONG.status());
        pages.show(PAGE, outcome.status(), screens.draw("annonce-suite", ad.title(), page, request), request, response);
    }

    private void over(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormAnswers.keepSecret(response);
        pages.show(
                PAGE,
                HttpServletResponse.SC_GONE,
                screens.draw("annonce-perdue", forms.sentence("title.gone"), "", request),
                request,
                response);
    }
}
