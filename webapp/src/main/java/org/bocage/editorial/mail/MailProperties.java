package org.bocage.editorial.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How mails go out.
 *
 * @param from the address they come from; null when it is not said here
 * @param sender the name shown beside it
 * @param replyTo where answers go; empty when it is not said here
 * @param kept how long it is known who was written to and about what, from the day on that a mail was sent or given up
 * @param textKept how long its text is kept besides
 */
@ConfigurationProperties("bocage.mail")
record MailProperties(
        @Nullable String from,
        @DefaultValue("") String sender,
        @DefaultValue("") String replyTo,
        @DefaultValue("90d") Duration kept,
        @DefaultValue("30d") Duration textKept) {

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    MailProperties {
        if (from != null && !Mail.isAddress(from)) {
            throw new InvalidConfigurationPropertyValueException("bocage.mail.from", from, "it is no mail address");
        }
        if (!replyTo.isEmpty() && !Mail.isAddress(replyTo)) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.mail.reply-to", replyTo, "it is no mail address");
        }
        if (kept.compareTo(SHORTEST) < 0 || kept.compareTo(LONGEST) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.mail.kept", kept.toDays() + "d", "it is no time between 1d and 366d");
        }
        if (textKept.compareTo(SHORTEST) < 0 || textKept.compareTo(kept) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.mail.text-kept", textKept.toDays() + "d", "it is no time between 1d and bocage.mail.kept");
        }
    }
}
