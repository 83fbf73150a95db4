package org.bocage.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Taking a seat at a date of an event, with answers to what its organiser asks. */
@Controller
class SeatController {

    private static final String PAGE = "/proposer";
    private static final String TAKE = "/agenda/s-inscrire/";
    private static final String EVENT = TAKE + "{slug:[a-z0-9-]{1,80}}";
    private static final String DATE = EVENT + "/{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}";
    private static final int LONGEST_ANSWER = 500;

    private final SitePages pages;
    private final FormScreens screens;
    private final FormGuard guard;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final Seats seats;
    private final SeatDesk desk;
    private final MessageSource messages;
    private final Clock clock;

    SeatController(
            SitePages pages,
            FormScreens screens,
            FormGuard guard,
            Stores stores,
            ContentIndexes indexes,
            Seats seats,
            SeatDesk desk,
            MessageSource messages,
            Clock clock) {
        this.pages = pages;
        this.screens = screens;
        this.guard = guard;
        this.stores = stores;
        this.indexes = indexes;
        this.seats = seats;
        this.desk = desk;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * {@code site/place-prendre.ftlh}.
     *
     * @param event address of the event
     * @param left seats that are left
     * @param waiting how many people wait for one
     * @param onRequest whether the organiser answers each who asks
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
            boolean onRequest,
            List<Control> controls) {}

    /** {@code site/place-prise.ftlh}: {@code answer} is {@code place}, {@code attente}, {@code demande} or {@code complet}. */
    public record TakenPage(String answer, String event, String when) {}

    /** {@code site/place-close.ftlh}: too late, or called off. */
    public record ClosedPage(String event, String when, boolean takesPlace) {}

