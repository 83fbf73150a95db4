package org.bocage.portal.subscriptions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bocage.cms.site.SitePages;
import org.bocage.portal.forms.Control;
import org.bocage.portal.forms.FieldError;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.PersonFields;
import org.bocage.portal.forms.PublicForm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Leaving one's address, saying yes by the link of a mail, and saying no by another. Whoever looks at these pages changes nothing;
 * a button does. What is answered never tells whether an address is known.
 */
@Controller
class SubscribeController {

    static final String CONFIRM = "/abonnement/confirmer/";
    static final String END = "/abonnement/fin/";

    private static final String ADDRESS = "/abonnement/";
    private static final String SENT = "/abonnement/envoye";
    private static final String FORM = "abonnement";
    private static final int MOST_CHOSEN = 500;
    /** The page of the site that shows what this says; the letter has one of its own. */
    private static final String HOST = "/contact";

    private static final String LETTER = ADDRESS + "lettre";

    private final SitePages pages;
    private final FormScreens screens;
    private final FormGuard guard;
    private final SubscriptionChoices choices;
    private final Subscribers subscribers;
    private final SubscriptionBaseline beginnings;
    private final MessageSource messages;

    SubscribeController(
            SitePages pages,
            FormScreens screens,
            FormGuard guard,
            SubscriptionChoices choices,
            Subscribers subscribers,
            SubscriptionBaseline beginnings,
            MessageSource messages) {
        this.pages = pages;
        this.screens = screens;
        this.guard = guard;
        this.choices = choices;
        this.subscribers = subscribers;
        this.beginnings = beginnings;
        this.messages = messages;
    }

    /**
     * Subject of a subscription form.
     *
     * @param path of its form after {@code /abonnement/}
     * @param event the event it is about; empty for what is about none
     */
    private record Subject(Kind kind, String path, Optional<SubscriptionChoices.Choice> event) {}

    /** Values typed in the form, as addresses have them. */
    private record Typed(List<String> types, List<String> communes, String email) {}

