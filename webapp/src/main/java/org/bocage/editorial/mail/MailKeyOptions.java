package org.bocage.editorial.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Key of the kept password of the mail server.
 *
 * @param key a text of at least 32 characters; empty when the key is the one in {@code bocage.home}
 */
@ConfigurationProperties("bocage.mail")
record MailKeyOptions(@DefaultValue("") String key) {

    static final int LEAST = 32;

    MailKeyOptions {
        key = key.strip();
        if (!key.isEmpty() && key.length() < LEAST) {
            // what was given is a secret, if a bad one: it is not repeated
            throw new InvalidConfigurationPropertyValueException("bocage.mail.key", "…", "it is too short");
        }
    }

    @Override
    public String toString() {
        return "MailKeyOptions[]";
    }
}
