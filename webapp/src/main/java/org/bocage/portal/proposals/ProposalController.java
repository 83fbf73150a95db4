package org.bocage.portal.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.links.RandomTokens;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.CurrentAccount;
import org.bocage.portal.forms.Control;
import org.bocage.portal.forms.FieldError;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.PersonFields;
import org.bocage.portal.forms.ProposalForm;
import org.bocage.portal.forms.ProposalForms;
import org.bocage.portal.forms.PublicFormPage;
import org.bocage.portal.forms.SubmittedFormReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Proposer une info », without an account: the form, and the link by mail that makes it a proposal. */
@Controller
class ProposalController {

    private static final String HOME = "/proposer";

    private final SitePages pages;
    private final ProposalForms forms;
    private final SubmittedFormReader reader;
    private final FormScreens screens;
    private final FormGuard guard;
    private final Pending pending;
    private final Confirmation confirmation;
    private final MailTemplates mails;
    private final CurrentAccount account;
    private final String base;

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
            @Value("${bocage.address:http://localhost:8080}") String base) {
        this.pages = pages;
        this.forms = forms;
        this.reader = reader;
        this.screens = screens;
        this.guard = guard;
        this.pending = pending;
        this.confirmation = confirmation;
        this.mails = mails;
        this.account = account;
        this.base = base;
    }

    @GetMapping("/proposer/{what:[a-z-]+}")
    void ask(@PathVariable String what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ProposalForm> form = form(what, request);
        if (form.isEmpty()) {
            pages.notFound(request, response);
            return;
        }
        show(what, form.get(), form.get().fresh(), Errors.NONE, known(), null, 200, request, response);
    }

    @PostMapping("/proposer/{what:[a-z-]+}")
    void take(@PathVariable String what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ProposalForm> found = form(what, request);
        if (found.isEmpty()) {
            pages.notFound(request, response);
            return;
        }
        FormGuard.Verdict verdict = guard.judge(request, what);
        if (verdict == FormGuard.Verdict.ROBOT) {
            thank(request, response);
            return;
        }
        ProposalForm form = found.get();
        SubmittedFormReader.Typed typed = reader.read(form, form.fresh(), request);
        PublicFormPage.Person person = person(request);
        boolean isRight = typed.errors().isEmpty() && person.nameError() == null && person.emailError() == null;
        if (verdict != FormGuard.Verdict.PERSON || !isRight) {
            show(
                    what,
                    form,
                    typed.values(),
                    typed.errors(),
                    person,
                    verdict.notice(),
                    verdict.status(),
                    request,
                    response);
            return;
        }
        if (!pending.mayPropose(person.email())) {
            show(what, form, typed.values(), typed.errors(), person, "too-many-today", 429, request, response);
            return;
        }
        if (guard.accept(request)) {
            keep(form, typed.values(), person);
        }
        thank(request, response);
    }

    /** The mail holds nothing that was typed: nobody can have us write to somebody else. */
    private void keep(ProposalForm form, FormValues values, PublicFormPage.Person person) {
        String token = RandomTokens.create();
        Mail mail = mails.render(
                        "proposition-a-confirmer",
                        Map.of("adresse", base + HOME + "/confirmer/" + token, "heures", Pending.KEPT.toHours()))
                .to(person.email());
        boolean suspect = FormGuard.isSuspect(form.typed(values));
        pending.add(
                token,
                new Pending.Proposal(form.type().name(), values, person.name(), person.email(), suspect, ""),
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

    private PublicFormPage.Person known() {
        Optional<Account> who = account.get();
        return new PublicFormPage.Person(
                who.map(Account::displayName).orElse(""),
                null,
                who.map(Account::email).orElse(""),
                null);
    }

    private PublicFormPage.Person person(HttpServletRequest request) {
        String name = FormAnswers.text(request, "proposant.nom");
        String email = FormAnswers.text(request, "proposant.courriel");
        Map<String, String> errors = PersonFields.errors(name, email, forms::sentence);
        return new PublicFormPage.Person(name, errors.get(PersonFields.NAME), email, errors.get(PersonFields.EMAIL));
    }

    private void show(
            String what,
            ProposalForm form,
            FormValues values,
            Errors errors,
            PublicFormPage.Person person,
            @Nullable String notice,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<FieldError> told = new ArrayList<>(form.told(values, errors));
        tell(told, "proposant.nom", "label.name", person.nameError());
        tell(told, "proposant.courriel", "label.email", person.emailError());
        PublicFormPage page = new PublicFormPage(
                request.getContextPath() + HOME + "/" + what,
                guard.token(what, status),
                told,
                notice,
                form.questions(values, errors),
                form.more(values, errors),
                person,
                "",
                form.advice(values));
        pages.show(HOME + "/" + what, status, screens.draw("proposer", "", page, request), request, response);
    }

    private void tell(List<FieldError> told, String field, String label, @Nullable String error) {
        if (error != null) {
            told.add(new FieldError(Control.id(field), forms.sentence(label), error));
        }
    }
}
