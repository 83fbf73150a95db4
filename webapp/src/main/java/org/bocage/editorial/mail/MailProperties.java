package org.bocage.editorial.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How mails go out.
 *
 * @param from the address they come from
 * @param sender the name shown beside it
 * @param replyTo where answers go; the address they come from when empty
 */
@ConfigurationProperties("bocage.mail")
record MailProperties(
        @DefaultValue("portail@localhost") String from,
        @DefaultValue("") String sender,
        @DefaultValue("") String replyTo) {

    MailProperties {
        if (!Mail.isAddress(from)) {
            throw new InvalidConfigurationPropertyValueException("bocage.mail.from", from, "it is no mail address");
        }
        if (!replyTo.isEmpty() && !Mail.isAddress(replyTo)) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.mail.reply-to", replyTo, "it is no mail address");
        }
    }
}
