package org.bocage.portal.membership;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteName;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormScreens;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Says on paper that somebody belongs: a page to print, behind an address that nobody makes up. */
@Controller
public class Attestations {

    private static final String PAGE = "/adherer/attestation/";

    private static final Workspace MEMBERSHIPS = new Workspace("adhesions");

    private final Stores stores;
    private final SitePages pages;
    private final FormScreens screens;
    private final SignedLinks links;
    private final Tariffs tariffs;
    private final SiteName siteName;
    private final MessageSource messages;
    private final Clock clock;

    Attestations(
            Stores stores,
            SitePages pages,
            FormScreens screens,
            SignedLinks links,
            Tariffs tariffs,
            SiteName siteName,
            MessageSource messages,
            Clock clock) {
        this.stores = stores;
        this.pages = pages;
        this.screens = screens;
        this.links = links;
        this.tariffs = tariffs;
        this.siteName = siteName;
        this.messages = messages;
        this.clock = clock;
    }

    /** The address of a membership's. */
    public String path(String id) {
        return PAGE + links.token(Purpose.MEMBERSHIP_PROOF, id);
    }

    @GetMapping(PAGE + "{token:[0-9a-f-]{36}\\.[A-Za-z0-9_-]{20,60}}")
    void show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormAnswers.keepSecret(response);
        Optional<Proof> found = links.read(Purpose.MEMBERSHIP_PROOF, token).flatMap(parts -> attestation(parts.get(0)));
        if (found.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        String title = messages.getMessage("membership.title.attestation", new Object[0], Locale.FRENCH);
        pages.show(
                Requests.FORM,
                found.get().belongs() ? 200 : 410,
                screens.draw("adherer-attestation", title, found.get(), request),
                request,
                response);
    }

    private Optional<Proof> attestation(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> item = MEMBERSHIPS.nodeById(session, id);
            return item.isPresent() ? Optional.of(attestation(item.get())) : Optional.empty();
        });
    }

    private Proof attestation(Node item) throws RepositoryException {
        Requests.Told told = Requests.told(item);
        return new Proof(
                Badge.BELONGING.contains(Requests.text(item, "etatAdhesion")),
                told.number(),
                told.belongs(),
                date(item, "debut"),
                date(item, "fin"),
                LocalDate.ofInstant(clock.instant(), Requests.PARIS),
                siteName.get(),
                tariffs.payment().who());
    }

    private static LocalDate date(Node item, String name) throws RepositoryException {
        return LocalDate.ofInstant(item.getProperty(name).getDate().toInstant(), Requests.PARIS);
    }

    /**
     * {@code templates/site/adherer-attestation.ftlh}: says on paper that somebody belongs.
     *
     * @param belongs whether they do, today
     * @param from first day
     * @param to last day
     * @param by the name of the site
     * @param who signs, in words; may be empty
     */
    public record Proof(
            boolean belongs,
            String number,
            String member,
            LocalDate from,
            LocalDate to,
            LocalDate today,
            String by,
            String who) {}
}
