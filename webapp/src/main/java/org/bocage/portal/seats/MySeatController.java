package org.bocage.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.bocage.cms.site.SitePages;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormScreens;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Giving a seat back by the link of the mail, and saying from the beginning of the event on that one was there: looking changes
 * nothing, the button does.
 * Whoever has the link reads whose seat it is by first name and initial, and no more; who had the seat hears of it by mail.
 */
@Controller
class MySeatController {

    private static final String PAGE = "/proposer";
    private static final String GIVE_BACK = "rendre";
    private static final String CAME = "venu";
    private static final String MINE = SeatLinks.PAGE + "{token:[A-Za-z0-9._-]{1,250}}";

    private final SitePages pages;
    private final FormScreens screens;
    private final Gatherings gatherings;
    private final Seats seats;
    private final SeatLinks links;
    private final MessageSource messages;
    private final Clock clock;

    MySeatController(
            SitePages pages,
            FormScreens screens,
            Gatherings gatherings,
            Seats seats,
            SeatLinks links,
            MessageSource messages,
            Clock clock) {
        this.pages = pages;
        this.screens = screens;
        this.gatherings = gatherings;
        this.seats = seats;
        this.links = links;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * {@code site/place-rendre.ftlh}.
     *
     * @param whose first name and initial of who registered
     * @param status key of where the registration stands
     * @param rank among those who wait, else 0
     * @param begun whether the event began, so that one may say that one is there
     * @param over whether it is over, so that a seat is not given back any more
     * @param done {@code rendue} or {@code venu}; empty when nothing was
     */
    public record MinePage(
            String event,
            String when,
            String whose,
            String status,
            int rank,
            boolean begun,
            boolean over,
            String done) {}

    @GetMapping(MINE)
    void look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mine(token, "", request, response);
    }

    @PostMapping(MINE)
    void act(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String gesture = FormAnswers.text(request, "geste");
        mine(token, gesture.equals(CAME) ? CAME : GIVE_BACK, request, response);
    }

    private void mine(String token, String gesture, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        Optional<SeatLinks.Seat> seat = links.seat(token);
        Optional<Registration> person = seat.flatMap(seats::person);
        Optional<Gathering> found =
                seat.flatMap(one -> Gathering.of(gatherings.of(one.event()), one.day(), clock.instant()));
        if (person.isEmpty() || found.isEmpty()) {
            pages.show(
                    PAGE,
                    HttpServletResponse.SC_GONE,
                    screens.draw("place-perdue", say("seats.gone"), "", request),
                    request,
                    response);
            return;
        }
        Gathering gathering = found.get();
        String done = act(gathering, person.get(), gesture);
        MinePage page = new MinePage(
                gathering.address(),
                gathering.when(),
                person.get().shortName(),
                person.get().status().key(),
                person.get().rank(),
                gathering.isBegun(clock.instant()),
                gathering.isOver(clock.instant()),
                done);
        pages.show(PAGE, 200, screens.draw("place-rendre", gathering.title(), page, request), request, response);
    }

    /**
     * Does what the button said, when it is allowed: a seat is given back until the event is over, and from its beginning on one
     * says that one is there.
     *
     * @return what was done; empty for nothing
     */
    private String act(Gathering gathering, Registration person, String gesture) {
        if (gesture.equals(CAME) && person.seated() && gathering.isBegun(clock.instant())) {
            seats.wasThere(gathering, person.id());
            return CAME;
        }
        boolean gives = !person.seated()
                || (person.status() == Registration.Status.SEATED && !gathering.isOver(clock.instant()));
        if (gesture.equals(GIVE_BACK) && gives) {
            seats.giveBack(gathering, person.id());
            return "rendue";
        }
        return "";
    }

    private String say(String key) {
        return messages.getMessage(key, new Object[0], Locale.FRENCH);
    }
}
