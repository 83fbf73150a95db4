package org.bocage.portal.forms;

import java.time.Duration;
import java.util.List;
import org.bocage.editorial.form.Slug;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Options of the forms that need no account.
 *
 * @param minimumTime nobody fills a form faster than this
 * @param postsPerHour from one address, those with errors included
 * @param proposalsPerDay of one mail address
 * @param question asked at the foot of each form, for the time that robots come through all the same; empty: none is asked
 * @param answers that are right, each as one may write it
 */
@ConfigurationProperties("bocage.forms")
public record FormOptions(
        @DefaultValue("3s") Duration minimumTime,
        @DefaultValue("40") int postsPerHour,
        @DefaultValue("5") int proposalsPerDay,
        @DefaultValue("") String question,
        @DefaultValue List<String> answers) {

    static final int LONGEST_QUESTION = 120;
    static final int LONGEST_ANSWER = 60;

    public FormOptions {
        question = question.strip();
        if (question.length() > LONGEST_QUESTION) {
            throw refused("question", question, "it is longer than " + LONGEST_QUESTION + " characters");
        }
        List<String> right = answers.stream()
                .map(FormOptions::plain)
                .filter(one -> !one.isEmpty())
                .toList();
        if ((!question.isEmpty() && right.isEmpty())
                || answers.stream().anyMatch(one -> one.length() > LONGEST_ANSWER)) {
            throw refused("answers", answers, "nobody could answer the question with one of them");
        }
        answers = right;
        if (minimumTime.isNegative() || minimumTime.compareTo(Duration.ofMinutes(1)) > 0) {
            throw refused("minimum-time", minimumTime, "it is no time between 0s and 1m");
        }
        requireBetween("posts-per-hour", postsPerHour, 100_000);
        requireBetween("proposals-per-day", proposalsPerDay, 1_000);
    }

    /** Whether somebody answered the question; always when none is asked. */
    boolean isAnswer(String given) {
        return question.isEmpty()
                || answers.contains(plain(given.substring(0, Math.min(given.length(), LONGEST_ANSWER))));
    }

    /** As it is compared: capitals, accents, spaces and signs around it do not count. */
    private static String plain(String answer) {
        return Slug.of(answer, "", any -> true);
    }

    private static void requireBetween(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw refused(name, value, "it is no number between 1 and " + most);
        }
    }

    private static InvalidConfigurationPropertyValueException refused(String name, Object value, String reason) {
        return new InvalidConfigurationPropertyValueException("bocage.forms." + name, value, reason);
    }
}
