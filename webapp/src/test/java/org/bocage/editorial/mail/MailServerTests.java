package org.bocage.editorial.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.ConfigFiles;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.editorial.jobs.JobErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The mail server that an administrator keeps: its password, what wins over it, and what each trial of it says. */
class MailServerTests {

    private static final String PASSWORD = "Saule-tetard-42";
    private static final String USER = "portail@pole.example";

    @TempDir
    Path home;

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private Stores stores;
    private MailServer server;

    @BeforeEach
    void open() {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
        server = server("");
    }

    @AfterEach
    void close() throws IOException {
        stores.author().close();
        stores.published().close();
    }

    private MailServer server(String key) {
        MailProperties options = new MailProperties(null, "", "", Duration.ofDays(90), Duration.ofDays(30));
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.mail.properties.mail.smtp.timeout", "700")
                .withProperty("spring.mail.properties.mail.smtp.connectiontimeout", "700");
        return new MailServer(
                options,
                beans.getBeanProvider(JavaMailSender.class),
                new KeptMailSettings(stores),
                new MailKey(new MailKeyOptions(key), home),
                environment);
    }

    private static MailSettings settings(String host, int port, MailEncryption encryption, String user) {
        return new MailSettings(host, port, encryption, user, "bonjour@pole.example", "", 0);
    }

    private MailTrial.Answer trial(int port, MailEncryption encryption, String user, String password) {
        server.keep(settings("localhost", port, encryption, user), password);
        return trial();
    }

    private MailTrial.Answer trial() {
        StaticListableBeanFactory clocks = new StaticListableBeanFactory();
        return new MailTrial(
                        server,
                        new Transport(server, home),
                        new MailTemplates(new ConfigFiles(Path.of("config"))),
                        clocks.getBeanProvider(Clock.class))
                .run("lea@exemple.invalid");
    }

    private static GreenMail greenMail(String protocol) {
        GreenMail mails = new GreenMail(new ServerSetup(0, "localhost", protocol));
        mails.start();
        return mails;
    }

    private static int port(GreenMail mails) {
        return (mails.getSmtps() == null ? mails.getSmtp() : mails.getSmtps()).getPort();
    }

