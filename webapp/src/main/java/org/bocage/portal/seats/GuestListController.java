package org.bocage.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.SitePages;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The list of those who register, for an organiser without an account: by a signed link, which ends thirty days after the last
 * date, when there is another organiser, and when they ask for a new one.
 */
@Controller
class GuestListController {

    private static final String PAGE = "/proposer";
    private static final String LIST = SeatLinks.LIST + "{token:[A-Za-z0-9._-]{1,200}}";
    private static final String FORM = "inscriptions";
    private static final String RENEW = "lien";
    private static final Pattern EVENT = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern DONE = Pattern.compile("inscriptions-[a-z]{1,20}");

    private final SitePages pages;
    private final FormScreens screens;
    private final FormGuard guard;
    private final Stores stores;
    private final Organisers organisers;
    private final SeatDesk desk;
    private final Seats seats;
    private final SeatMails mails;
    private final MessageSource messages;
    private final Clock clock;

    GuestListController(
            SitePages pages,
            FormScreens screens,
            FormGuard guard,
            Stores stores,
            Organisers organisers,
            SeatDesk desk,
            Seats seats,
            SeatMails mails,
            MessageSource messages,
            Clock clock) {
        this.pages = pages;
        this.screens = screens;
        this.guard = guard;
        this.stores = stores;
        this.organisers = organisers;
        this.desk = desk;
        this.seats = seats;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    /** List that a link leads to. */
    private record Opened(String token, Organiser organiser, List<Gathering> dates) {}

    @GetMapping(LIST)
    void look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Opened> list = open(token);
        if (list.isEmpty()) {
            lost(410, "inscriptions-perdu", request, response);
            return;
        }
        show(list.get(), SeatDesk.Outcome.NONE, request, response);
    }

    @PostMapping(LIST)
    void act(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Opened> list = open(token);
        if (list.isEmpty()) {
            lost(410, "inscriptions-perdu", request, response);
            return;
        }
        boolean tooMany = guard.judgeKnown(request, FORM) == FormGuard.Verdict.TOO_MANY;
        if (!tooMany && FormAnswers.text(request, "geste").equals(RENEW)) {
            renew(list.get());
            lost(200, "inscriptions-lien", request, response);
            return;
        }
        SeatDesk.Outcome outcome = tooMany
                ? desk.refused(request)
                : desk.act(list.get().dates(), list.get().organiser(), request);
        if (outcome.status() == HttpServletResponse.SC_OK) {
            FormAnswers.keepSecret(response);
            String done = outcome.done().isEmpty() ? "" : "?fait=" + outcome.done();
            FormAnswers.seeOther(request, response, SeatLinks.LIST + token + done);
            return;
        }
        show(list.get(), outcome, request, response);
    }

    /** Makes this link and those before it void, and sends the next one to the organiser. */
    private void renew(Opened list) {
        Gathering last = list.dates().get(list.dates().size() - 1);
        seats.inTurn((session, taken) -> {
            Organisers.renew(Seats.folder(session, last.event()));
            mails.tell(session, last, organisers.of(session, last.event()), RENEW, 0);
            return true;
        });
    }

    /** Opens the list of an event that is on line, or over and not yet forgotten. */
    private Optional<Opened> open(String token) {
        String event = SeatLinks.eventOfList(token);
        if (!EVENT.matcher(event).matches()) {
            return Optional.empty();
        }
        Optional<Organiser> organiser =
                stores.author().read(Identity.SYSTEM, session -> organisers.of(session, event, token));
        return organiser
                .map(one -> new Opened(token, one, desk.dates(event)))
                .filter(one -> isOpen(one.dates(), clock.instant()));
    }

    private static boolean isOpen(List<Gathering> dates, Instant now) {
        return dates.stream().anyMatch(date -> Seats.isKept(date, now))
                && dates.stream().allMatch(date -> date.online() || date.isOver(now));
    }

    private void show(Opened list, SeatDesk.Outcome outcome, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String done = FormAnswers.text(request, "fait");
        SeatListPage page = desk.page(
                list.dates(),
                "/agenda/" + list.dates().get(0).name(),
                SeatLinks.LIST + list.token(),
                list.organiser(),
                DONE.matcher(done).matches() ? done : "",
                outcome);
        FormAnswers.keepSecret(response);
        pages.show(
                PAGE, outcome.status(), screens.draw("inscriptions", page.title(), page, request), request, response);
    }

    private void lost(int status, String screen, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        String title = messages.getMessage("seats." + screen, new Object[0], Locale.FRENCH);
        pages.show(PAGE, status, screens.draw(screen, title, "", request), request, response);
    }
}
