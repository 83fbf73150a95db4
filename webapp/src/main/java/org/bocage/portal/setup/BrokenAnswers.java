package org.bocage.portal.setup;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The file that sets the portal up has something wrong in it; nothing of it was kept. */
@SuppressWarnings("serial")
final class BrokenAnswers extends RuntimeException {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("i18n/setup-messages", Locale.FRENCH);

    private final transient List<AnswerProblem> problems;

    /**
     * One thing that is wrong.
     *
     * @param line from 1; 0 when it is about what is missing
     * @param where section and field
     */
    record AnswerProblem(int line, String where, String sentence) {}

    BrokenAnswers(List<AnswerProblem> problems) {
        super("The answers cannot be taken");
        this.problems = List.copyOf(problems);
    }

    List<AnswerProblem> problems() {
        return problems;
    }

    static String say(String key, @Nullable Object... values) {
        return new MessageFormat(WORDS.getString("setup.file." + key), Locale.FRENCH).format(values);
    }
}
