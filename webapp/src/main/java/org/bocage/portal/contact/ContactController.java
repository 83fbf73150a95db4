package org.bocage.portal.contact;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.view.Advice;
import org.bocage.portal.forms.Control;
import org.bocage.portal.forms.FieldError;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.PersonFields;
import org.bocage.portal.forms.ProposalForm;
import org.bocage.portal.forms.ProposalForms;
import org.bocage.portal.forms.PublicForm;
import org.bocage.portal.forms.PublicFormPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Writing to the pôle, or to who stands behind something on line, without seeing their address. */
@Controller
class ContactController {

    private static final String HOME = "/contact";
    private static final int LONGEST_TEXT = 5_000;
    private static final int SHORTEST_TEXT = 10;
    private static final int TO_THE_POLE = 10;
    private static final int TO_OTHERS = 3;

    private final SitePages pages;
    private final FormScreens screens;
    private final FormGuard guard;
    private final ContactRoutes routes;
    private final Addressees addressees;
    private final Letters letters;
    private final ProposalForms words;

    ContactController(
            SitePages pages,
            FormScreens screens,
            FormGuard guard,
            ContactRoutes routes,
            Addressees addressees,
            Letters letters,
            ProposalForms words) {
        this.pages = pages;
        this.screens = screens;
        this.guard = guard;
        this.routes = routes;
        this.addressees = addressees;
        this.letters = letters;
        this.words = words;
    }

    /**
     * A form for one kind of message.
     *
     * @param form what its tokens are for
     * @param address it is sent to
     * @param about what a message is about; empty when one chooses
     */
    private record Desk(String form, String address, Optional<Addressees.Subject> about) {}

    /** A page of this site, after its host. */
    private static final String PAGE = "/[a-z0-9/-]{1,200}";

    private static final Desk POLE = new Desk("contact", HOME, Optional.empty());

