package org.bocage.editorial.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.stereotype.Component;

/** Sends a mail at once, for when the store takes none to keep in the {@link Outbox}. It goes at the first try or not at all. */
@Component
public class UnkeptMail {

    private final Transport transport;
    private final Clock clock;

    UnkeptMail(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Hands a mail over, and waits until it is taken.
     *
     * @throws MailException when it is not
     */
    public void send(Mail mail) {
        try {
            transport.send(UUID.randomUUID().toString(), mail, clock.instant());
        } catch (MessagingException | IOException e) {
            throw new MailPreparationException(e);
        }
    }
}
