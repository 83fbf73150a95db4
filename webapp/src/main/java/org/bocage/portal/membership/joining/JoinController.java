package org.bocage.portal.membership.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.cms.rendering.Insert;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.portal.forms.FieldError;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.PublicForm;
import org.bocage.portal.membership.Request;
import org.bocage.portal.membership.Requests;
import org.bocage.portal.membership.Tariffs;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Joining: a short form, kept for later when one wishes, which becomes something for the staff to see to. */
@Controller
class JoinController {

    private static final String THANKS = "/adherer/merci";
    private static final String GUARDED = "adherer";
    private static final String RESUMED = "reprise";

    private final SitePages pages;
    private final FormScreens screens;
    private final FormGuard guard;
    private final SignedLinks links;
    private final Tariffs tariffs;
    private final Requests requests;
    private final UnfinishedRequests later;
    private final JoinQuestions questions;
    private final MessageSource messages;

    JoinController(
            SitePages pages,
            FormScreens screens,
            FormGuard guard,
            SignedLinks links,
            Tariffs tariffs,
            Requests requests,
            UnfinishedRequests later,
            JoinQuestions questions,
            MessageSource messages) {
        this.pages = pages;
        this.screens = screens;
        this.guard = guard;
        this.links = links;
        this.tariffs = tariffs;
        this.requests = requests;
        this.later = later;
        this.questions = questions;
        this.messages = messages;
    }

    @GetMapping(Requests.FORM)
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new Request(Map.of()), "", PublicForm.Showing.FIRST, request, response);
    }

    /** Goes on with what was kept. */
    @GetMapping(Requests.FORM + "/{token:[A-Za-z0-9_-]{40,60}}")
    void resume(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.sendNoReferrer(response);
        Optional<Request> kept = later.find(token);
        if (kept.isEmpty()) {
            place("adherer-perdu", "title.gone", Map.of(), 410, request, response);
            return;
        }
        show(kept.get(), token, PublicForm.Showing.FIRST, request, response);
    }

    @PostMapping(Requests.FORM)
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Request typed = Request.of(request);
        String resumed = Optional.ofNullable(request.getParameter(RESUMED))
                .filter(token -> token.matches("[A-Za-z0-9_-]{40,60}"))
                .orElse("");
        FormGuard.Verdict verdict = guard.judge(request, GUARDED);
        if (verdict == FormGuard.Verdict.ROBOT) {
            FormAnswers.seeOther(request, response, THANKS);
            return;
        }
        boolean goesOnLater = request.getParameter("plus-tard") != null;
        List<Tariffs.Tariff> choices = tariffs.all();
        Tariffs.Payment payment = tariffs.payment();
        Map<String, String> faults = typed.faults(choices, payment);
        if (goesOnLater) {
            faults.entrySet()
                    .removeIf(fault -> !fault.getValue().equals("too-long")
                            && !fault.getKey().equals(Request.EMAIL));
        }
        if (FormGuard.isSuspect(Stream.of(typed.text(Request.HELP), typed.text(Request.ADDRESS)))) {
            faults.put(Request.HELP, "links");
        }
        if (verdict != FormGuard.Verdict.PERSON || !faults.isEmpty()) {
            show(typed, resumed, PublicForm.Showing.again(faults, verdict), request, response);
            return;
        }
        if (!guard.accept(request)) {
            FormAnswers.seeOther(request, response, goesOnLater ? Requests.FORM + "/garde" : THANKS);
        } else if (goesOnLater) {
            boolean kept = later.keep(typed);
            if (!kept) {
                show(typed, resumed, new PublicForm.Showing(Map.of(), "too-many", 429), request, response);
                return;
            }
            FormAnswers.seeOther(request, response, Requests.FORM + "/garde");
        } else {
            String id = requests.add(typed, typed.tariff(choices).orElseThrow(), payment, pages.reader(request));
            if (!resumed.isEmpty()) {
                later.done(resumed);
            }
            FormAnswers.seeOther(request, response, THANKS + "/" + links.token(Purpose.MEMBERSHIP_PAYMENT, id));
        }
    }

    /** Shows the confirmation that the unfinished request was kept. */
    @GetMapping(Requests.FORM + "/garde")
    void kept(HttpServletRequest request, HttpServletResponse response) throws IOException {
        place("adherer-garde", "title.kept", Map.of(), 200, request, response);
    }

    @GetMapping(THANKS)
    void thanks(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Tariffs.Payment payment = tariffs.payment();
        JoinPage.Thanks page = new JoinPage.Thanks("", "", Map.of(), "", payment.days(), payment.who(), false, false);
        place("adherer-merci", "title.thanks", page, 200, request, response);
    }

    /** How one pays: told only to who has just sent a request. */
    @GetMapping(THANKS + "/{token:[0-9a-f-]{36}\\.[A-Za-z0-9_-]{20,60}}")
    void thanks(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.sendNoReferrer(response);
        Optional<Requests.Told> membership =
                links.read(Purpose.MEMBERSHIP_PAYMENT, token).flatMap(parts -> requests.find(parts.get(0)));
        if (membership.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        Requests.Told told = membership.get();
        Tariffs.Payment payment = tariffs.payment();
        JoinPage.Thanks page = new JoinPage.Thanks(
                told.number(),
                told.payment(),
                payment.ways().getOrDefault(told.payment(), Map.of()),
                Tariffs.money(told.amount()),
                payment.days(),
                payment.who(),
                payment.isOtherSite(told.payment()),
                requests.lastsUntilDecember(told.tariff()));
        place("adherer-merci", "title.thanks", page, 200, request, response);
    }

    private void show(
            Request typed,
            String resumed,
            PublicForm.Showing showing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, String> sentences = new LinkedHashMap<>();
        showing.errors().forEach((field, key) -> sentences.put(field, sentence(key)));
        Tariffs.Payment payment = tariffs.payment();
        List<JoinPage.Group> groups =
                questions.of(typed, sentences, tariffs.all(), payment, requests.structures(pages.reader(request)));
        JoinPage page = new JoinPage(
                request.getContextPath() + Requests.FORM,
                guard.token(GUARDED, showing.status()),
                resumed,
                FieldError.of(groups.stream()
                        .flatMap(group -> group.controls().stream())
                        .toList()),
                showing.notice(),
                groups,
                payment.days(),
                payment.who());
        Insert form = screens.draw("adherer", "", page, request);
        pages.show(Requests.FORM, showing.status(), form, request, response);
    }

    private void place(
            String screen,
            String title,
            Object page,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FormAnswers.keepUnlisted(response);
        pages.show(Requests.FORM, status, screens.draw(screen, sentence(title), page, request), request, response);
    }

    private String sentence(String key) {
        return messages.getMessage("membership." + key, new Object[0], Locale.FRENCH);
    }
}
