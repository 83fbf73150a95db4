package org.bocage.editorial.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bocage.SettableClock;
import org.bocage.cms.repository.ConfigFiles;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.SegmentStores;
import org.bocage.cms.repository.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class OutboxTests {

    private static final Mail MAIL =
            new Mail("lea@exemple.invalid", "« Fête » est en ligne", "Bonjour Léa,\n\nMerci !\n");

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock();
    private Stores stores;
    private GreenMail server;

    @BeforeEach
    void open() throws IOException {
        stores = new Stores(
                SegmentStores.open("author", home.resolve("author")),
                SegmentStores.open("published", home.resolve("published")));
        try (ServerSocket free = new ServerSocket(0)) {
            server = new GreenMail(new ServerSetup(free.getLocalPort(), "localhost", ServerSetup.PROTOCOL_SMTP));
        }
    }

    @AfterEach
    void close() throws IOException {
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
        assertThat(outbox.recent(10)).extracting(Outbox.Entry::state).containsExactly(Outbox.State.SENT);
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

        assertThat(outbox.recent(10)).isEmpty();
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
        assertThat(outbox.recent(10).get(0).state()).isEqualTo(Outbox.State.WAITING);
        assertThat(outbox.recent(10).get(0).tries()).isEqualTo(1);

        server.start();
        clock.forward(Duration.ofSeconds(61));
        Delivery next = delivery(outbox, true);
        next.start();
        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        next.stop();
        assertThat(outbox.recent(10).get(0).state()).isEqualTo(Outbox.State.SENT);
        assertThat(outbox.recent(10).get(0).tries()).isEqualTo(2);
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

        server.start();
        clock.forward(Duration.ofHours(25));
        look(outbox);
        look(outbox);

        assertThat(outbox.recent(100)).hasSize(24).allMatch(entry -> entry.state() == Outbox.State.SENT);
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

        assertThat(outbox.recent(10).get(0).state()).isEqualTo(Outbox.State.GIVEN_UP);
        assertThat(outbox.recent(10).get(0).tries()).isEqualTo(8);
        assertThat(outbox.find(outbox.recent(10).get(0).id()))
                .map(Outbox.Entry::mail)
                .contains(MAIL);
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
        return new Outbox(stores, beans().getBeanProvider(Clock.class), home);
    }

    private Delivery delivery(Outbox outbox, boolean smtp) {
        StaticListableBeanFactory beans = beans();
        if (smtp) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(server.getSmtp().getServerSetup().getPort());
            beans.addBean("sender", sender);
        }
        Transport transport = new Transport(
                new MailProperties("portail@exemple.invalid", "Le Maillage", ""),
                beans.getBeanProvider(JavaMailSender.class),
                home);
        return new Delivery(stores, outbox, transport, beans.getBeanProvider(Clock.class));
    }

    private StaticListableBeanFactory beans() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", clock);
        return beans;
    }
}
