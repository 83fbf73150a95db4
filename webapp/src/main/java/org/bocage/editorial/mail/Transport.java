package org.bocage.editorial.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The way out of a mail: the mail server when one is set, else a {@code .eml} file in {@code bocage.home/outbox}. */
@Component
class Transport {

    private static final Logger log = LoggerFactory.getLogger(Transport.class);

    private final MailServer server;
    private final Path folder;

    Transport(MailServer server, @Value("${bocage.home:./data}") Path home) {
        this.server = server;
        this.folder = home.resolve("outbox");
    }

    /** Hands a mail over. The identifier becomes its Message-ID, so that a mail sent twice is seen to be one. */
    void send(String id, Mail mail, Instant created) throws MessagingException, IOException {
        Optional<JavaMailSender> sender = server.sender();
        if (sender.isPresent()) {
            send(sender.get(), id, mail, created);
        } else {
            write(id, fill(new Message(id), mail, created));
        }
    }

    /** Hands a mail over to a server. */
    void send(JavaMailSender sender, String id, Mail mail, Instant created) throws MessagingException, IOException {
        send(sender, fill(new Message(sender.createMimeMessage(), id), mail, created));
    }

    /** Whether mails can go out or be put down; else they wait as they are. */
    boolean isOpen() {
        return !server.isLocked();
    }

    /** Whether no mail at all could be handed over: the server did not answer, or did not let the portal in. */
    static boolean isUnreachable(Exception failure) {
        return failure instanceof MailAuthenticationException
                || (failure instanceof MailSendException && failure.getCause() != null);
    }

    /** Returns how many mails may go within an hour; 0 for as many as there are. */
    int hourly() {
        return server.hourly();
    }

    private static void send(JavaMailSender sender, MimeMessage message) {
        try {
            sender.send(message);
        } catch (MailSendException e) {
            if (!e.getFailedMessages().isEmpty()) {
                throw e;
            }
            // it was taken, and the farewell alone went wrong: sent again it would come twice
            log.info("The mail server hung up after a mail: {}", Mail.withoutAddresses(e.getMessage()));
        }
    }

    private MimeMessage fill(MimeMessage message, Mail mail, Instant created) throws MessagingException, IOException {
        String charset = StandardCharsets.UTF_8.name();
        message.setFrom(
                server.name().isEmpty()
                        ? new InternetAddress(server.from(), true)
                        : new InternetAddress(server.from(), server.name(), charset));
        String replyTo = mail.replyTo().isEmpty() ? server.replyTo() : mail.replyTo();
        if (!replyTo.isEmpty()) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo, true)});
        }
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), charset);
        if (mail.html().isEmpty()) {
            message.setText(mail.text(), charset);
        } else {
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(mail.text(), charset);
            MimeBodyPart page = new MimeBodyPart();
            page.setText(mail.html(), charset, "html");
            message.setContent(new MimeMultipart("alternative", plain, page));
        }
        message.setSentDate(Date.from(created));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!mail.unsubscribe().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.saveChanges();
        return message;
    }

    private void write(String id, MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder);
        Path draft = folder.resolve(id + ".part");
        try (OutputStream stream = Files.newOutputStream(draft)) {
            message.writeTo(stream);
        }
        Files.move(draft, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static final class Message extends MimeMessage {

        private final String id;

        Message(String id) {
            super(jakarta.mail.Session.getInstance(new Properties()));
            this.id = id;
        }

        Message(MimeMessage source, String id) {
            super(source.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@bocage>");
        }
    }
}