    /**
     * Values of the form, as typed.
     *
     * @param answers to the questions, in their order
     */
    private record Typed(String name, String email, List<String> answers) {}

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
        Optional<Gathering> gathering = find(slug, day, request);
        if (isThere(gathering, request, response)) {
            Typed nothing = new Typed(
                    "",
                    "",
                    Collections.nCopies(gathering.orElseThrow().questions().size(), ""));
            show(gathering.orElseThrow(), nothing, PublicForm.Showing.FIRST, request, response);
        }
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
        Optional<Gathering> found = find(slug, day, request);
        if (!isThere(found, request, response)) {
            return;
        }
        Gathering gathering = found.orElseThrow();
        new PublicForm<>(
                        form(gathering),
                        () -> typed(gathering, request),
                        typed -> errors(gathering, typed),
                        (typed, showing) -> show(gathering, typed, showing, request, response),
                        typed -> taken(gathering, take(gathering, typed), request, response),
                        () -> taken(gathering, unsaid(gathering), request, response))
                .take(guard, request);
    }

    private static Typed typed(Gathering gathering, HttpServletRequest request) {
        List<String> answers = new ArrayList<>();
        for (Question question : gathering.questions()) {
            answers.add(FormAnswers.text(request, question.field()));
        }
        return new Typed(
                FormAnswers.text(request, PersonFields.NAME), FormAnswers.text(request, PersonFields.EMAIL), answers);
    }

    private Map<String, String> errors(Gathering gathering, Typed typed) {
        Map<String, String> errors = new LinkedHashMap<>(PersonFields.errors(typed.name(), typed.email(), this::words));
        for (int i = 0; i < typed.answers().size(); i++) {
            Question question = gathering.questions().get(i);
            String answer = typed.answers().get(i);
            if (question.kind() == Question.Kind.CHOICE && !question.choices().contains(answer)) {
                errors.put(question.field(), say("seats.choose"));
            } else if (answer.length() > LONGEST_ANSWER || answer.chars().anyMatch(Character::isISOControl)) {
                errors.put(question.field(), say("seats.answer-long"));
            }
        }
        return errors;
    }

    /** Takes a seat. The answer is the same for somebody who had asked before: whoever comes is nobody else's business. */
    private String take(Gathering gathering, Typed typed) {
        List<Question.Answer> answers = new ArrayList<>();
        for (int i = 0; i < typed.answers().size(); i++) {
            if (!typed.answers().get(i).isEmpty()) {
                answers.add(new Question.Answer(
                        desk.label(gathering.questions().get(i)),
                        typed.answers().get(i)));
            }
        }
        return switch (seats.take(gathering, typed.name(), typed.email(), answers)) {
            case SEAT -> "place";
            case WAITING -> "attente";
            case ASKED -> "demande";
            case FULL -> "complet";
            case KNOWN -> unsaid(gathering);
        };
    }

    /** Answer to whom nothing is done for: what anybody would be told who came now. */
    private String unsaid(Gathering gathering) {
        if (gathering.onRequest()) {
            return "demande";
        }
        return left(gathering, seats.count(gathering)) > 0 ? "place" : "attente";
    }

    /** Seats that are left for whoever comes now: those who wait come first. */
    private static int left(Gathering gathering, Seats.Count count) {
        return Math.max(0, gathering.seats() - count.seated() - count.waiting());
    }

    private void taken(Gathering gathering, String answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TakenPage page = new TakenPage(answer, gathering.address(), gathering.when());
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
        List<Control> controls = new ArrayList<>();
        controls.add(control(PersonFields.NAME, typed.name(), "text", PersonFields.LONGEST_NAME, showing));
        controls.add(control(PersonFields.EMAIL, typed.email(), "email", PersonFields.LONGEST_EMAIL, showing));
        for (int i = 0; i < gathering.questions().size(); i++) {
            controls.add(control(gathering.questions().get(i), typed.answers().get(i), showing));
        }
        Seats.Count count = seats.count(gathering);
        TakePage page = new TakePage(
                request.getRequestURI(),
                guard.token(form(gathering), showing.status()),
                FieldError.of(controls),
                showing.notice(),
                gathering.address(),
                gathering.when(),
                gathering.seats(),
                left(gathering, count),
                count.waiting(),
                gathering.onRequest(),
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

    private Control control(Question question, String value, PublicForm.Showing showing) {
        String error = showing.errors().get(question.field());
        List<Control.Option> options = switch (question.kind()) {
            case TEXT -> List.of();
            case CHOICE -> options(question.choices(), value);
            case DIET -> options(List.of(say("seats.diets").split(", ")), value);
        };
        boolean chosen = question.kind() == Question.Kind.CHOICE;
        return new Control(
                chosen ? "radios" : "text",
                question.field(),
                desk.label(question),
                question.kind() == Question.Kind.DIET ? say("seats.diet-help") : null,
                !chosen,
                error == null ? List.of() : List.of(error),
                value,
                "text",
                chosen ? 0 : LONGEST_ANSWER,
                options,
                null,
                "",
                List.of(),
                "");
    }

    private static List<Control.Option> options(List<String> words, String value) {
        return words.stream()
                .map(one -> new Control.Option(one, one, one.equals(value)))
                .toList();
    }

    /** Whether one may register there; else answers why not. */
    private boolean isThere(Optional<Gathering> gathering, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (gathering.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return false;
        }
        Gathering one = gathering.get();
        if (one.isOpen(clock.instant())) {
            return true;
        }
        ClosedPage page = new ClosedPage(one.address(), one.when(), one.takesPlace());
        FormAnswers.keepUnlisted(response);
        pages.show(
                PAGE,
                HttpServletResponse.SC_GONE,
                screens.draw("place-close", one.title(), page, request),
                request,
                response);
        return false;
    }

    /** Returns the gathering if this person may read its event; without a day the next one to come, else the last one. */
    private Optional<Gathering> find(String slug, String day, HttpServletRequest request) {
        Identity reader = pages.reader(request);
        ContentQuery named = ContentQuery.in("evenements")
                .ofType("bocage:evenement")
                .where("@name", slug)
                .page(0, 1);
        List<Hits.Hit> hits = indexes.published().find(named, reader).hits();
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        return stores.published().read(reader, session -> {
            Optional<Node> event = Workspace.byId(session, hits.get(0).id());
            return event.isEmpty()
                    ? Optional.empty()
                    : Gathering.of(Gathering.online(event.get()), day, clock.instant());
        });
    }

    private static String form(Gathering gathering) {
        return "place " + gathering.event();
    }

    private String words(String key) {
        return say("contribution." + key);
    }

    private String say(String key) {
        return messages.getMessage(key, new Object[0], Locale.FRENCH);
    }
}
