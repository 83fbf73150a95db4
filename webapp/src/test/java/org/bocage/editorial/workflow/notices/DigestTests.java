package org.bocage.editorial.workflow.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.jcr.Node;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.notices.Topic.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who is written to when: at once, every day, every week, or not. */
// mails still go out while the folder is taken away, unless the portal stops first
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=accounts")
class DigestTests {

    private static final String PASSWORD = "quatre mots sans rapport";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Digests digests;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private News news;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MailTemplates templates;

    @Autowired
    private Stores stores;

    @Autowired
    private SettableClock clock;

    private String name = "";

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    @TestConfiguration
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    /** Somebody new each time, on a Tuesday at noon. */
    @BeforeEach
    void somebody_on_a_tuesday() {
        until(DayOfWeek.TUESDAY, 12);
        name = "lectrice-" + System.nanoTime();
        accounts.create(name, "Lec·Trice", name + "@exemple.invalid", List.of("ca"), PASSWORD);
        digests.look();
    }

    @Test
    void IN_07_what_came_out_this_week_is_told_on_monday_in_one_mail_and_once() {
        publish("Une soupe pour cent", "public");
        publish("Le four est chaud", "public");
        digests.look();
        assertThat(mails()).as("not before Monday").isEmpty();

        until(DayOfWeek.MONDAY, 8);
        digests.look();
        digests.look();

        assertThat(mails()).hasSize(1);
        Outbox.Entry mail = mails().get(0);
        assertThat(Browser.plain(mail.mail().subject())).isEqualTo("Votre semaine : 2 nouvelles");
        assertThat(mail.mail().text())
                .contains("Une soupe pour cent", "Le four est chaud", "/actualites/", "/espace/compte/mails")
                .contains("Vous recevez ce message parce que");
    }

