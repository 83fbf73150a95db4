package org.bocage.portal.entries;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.view.Advice;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.PersonFields;
import org.bocage.portal.forms.ProposalForm;
import org.bocage.portal.forms.ProposalForms;
import org.bocage.portal.forms.PublicForm;
import org.bocage.portal.forms.PublicFormPage;
import org.bocage.portal.forms.SubmittedFormReader;
import org.bocage.portal.proposals.Confirmation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * « C’est ma structure, je mets à jour »: a link goes to the address that the fiche has on file, and what is changed by it is
 * reviewed. What is answered never tells whether an address was the right one.
 */
@Controller
class FicheController {

    private static final String HOME = "/proposer";
    private static final String ASK = HOME + "/mise-a-jour";
    private static final String TOKEN = "{token:[A-Za-z0-9._-]{1,200}}";
    private static final String GUARDED = "fiche";

    private final SitePages pages;
    private final ProposalForms forms;
    private final SubmittedFormReader reader;
    private final FormScreens screens;
    private final FormGuard guard;
    private final FicheLinks links;
    private final Fiches fiches;
    private final Confirmation confirmation;

    FicheController(
            SitePages pages,
            ProposalForms forms,
            SubmittedFormReader reader,
            FormScreens screens,
            FormGuard guard,
            FicheLinks links,
            Fiches fiches,
            Confirmation confirmation) {
        this.pages = pages;
        this.forms = forms;
        this.reader = reader;
        this.screens = screens;
        this.guard = guard;
        this.links = links;
        this.fiches = fiches;
        this.confirmation = confirmation;
    }

    /**
     * Model of {@code templates/site/fiche-suite.ftlh}: what a press would do, or did.
     *
     * @param step {@code envoye}, {@code merci}, {@code bon}, {@code verifiee}, {@code corriger}, {@code relecture} or {@code perdu}
     * @param title of the fiche; empty where it is told to nobody
     */
    public record Step(String step, String title) {}

