package org.bocage.editorial.administration.mails;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailServer;
import org.bocage.editorial.mail.MailSettings;
import org.bocage.editorial.mail.MailTrial;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.screens.extension.SetupSteps;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.SettingsPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mail server and the addresses of mails: kept, tried, forgotten. For the administration alone. */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
class MailServerController implements SettingsScreen, SetupSteps {

    static final String ADDRESS = "/espace/reglages/mails";

    private static final Logger log = LoggerFactory.getLogger(MailServerController.class);

    private final Desk desk;
    private final MailServer server;
    private final MailTrial trial;
    private final MessageSource messages;

    MailServerController(Desk desk, MailServer server, MailTrial trial, MessageSource messages) {
        this.desk = desk;
        this.server = server;
        this.trial = trial;
        this.messages = messages;
    }

    @Override
    public List<SetupStep> setupSteps() {
        return List.of(new SetupStep("mails", ADDRESS, 35, server.isKnown()));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(request, kept(), List.of(), null, HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView keep(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        MailServerForm form = MailServerForm.of(typed);
        Map<String, String> problems = problems(form);
        if (problems.isEmpty()) {
            try {
                server.keep(wanted(form), form.password());
                return new ModelAndView("redirect:" + ADDRESS + "?fait=mails-regles");
            } catch (UncheckedIOException e) {
                log.error("The password of the mail server cannot be kept", e);
                problems.put(MailServerForm.PASSWORD, "cle");
            }
        }
        if (!form.password().isEmpty()) {
            problems.putIfAbsent(MailServerForm.PASSWORD, "retaper");
        }
        return page(request, form.shown(), sentences(problems), null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Says what is wrong with the fields that there are: what the options say is none. */
    private Map<String, String> problems(MailServerForm form) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (server.serverOfOptions().isEmpty()) {
            problems.putAll(form.serverProblems(server));
        }
        if (server.fromOfOptions().isEmpty()) {
            form.fromProblem().ifPresent(problem -> problems.put(MailServerForm.FROM, problem));
        }
        if (server.replyToOfOptions().isEmpty()) {
            form.replyToProblem().ifPresent(problem -> problems.put(MailServerForm.REPLY_TO, problem));
        }
        form.hourlyProblem().ifPresent(problem -> problems.put(MailServerForm.HOURLY, problem));
        return problems;
    }

    /** Returns what to keep: fields that the options take the place of stay as they were kept. */
    private MailSettings wanted(MailServerForm form) {
        MailSettings before = server.kept();
        MailSettings wanted = server.serverOfOptions().isPresent() ? before : form.settings();
        return wanted.withHourly(form.hourly())
                .withAddresses(
                        server.fromOfOptions().isPresent() ? before.from() : form.from(),
                        server.replyToOfOptions().isPresent() ? before.replyTo() : form.replyTo());
    }

    @PostMapping(value = ADDRESS, params = "geste=oublier")
    String forget() {
        server.forget();
        return "redirect:" + ADDRESS + "?fait=mails-oublies";
    }

    /** Sends one mail to the person who asks, by the server that counts. */
    @PostMapping(value = ADDRESS, params = "geste=essayer")
    ModelAndView tryOut(HttpServletRequest request) {
        String to = desk.account().email();
        if (!Mail.isAddress(to)) {
            return tried(request, false, say("essai.adresse"), "");
        }
        MailTrial.Answer answer = trial.run(to);
        boolean sent = answer.outcome() == MailTrial.Outcome.SENT;
        String key = answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return tried(request, sent, say("essai." + key, to), answer.said());
    }

    private ModelAndView tried(HttpServletRequest request, boolean sent, String sentence, String said) {
        return page(
                request,
                kept(),
                List.of(),
                new MailServerPage.Trial(sent, sentence, said),
                sent ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private MailServerPage.Typed kept() {
        MailSettings kept = server.kept();
        return new MailServerPage.Typed(
                kept.host(),
                // one that was chosen: the usual one follows the encryption
                kept.port() == kept.encryption().usualPort() ? "" : String.valueOf(kept.port()),
                kept.encryption().name().toLowerCase(Locale.ROOT),
                kept.user(),
                kept.from(),
                kept.replyTo(),
                kept.hourly() == 0 ? "" : String.valueOf(kept.hourly()));
    }

    private ModelAndView page(
            HttpServletRequest request,
            MailServerPage.Typed typed,
            List<FormPage.Problem> problems,
            MailServerPage.@Nullable Trial tried,
            HttpStatus status) {
        MailServerPage.Fixed fixed = server.serverOfOptions()
                .map(one -> new MailServerPage.Fixed(
                        one.host(), one.port(), one.encryption().name().toLowerCase(Locale.ROOT), one.user()))
                .orElse(null);
        MailSettings kept = server.kept();
        MailServerPage page = new MailServerPage(
                ADDRESS,
                typed,
                problems,
                fixed,
                server.fromOfOptions().orElse(""),
                server.replyToOfOptions().orElse(""),
                server.password().name().toLowerCase(Locale.ROOT),
                fixed == null ? kept.host() : fixed.host(),
                desk.account().email(),
                tried,
                domain(server.fromOfOptions().orElse(kept.from())));
        return new ModelAndView(
                "espace/serveur-mail", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private List<FormPage.Problem> sentences(Map<String, String> problems) {
        return MailServerForm.FIELDS.stream()
                .filter(problems::containsKey)
                .map(field -> new FormPage.Problem(
                        field, say("champ." + field), say("erreur." + field + "." + problems.get(field))))
                .toList();
    }

    private String say(String key, Object... words) {
        return messages.getMessage("authoring.mails." + key, words, Locale.FRENCH);
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return desk.administers()
                ? Optional.of(new SettingsPage.Link("mails", ADDRESS, server.isLocked() ? 1 : 0))
                : Optional.empty();
    }
}