    @Test
    void IN_07_where_nothing_happened_no_mail_goes_out_and_the_next_tells_only_of_its_own_week() {
        until(DayOfWeek.MONDAY, 8);
        digests.look();
        assertThat(mails()).isEmpty();

        publish("Dans la seconde semaine", "public");
        until(DayOfWeek.MONDAY, 8);
        digests.look();
        assertThat(mails()).hasSize(1);

        until(DayOfWeek.MONDAY, 8);
        digests.look();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void IN_07_two_processes_on_one_store_and_one_that_starts_again_send_it_once() {
        publish("Une seule fois", "public");
        until(DayOfWeek.MONDAY, 8);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(digests::look, threads),
                            CompletableFuture.runAsync(restarted()::look, threads))
                    .join();
        } finally {
            threads.shutdown();
        }
        restarted().look();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void IN_07_a_portal_that_was_stopped_on_monday_morning_sends_it_when_it_is_back() {
        publish("Pendant la panne", "public");
        until(DayOfWeek.MONDAY, 6);
        until(DayOfWeek.WEDNESDAY, 15);

        restarted().look();

        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).mail().text()).contains("Pendant la panne");
    }

    @Test
    void IN_07_a_digest_tells_nobody_of_what_they_may_not_read() {
        String member = "adherente-" + System.nanoTime();
        accounts.create(member, "Adhé·Rente", member + "@exemple.invalid", List.of("adherent"), PASSWORD);
        digests.look();
        publish("Pour le CA seulement", "ca");
        publish("Pour tout le monde", "public");
        until(DayOfWeek.MONDAY, 8);

        digests.look();

        assertThat(mails().get(0).mail().text()).contains("Pour le CA seulement", "Pour tout le monde");
        assertThat(mailsTo(member).get(0).mail().text())
                .contains("Pour tout le monde")
                .doesNotContain("Pour le CA seulement");
    }

    @Test
    void IN_06_what_concerns_somebody_comes_at_once_or_in_their_digest_or_not_at_all() {
        tell("Première relecture");
        assertThat(mails()).hasSize(1);

        subscriptions.choose(name, Map.of(Topic.TACHES, Pace.QUOTIDIEN));
        tell("Deuxième relecture");
        tell("Troisième relecture");
        digests.look();
        assertThat(mails()).hasSize(1);
        clock.forward(Duration.ofDays(1));
        digests.look();
        assertThat(mails()).hasSize(2);
        assertThat(Browser.plain(mails().get(0).mail().subject())).isEqualTo("Votre journée : 2 nouvelles");
        assertThat(mails().get(0).mail().text()).contains("Deuxième relecture", "Troisième relecture");

        subscriptions.choose(name, Map.of(Topic.TACHES, Pace.RIEN));
        tell("Quatrième relecture");
        clock.forward(Duration.ofDays(8));
        digests.look();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void IN_06_each_chooses_in_their_account_and_what_a_form_makes_up_changes_nothing() {
        Browser browser = new Browser(port);
        browser.signIn(name, PASSWORD);
        String page = "/espace/compte/mails";
        assertThat(browser.read(page).select("select option[selected]").eachAttr("value"))
                .containsExactly("tout-de-suite", "tout-de-suite", "tout-de-suite", "hebdomadaire", "hebdomadaire");

        HttpResponse<String> chosen = browser.submit(
                browser.get(page),
                Map.of("taches", "quotidien", "nouveautes", "rien", "mentions", "toutes-les-heures"));

        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(subscriptions.of(name))
                .containsEntry(Topic.TACHES, Pace.QUOTIDIEN)
                .containsEntry(Topic.NOUVEAUTES, Pace.RIEN)
                .containsEntry(Topic.MENTIONS, Pace.TOUT_DE_SUITE);
    }

    @Test
    void IN_06_a_digest_is_ended_by_one_press_in_the_mail_program_and_opening_its_link_ends_nothing() {
        publish("La dernière", "public");
        until(DayOfWeek.MONDAY, 8);
        digests.look();
        String address = mails().get(0).mail().unsubscribe();
        String path = address.substring(address.indexOf("/desabonnement/"));

        HttpResponse<String> opened = new Browser(port).get(path);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(subscriptions.of(name)).containsEntry(Topic.NOUVEAUTES, Pace.HEBDOMADAIRE);

        HttpResponse<String> pressed = new Browser(port).post(path, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(pressed.statusCode()).isEqualTo(200);
        assertThat(subscriptions.of(name))
                .containsEntry(Topic.NOUVEAUTES, Pace.RIEN)
                .containsEntry(Topic.TACHES, Pace.TOUT_DE_SUITE);
        assertThat(new Browser(port)
                        .post(path + "x", Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(404);
    }

    private Digests restarted() {
        return new Digests(stores, accounts, subscriptions, news, outbox, templates, clock);
    }

    private void tell(String line) {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> subscriptions.tell(
                                session,
                                accounts.find(name).orElseThrow(),
                                Topic.TACHES,
                                new MailTemplates.Text(line, "Bonjour"),
                                "http://localhost/espace/taches"));
    }

    private void publish(String title, String audience) {
        new PublishedWriter(stores).write(session -> {
            Node node = new Workspace("actus").root(session).addNode("actu-" + System.nanoTime(), "bocage:actu");
            node.setProperty("titre", title);
            node.setProperty("name", node.getName());
            node.setProperty("publie", Dates.utc(clock.instant()));
            if (!audience.equals("public")) {
                AccessControl.setAudience(node, Audience.of(audience).orElseThrow());
            }
        });
    }

    private List<Outbox.Entry> mails() {
        return mailsTo(name);
    }

    private List<Outbox.Entry> mailsTo(String account) {
        return Mails.last(outbox, 500).stream()
                .filter(entry -> entry.mail().to().equals(account + "@exemple.invalid"))
                .toList();
    }

    private void until(DayOfWeek day, int hour) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), PARIS);
        LocalDateTime then = now.toLocalDate().with(TemporalAdjusters.next(day)).atTime(hour, 0);
        clock.forward(Duration.between(
                now.atZone(PARIS).toInstant(), then.atZone(PARIS).toInstant()));
    }
}