    @GetMapping(ASK + "/{slug:[a-z0-9-]{1,80}}")
    void ask(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Fiches.Fiche> fiche = fiches.find(slug, pages.reader(request));
        if (fiche.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        showAsk(slug, fiche.get(), "", PublicForm.Showing.FIRST, request, response);
    }

    @PostMapping(ASK + "/{slug:[a-z0-9-]{1,80}}")
    void send(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Fiches.Fiche> fiche = fiches.find(slug, pages.reader(request));
        if (fiche.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        new PublicForm<>(
                        GUARDED,
                        () -> FormAnswers.text(request, PersonFields.EMAIL),
                        email -> PersonFields.errors(email, forms::sentence),
                        (email, showing) -> showAsk(slug, fiche.get(), email, showing, request, response),
                        email -> {
                            fiches.ask(fiche.get(), email);
                            FormAnswers.seeOther(request, response, ASK);
                        },
                        () -> FormAnswers.seeOther(request, response, ASK))
                .take(guard, request);
    }

    @GetMapping(ASK)
    void sent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        step("envoye", "", 200, request, response);
    }

    @GetMapping(FicheLinks.FORM + "merci")
    void thanks(HttpServletRequest request, HttpServletResponse response) throws IOException {
        step("merci", "", 200, request, response);
    }

    @GetMapping(FicheLinks.FORM + TOKEN)
    void write(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> id = links.fiche(token);
        Optional<ProposalForm> form = forms.of(Fiches.TYPE, pages.reader(request));
        if (id.isEmpty() || form.isEmpty()) {
            step("perdu", "", HttpServletResponse.SC_GONE, request, response);
            return;
        }
        Optional<Fiches.Sheet> sheet = fiches.sheet(form.get(), id.get());
        if (sheet.isEmpty()) {
            step("relecture", "", HttpServletResponse.SC_CONFLICT, request, response);
            return;
        }
        Fiches.Sheet now = sheet.get();
        show(token, form.get(), now, now.values(), Errors.NONE, null, 200, request, response);
    }

    @PostMapping(FicheLinks.FORM + TOKEN)
    void change(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> id = links.fiche(token);
        Optional<ProposalForm> form = forms.of(Fiches.TYPE, pages.reader(request));
        if (id.isEmpty() || form.isEmpty()) {
            step("perdu", "", HttpServletResponse.SC_GONE, request, response);
            return;
        }
        Optional<Fiches.Sheet> sheet = fiches.sheet(form.get(), id.get());
        if (sheet.isEmpty()) {
            step("relecture", "", HttpServletResponse.SC_CONFLICT, request, response);
            return;
        }
        Fiches.Sheet now = sheet.get();
        SubmittedFormReader.Typed typed = reader.read(form.get(), now.values(), request);
        if (guard.judgeKnown(request, GUARDED) == FormGuard.Verdict.TOO_MANY) {
            show(token, form.get(), now, typed.values(), typed.errors(), "too-many", 429, request, response);
            return;
        }
        long revision = revision(request);
        if (!typed.errors().isEmpty() || revision != now.revision()) {
            boolean moved = revision != now.revision();
            String notice = moved ? "changed" : null;
            show(token, form.get(), now, typed.values(), typed.errors(), notice, moved ? 409 : 422, request, response);
            return;
        }
        try {
            confirmation.correct(form.get(), id.get(), revision, typed.values(), fiche -> {
                fiches.confirm(fiche);
                links.use(fiche.getSession(), token);
            });
        } catch (ConcurrentEdit | RefusedTransition e) {
            step("relecture", "", HttpServletResponse.SC_CONFLICT, request, response);
            return;
        }
        FormAnswers.seeOther(request, response, FicheLinks.FORM + "merci");
    }

    private static long revision(HttpServletRequest request) {
        String typed = request.getParameter("revision");
        return typed != null && typed.matches("[0-9]{1,12}") ? Long.parseLong(typed) : -1;
    }

    /** « Tout est bon », asked first. */
    @GetMapping(FicheLinks.FORM + "bon/" + TOKEN)
    void lookGood(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer("bon", links.said(token).flatMap(fiches::title), request, response);
    }

    @PostMapping(FicheLinks.FORM + "bon/" + TOKEN)
    void good(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<FicheLinks.Said> said = links.said(token);
        Optional<String> title = said.flatMap(fiches::title);
        boolean done = title.isPresent() && fiches.confirm(said.orElseThrow());
        answer("verifiee", done ? title : Optional.empty(), request, response);
    }

    /** « Je corrige », asked first: a mail scanner that follows links begins nothing. */
    @GetMapping(FicheLinks.FORM + "corriger/" + TOKEN)
    void lookWrong(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer("corriger", links.said(token).flatMap(fiches::title), request, response);
    }

    @PostMapping(FicheLinks.FORM + "corriger/" + TOKEN)
    void wrong(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> form = links.said(token).flatMap(fiches::correct);
        if (form.isEmpty()) {
            answer("corriger", Optional.empty(), request, response);
            return;
        }
        FormAnswers.keepSecret(response);
        FormAnswers.seeOther(request, response, form.get());
    }

    private void answer(String step, Optional<String> title, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        step(
                title.isPresent() ? step : "perdu",
                title.orElse(""),
                title.isPresent() ? 200 : HttpServletResponse.SC_GONE,
                request,
                response);
    }

    private void step(String step, String title, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        String heading = forms.sentence("fiche." + step);
        pages.show(
                HOME, status, screens.draw("fiche-suite", heading, new Step(step, title), request), request, response);
    }

    /**
     * Model of {@code templates/site/fiche-lien.ftlh}: an address to leave.
     *
     * @param emailError what is wrong with the address; null when nothing is
     */
    public record Ask(
            String action,
            String token,
            String title,
            String email,
            @Nullable String emailError,
            @Nullable String notice) {}

    private void showAsk(
            String slug,
            Fiches.Fiche fiche,
            String email,
            PublicForm.Showing showing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FormAnswers.keepUnlisted(response);
        Ask page = new Ask(
                request.getContextPath() + ASK + "/" + slug,
                guard.token(GUARDED, showing.status()),
                fiche.title(),
                email,
                showing.errors().get(PersonFields.EMAIL),
                showing.notice());
        String title = forms.sentence("fiche.demander");
        pages.show(HOME, showing.status(), screens.draw("fiche-lien", title, page, request), request, response);
    }

    private void show(
            String token,
            ProposalForm form,
            Fiches.Sheet sheet,
            FormValues values,
            Errors errors,
            @Nullable String notice,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PublicFormPage page = new PublicFormPage(
                request.getContextPath() + FicheLinks.FORM + token,
                guard.tokenAgain(GUARDED),
                errors.isEmpty() ? List.of() : form.told(values, errors),
                notice,
                form.questions(values, errors),
                form.more(values, errors),
                null,
                String.valueOf(sheet.revision()),
                Advice.NONE);
        FormAnswers.keepSecret(response);
        pages.show(HOME, status, screens.draw("fiche", sheet.title(), page, request), request, response);
    }
}
