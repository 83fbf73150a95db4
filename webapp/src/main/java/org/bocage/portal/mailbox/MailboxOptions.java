package org.bocage.portal.mailbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The mail box to which people send what they would like to read here.
 *
 * @param host its IMAP server; empty: there is no such box
 * @param port of the server
 * @param tls whether the connection is encrypted from the start
 * @param username who opens it
 * @param password of who opens it
 * @param folder that is read
 */
@ConfigurationProperties("bocage.mailbox")
record MailboxOptions(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {

    private static final int LAST_PORT = 65_535;

    MailboxOptions {
        if (port < 1 || port > LAST_PORT) {
            throw new InvalidConfigurationPropertyValueException("bocage.mailbox.port", port, "it is no port");
        }
    }
}
