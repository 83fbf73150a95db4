package org.bocage.portal.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.screens.extension.ReviewAsides;
import org.bocage.editorial.screens.extension.ReviewTasks;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.WeekPage;
import org.bocage.portal.forms.GuestAuthor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the box to which people send what they would like to read here (CT-09), as they send it to the salariée today. Each
 * mail stays in the box, marked as read; one that is not taken (a machine's, a huge one, the sixth of a day) is flagged too.
 */
@Component
@EnableConfigurationProperties(MailboxOptions.class)
public class Mailbox implements ReviewAsides, ReviewTasks, WeekNotices {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final int AT_ONCE = 20;
    private static final int LARGEST = 40 * 1024 * 1024;
    private static final Duration LATE = Duration.ofDays(3);
    private static final String PATIENCE = "20000";

    private final MailboxOptions options;
    private final MailDrafts drafts;
    private final Outbox outbox;
    private final MessageSource messages;
    private final ItemByItem kept = new ItemByItem("Mailbox");
    private volatile boolean closed;

    Mailbox(MailboxOptions options, MailDrafts drafts, Outbox outbox, MessageSource messages) {
        this.outbox = outbox;
        this.options = options;
        this.drafts = drafts;
        this.messages = messages;
    }

    @Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
    public void look() {
        read();
        kept.run(drafts::forget);
    }

    private void read() {
        if (options.host().isEmpty()) {
            return;
        }
        try (Store store = store()) {
            store.connect(options.host(), options.port(), options.username(), options.password());
            try (Folder folder = store.getFolder(options.folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] fresh = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (Message one : Arrays.copyOf(fresh, Math.min(fresh.length, AT_ONCE))) {
                    take((MimeMessage) one);
                }
            }
            closed = false;
        } catch (MessagingException e) {
            closed = true;
            log.warn("The mail box at {} could not be read: {}", options.host(), Mail.withoutAddresses(e.getMessage()));
        }
    }

    private Store store() throws MessagingException {
        String protocol = options.tls() ? "imaps" : "imap";
        Properties properties = new Properties();
        for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + protocol + "." + limit, PATIENCE);
        }
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        // a mail is read when what it says is kept
        properties.setProperty("mail." + protocol + ".peek", "true");
        return Session.getInstance(properties).getStore(protocol);
    }

    private void take(MimeMessage message) throws MessagingException {
        boolean taken = false;
        try {
            Optional<SentBack> back = SentBack.of(message);
            if (back.isPresent()) {
                back.get()
                        .addresses()
                        .forEach(address -> outbox.bounced(address, back.get().why()));
                message.setFlag(Flags.Flag.SEEN, true);
                return;
            }
            Optional<ReceivedMail> mail = message.getSize() > LARGEST ? Optional.empty() : ReceivedMail.of(message);
            taken = mail.isPresent() && drafts.add(mail.get());
        } catch (ConcurrentEdit e) {
            // somebody else reads the box just now: the next look tells
            return;
        } catch (MessagingException | IOException | RuntimeException e) {
            if (!message.getFolder().isOpen()) {
                throw new MessagingException("The box closed", e);
            }
            log.warn("A mail could not be made a draft, and stays in the box", e);
        }
        message.setFlag(Flags.Flag.SEEN, true);
        if (!taken) {
            message.setFlag(Flags.Flag.FLAGGED, true);
        }
    }

    @Override
    public List<WeekPage.Task> tasks(Clock clock) {
        return drafts.waiting().stream()
                .map(one -> new WeekPage.Task(
                        one.title(),
                        say("task"),
                        one.who(),
                        Moment.of(one.since(), clock),
                        "/espace/actus/" + one.id(),
                        one.since().plus(LATE).isBefore(clock.instant()),
                        0,
                        ""))
                .toList();
    }

    /** Shows the sender of a draft, to be asked or thanked. */
    @Override
    public List<FormPage.Aside> reviewAsides(Node item) throws RepositoryException {
        return MailDrafts.isDraft(item)
                ? List.of(new FormPage.Aside(
                        say("task"),
                        List.of(say(
                                "from",
                                item.getProperty(GuestAuthor.PROPOSED_BY + "/nom")
                                        .getString(),
                                item.getProperty(GuestAuthor.PROPOSED_BY + "/courriel")
                                        .getString())),
                        List.of(),
                        "",
                        List.of()))
                : List.of();
    }

    @Override
    public List<WeekPage.Notice> notices() {
        List<WeekPage.Notice> notices = new ArrayList<>();
        if (closed) {
            notices.add(new WeekPage.Notice(say("closed", options.host()), say("closed.link"), "/espace/reglages"));
        }
        int bounced = outbox.bouncing();
        if (bounced > 0) {
            notices.add(new WeekPage.Notice(say("bounced", bounced), say("bounced.link"), "/espace/courriers"));
        }
        return notices;
    }

    private String say(String key, Object... words) {
        return messages.getMessage("contribution.mailbox." + key, words, Locale.FRENCH);
    }
}
