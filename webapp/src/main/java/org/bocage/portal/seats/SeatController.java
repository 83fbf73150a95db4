package org.bocage.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SitePages;
import org.bocage.portal.forms.Control;
import org.bocage.portal.forms.FieldError;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.PersonFields;
import org.bocage.portal.forms.PublicForm;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Taking a seat, and giving it back: looking at the link of the mail changes nothing, the button does. */
@Controller
class SeatController {

    private static final String PAGE = "/proposer";
    private static final String TAKE = "/agenda/s-inscrire/";
    private static final String EVENT = TAKE + "{slug:[a-z0-9-]{1,80}}";
    private static final String DATE = EVENT + "/{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}";
    private static final String MINE = SeatLinks.PAGE + "{token:[A-Za-z0-9._-]{1,250}}";

    private final SitePages pages;
    private final FormScreens screens;
    private final FormGuard guard;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final Seats seats;
    private final SeatLinks links;
    private final MessageSource messages;
    private final Clock clock;

    SeatController(
            SitePages pages,
            FormScreens screens,
            FormGuard guard,
            Stores stores,
            ContentIndexes indexes,
            Seats seats,
            SeatLinks links,
            MessageSource messages,
            Clock clock) {
        this.pages = pages;
        this.screens = screens;
        this.guard = guard;
        this.stores = stores;
        this.indexes = indexes;
        this.seats = seats;
        this.links = links;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * {@code site/place-prendre.ftlh}.
     *
     * @param event address of the event
     * @param left seats that are left
     * @param waiting how many people wait for one
     */
    public record TakePage(
            String action,
            String token,
            List<FieldError> told,
            @Nullable String notice,
            String event,
            String when,
            int seats,
            int left,
            int waiting,
            List<Control> controls) {}

    /** {@code site/place-prise.ftlh}: {@code answer} is {@code place}, {@code attente} or {@code complet}. */
    public record TakenPage(String answer, String event, String when) {}

    /** {@code site/place-rendre.ftlh}: {@code rank} among those who wait, 0 for a seat; {@code done} when it was given back. */
    public record MinePage(String event, String when, int rank, boolean done) {}

    /** Values of the form, as typed. */
    private record Typed(String name, String email) {}

    @GetMapping(EVENT)
    void ask(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ask(slug, "", request, response);
    }

    @GetMapping(DATE)
    void ask(
            @PathVariable String slug,
            @PathVariable String day,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Gathering> gathering = open(slug, day, request);
        if (gathering.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        show(gathering.get(), new Typed("", ""), PublicForm.Showing.FIRST, request, response);
    }

    @PostMapping(EVENT)
    void take(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        take(slug, "", request, response);
    }

    @PostMapping(DATE)
    void take(
            @PathVariable String slug,
            @PathVariable String day,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Gathering> found = open(slug, day, request);
        if (found.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        Gathering gathering = found.get();
        new PublicForm<>(
                        form(gathering),
                        () -> new Typed(
                                FormAnswers.text(request, PersonFields.NAME),
                                FormAnswers.text(request, PersonFields.EMAIL)),
                        typed -> PersonFields.errors(typed.name(), typed.email(), this::words),
                        (typed, showing) -> show(gathering, typed, showing, request, response),
                        typed -> taken(gathering, take(gathering, typed), request, response),
                        () -> taken(gathering, "place", request, response))
                .take(guard, request);
    }

    /** Takes a seat. The answer is the same for somebody who had asked before: whoever comes is nobody else's business. */
    private String take(Gathering gathering, Typed typed) {
        return switch (seats.take(gathering, typed.name(), typed.email())) {
            case SEAT -> "place";
            case WAITING -> "attente";
            case FULL -> "complet";
            case KNOWN -> seats.count(gathering).seated() < gathering.seats() ? "place" : "attente";
        };
    }

    private void taken(Gathering gathering, String answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TakenPage page = new TakenPage(answer, address(gathering), gathering.when());
        FormAnswers.keepUnlisted(response);
        pages.show(PAGE, 200, screens.draw("place-prise", gathering.title(), page, request), request, response);
    }

    private void show(
            Gathering gathering,
            Typed typed,
            PublicForm.Showing showing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Control> controls = List.of(
                control(PersonFields.NAME, typed.name(), "text", PersonFields.LONGEST_NAME, showing),
                control(PersonFields.EMAIL, typed.email(), "email", PersonFields.LONGEST_EMAIL, showing));
        Seats.Count count = seats.count(gathering);
        TakePage page = new TakePage(
                request.getRequestURI(),
                guard.token(form(gathering), showing.status()),
                FieldError.of(controls),
                showing.notice(),
                address(gathering),
                gathering.when(),
                gathering.seats(),
                Math.max(0, gathering.seats() - count.seated()),
                count.waiting(),
                controls);
        FormAnswers.keepUnlisted(response);
        pages.show(
                PAGE,
                showing.status(),
                screens.draw("place-prendre", gathering.title(), page, request),
                request,
                response);
    }

    private Control control(String name, String value, String type, int max, PublicForm.Showing showing) {
        return Control.text(
                name,
                words("contact." + name),
                value,
                type,
                max,
                showing.errors().get(name));
    }

    @GetMapping(MINE)
    void look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mine(token, false, request, response);
    }

    @PostMapping(MINE)
    void giveBack(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        mine(token, true, request, response);
    }

    private void mine(String token, boolean give, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        Optional<SeatLinks.Seat> seat = links.seat(token);
        Optional<Seats.Person> person = seat.flatMap(seats::person);
        Optional<Gathering> gathering = seat.flatMap(this::kept);
        if (person.isEmpty() || gathering.isEmpty()) {
            pages.show(
                    PAGE,
                    HttpServletResponse.SC_GONE,
                    screens.draw("place-perdue", say("seats.gone"), "", request),
                    request,
                    response);
            return;
        }
        if (give) {
            seats.giveBack(gathering.get(), person.get().id());
        }
        MinePage page = new MinePage(
                address(gathering.get()), gathering.get().when(), person.get().rank(), give);
        pages.show(PAGE, 200, screens.draw("place-rendre", gathering.get().title(), page, request), request, response);
    }

    /** The date of a seat, whoever may read the event now. */
    private Optional<Gathering> kept(SeatLinks.Seat seat) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> event = Workspace.byId(session, seat.event());
            return event.isEmpty() ? Optional.empty() : Gathering.of(event.get(), seat.day(), clock.instant());
        });
    }

    /** Returns the gathering if it is still open and this person may read its event. */
    private Optional<Gathering> open(String slug, String day, HttpServletRequest request) {
        Identity reader = pages.reader(request);
        ContentQuery named = ContentQuery.in("evenements")
                .ofType("bocage:evenement")
                .where("@name", slug)
                .page(0, 1);
        List<Hits.Hit> hits = indexes.published().find(named, reader).hits();
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        return stores.published()
                .<Optional<Gathering>>read(reader, session -> {
                    Optional<Node> event = Workspace.byId(session, hits.get(0).id());
                    return event.isEmpty() ? Optional.empty() : Gathering.of(event.get(), day, clock.instant());
                })
                .filter(one -> one.isOpen(clock.instant()));
    }

    private static String form(Gathering gathering) {
        return "place " + gathering.event();
    }

    private static String address(Gathering gathering) {
        String day = gathering.day().equals(Gathering.ONLY) ? "" : "/" + gathering.day();
        return "/agenda/" + gathering.name() + day;
    }

    private String words(String key) {
        return say("contribution." + key);
    }

    private String say(String key) {
        return messages.getMessage(key, new Object[0], Locale.FRENCH);
    }
}
