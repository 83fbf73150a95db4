package org.bocage.portal.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.rendering.Insert;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.screens.extension.FormFilling;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.CurrentAccount;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.bocage.editorial.view.PastePage;
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
import org.bocage.portal.forms.SubmittedFormReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Proposer une info », without an account: the form, and the link by mail that makes it a proposal. */
@Controller
class ProposalController {

    private static final String HOME = "/proposer";

    /** Parameter with the address of a page that announces the same thing. */
    private static final String LINK = "lien";

    private static final String PERSON = "proposant.";
    private static final String NAME = PERSON + PersonFields.NAME;
    private static final String EMAIL = PERSON + PersonFields.EMAIL;

    private final SitePages pages;
    private final ProposalForms forms;
    private final SubmittedFormReader reader;
    private final FormScreens screens;
    private final FormGuard guard;
    private final Pending pending;
    private final Confirmation confirmation;
    private final MailTemplates mails;
    private final CurrentAccount account;
    private final SiteAddress siteAddress;
    private final PastedAddress pasted;

    ProposalController(
            SitePages pages,
            ProposalForms forms,
            SubmittedFormReader reader,
            FormScreens screens,
            FormGuard guard,
            Pending pending,
            Confirmation confirmation,
            MailTemplates mails,
            CurrentAccount account,
            SiteAddress siteAddress,
            PastedAddress pasted) {
        this.pages = pages;
        this.forms = forms;
        this.reader = reader;
        this.screens = screens;
        this.guard = guard;
        this.pending = pending;
        this.confirmation = confirmation;
        this.mails = mails;
        this.account = account;
        this.siteAddress = siteAddress;
        this.pasted = pasted;
    }

    /**
     * Values of the form, as typed.
     *
     * @param answers what is proposed
     * @param name of whoever proposes it
     */
    private record Typed(SubmittedFormReader.Typed answers, String name, String email) {}

