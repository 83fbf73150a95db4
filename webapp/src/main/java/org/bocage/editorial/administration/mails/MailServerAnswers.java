package org.bocage.editorial.administration.mails;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bocage.editorial.mail.MailServer;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mail server, by the fields of its screen. What the options say of it wins, as there. */
@Component
class MailServerAnswers implements SetupAnswers {

    private final MailServer server;
    private final MessageSource messages;

    MailServerAnswers(MailServer server, MessageSource messages) {
        this.server = server;
        this.messages = messages;
    }

    @Override
    public List<AnswersSection> answersSections() {
        Set<String> fields = Set.of(
                MailServerForm.HOST,
                MailServerForm.PORT,
                MailServerForm.ENCRYPTION,
                MailServerForm.USER,
                MailServerForm.PASSWORD,
                MailServerForm.FROM,
                MailServerForm.REPLY_TO,
                MailServerForm.HOURLY);
        return List.of(new AnswersSection("mails", fields, 35));
    }

    @Override
    public Map<String, String> problems(String section, Map<String, Object> answers) {
        MailServerForm form = form(answers);
        Map<String, String> keys = new LinkedHashMap<>(form.serverProblems(server));
        form.fromProblem().ifPresent(key -> keys.put(MailServerForm.FROM, key));
        form.replyToProblem().ifPresent(key -> keys.put(MailServerForm.REPLY_TO, key));
        form.hourlyProblem().ifPresent(key -> keys.put(MailServerForm.HOURLY, key));
        Map<String, String> problems = new LinkedHashMap<>();
        keys.forEach((field, key) -> problems.put(field, sentence(field, key)));
        return problems;
    }

    private String sentence(String field, String key) {
        return messages.getMessage("authoring.mails.erreur." + field + "." + key, null, Locale.FRENCH);
    }

    @Override
    public void keep(String section, Map<String, Object> answers) {
        MailServerForm form = form(answers);
        server.keep(form.settings(), form.password());
    }

    private static MailServerForm form(Map<String, Object> answers) {
        Map<String, String> typed = new LinkedHashMap<>();
        answers.forEach((field, value) -> typed.put(field, String.valueOf(value)));
        return MailServerForm.of(typed);
    }
}
