package org.bocage.editorial.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Trial of the mail server that counts: one mail, sent at once as all others are, and what became of it. */
@Component
public class MailTrial {

    private static final Logger log = LoggerFactory.getLogger(MailTrial.class);
    private static final int MAX_SAID = 300;
    private static final int TEMPORARY = 4;
    /** RFC 4954, 6: a command is refused until somebody signs in, or the connection is encrypted. */
    private static final Set<Integer> FIRST_SIGN_IN = Set.of(530, 538);

    private final MailServer server;
    private final Transport transport;
    private final MailTemplates templates;
    private final Clock clock;

    MailTrial(MailServer server, Transport transport, MailTemplates templates, ObjectProvider<Clock> clock) {
        this.server = server;
        this.transport = transport;
        this.templates = templates;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** How a trial ended. */
    public enum Outcome {
        SENT,
        NO_SERVER,
        PASSWORD_LOST,
        UNKNOWN_HOST,
        PORT_CLOSED,
        NO_ANSWER,
        /** Somebody answers, who is no mail server or takes no connection. */
        NO_MAIL_SERVER,
        /** The settings ask for encryption that is not offered on this port. */
        NOT_ENCRYPTED,
        /** The server asks for encryption that the settings do without. */
        ENCRYPTION_WANTED,
        CERTIFICATE,
        SIGN_IN_WANTED,
        WRONG_PASSWORD,
        SENDER_REFUSED,
        RECIPIENT_REFUSED,
        MESSAGE_REFUSED,
        LATER,
        OTHER
    }

    /**
     * Result of a trial.
     *
     * @param said answer of the server, one line in its own words; empty when it gave none
     */
    public record Answer(Outcome outcome, String said) {}

    /** Sends the mail to somebody, and waits until the server has taken or refused it. */
    public Answer run(String to) {
        if (server.isLocked()) {
            return new Answer(Outcome.PASSWORD_LOST, "");
        }
        Optional<JavaMailSender> sender = server.sender();
        if (sender.isEmpty()) {
            return new Answer(Outcome.NO_SERVER, "");
        }
        try {
            Mail mail = templates.render("essai", Map.of()).to(to);
            transport.send(sender.get(), UUID.randomUUID().toString(), mail, clock.instant());
            return new Answer(Outcome.SENT, "");
        } catch (MessagingException | IOException | RuntimeException e) {
            Answer answer = answer(e, sender.get());
            log.info("The trial of the mail server ended with {}", answer.outcome());
            return answer;
        }
    }

    private static Answer answer(Exception failure, JavaMailSender sender) {
        Deque<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            Outcome outcome = outcome(cause);
            if (outcome != null) {
                boolean says = cause instanceof MessagingException && outcome != Outcome.UNKNOWN_HOST;
                return new Answer(outcome, says ? said(cause, sender) : "");
            }
        }
        return new Answer(Outcome.OTHER, said(causes.getLast(), sender));
    }

    /** All that a failure was caused by, itself first. */
    private static Deque<Throwable> causes(Throwable failure) {
        Deque<Throwable> found = new ArrayDeque<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(Set.of(failure));
        while (!open.isEmpty()) {
            Throwable one = open.removeFirst();
            if (seen.add(one)) {
                found.add(one);
                Stream.Builder<@Nullable Throwable> next = Stream.builder();
                if (one instanceof MailSendException several) {
                    Stream.of(several.getMessageExceptions()).forEach(next);
                }
                if (one instanceof MessagingException chained) {
                    next.add(chained.getNextException());
                }
                next.add(one.getCause());
                next.build().filter(cause -> cause != null).forEach(open::addLast);
            }
        }
        return found;
    }

    private static @Nullable Outcome outcome(Throwable cause) {
        if (cause instanceof MailException) {
            // it tells what those that it holds tell
            return null;
        }
        String text = String.valueOf(cause.getMessage());
        if (cause instanceof AuthenticationFailedException) {
            return refused(text.startsWith("4") ? TEMPORARY * 100 : 0, text, Outcome.WRONG_PASSWORD);
        }
        if (cause instanceof SMTPAddressFailedException refused) {
            return refused(refused.getReturnCode(), text, Outcome.RECIPIENT_REFUSED);
        }
        if (cause instanceof SMTPSendFailedException refused) {
            return refused(refused.getReturnCode(), text, command(String.valueOf(refused.getCommand())));
        }
        if (cause instanceof UnknownHostException) {
            return Outcome.UNKNOWN_HOST;
        }
        if (cause instanceof CertificateException || text.contains("verify identity of server")) {
            return Outcome.CERTIFICATE;
        }
        if (cause instanceof SSLException) {
            return hasCertificateCause(cause) ? Outcome.CERTIFICATE : Outcome.NOT_ENCRYPTED;
        }
        if (text.startsWith("STARTTLS is required")) {
            return Outcome.NOT_ENCRYPTED;
        }
        if (cause instanceof SocketTimeoutException || cause instanceof NoRouteToHostException) {
            return Outcome.NO_ANSWER;
        }
        if (cause instanceof ConnectException) {
            return Outcome.PORT_CLOSED;
        }
        return text.contains(", response: ") || text.contains("[EOF]") ? Outcome.NO_MAIL_SERVER : null;
    }

    private static Outcome command(String refused) {
        if (refused.startsWith("MAIL")) {
            return Outcome.SENDER_REFUSED;
        }
        return refused.startsWith("RCPT") ? Outcome.RECIPIENT_REFUSED : Outcome.MESSAGE_REFUSED;
    }

    private static Outcome refused(int code, String text, Outcome otherwise) {
        if (asksForEncryption(text)) {
            return Outcome.ENCRYPTION_WANTED;
        }
        if (FIRST_SIGN_IN.contains(code)) {
            return Outcome.SIGN_IN_WANTED;
        }
        return code / 100 == TEMPORARY ? Outcome.LATER : otherwise;
    }

    private static boolean asksForEncryption(String text) {
        return text.toUpperCase(Locale.ROOT).contains("STARTTLS") || text.startsWith("538");
    }

    private static boolean hasCertificateCause(Throwable failure) {
        return causes(failure).stream().anyMatch(CertificateException.class::isInstance);
    }

    /** One short line of an answer; nothing of one that repeats the password. */
    private static String said(Throwable cause, JavaMailSender sender) {
        String line = String.valueOf(cause.getMessage())
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        boolean repeats =
                sender instanceof JavaMailSenderImpl known && secrets(known).anyMatch(line::contains);
        return repeats ? "" : line.substring(0, Math.min(line.length(), MAX_SAID));
    }

    /** The password in the forms in which it goes to the server (RFC 4616, 4954). */
    private static Stream<String> secrets(JavaMailSenderImpl sender) {
        String password = sender.getPassword();
        if (password == null || password.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(password, base64(password), base64("\0" + sender.getUsername() + "\0" + password));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
