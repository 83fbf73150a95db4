package org.bocage.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SitePages;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormScreens;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Giving a seat back by the link of the mail, and saying afterwards that one was there: looking changes nothing, the button does.
 * Whoever has the link reads whose seat it is by first name and initial, and no more; who had the seat hears of it by mail.
 */
@Controller
class MySeatController {

    private static final String PAGE = "/proposer";
    private static final String MINE = SeatLinks.PAGE + "{token:[A-Za-z0-9._-]{1,250}}";

    private final SitePages pages;
    private final FormScreens screens;
    private final Stores stores;
    private final Seats seats;
    private final SeatLinks links;
    private final MessageSource messages;
    private final Clock clock;

    MySeatController(
            SitePages pages,
            FormScreens screens,
            Stores stores,
            Seats seats,
            SeatLinks links,
            MessageSource messages,
            Clock clock) {
        this.pages = pages;
        this.screens = screens;
        this.stores = stores;
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
     * @param begun whether the event began, so that a seat is not given back any more
     * @param done {@code rendue} or {@code venu}; empty when nothing was
     */
    public record MinePage(
            String event, String when, String whose, String status, int rank, boolean begun, String done) {}

    @GetMapping(MINE)
    void look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mine(token, false, request, response);
    }

    @PostMapping(MINE)
    void act(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mine(token, true, request, response);
    }

    private void mine(String token, boolean act, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        Optional<SeatLinks.Seat> seat = links.seat(token);
        Optional<Registration> person = seat.flatMap(seats::person);
        Optional<Gathering> found = seat.flatMap(this::kept);
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
        boolean begun = gathering.isBegun(clock.instant());
        String done = act ? act(gathering, person.get(), begun) : "";
        MinePage page = new MinePage(
                gathering.address(),
                gathering.when(),
                person.get().shortName(),
                person.get().status().key(),
                person.get().rank(),
                begun,
                done);
        pages.show(PAGE, 200, screens.draw("place-rendre", gathering.title(), page, request), request, response);
    }

    /** Once the event began a seat is of use to nobody else: the button says that one was there. */
    private String act(Gathering gathering, Registration person, boolean begun) {
        if (begun && person.seated()) {
            seats.wasThere(gathering, person.id());
            return "venu";
        }
        seats.giveBack(gathering, person.id());
        return "rendue";
    }

    /** The date of a seat, whoever may read the event now. */
    private Optional<Gathering> kept(SeatLinks.Seat seat) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> event = Workspace.byId(session, seat.event());
            return event.isEmpty() ? Optional.empty() : Gathering.of(event.get(), seat.day(), clock.instant());
        });
    }

    private String say(String key) {
        return messages.getMessage(key, new Object[0], Locale.FRENCH);
    }
}
