package org.bocage.editorial.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.ConfigFiles;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.jobs.JobErrors;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class OutboxTests {

    private static final Mail MAIL =
            new Mail("lea@exemple.invalid", "« Fête » est en ligne", "Bonjour Léa,\n\nMerci !\n");

    private static final MailProperties OPTIONS =
            new MailProperties("portail@exemple.invalid", "Le Maillage", "", Duration.ofDays(90), Duration.ofDays(30));

    private static final String ENDS = "https://exemple.invalid/desabonnement/abc";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock();
    private final List<ThreadPoolTaskScheduler> threads = new ArrayList<>();
    private Stores stores;
    private GreenMail server;

    @BeforeEach
    void open() throws IOException {
        openStores();
        try (ServerSocket free = new ServerSocket(0)) {
            server = new GreenMail(new ServerSetup(free.getLocalPort(), "localhost", ServerSetup.PROTOCOL_SMTP));
        }
    }

    private void openStores() {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
    }

    @AfterEach
    void close() throws IOException {
        threads.forEach(ThreadPoolTaskScheduler::destroy);
        server.stop();
        stores.author().close();
        stores.published().close();
    }

    @Test
    void a_mail_goes_out_once_after_its_save_though_two_processes_look() throws Exception {
        server.start();
        Outbox outbox = outbox();
        Delivery one = delivery(outbox, true);
        Delivery other = delivery(outbox, true);
        one.start();
        other.start();

        stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL));

        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        one.stop();
        other.stop();
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(MAIL.subject());
        assertThat(received.getContent()).asString().contains("Merci !");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(Mails.last(outbox, 10))
                .extracting(entry -> entry.header().state())
                .containsExactly(Outbox.State.SENT);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void the_log_of_a_mail_that_was_refused_holds_nobodys_address(CapturedOutput log) throws Exception {
        try (ScriptedMailServer refusing = new ScriptedMailServer()
                .answering("RCPT", "550 5.1.1 <" + MAIL.to() + ">: no such user " + MAIL.to() + ".")) {
            Outbox outbox = outbox();
            stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL));
            AutoCloseable delivering = Mails.deliver(stores, outbox, home, clock, refusing.port());
            Awaitility.await().until(() -> log.getOut().contains("could not be sent"));
            delivering.close();
        }
        assertThat(log.getOut()).contains("try 1 of 8", "no such user").doesNotContain(MAIL.to());
    }

    @Test
    void a_mail_whose_save_fails_is_never_sent() {
        server.start();
        Outbox outbox = outbox();
        assertThatThrownBy(() -> stores.author().update(Identity.SYSTEM, session -> {
                    outbox.enqueue(session, MAIL);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Mails.last(outbox, 10)).isEmpty();
    }

    @Test
    void a_mail_the_server_did_not_take_is_tried_again_a_minute_later_by_the_next_start_too() {
        Outbox outbox = outbox();
        stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL));
        Delivery down = delivery(outbox, true);
        down.start();
        down.sendDue();
        down.stop();
        Delivery first = delivery(outbox, true);
        first.start();
        first.sendDue();
        first.stop();
        assertThat(Mails.last(outbox, 10).get(0).header().state()).isEqualTo(Outbox.State.WAITING);
        assertThat(Mails.last(outbox, 10).get(0).header().tries()).isEqualTo(1);

        server.start();
        clock.forward(Duration.ofSeconds(61));
        Delivery next = delivery(outbox, true);
        next.start();
        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        next.stop();
        assertThat(Mails.last(outbox, 10).get(0).header().state()).isEqualTo(Outbox.State.SENT);
        assertThat(Mails.last(outbox, 10).get(0).header().tries()).isEqualTo(2);
    }

    @Test
    void OPS_06_a_mail_server_that_is_down_for_a_day_loses_no_mail_and_sends_none_twice() {
        Outbox outbox = outbox();
        for (int hour = 0; hour < 24; hour++) {
            stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL));
            look(outbox);
            clock.forward(Duration.ofHours(1));
        }
        assertThat(outbox.waiting()).isEqualTo(24);
        assertThat(outbox.refusedFor(Duration.ofHours(23))).isPresent();
        assertThat(outbox.refusedFor(Duration.ofHours(25))).isEmpty();

        server.start();
        clock.forward(Duration.ofHours(25));
        look(outbox);
        look(outbox);
        assertThat(outbox.refusedFor(Duration.ofHours(1))).isEmpty();

        assertThat(Mails.last(outbox, 100))
                .hasSize(24)
                .allMatch(entry -> entry.header().state() == Outbox.State.SENT);
        assertThat(server.getReceivedMessages()).hasSize(24);
    }

    /** A portal that starts, looks at its mails and stops. */
    private void look(Outbox outbox) {
        Delivery delivery = delivery(outbox, true);
        delivery.start();
        delivery.sendDue();
        delivery.stop();
    }

    @Test
    void a_large_letter_goes_on_hour_by_hour_and_a_mail_that_somebody_waits_for_goes_before_it() {
        server.start();
        Outbox outbox = outbox();
        limit(10);
        enqueue(outbox, 30, MAIL.endedAt(ENDS));
        enqueue(outbox, 1, MAIL);

        look(outbox);
        assertThat(server.getReceivedMessages()).hasSize(9);
        assertThat(outbox.waiting()).isEqualTo(22);
        enqueue(outbox, 2, MAIL);
        look(outbox);
        assertThat(server.getReceivedMessages()).as("a tenth is left to them").hasSize(10);

        clock.forward(Duration.ofMinutes(59));
        look(outbox);
        assertThat(server.getReceivedMessages()).hasSize(10);
        for (int hour = 0; hour < 4; hour++) {
            clock.forward(Duration.ofMinutes(61));
            look(outbox);
        }
        assertThat(outbox.waiting()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(33);
    }

    @Test
    void without_a_limit_all_go_at_once() {
        server.start();
        Outbox outbox = outbox();
        enqueue(outbox, 30, MAIL.endedAt(ENDS));

        look(outbox);

        assertThat(server.getReceivedMessages()).hasSize(30);
    }

    @Test
    void a_server_that_is_not_reached_costs_one_mail_one_try_and_is_left_alone_for_a_while() {
        Outbox outbox = outbox();
        enqueue(outbox, 40, MAIL);
        Delivery delivery = delivery(outbox, true);
        delivery.start();

        for (int looks = 0; looks < 3; looks++) {
            delivery.sendDue();
        }
        assertThat(tries(outbox)).isEqualTo(1);

        clock.forward(Duration.ofSeconds(61));
        delivery.sendDue();
        assertThat(tries(outbox)).isEqualTo(2);
        server.start();
        clock.forward(Duration.ofMinutes(6));
        delivery.sendDue();
        delivery.stop();

        assertThat(outbox.waiting()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(40);
    }

    @Test
    void letters_wait_while_their_address_is_flagged_and_a_mail_that_somebody_waits_for_does_not() {
        server.start();
        Outbox outbox = outbox();
        enqueue(outbox, 1, MAIL);
        look(outbox);
        assertThat(outbox.bounced(MAIL.to().toUpperCase(Locale.ROOT), "550 no such person"))
                .isTrue();
        enqueue(outbox, 2, MAIL.endedAt(ENDS));
        enqueue(outbox, 1, MAIL);

        look(outbox);
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(outbox.list(0, 10).mails()).filteredOn(Outbox.Header::isHeld).hasSize(2);

        outbox.mended(outbox.bounces(1).get(0).id());
        look(outbox);
        assertThat(server.getReceivedMessages()).hasSize(4);
    }

    @Test
    void letters_to_an_address_that_nobody_saw_to_are_given_up_after_two_weeks() {
        server.start();
        Outbox outbox = outbox();
        enqueue(outbox, 1, MAIL);
        look(outbox);
        outbox.bounced(MAIL.to(), "550 no such person");
        enqueue(outbox, 1, MAIL.endedAt(ENDS));

        clock.forward(Duration.ofDays(13));
        look(outbox);
        assertThat(outbox.waiting()).isEqualTo(1);
        clock.forward(Duration.ofDays(2));
        look(outbox);

        assertThat(outbox.waiting()).isZero();
        assertThat(Mails.last(outbox, 10))
                .extracting(entry -> entry.header().state())
                .containsExactly(Outbox.State.GIVEN_UP, Outbox.State.SENT);
    }

    private void limit(int hourly) {
        new KeptMailSettings(stores).write(new KeptMailSettings.Kept(MailSettings.EMPTY.withHourly(hourly), ""));
    }

    private void enqueue(Outbox outbox, int mails, Mail mail) {
        stores.author().update(Identity.SYSTEM, session -> {
            for (int i = 0; i < mails; i++) {
                outbox.enqueue(session, mail);
            }
        });
        clock.forward(Duration.ofMillis(1));
    }

    private static int tries(Outbox outbox) {
        return outbox.list(0, 100).mails().stream()
                .mapToInt(Outbox.Header::tries)
                .sum();
    }

    @Test
    void a_mail_that_its_reader_may_do_without_says_so_to_the_mail_program() throws Exception {
        server.start();
        Outbox outbox = outbox();
        String address = "https://exemple.invalid/desabonnement/abc";
        stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL.endedAt(address)));
        look(outbox);

        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getHeader("List-Unsubscribe")).containsExactly("<" + address + ">");
        assertThat(received.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThatThrownBy(() -> MAIL.endedAt("https://exemple.invalid/>\r\nBcc: x@exemple.invalid"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_eight_tries_a_mail_is_given_up_and_stays_readable() {
        Outbox outbox = outbox();
        stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL));
        for (int i = 0; i < 9; i++) {
            Delivery delivery = delivery(outbox, true);
            delivery.start();
            delivery.sendDue();
            delivery.stop();
            clock.forward(Duration.ofHours(25));
        }

        assertThat(Mails.last(outbox, 10).get(0).header().state()).isEqualTo(Outbox.State.GIVEN_UP);
        assertThat(Mails.last(outbox, 10).get(0).header().tries()).isEqualTo(8);
        assertThat(outbox.find(Mails.last(outbox, 10).get(0).header().id()))
                .map(Outbox.Entry::mail)
                .contains(MAIL);
    }

    @Test
    void a_list_of_mails_reads_no_text_of_theirs() throws IOException {
        Outbox outbox = outbox();
        String page = "é".repeat(400_000);
        for (int i = 0; i < 40; i++) {
            stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL.shownAs(page)));
        }
        server.start();
        look(outbox);
        stores.author().close();
        stores.published().close();
        openStores();
        Outbox again = outbox();

        long before = allocated();
        assertThat(again.list(0, 40).mails()).hasSize(40);
        again.givenUpSince(LocalDate.EPOCH);
        long read = allocated() - before;

        assertThat(read).as("bytes that listing 40 mails of 800 kB took").isLessThan(4_000_000);
    }

    /** Bytes that this thread has asked for since it began. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void mails_are_listed_a_page_at_a_time_those_that_wait_first_then_the_last_first() {
        server.start();
        Outbox outbox = outbox();
        for (int i = 0; i < 6; i++) {
            String subject = "mail " + i;
            stores.author()
                    .update(Identity.SYSTEM, session -> outbox.enqueue(session, new Mail(MAIL.to(), subject, "")));
            if (i == 1) {
                look(delivery(outbox, new Failing(message -> {
                    throw new IllegalStateException("a bug");
                })));
            }
            if (i < 4) {
                clock.forward(Duration.ofHours(25));
                look(outbox);
            }
        }

        List<Outbox.Header> all = new ArrayList<>();
        for (int from = 0; from < 6; from += 2) {
            Outbox.Listed page = outbox.list(from, 2);
            assertThat(page.total()).isEqualTo(6);
            all.addAll(page.mails());
        }
        assertThat(all)
                .extracting(Outbox.Header::subject)
                .containsExactly("mail 5", "mail 4", "mail 3", "mail 2", "mail 1", "mail 0");
        assertThat(outbox.list(6, 2).mails()).isEmpty();
        assertThat(outbox.waiting()).isEqualTo(2);
    }

    @Test
    void a_mail_is_kept_ninety_days_and_its_text_thirty_whether_it_went_or_not() throws IOException {
        Outbox outbox = outbox();
        List<String> ids = new ArrayList<>();
        stores.author().update(Identity.SYSTEM, session -> {
            ids.add(outbox.enqueue(session, MAIL.shownAs("<p>Merci !</p>")));
            ids.add(outbox.enqueue(session, MAIL));
        });
        look(delivery(outbox, false));
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> outbox.settle(session, outbox.enqueue(session, MAIL), Outbox.State.GIVEN_UP, "550"));
        Path file = outbox.kept(ids.get(0)).orElseThrow();

        night(outbox, Duration.ofDays(29));
        assertThat(Mails.last(outbox, 9))
                .hasSize(3)
                .allMatch(entry -> entry.mail().text().equals(MAIL.text()));
        night(outbox, Duration.ofDays(2));
        assertThat(Mails.last(outbox, 9))
                .hasSize(3)
                .allMatch(entry ->
                        entry.mail().text().isEmpty() && entry.mail().html().isEmpty())
                .allMatch(entry -> entry.header().subject().equals(MAIL.subject()));
        assertThat(file).doesNotExist();
        night(outbox, Duration.ofDays(58));
        assertThat(outbox.list(0, 9).total()).isEqualTo(3);
        night(outbox, Duration.ofDays(2));
        assertThat(outbox.list(0, 9)).isEqualTo(new Outbox.Listed(0, List.of()));
    }

    private void night(Outbox outbox, Duration later) {
        clock.forward(later);
        new MailRetention(stores, outbox, OPTIONS, beans().getBeanProvider(Clock.class)).look();
    }

    @Test
    void mails_sent_before_they_lay_by_day_are_found_and_go_like_the_others() {
        outbox();
        stores.author().update(Identity.SYSTEM, session -> {
            for (int i = 0; i < 1_200; i++) {
                Node old = session.getNode("/mails/envoyes")
                        .addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
                old.setProperty("to", MAIL.to());
                old.setProperty("subject", MAIL.subject());
                old.setProperty("text", MAIL.text());
                old.setProperty("created", Dates.utc(clock.instant()));
                old.setProperty("done", Dates.utc(clock.instant()));
                old.setProperty("tries", 1L);
            }
        });

        Outbox outbox = outbox();

        assertThat(outbox.list(1_190, 100).mails()).hasSize(10);
        assertThat(outbox.find(outbox.list(0, 1).mails().get(0).id())
                        .orElseThrow()
                        .mail()
                        .text())
                .isEqualTo(MAIL.text());
        night(outbox, Duration.ofDays(91));
        assertThat(outbox.list(0, 9).total()).isZero();
    }

    @Test
    void one_mail_that_cannot_be_sent_at_all_keeps_no_other_waiting_and_is_given_up_in_the_end() {
        server.start();
        Outbox outbox = outbox();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            stores.author().update(Identity.SYSTEM, session -> ids.add(outbox.enqueue(session, MAIL)));
        }
        Collections.sort(ids);
        // the first in the order of the folder too
        JavaMailSenderImpl sender = new Failing(message -> {
            if (message.getMessageID().contains(ids.get(0))
                    || message.getMessageID().contains(ids.get(1))) {
                throw new IllegalStateException("a bug");
            }
        });
        for (int i = 0; i < 9; i++) {
            look(delivery(outbox, sender));
            clock.forward(Duration.ofHours(25));
        }

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(Mails.last(outbox, 10))
                .extracting(entry -> entry.header().state())
                .containsExactlyInAnyOrder(Outbox.State.SENT, Outbox.State.GIVEN_UP, Outbox.State.GIVEN_UP);
    }

    @Test
    void a_mail_whose_node_is_broken_keeps_no_other_waiting_and_is_given_up_in_the_end() {
        server.start();
        Outbox outbox = outbox();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            stores.author().update(Identity.SYSTEM, session -> ids.add(outbox.enqueue(session, MAIL)));
        }
        stores.author().update(Identity.SYSTEM, session -> {
            session.getNode("/mails/a-envoyer/" + ids.get(0))
                    .getProperty("subject")
                    .remove();
            session.getNode("/mails/a-envoyer/" + ids.get(1)).getProperty("due").remove();
        });
        for (int i = 0; i < 9; i++) {
            look(outbox);
            clock.forward(Duration.ofHours(25));
        }

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void a_mail_server_that_hangs_up_once_it_has_a_mail_gets_it_once() {
        server.start();
        Outbox outbox = outbox();
        stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL));
        for (int i = 0; i < 3; i++) {
            look(delivery(outbox, new HangingUp()));
            clock.forward(Duration.ofHours(25));
        }

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(Mails.last(outbox, 10))
                .extracting(entry -> entry.header().state())
                .containsExactly(Outbox.State.SENT);
    }

    @Test
    void a_stop_between_the_sending_and_its_note_sends_the_same_message_once_more_under_its_name() throws Exception {
        server.start();
        Outbox outbox = outbox();
        stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL));
        Delivery killed = delivery(outbox, new Killed());
        killed.start();
        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        killed.stop();

        look(outbox);
        assertThat(server.getReceivedMessages())
                .as("somebody may still be at it")
                .hasSize(1);
        for (int i = 0; i < 3; i++) {
            clock.forward(Duration.ofMinutes(11));
            look(outbox);
        }

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[1].getMessageID())
                .isEqualTo(server.getReceivedMessages()[0].getMessageID());
        assertThat(Mails.last(outbox, 10))
                .extracting(entry -> entry.header().state())
                .containsExactly(Outbox.State.SENT);
    }

    /** Action of a test sender on a message before it is sent. */
    private interface Before {
        void sending(MimeMessage message) throws MessagingException;
    }

    private JavaMailSenderImpl toServer(JavaMailSenderImpl sender) {
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getServerSetup().getPort());
        return sender;
    }

    /** Fails with what no mail library should throw. */
    private static final class Failing extends JavaMailSenderImpl {

        private final Before before;

        Failing(Before before) {
            this.before = before;
        }

        @Override
        protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
            try {
                before.sending(messages[0]);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
            super.doSend(messages, originals);
        }
    }

    private static final class Ended extends Error {}

    /** Stands for a process that ends once the server has the mail. */
    private static final class Killed extends JavaMailSenderImpl {

        @Override
        protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
            super.doSend(messages, originals);
            throw new Ended();
        }
    }

    /** Its server closes the connection after the mail, before it is bidden farewell. */
    private static final class HangingUp extends JavaMailSenderImpl {

        @Override
        protected jakarta.mail.Transport getTransport(jakarta.mail.Session session) {
            return new SMTPTransport(session, new URLName("smtp://" + getHost() + ":" + getPort())) {
                @Override
                public synchronized void close() throws MessagingException {
                    boolean open = isConnected();
                    super.close();
                    if (open) {
                        throw new MessagingException("Can't send command to SMTP host", new IOException("Broken pipe"));
                    }
                }
            };
        }
    }

    private void look(Delivery delivery) {
        delivery.start();
        try {
            delivery.sendDue();
        } catch (ItemByItem.FailedItems e) {
            assertThat(e).hasMessageContaining("mails:/a-envoyer/");
        }
        delivery.stop();
    }

    @Test
    void OPS_06_without_a_mail_server_a_mail_is_kept_as_a_file() throws IOException {
        Outbox outbox = outbox();
        stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, MAIL));
        Delivery delivery = delivery(outbox, false);
        delivery.start();
        delivery.sendDue();
        delivery.stop();

        try (Stream<Path> files = Files.list(home.resolve("outbox"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file))
                            .contains("To: lea@exemple.invalid", "Subject: =?UTF-8?"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lea@exemple.invalid\r\nBcc: x@exemple.invalid",
                "lea@exemple.invalid, x@exemple.invalid",
                "Léa <lea@exemple.invalid>",
                "lea",
                "@exemple.invalid",
                "",
                "lea@exemple.invalid\u2028"
            })
    void what_is_not_one_bare_address_is_refused(String address) {
        assertThatThrownBy(() -> new Mail(address, "Bonjour", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_subject_cannot_add_a_header() {
        assertThatThrownBy(() -> new Mail("lea@exemple.invalid", "Bonjour\r\nBcc: x@exemple.invalid", ""))
                .isInstanceOf(IllegalArgumentException.class);

        MailTemplates.Text text = templates()
                .render(
                        "publiee",
                        Map.of(
                                "titre", "Fête\r\nBcc: x@exemple.invalid",
                                "prenom", "Léa",
                                "adresse", "https://exemple.invalid/"));
        assertThat(text.subject()).doesNotContain("\r", "\n").contains("Fête Bcc:");
    }

    @Test
    void each_mail_of_the_review_says_what_happened_and_why_it_came() {
        Map<String, String> model = Map.of(
                "titre", "Fête <des> communs",
                "prenom", "Léa",
                "auteur", "Léa",
                "relecteur", "Noor",
                "commentaire", "Ajoutez l’heure.",
                "adresse", "https://exemple.invalid/espace/actus/1");
        for (String name : List.of("proposition-recue", "reprise-demandee", "publiee", "refusee")) {
            MailTemplates.Text text = templates().render(name, model);

            assertThat(text.subject()).as(name).contains("Fête <des> communs");
            assertThat(text.body()).as(name).contains("Bonjour Léa", "Vous recevez ce message parce que");
            assertThat(text.to("lea@exemple.invalid").text()).isEqualTo(text.body());
        }
    }

    private static MailTemplates templates() {
        return new MailTemplates(new ConfigFiles(Path.of("config")));
    }

    private Outbox outbox() {
        return Mails.outbox(stores, home, clock);
    }

    private Delivery delivery(Outbox outbox, boolean smtp) {
        return delivery(outbox, smtp ? new JavaMailSenderImpl() : null);
    }

    private Delivery delivery(Outbox outbox, @Nullable JavaMailSenderImpl sender) {
        StaticListableBeanFactory beans = beans();
        if (sender != null) {
            beans.addBean("sender", toServer(sender));
        }
        Transport transport = new Transport(Mails.server(OPTIONS, beans, stores, home), home);
        ThreadPoolTaskScheduler thread = new MailConfiguration().mailScheduler(new JobErrors());
        thread.initialize();
        threads.add(thread);
        return new Delivery(stores, outbox, transport, beans.getBeanProvider(Clock.class), thread);
    }

    private StaticListableBeanFactory beans() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", clock);
        return beans;
    }
}