    @GetMapping("/proposer/{what:[a-z-]+}")
    void ask(@PathVariable String what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ProposalForm> form = form(what, request);
        if (form.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        if (!FormAnswers.text(request, LINK).isEmpty()
                && pasted.isFor(form.get().type().name())) {
            String link = FormAnswers.text(request, LINK);
            if (FormFilling.isAskedHere(request)) {
                paste(what, form.get(), link, request, response);
            } else {
                PastePage typed =
                        new PastePage(request.getContextPath() + HOME + "/" + what, link, "", List.of(), List.of());
                show(what, form.get(), fresh(form.get()), PublicForm.Showing.FIRST, typed, request, response);
            }
            return;
        }
        show(what, form.get(), fresh(form.get()), PublicForm.Showing.FIRST, request, response);
    }

    /** Reads another page and fills the form in; how often one may is limited. */
    private void paste(
            String what, ProposalForm form, String link, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Typed fresh = fresh(form);
        FormFilling.Filled filled = pasted.read(link, form.type().name(), request.getRemoteAddr());
        Typed typed = new Typed(
                new SubmittedFormReader.Typed(PastedAddress.into(fresh.answers().values(), filled.told()), Errors.NONE),
                fresh.name(),
                fresh.email());
        PastePage page = new PastePage(
                request.getContextPath() + HOME + "/" + what, link, filled.problem(), filled.read(), filled.missing());
        show(what, form, typed, new PublicForm.Showing(Map.of(), null, filled.status()), page, request, response);
    }

    @PostMapping("/proposer/{what:[a-z-]+}")
    void take(@PathVariable String what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ProposalForm> found = form(what, request);
        if (found.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        ProposalForm form = found.get();
        new PublicForm<>(
                        what,
                        () -> typed(form, request),
                        this::errors,
                        typed -> !pending.mayPropose(typed.email()),
                        (typed, showing) -> show(what, form, typed, showing, request, response),
                        typed -> {
                            keep(form, typed);
                            thank(request, response);
                        },
                        () -> thank(request, response))
                .take(guard, request);
    }

    private Typed typed(ProposalForm form, HttpServletRequest request) throws IOException {
        return new Typed(
                reader.read(form, form.fresh(), request),
                FormAnswers.text(request, NAME),
                FormAnswers.text(request, EMAIL));
    }

    private Map<String, String> errors(Typed typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        typed.answers().errors().problems().forEach(problem -> errors.put(problem.field(), problem.message()));
        PersonFields.errors(typed.name(), typed.email(), forms::sentence)
                .forEach((field, message) -> errors.put(PERSON + field, message));
        return errors;
    }

    /** The mail holds nothing that was typed: nobody can have us write to somebody else. */
    private void keep(ProposalForm form, Typed typed) {
        String token = RandomTokens.create();
        Mail mail = mails.render(
                        "proposition-a-confirmer",
                        Map.of(
                                "adresse",
                                siteAddress.get() + HOME + "/confirmer/" + token,
                                "heures",
                                Pending.KEPT.toHours()))
                .to(typed.email());
        FormValues values = typed.answers().values();
        boolean suspect = FormGuard.isSuspect(form.typed(values));
        pending.add(
                token,
                new Pending.Proposal(form.type().name(), values, typed.name(), typed.email(), suspect, ""),
                mail);
    }

    private static void thank(HttpServletRequest request, HttpServletResponse response) {
        FormAnswers.seeOther(request, response, HOME + "/merci");
    }

    @GetMapping("/proposer/merci")
    void thanks(HttpServletRequest request, HttpServletResponse response) throws IOException {
        say("merci", "title.thanks", 200, "", request, response);
    }

    /** Mail scanners follow links: looking changes nothing, the button does. */
    @GetMapping("/proposer/confirmer/{token:[A-Za-z0-9_-]{1,100}}")
    void askToConfirm(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Pending.Proposal> proposal = pending.find(token);
        if (proposal.isEmpty()) {
            say("perdu", "title.gone", 410, "", request, response);
            return;
        }
        if (!proposal.get().done().isEmpty()) {
            // said yes to before: there is nothing left to ask
            confirm(token, request, response);
            return;
        }
        say("confirmer", "title.confirm", 200, proposal.get().values().text("titre"), request, response);
    }

    @PostMapping("/proposer/confirmer/{token:[A-Za-z0-9_-]{1,100}}")
    void confirm(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> followed = confirmation.confirm(token, pages.reader(request));
        if (followed.isEmpty()) {
            say("perdu", "title.gone", 410, "", request, response);
            return;
        }
        FormAnswers.keepSecret(response);
        FormAnswers.seeOther(request, response, followed.get());
    }

    private void say(
            String screen,
            String title,
            int status,
            String what,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        pages.show(HOME, status, screens.draw(screen, forms.sentence(title), what, request), request, response);
    }

    private Optional<ProposalForm> form(String what, HttpServletRequest request) {
        var visitor = pages.reader(request);
        return forms.typeOf(HOME + "/" + what, visitor).flatMap(type -> forms.of(type, visitor));
    }

    /** The form with nothing typed but who is signed in. */
    private Typed fresh(ProposalForm form) {
        Optional<Account> who = account.get();
        return new Typed(
                new SubmittedFormReader.Typed(form.fresh(), Errors.NONE),
                who.map(Account::displayName).orElse(""),
                who.map(Account::email).orElse(""));
    }

    private void show(
            String what,
            ProposalForm form,
            Typed typed,
            PublicForm.Showing showing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PastePage paste = new PastePage(request.getContextPath() + HOME + "/" + what, "", "", List.of(), List.of());
        show(what, form, typed, showing, paste, request, response);
    }

    private void show(
            String what,
            ProposalForm form,
            Typed typed,
            PublicForm.Showing showing,
            PastePage paste,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FormValues values = typed.answers().values();
        Errors errors = typed.answers().errors();
        PublicFormPage.Person person = new PublicFormPage.Person(
                typed.name(),
                showing.errors().get(NAME),
                typed.email(),
                showing.errors().get(EMAIL));
        List<FieldError> told = new ArrayList<>(form.told(values, errors));
        tell(told, NAME, "label.name", person.nameError());
        tell(told, EMAIL, "label.email", person.emailError());
        PublicFormPage page = new PublicFormPage(
                request.getContextPath() + HOME + "/" + what,
                guard.token(what, showing.status()),
                told,
                showing.notice(),
                form.questions(values, errors),
                form.more(values, errors),
                person,
                "",
                form.advice(values));
        Insert drawn = screens.draw("proposer", "", page, request);
        if (pasted.isFor(form.type().name())) {
            String before = screens.draw("adresse", "", paste, request).html();
            drawn = new Insert(drawn.path(), drawn.title(), before + drawn.html());
        }
        pages.show(HOME + "/" + what, showing.status(), drawn, request, response);
    }

    private void tell(List<FieldError> told, String field, String label, @Nullable String error) {
        if (error != null) {
            told.add(new FieldError(Control.id(field), forms.sentence(label), error));
        }
    }
}