    @Test
    void a_mail_goes_out_by_the_kept_server_with_and_without_a_user_and_from_the_kept_address() throws Exception {
        GreenMail mails = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            mails.setUser(USER, USER, PASSWORD);

            assertThat(trial(port(mails), MailEncryption.NONE, "", "").outcome())
                    .isEqualTo(MailTrial.Outcome.SENT);
            assertThat(trial(port(mails), MailEncryption.NONE, USER, PASSWORD).outcome())
                    .isEqualTo(MailTrial.Outcome.SENT);

            assertThat(mails.getReceivedMessages()).hasSize(2);
            assertThat(mails.getReceivedMessages()[0].getFrom()[0]).hasToString("bonjour@pole.example");
        } finally {
            mails.stop();
        }
    }

    @Test
    void a_wrong_password_is_told_as_one() {
        GreenMail mails = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            mails.setUser(USER, USER, PASSWORD);

            MailTrial.Answer answer = trial(port(mails), MailEncryption.NONE, USER, "autre chose");

            assertThat(answer.outcome()).isEqualTo(MailTrial.Outcome.WRONG_PASSWORD);
            assertThat(answer.said()).startsWith("535");
            assertThat(mails.getReceivedMessages()).isEmpty();
        } finally {
            mails.stop();
        }
    }

    @Test
    void encryption_that_is_not_offered_and_a_certificate_of_nobody_are_told() throws Exception {
        GreenMail encrypted = greenMail(ServerSetup.PROTOCOL_SMTPS);
        try (ScriptedMailServer plain = new ScriptedMailServer()) {
            assertThat(trial(plain.port(), MailEncryption.TLS, USER, PASSWORD).outcome())
                    .isEqualTo(MailTrial.Outcome.NOT_ENCRYPTED);
            assertThat(trial(plain.port(), MailEncryption.STARTTLS, USER, PASSWORD)
                            .outcome())
                    .isEqualTo(MailTrial.Outcome.NOT_ENCRYPTED);
            assertThat(trial(port(encrypted), MailEncryption.TLS, USER, PASSWORD)
                            .outcome())
                    .isEqualTo(MailTrial.Outcome.CERTIFICATE);
            assertThat(trial(port(encrypted), MailEncryption.NONE, USER, PASSWORD)
                            .outcome())
                    .isEqualTo(MailTrial.Outcome.NO_ANSWER);
            assertThat(encrypted.getReceivedMessages()).isEmpty();
        } finally {
            encrypted.stop();
        }
    }

    @Test
    void a_server_that_is_not_there_or_does_not_answer_or_is_none_is_told() throws Exception {
        server.keep(settings("nulle-part.invalid", 25, MailEncryption.NONE, ""), "");
        assertThat(trial().outcome()).isEqualTo(MailTrial.Outcome.UNKNOWN_HOST);

        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        assertThat(trial(closed, MailEncryption.NONE, "", "").outcome()).isEqualTo(MailTrial.Outcome.PORT_CLOSED);

        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(trial(silent.getLocalPort(), MailEncryption.NONE, "", "").outcome())
                    .isEqualTo(MailTrial.Outcome.NO_ANSWER);
        }
        try (ScriptedMailServer web = new ScriptedMailServer().greeting("HTTP/1.1 400 Bad Request")) {
            assertThat(trial(web.port(), MailEncryption.NONE, "", "").outcome())
                    .isEqualTo(MailTrial.Outcome.NO_MAIL_SERVER);
        }
    }

    @Test
    void each_refusal_of_the_server_is_told_as_what_it_is_in_its_own_words_too() throws Exception {
        assertThat(refused("MAIL", "550 5.1.8 unknown sender"))
                .isEqualTo(new MailTrial.Answer(MailTrial.Outcome.SENDER_REFUSED, "550 5.1.8 unknown sender"));
        assertThat(refused("RCPT", "550 5.1.1 no such user"))
                .isEqualTo(new MailTrial.Answer(MailTrial.Outcome.RECIPIENT_REFUSED, "550 5.1.1 no such user"));
        assertThat(refused("RCPT", "450 4.2.0 greylisted").outcome()).isEqualTo(MailTrial.Outcome.LATER);
        assertThat(refused("MAIL", "530 5.7.0 Authentication required").outcome())
                .isEqualTo(MailTrial.Outcome.SIGN_IN_WANTED);
        assertThat(refused("MAIL", "530 5.7.0 Must issue a STARTTLS command first")
                        .outcome())
                .isEqualTo(MailTrial.Outcome.ENCRYPTION_WANTED);
        assertThat(refused(".", "554 5.7.1 spam").outcome()).isEqualTo(MailTrial.Outcome.MESSAGE_REFUSED);
    }

    private MailTrial.Answer refused(String command, String answer) throws IOException {
        try (ScriptedMailServer scripted = new ScriptedMailServer().answering(command, answer)) {
            return trial(scripted.port(), MailEncryption.NONE, "", "");
        }
    }

    @Test
    void an_answer_that_repeats_the_password_is_not_passed_on() throws Exception {
        try (ScriptedMailServer curious = new ScriptedMailServer()
                .answering("EHLO", "250-here\r\n250 AUTH PLAIN LOGIN")
                .answering("AUTH", "535 no: " + PASSWORD)) {
            assertThat(trial(curious.port(), MailEncryption.NONE, USER, PASSWORD))
                    .isEqualTo(new MailTrial.Answer(MailTrial.Outcome.WRONG_PASSWORD, ""));
        }
    }

    @Test
    void the_password_is_in_no_file_and_its_key_is_its_owner_s_alone() throws Exception {
        server.keep(settings("smtp.reconnaissable.example", 587, MailEncryption.STARTTLS, USER), PASSWORD);
        stores.author().close();
        stores.published().close();

        assertThat(files()).anyMatch(text -> text.contains("smtp.reconnaissable.example"));
        assertThat(files()).noneMatch(text -> text.contains(PASSWORD));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("cles/mail"))))
                .isEqualTo("rw-------");
        open();
        assertThat(server.password()).isEqualTo(MailServer.Password.KEPT);
        assertThat(((JavaMailSenderImpl) server.sender().orElseThrow()).getPassword())
                .isEqualTo(PASSWORD);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(MailServerTests::bytes)
                    .toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void without_its_key_mails_wait_uncounted_and_go_once_the_password_is_given_again() throws Exception {
        GreenMail mails = greenMail(ServerSetup.PROTOCOL_SMTP);
        ThreadPoolTaskScheduler thread = new MailConfiguration().mailScheduler(new JobErrors());
        thread.initialize();
        try {
            mails.setUser(USER, USER, PASSWORD);
            MailSettings wanted = settings("localhost", port(mails), MailEncryption.NONE, USER);
            server.keep(wanted, PASSWORD);
            Files.delete(home.resolve("cles/mail"));
            Outbox outbox = Mails.outbox(stores, home, Clock.systemUTC());
            Delivery delivery = new Delivery(
                    stores, outbox, new Transport(server, home), beans.getBeanProvider(Clock.class), thread);
            delivery.start();
            stores.author()
                    .update(
                            Identity.SYSTEM,
                            session -> outbox.enqueue(session, new Mail("lea@exemple.invalid", "Fête", "Merci !")));
            delivery.sendDue();

            assertThat(server.password()).isEqualTo(MailServer.Password.LOST);
            assertThat(trial().outcome()).isEqualTo(MailTrial.Outcome.PASSWORD_LOST);
            assertThat(new MailServerHealth(server).health().getDetails()).containsEntry("password", "lost");
            Outbox.Header waiting = Mails.last(outbox, 1).get(0).header();
            assertThat(waiting.state()).isEqualTo(Outbox.State.WAITING);
            assertThat(waiting.tries()).isZero();
            assertThat(server.kept()).isEqualTo(wanted);

            server.keep(wanted, PASSWORD);
            delivery.sendDue();

            assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
            assertThat(new MailServerHealth(server).health().getDetails()).isEmpty();
            delivery.stop();
        } finally {
            thread.destroy();
            mails.stop();
        }
    }

    @Test
    void a_password_is_for_one_server_and_one_user() {
        MailSettings wanted = settings("smtp.pole.example", 587, MailEncryption.STARTTLS, USER);
        server.keep(wanted, PASSWORD);

        assertThat(server.holdsPasswordFor(settings("smtp.pole.example", 465, MailEncryption.TLS, USER)))
                .isTrue();
        assertThat(server.holdsPasswordFor(settings("smtp.ailleurs.example", 587, MailEncryption.STARTTLS, USER)))
                .isFalse();
        server.keep(settings("smtp.ailleurs.example", 587, MailEncryption.STARTTLS, USER), "");
        assertThat(server.password()).isEqualTo(MailServer.Password.NONE);
    }

    @Test
    void the_key_of_the_options_is_the_same_as_the_one_of_the_file_and_no_short_one_is_taken() throws IOException {
        server.keep(settings("smtp.pole.example", 587, MailEncryption.STARTTLS, USER), PASSWORD);
        String key = Files.readString(home.resolve("cles/mail"));
        Files.delete(home.resolve("cles/mail"));

        assertThat(server(key).password()).isEqualTo(MailServer.Password.KEPT);
        assertThat(server("une autre clé, de trente-deux lettres").password()).isEqualTo(MailServer.Password.LOST);
        assertThatThrownBy(() -> new MailKeyOptions("trop courte"))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageNotContaining("trop courte");
    }

    @Test
    void the_server_of_the_options_wins_and_one_of_no_name_is_none() {
        server.keep(settings("smtp.pole.example", 587, MailEncryption.STARTTLS, USER), PASSWORD);
        JavaMailSenderImpl ofOptions = new JavaMailSenderImpl();
        beans.addBean("sender", ofOptions);
        ofOptions.setHost("");
        assertThat(server.serverOfOptions()).isEmpty();
        assertThat(((JavaMailSenderImpl) server.sender().orElseThrow()).getHost())
                .isEqualTo("smtp.pole.example");

        ofOptions.setHost("smtp.options.example");
        assertThat(server.serverOfOptions().orElseThrow().host()).isEqualTo("smtp.options.example");
        assertThat(server.sender()).containsSame(ofOptions);
    }

    @Test
    void a_connection_always_has_its_limits_of_time() {
        server.keep(settings("smtp.pole.example", 587, MailEncryption.STARTTLS, ""), "");

        assertThat(((JavaMailSenderImpl) server.sender().orElseThrow()).getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "700")
                .containsEntry("mail.smtp.timeout", "700")
                .containsEntry("mail.smtp.writetimeout", "20000")
                .containsEntry("mail.smtp.starttls.required", "true");
    }
}
