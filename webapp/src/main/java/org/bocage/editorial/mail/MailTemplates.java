package org.bocage.editorial.mail;

import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.repository.config.ConfigFiles;
import org.springframework.stereotype.Component;

/**
 * The mails of {@code config/mail}. The first line of a file, after its comment, is the subject, the rest the text. A
 * file is read anew for each mail, so that a change needs no restart.
 */
@Component
public class MailTemplates {

    private static final int MAX_SUBJECT = 200;

    private final ConfigFiles files;
    private final Configuration freemarker;

    MailTemplates(ConfigFiles files) {
        this.files = files;
        this.freemarker = new Configuration(Configuration.VERSION_2_3_34);
        freemarker.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        freemarker.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        freemarker.setLocale(Locale.FRANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
    }

    /** Rendered template: the subject in one line, and the text. */
    public record Text(String subject, String body) {

        /** The mail that says it to somebody. */
        public Mail to(String address) {
            return new Mail(address, subject, body);
        }
    }

    /**
     * Writes a mail.
     *
     * @param name of the file without {@code .ftl}
     * @param model what the template names; the comment on top of each says what it needs
     * @throws IllegalArgumentException when there is no such template, or it fails with this model
     */
    public Text render(String name, Map<String, ?> model) {
        String source = files.text("mail/" + name + ".ftl")
                .orElseThrow(() -> new IllegalArgumentException("No mail template " + name))
                .replaceFirst("(?s)\\A\\s*(\\[#--.*?--\\]\\s*)?", "");
        int end = source.indexOf('\n');
        if (end < 0) {
            throw new IllegalArgumentException("Mail template " + name + " has no text below its subject");
        }
        String subject = oneLine(fill(name, source.substring(0, end), model));
        return new Text(subject, fill(name, source.substring(end + 1), model));
    }

    private String fill(String name, String source, Map<String, ?> model) {
        StringWriter text = new StringWriter();
        try {
            new Template(name, source, freemarker).process(model, text);
        } catch (IOException | TemplateException e) {
            throw new IllegalArgumentException("Mail template " + name + " fails: " + e.getMessage(), e);
        }
        return text.toString();
    }

    /** A title that somebody typed may hold anything; a subject is one line. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= MAX_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, MAX_SUBJECT - 1) - 1)) + "…";
    }
}
