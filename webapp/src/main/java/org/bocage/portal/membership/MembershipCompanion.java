package org.bocage.portal.membership;

import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.ConcurrentEdit;
import org.bocage.editorial.authoring.Companion;
import org.bocage.editorial.authoring.Desk;
import org.bocage.editorial.authoring.view.FormPage;
import org.bocage.editorial.authoring.view.WeekPage;
import org.bocage.editorial.workflow.RefusedTransition;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** What waits for a payment, in « Ma semaine » and beside its form, with the gesture that says it came. */
@Controller
class MembershipCompanion implements Companion {

    private static final String SCREEN = "/espace/" + Requests.TYPE + "/";

    private final Requests requests;
    private final Desk desk;
    private final MessageSource messages;

    MembershipCompanion(Requests requests, Desk desk, MessageSource messages) {
        this.requests = requests;
        this.desk = desk;
        this.messages = messages;
    }

    @Override
    public List<WeekPage.Notice> notices() {
        return requests.unpaid().stream()
                .map(one -> new WeekPage.Notice(
                        say("notice", one.belongs(), JoinQuestions.money(one.amount()), payment(one)),
                        say("notice-link"),
                        SCREEN + one.id()))
                .toList();
    }

    @Override
    public List<FormPage.Aside> asides(Node item) throws RepositoryException {
        if (!item.getPrimaryNodeType().getName().equals("bocage:adhesion")
                || !Requests.UNPAID.contains(Requests.text(item, "etatAdhesion"))) {
            return List.of();
        }
        Requests.Told told = Requests.told(item);
        return List.of(new FormPage.Aside(
                say("aside"),
                List.of(say("aside.line", told.number(), JoinQuestions.money(told.amount()), payment(told))),
                List.of(),
                "",
                List.of(new FormPage.AsideGesture(say("paid"), SCREEN + told.id() + "/payee"))));
    }

    private String payment(Requests.Told one) {
        return say("paid-by." + (one.payment().isEmpty() ? "none" : one.payment()));
    }

    /** The money came. */
    @PostMapping(SCREEN + "{id:[0-9a-f-]{36}}/payee")
    String paid(@PathVariable String id) {
        desk.requireReviewer();
        Requests.Told membership =
                requests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            requests.paid(membership, desk.actor());
        } catch (RefusedTransition | ConcurrentEdit e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
        return "redirect:" + SCREEN + id + "?fait=adhesion-payee";
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("membership." + key, arguments, Locale.FRENCH);
    }
}
