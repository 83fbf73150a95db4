package org.bocage.portal.membership.renewal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.extension.HelpTopic;
import org.bocage.editorial.screens.extension.ReviewAsides;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.screens.extension.WriterAsides;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.portal.membership.Attestations;
import org.bocage.portal.membership.Badge;
import org.bocage.portal.membership.Requests;
import org.bocage.portal.membership.Tariffs;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Memberships awaiting acceptance or payment, in « Ma semaine » and beside their form, with the actions that record it. */
@Controller
@OpenTo(People.REVIEWERS)
class MembershipReview implements ReviewAsides, WriterAsides, WeekNotices {

    private static final String SCREEN = "/espace/" + Requests.TYPE + "/";

    private final Requests requests;
    private final Renewals renewals;
    private final Attestations attestations;
    private final Desk desk;
    private final MessageSource messages;

    /** Registers the page of the help on memberships. */
    @Bean
    static HelpTopic membershipHelp() {
        return new HelpTopic("adhesions", 80);
    }

    MembershipReview(
            Requests requests, Renewals renewals, Attestations attestations, Desk desk, MessageSource messages) {
        this.requests = requests;
        this.renewals = renewals;
        this.attestations = attestations;
        this.desk = desk;
        this.messages = messages;
    }

    @Override
    public List<WeekPage.Notice> notices() {
        return requests.unpaid().stream()
                .map(one -> new WeekPage.Notice(
                        say("notice", one.belongs(), Tariffs.money(one.amount()), payment(one)),
                        say("notice-link"),
                        SCREEN + one.id()))
                .toList();
    }

    @Override
    public List<FormPage.Aside> reviewAsides(Node item) throws RepositoryException {
        if (!isMembership(item) || !Requests.UNPAID.contains(Requests.text(item, "etatAdhesion"))) {
            return List.of();
        }
        Requests.Told told = Requests.told(item);
        List<FormPage.AsideGesture> gestures = new ArrayList<>();
        if (Requests.text(item, "etatAdhesion").equals(Requests.ASKED)) {
            gestures.add(new FormPage.AsideGesture(say("accept"), SCREEN + told.id() + "/validee"));
        }
        gestures.add(new FormPage.AsideGesture(say("paid"), SCREEN + told.id() + "/payee"));
        return List.of(new FormPage.Aside(
                say("aside"),
                List.of(say("aside.line", told.number(), Tariffs.money(told.amount()), payment(told))),
                List.of(),
                "",
                gestures));
    }

    /** Returns the link to a member's attestation: the staff finds it here, and the member beside their own membership. */
    @Override
    public List<FormPage.Aside> writerAsides(Node item) throws RepositoryException {
        if (!isMembership(item) || !Badge.BELONGING.contains(Requests.text(item, "etatAdhesion"))) {
            return List.of();
        }
        return List.of(new FormPage.Aside(
                say("attestation"),
                List.of(say("attestation.line")),
                List.of(),
                "",
                List.of(FormPage.AsideGesture.look(say("attestation.look"), attestations.path(item.getIdentifier())))));
    }

    private static boolean isMembership(Node item) throws RepositoryException {
        return item.getPrimaryNodeType().getName().equals("bocage:adhesion");
    }

    private String payment(Requests.Told one) {
        return say("paid-by." + (one.payment().isEmpty() ? "none" : one.payment()));
    }

    /** The request is in order. */
    @PostMapping(SCREEN + "{id:[0-9a-f-]{36}}/validee")
    String accepted(@PathVariable String id) {
        return done(id, requests::accept, "adhesion-validee");
    }

    /** The money came. */
    @PostMapping(SCREEN + "{id:[0-9a-f-]{36}}/payee")
    String paid(@PathVariable String id) {
        return done(id, requests::paid, "adhesion-payee");
    }

    private String done(String id, BiConsumer<Requests.Told, Actor> gesture, String told) {
        Requests.Told membership =
                requests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            gesture.accept(membership, desk.actor());
        } catch (RefusedTransition | ConcurrentEdit e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
        return "redirect:" + SCREEN + id + "?fait=" + told;
    }

    /** Sends the table of members to remind, or to call. */
    @GetMapping(Renewals.LIST)
    void toRenew(HttpServletResponse response) throws IOException {
        response.setContentType(Spreadsheet.TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("adhesions-a-renouveler-" + LocalDate.now(desk.clock()) + ".csv")
                        .build()
                        .toString());
        renewals.write(response.getWriter());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("membership." + key, arguments, Locale.FRENCH);
    }
}
