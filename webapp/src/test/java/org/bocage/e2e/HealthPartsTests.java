package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.FullDisk;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.Jobs;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailEncryption;
import org.bocage.editorial.mail.MailServer;
import org.bocage.editorial.mail.MailSettings;
import org.bocage.editorial.mail.MailTrial;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.PublishedProjection;
import org.bocage.editorial.security.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;

/** Each part of the portal turning bad: « Santé », the metrics and one mail say so, and that it is well again once it is. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, HealthPartsTests.Beans.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=accounts", "management.server.port=0"})
class HealthPartsTests {

    private static final SettableClock CLOCK = new SettableClock();
    private static final AtomicBoolean BROKEN = new AtomicBoolean();

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Autowired
    private Stores stores;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private MailTrial trial;

    @Autowired
    private SiteAddress siteAddress;

    @Autowired
    private DiskSpaceHealthIndicator disk;

    @Autowired
    private PublishedProjection projection;

    @Autowired
    @Qualifier("jobsHealthIndicator")
    private HealthIndicator jobsHealth;

    private @Nullable ProjectionRunner follower;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    static final class Beans {

        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Scheduled(fixedDelay = 86_400_000, initialDelay = 86_400_000)
        void fails() {
            if (BROKEN.get()) {
                throw new IllegalStateException("la tâche bute");
            }
        }
    }

    /** Deed of a test. */
    @FunctionalInterface
    private interface Deed {
        void run(HealthPartsTests portal) throws Exception;
    }

    /**
     * Part that can be made bad.
     *
     * @param says what « Santé » and the mail say of it, beside its name
     */
    private record Part(String name, String label, String says, Deed breaks, Deed mends) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Part> parts() {
        return Stream.of(
                new Part(
                        "publishedStore",
                        "Ce qui est en ligne",
                        "Nothing is saved: the disk of",
                        portal -> FullDisk.refuses(portal.stores.published()),
                        portal -> FullDisk.takes(portal.stores.published())),
                new Part(
                        "index",
                        "Les listes et la recherche",
                        "author:/actus/illisible",
                        // no term of the index is longer than 32,766 bytes
                        portal -> portal.write(
                                "/actus", "mgnl:content", node -> node.setProperty("p".repeat(40_000), "x")),
                        portal -> portal.remove("/actus")),
                new Part(
                        "followers",
                        "Ce qui suit chaque enregistrement",
                        "le fil est coupé",
                        HealthPartsTests::follow,
                        portal -> Objects.requireNonNull(portal.follower).close()),
                new Part(
                        "diskSpace",
                        "La place sur le disque",
                        "Place libre",
                        portal -> portal.ask(DataSize.ofTerabytes(8_000)),
                        portal -> portal.ask(DataSize.ofMegabytes(64))),
                new Part(
                        "backup",
                        "Les sauvegardes",
                        "Pas de sauvegarde relue",
                        portal -> CLOCK.forward(Duration.ofDays(3)),
                        portal -> portal.run("Backups.eachNight")),
                new Part(
                        "jobs",
                        "Les tâches planifiées",
                        "la tâche bute",
                        portal -> portal.tried(true),
                        portal -> portal.tried(false)),
                new Part(
                        "sources",
                        "Les agendas et les fils des partenaires",
                        "personne ne répond",
                        portal -> portal.write("/sources", "bocage:source", node -> {
                            node.setProperty("titre", "La Forge");
                            node.setProperty("active", "true");
                            node.setProperty("echecs", 3);
                            node.setProperty("derniereErreur", "personne ne répond");
                            node.setProperty("dernierEssai", Dates.utc(CLOCK.instant()));
                        }),
                        portal -> portal.remove("/sources")),
                new Part(
                        "address",
                        "L’adresse du site",
                        "http://localhost:",
                        portal -> portal.address("https://pole.exemple.invalid"),
                        portal -> portal.address("http://localhost:" + portal.port)),
                new Part(
                        "mails",
                        "Les mails qui attendent",
                        "Le serveur n’en prend plus",
                        HealthPartsTests::refuseMails,
                        HealthPartsTests::takeMails),
                new Part(
                        "mailServer",
                        "Le serveur de mail",
                        "Redonnez le mot de passe",
                        portal -> {
                            portal.password("secret");
                            Files.delete(home.resolve("cles/mail"));
                        },
                        portal -> portal.password("secret")),
                new Part(
                        "publication",
                        "Ce qui est en ligne est ce qui a été décidé",
                        "Nothing is saved: the disk of",
                        portal -> {
                            FullDisk.refuses(portal.stores.published());
                            portal.publish();
                        },
                        portal -> FullDisk.takes(portal.stores.published())),
                new Part(
                        "mailCertificate",
                        "Le certificat du serveur de mail",
                        "Valable jusqu’au",
                        portal -> portal.show(5),
                        portal -> portal.show(90)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_part_that_turns_bad_is_told_and_is_well_once_it_is(Part part) throws Exception {
        part.breaks().run(this);
        look();
        look();
        look();

        assertThat(section(part, signedIn())).contains("À regarder.", part.says());
        assertThat(metric(part)).isEqualTo("0.0");
        assertThat(mails(part)).isEqualTo(1);

        part.mends().run(this);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(metric(part)).isEqualTo("1.0"));
        look();

        assertThat(section(part, signedIn())).doesNotContain("À regarder.");
        assertThat(mails(part)).isEqualTo(1);
    }

    @Test
    void an_author_store_that_takes_no_save_is_told_by_a_mail_that_it_does_not_keep() throws Exception {
        Part part = new Part(
                "authorStore", "Ce qui est écrit dans l’espace", "Nothing is saved: the disk of", any -> {}, any -> {});
        Browser salariee = signedIn();
        withMailServer(server -> {
            FullDisk.refuses(stores.author());
            try {
                look();
                look();
                look();
            } finally {
                assertThat(metric(part)).isEqualTo("0.0");
                assertThat(section(part, salariee)).contains("À regarder.", part.says());
                FullDisk.takes(stores.author());
            }
            look();

            assertThat(Stream.of(server.getReceivedMessages()).map(HealthPartsTests::text))
                    .filteredOn(text -> text.contains(part.label()))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains(part.says());
        });
        assertThat(metric(part)).isEqualTo("1.0");
        assertThat(section(part, salariee)).doesNotContain("À regarder.");
        assertThat(mails(part)).as("told before").isZero();
    }

    @Test
    void a_task_that_does_not_begin_is_late_two_hours_after_its_time() {
        Jobs.Planned night = jobs.all().stream()
                .filter(job -> job.key().equals("Backups.eachNight"))
                .findFirst()
                .orElseThrow();
        Instant time = Objects.requireNonNull(night.next());

        assertThat(jobsAt(time.plus(Duration.ofMinutes(119))).getDetails())
                .doesNotContainKey("La sauvegarde de la nuit");
        Health late = jobsAt(time.plus(Duration.ofMinutes(121)));
        assertThat(late.getStatus()).isEqualTo(Status.DOWN);
        assertThat(late.getDetails().values()).contains(Map.of("since", time, "cause", ""));
    }

    private Health jobsAt(Instant now) {
        return Objects.requireNonNull(ReflectionTestUtils.invokeMethod(jobsHealth, "health", now));
    }

    private Browser signedIn() {
        return Browser.signedIn(port, "salariee");
    }

    private void look() {
        run("HealthWatch.look");
    }

    private void run(String job) {
        assertThat(jobs.run(job)).isEqualTo(Jobs.Run.DONE);
    }

    private static String section(Part part, Browser browser) {
        return browser.read("/espace/reglages/sante").select("main section").stream()
                .map(section -> section.text().replace('\u00a0', ' '))
                .filter(text -> text.startsWith(part.label()))
                .findFirst()
                .orElse("");
    }

    @Test
    void the_metrics_that_the_manual_names_are_there() throws IOException {
        Set<String> named = Pattern.compile("bocage(_[a-z]+)+")
                .matcher(Files.readString(Path.of("docs/operating.md")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(metrics().map(line -> line.split("[{ ]")[0]).collect(Collectors.toSet()))
                .containsAll(named)
                .contains("bocage_health");
    }

    private String metric(Part part) {
        String line = "bocage_health{part=\"" + part.name() + "\"} ";
        return metrics()
                .filter(one -> one.startsWith(line))
                .map(one -> one.substring(line.length()))
                .findFirst()
                .orElse("");
    }

    private Stream<String> metrics() {
        int management = environment.getRequiredProperty("local.management.port", Integer.class);
        return new Browser(management).get("/actuator/prometheus").body().lines();
    }

    private long mails(Part part) {
        return outbox.list(0, 100).mails().stream()
                .filter(mail -> mail.subject().contains("à regarder"))
                .map(mail -> outbox.find(mail.id()).orElseThrow().mail())
                .filter(mail ->
                        mail.text().contains(part.label()) && mail.text().contains(part.says()))
                .count();
    }

    /** Work on a new node. */
    @FunctionalInterface
    private interface Filling {
        void fill(Node node) throws RepositoryException;
    }

    private void write(String folder, String type, Filling filling) {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> filling.fill(session.getNode(folder).addNode("illisible", type)));
    }

    private void remove(String folder) {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode(folder).getNode("illisible").remove());
    }

    private void follow() {
        follower = ProjectionRunner.start(
                stores.author(),
                "essai",
                changes -> {
                    throw new IllegalStateException("le fil est coupé");
                },
                null);
        stores.author()
                .update(Identity.SYSTEM, session -> session.getNode("/actus").addNode("suivi", "mgnl:content"));
        Awaitility.await().until(() -> follower.trouble().isPresent());
    }

    private void ask(DataSize free) {
        ReflectionTestUtils.setField(disk, "threshold", free);
    }

    private void tried(boolean fails) {
        BROKEN.set(fails);
        assertThat(jobs.run("HealthPartsTests$Beans.fails")).isEqualTo(fails ? Jobs.Run.FAILED : Jobs.Run.DONE);
    }

    private void address(String address) {
        stores.author().update(Identity.SYSTEM, session -> siteAddress.write(session, address));
        Browser.signedIn(port, "admin").get("/espace");
    }

    private void refuseMails() {
        mailServer.keep(new MailSettings("localhost", 1, MailEncryption.NONE, "", "bonjour@pole.example", "", 0), "");
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> outbox.enqueue(session, new Mail("lea@exemple.invalid", "Bonjour", "Bonjour")));
        deliver();
        CLOCK.forward(Duration.ofHours(2));
    }

    private void takeMails() throws Exception {
        withMailServer(server -> {
            CLOCK.forward(Duration.ofHours(1));
            deliver();
            assertThat(outbox.waiting()).isZero();
        });
    }

    /** Work with a server that takes mails. */
    @FunctionalInterface
    private interface Mailing {
        void run(GreenMail server) throws Exception;
    }

    private void withMailServer(Mailing work) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            mailServer.keep(
                    new MailSettings(
                            "localhost",
                            server.getSmtp().getPort(),
                            MailEncryption.NONE,
                            "",
                            "bonjour@pole.example",
                            "",
                            0),
                    "");
            work.run(server);
        } finally {
            server.stop();
        }
    }

    private static String text(MimeMessage message) {
        try {
            return String.valueOf(message.getContent());
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void password(String password) {
        mailServer.keep(
                new MailSettings("localhost", 1, MailEncryption.NONE, "noor", "bonjour@pole.example", "", 0), password);
    }

    /** Decides that an item is on line. */
    private void publish() {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus").addNode("decidee", "mgnl:content");
            item.setProperty("titre", "Décidée");
            Revisions.begin(session, item);
            Revision made = Revisions.record(session, item, Revisions.number(item), "noor", CLOCK.instant());
            Revisions.setOnline(item, made.number());
        });
        Awaitility.await().until(() -> !projection.late().isEmpty());
    }

    private void deliver() {
        jobs.run("Delivery.sendDue");
    }

    /** Has the portal see a certificate that is valid for some days of its time. */
    private void show(int days) throws Exception {
        KeyStore keys = certificate(days);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        try (SSLServerSocket server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> shakeHands(server), "certificate");
            thread.start();
            mailServer.keep(
                    new MailSettings(
                            "localhost", server.getLocalPort(), MailEncryption.TLS, "", "bonjour@pole.example", "", 0),
                    "");
            // nobody trusts it, and it was shown all the same
            assertThat(trial.run("lea@exemple.invalid").outcome()).isEqualTo(MailTrial.Outcome.CERTIFICATE);
        }
    }

    /** Shows it to all who come: mails that wait do, too. */
    private static void shakeHands(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket client = (SSLSocket) server.accept()) {
                client.startHandshake();
            } catch (IOException e) {
                // the portal hangs up
            }
        }
    }

    private KeyStore certificate(int days) throws Exception {
        Path file = home.resolve("certificat-" + days);
        Duration ahead = Duration.between(Clock.systemUTC().instant(), CLOCK.instant());
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-validity",
                        String.valueOf(days + ahead.toDays()),
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        return keys;
    }
}