    @GetMapping({"/abonnement/annonces", "/abonnement/projets", "/abonnement/lettre"})
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(subject(request), typed(request), PublicForm.Showing.FIRST, request, response);
    }

    @PostMapping({"/abonnement/annonces", "/abonnement/projets", "/abonnement/lettre"})
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        take(subject(request), request, response);
    }

    @GetMapping("/abonnement/agenda/{slug:[a-z0-9-]{1,80}}")
    void askOf(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Subject> subject = event(slug);
        if (subject.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        show(subject.get(), typed(request), PublicForm.Showing.FIRST, request, response);
    }

    @PostMapping("/abonnement/agenda/{slug:[a-z0-9-]{1,80}}")
    void takeOf(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Subject> subject = event(slug);
        if (subject.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        take(subject.get(), request, response);
    }

    private static Subject subject(HttpServletRequest request) {
        String address = request.getRequestURI();
        Kind kind = Kind.of(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
        return new Subject(kind, kind.key(), Optional.empty());
    }

    private Optional<Subject> event(String slug) {
        return choices.event(slug).map(event -> new Subject(Kind.EVENEMENT, "agenda/" + slug, Optional.of(event)));
    }

    private void take(Subject subject, HttpServletRequest request, HttpServletResponse response) throws IOException {
        new PublicForm<>(
                        FORM,
                        () -> typed(request),
                        typed -> PersonFields.errors(typed.email(), this::say),
                        (typed, showing) -> show(subject, typed, showing, request, response),
                        typed -> {
                            SubscriptionCriteria wish = wish(subject, typed);
                            subscribers.ask(wish, words(subject, wish));
                            FormAnswers.seeOther(request, response, SENT);
                        },
                        () -> FormAnswers.seeOther(request, response, SENT))
                .take(guard, request);
    }

    private SubscriptionCriteria wish(Subject subject, Typed typed) {
        return new SubscriptionCriteria(
                subject.kind(),
                subject.event().map(SubscriptionChoices.Choice::kept).orElse(""),
                kept(types(subject.kind()), typed.types()),
                kept(communes(subject.kind()), typed.communes()),
                typed.email());
    }

    private List<SubscriptionChoices.Choice> types(Kind kind) {
        return kind == Kind.ANNONCES ? choices.values(kind, "type") : List.of();
    }

    private List<SubscriptionChoices.Choice> communes(Kind kind) {
        return NewsAlerts.KINDS.contains(kind) ? choices.communes() : List.of();
    }

    private static List<String> kept(List<SubscriptionChoices.Choice> all, List<String> values) {
        return all.stream()
                .filter(one -> values.contains(one.value()))
                .map(SubscriptionChoices.Choice::kept)
                .toList();
    }

    /** A wish as the mail that confirms it says it. */
    private String words(Subject subject, SubscriptionCriteria wish) {
        String what = say(
                "what." + subject.kind().key(),
                subject.event().map(SubscriptionChoices.Choice::label).orElse(""));
        String chosen = java.util.stream.Stream.concat(
                        types(wish.kind()).stream().filter(one -> wish.types().contains(one.kept())),
                        communes(wish.kind()).stream()
                                .filter(one -> wish.communes().contains(one.kept())))
                .map(SubscriptionChoices.Choice::label)
                .collect(Collectors.joining(", "));
        return chosen.isEmpty() ? what : say("what.chosen", what, chosen);
    }

    @GetMapping(SENT)
    void sent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        step("envoye", "", 200, request, response);
    }

    @GetMapping(CONFIRM + "{token:[A-Za-z0-9_-]{1,100}}")
    void look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Subscribers.Asked> asked = subscribers.asked(token);
        if (asked.isEmpty()) {
            step("perdu", "", HttpServletResponse.SC_GONE, request, response);
        } else if (asked.get().isDone()) {
            step("confirme", "", 200, request, response);
        } else {
            step("confirmer", asked.get().wish().orElseThrow().kind().key(), 200, request, response);
        }
    }

    @PostMapping(CONFIRM + "{token:[A-Za-z0-9_-]{1,100}}")
    void confirm(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean done = subscribers.confirm(token, beginnings);
        step(done ? "confirme" : "perdu", "", done ? 200 : HttpServletResponse.SC_GONE, request, response);
    }

    @GetMapping(END + "{token:[A-Za-z0-9._-]{1,120}}")
    void lookAtEnd(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Kind> kind = subscribers.ending(token);
        step(kind.isPresent() ? "finir" : "fini", kind.map(Kind::key).orElse(""), 200, request, response);
    }

    /** By the button of that page, or by the mail program's own, which sends no more than this. */
    @PostMapping(END + "{token:[A-Za-z0-9._-]{1,120}}")
    void end(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean done = subscribers.end(token);
        step(done ? "fini" : "finir", "", done ? 200 : HttpServletResponse.SC_CONFLICT, request, response);
    }

    private void step(String step, String kind, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        SubscribePage.Step page = new SubscribePage.Step(step, kind);
        pages.show(
                HOST, status, screens.draw("abonnement-suite", say("title." + step), page, request), request, response);
    }

    private void show(
            Subject subject,
            Typed typed,
            PublicForm.Showing showing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FormAnswers.keepUnlisted(response);
        List<Control> controls = new ArrayList<>();
        List<SubscriptionChoices.Choice> types = types(subject.kind());
        if (!types.isEmpty()) {
            controls.add(ticks("type", types, typed.types()));
        }
        List<SubscriptionChoices.Choice> communes = communes(subject.kind());
        if (!communes.isEmpty()) {
            controls.add(ticks("commune", communes, typed.communes()));
        }
        controls.add(Control.text(
                PersonFields.EMAIL,
                say("field." + PersonFields.EMAIL),
                typed.email(),
                "email",
                PersonFields.LONGEST_EMAIL,
                showing.errors().get(PersonFields.EMAIL)));
        boolean onItsPage = subject.kind() == Kind.LETTRE && pages.exists(LETTER, request);
        SubscribePage page = new SubscribePage(
                request.getContextPath() + ADDRESS + subject.path(),
                guard.token(FORM, showing.status()),
                FieldError.of(controls),
                showing.notice(),
                subject.kind().key(),
                subject.event().map(SubscriptionChoices.Choice::label).orElse(""),
                onItsPage,
                controls);
        String title = onItsPage ? "" : say("title." + subject.kind().key());
        pages.show(
                onItsPage ? LETTER : HOST,
                showing.status(),
                screens.draw("abonnement", title, page, request),
                request,
                response);
    }

    private Control ticks(String name, List<SubscriptionChoices.Choice> all, List<String> chosen) {
        List<Control.Option> options = all.stream()
                .map(one -> new Control.Option(one.value(), one.label(), chosen.contains(one.value())))
                .toList();
        return Control.ticks(name, say("field." + name), say("help." + name), options);
    }

    private static Typed typed(HttpServletRequest request) {
        return new Typed(all(request, "type"), all(request, "commune"), FormAnswers.text(request, PersonFields.EMAIL));
    }

    private static List<String> all(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).limit(MOST_CHOSEN).toList();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("subscriptions." + key, arguments, Locale.FRENCH);
    }
}