    /** Values of the form, as typed. */
    private record Typed(String subject, String name, String email, String text) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }

    /** The form, with the subject that a link asks for, and the page that it is about. */
    @GetMapping("/contact")
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = FormAnswers.text(request, "page");
        String about = page.matches(PAGE) ? words.sentence("about-page", page) + "\n\n" : "";
        show(
                POLE,
                new Typed(FormAnswers.text(request, "sujet"), "", "", about),
                PublicForm.Showing.FIRST,
                request,
                response);
    }

    @PostMapping("/contact")
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        take(POLE, request, response);
    }

    @GetMapping("/contact/{type:[a-z]+}/{slug:[a-z0-9-]{1,80}}")
    void askOf(
            @PathVariable String type,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Desk> desk = desk(type, slug, request);
        if (desk.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        show(desk.get(), Typed.NOTHING, PublicForm.Showing.FIRST, request, response);
    }

    @PostMapping("/contact/{type:[a-z]+}/{slug:[a-z0-9-]{1,80}}")
    void takeFor(
            @PathVariable String type,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Desk> desk = desk(type, slug, request);
        if (desk.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        take(desk.get(), request, response);
    }

    private Optional<Desk> desk(String type, String slug, HttpServletRequest request) {
        return addressees
                .find(type, slug, pages.reader(request))
                .map(subject -> new Desk("contact " + type, HOME + "/" + type + "/" + slug, Optional.of(subject)));
    }

    @GetMapping("/contact/merci/{key:[a-z0-9-]{1,40}}")
    void thanks(@PathVariable String key, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ContactRoutes.Route> route =
                routes.all().stream().filter(one -> one.key().equals(key)).findFirst();
        FormAnswers.keepUnlisted(response);
        pages.show(
                HOME,
                200,
                screens.draw(
                        "contact-merci",
                        words.sentence("title.letter"),
                        new Thanks(
                                route.map(ContactRoutes.Route::who).orElse(""),
                                route.map(ContactRoutes.Route::days).orElse(0)),
                        request),
                request,
                response);
    }

    /** Confirmation of a message: who answers, and in how many working days; 0 when nobody here knows. */
    public record Thanks(String who, int days) {}

    private void take(Desk desk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ContactRoutes.Route> route = route(desk, FormAnswers.text(request, "sujet"));
        int most = desk.about().isPresent() ? TO_OTHERS : TO_THE_POLE;
        new PublicForm<>(
                        desk.form(),
                        () -> typed(request),
                        typed -> errors(typed, route.isPresent()),
                        typed -> letters.sentToday(typed.email()) >= most,
                        (typed, showing) -> show(desk, typed, showing, request, response),
                        typed -> {
                            send(desk, typed, route.orElseThrow());
                            thank(desk, route, request, response);
                        },
                        () -> thank(desk, route, request, response))
                .take(guard, request);
    }

    private static Typed typed(HttpServletRequest request) {
        return new Typed(
                FormAnswers.text(request, "sujet"),
                FormAnswers.text(request, PersonFields.NAME),
                FormAnswers.text(request, PersonFields.EMAIL),
                FormAnswers.text(request, "message").replace("\r\n", "\n"));
    }

    private Optional<ContactRoutes.Route> route(Desk desk, String subject) {
        List<ContactRoutes.Route> known = routes.all();
        return desk.about().isPresent()
                ? Optional.of(known.get(0))
                : known.stream().filter(one -> one.key().equals(subject)).findFirst();
    }

    private void send(Desk desk, Typed typed, ContactRoutes.Route route) {
        boolean suspect = FormGuard.isSuspect(Stream.of(typed.name(), typed.text()));
        List<String> theirs = desk.about().map(Addressees.Subject::to).orElse(List.of());
        Letters.Letter letter = new Letters.Letter(
                typed.name(),
                typed.email(),
                desk.about().map(Addressees.Subject::title).orElse(route.label()),
                desk.about().map(Addressees.Subject::address).orElse(""),
                !theirs.isEmpty()
                        && desk.about().filter(Addressees.Subject::isSomebody).isPresent(),
                typed.text(),
                theirs.isEmpty() ? route.to() : theirs,
                theirs.isEmpty() ? route.who() : "",
                route.days(),
                suspect);
        if (theirs.isEmpty() || suspect) {
            letters.keep(letter);
        } else {
            letters.passOn(letter);
        }
    }

    private static void thank(
            Desk desk, Optional<ContactRoutes.Route> route, HttpServletRequest request, HttpServletResponse response) {
        boolean answeredHere = desk.about().map(one -> one.to().isEmpty()).orElse(true);
        String key = answeredHere ? route.map(ContactRoutes.Route::key).orElse("bien") : "transmis";
        FormAnswers.seeOther(request, response, HOME + "/merci/" + key);
    }

    private Map<String, String> errors(Typed typed, boolean hasRoute) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!hasRoute) {
            errors.put("sujet", words.sentence("subject-missing"));
        }
        errors.putAll(PersonFields.errors(typed.name(), typed.email(), words::sentence));
        if (typed.text().length() < SHORTEST_TEXT || typed.text().length() > LONGEST_TEXT) {
            errors.put("message", words.sentence("message-length"));
        }
        return errors;
    }

    private void show(
            Desk desk,
            Typed typed,
            PublicForm.Showing showing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Control> controls = new ArrayList<>();
        if (desk.about().isEmpty()) {
            List<Control.Option> options = routes.all().stream()
                    .map(one ->
                            new Control.Option(one.key(), one.label(), one.key().equals(typed.subject())))
                    .toList();
            controls.add(Control.combo(
                    "sujet", label("sujet"), options, showing.errors().get("sujet")));
        }
        controls.add(text(PersonFields.NAME, typed.name(), "text", PersonFields.LONGEST_NAME, showing));
        controls.add(text(PersonFields.EMAIL, typed.email(), "email", PersonFields.LONGEST_EMAIL, showing));
        controls.add(Control.area(
                "message",
                label("message"),
                typed.text(),
                LONGEST_TEXT,
                showing.errors().get("message")));
        PublicFormPage page = new PublicFormPage(
                request.getContextPath() + desk.address(),
                guard.token(desk.form(), showing.status()),
                FieldError.of(controls),
                showing.notice(),
                List.of(new ProposalForm.Question("", controls, List.of())),
                new ProposalForm.Question("", List.of(), List.of()),
                null,
                "",
                Advice.NONE);
        String title = desk.about()
                .map(about -> words.sentence(about.isSomebody() ? "title.to" : "title.about", about.title()))
                .orElse("");
        pages.show(HOME, showing.status(), screens.draw("contact", title, page, request), request, response);
    }

    private Control text(String name, String value, String type, int max, PublicForm.Showing showing) {
        return Control.text(
                name, label(name), value, type, max, showing.errors().get(name));
    }

    private String label(String field) {
        return words.sentence("contact." + field);
    }
}
