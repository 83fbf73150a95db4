package org.bocage.editorial.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.jobs.Jobs;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** OPS-05: « Tâches planifiées », which says how each job went and runs it when somebody asks. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=accounts", "management.server.port=0"})
class PlannedScreenTests {

    private static final String SCREEN = "/espace/reglages/taches";
    private static final String TRIED = "PlannedScreenTests$Tried.run";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Autowired
    private BuildProperties build;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Tried tried;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    /** Job that a test holds up and has fail. */
    static final class Tried {

        final AtomicInteger runs = new AtomicInteger();
        volatile CountDownLatch gate = new CountDownLatch(0);
        volatile String problem = "";

        @Scheduled(cron = "0 30 2 1 1 *", zone = "Europe/Paris")
        void run() throws InterruptedException {
            runs.incrementAndGet();
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
            if (!problem.isEmpty()) {
                throw new IllegalStateException(problem);
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import(Tried.class)
    static class More {}

    private static HttpResponse<String> press(Browser somebody, String key) {
        String csrf = Objects.requireNonNull(
                        somebody.read(SCREEN).selectFirst("main form:has([value='" + key + "']) [name=_csrf]"))
                .val();
        return somebody.post(SCREEN, Map.of("_csrf", csrf, "tache", key));
    }

    private static String row(Browser somebody, String key) {
        Element field = Objects.requireNonNull(somebody.read(SCREEN).selectFirst("main [value='" + key + "']"));
        return Browser.plain(Objects.requireNonNull(field.closest("tr")).text());
    }

    @Test
    void OPS_05_the_administrator_runs_a_job_and_reads_when_it_ran_and_how_it_went() {
        Browser admin = Browser.signedIn(port, "admin");
        assertThat(row(admin, "MailRetention.look"))
                .startsWith("Les vieux mails perdent leur texte, puis sont oubliés chaque jour à 3 h 05 pas encore")
                .contains(" à 3 h 05 Lancer maintenant")
                .contains("Lancer maintenant");
        assertThat(row(admin, "ScheduledPublications.look")).contains("toutes les 20 secondes");
        assertThat(row(admin, "OneUseLinks.purge")).contains("chaque heure");
        assertThat(row(admin, "Digests.look")).contains("chaque minute");

        assertThat(press(admin, "MailRetention.look").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(SCREEN + "?fait=tache-lancee"));

        assertThat(row(admin, "MailRetention.look")).containsPattern("chaque jour à 3 h 05 [^,]+, fait ");
        assertThat(admin.post(SCREEN, Map.of("tache", "MailRetention.look")).statusCode())
                .as("a form of another site")
                .isEqualTo(403);
    }

    @Test
    void OPS_05_a_job_that_runs_already_is_not_run_a_second_time_and_the_screen_says_so() throws Exception {
        Browser admin = Browser.signedIn(port, "admin");
        Browser salariee = Browser.signedIn(port, "salariee");
        int before = tried.runs.get();
        tried.gate = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> press(admin, TRIED));
        try {
            Awaitility.await().until(() -> row(salariee, TRIED).contains("en cours"));

            HttpResponse<String> second = press(salariee, TRIED);

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(Browser.plain(
                            Browser.page(second).select("main [role=alert]").text()))
                    .startsWith("Elle est déjà en cours, ou déjà demandée : inutile de la relancer.");
        } finally {
            tried.gate.countDown();
        }
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(302);
        assertThat(tried.runs.get()).isEqualTo(before + 1);
    }

    @Test
    void OPS_05_a_job_that_fails_says_so_and_why_and_runs_again_and_the_metrics_tell() {
        Browser admin = Browser.signedIn(port, "admin");
        tried.problem = "le disque est plein";
        try {
            HttpResponse<String> failed = press(admin, TRIED);

            assertThat(failed.statusCode()).isEqualTo(409);
            assertThat(row(admin, TRIED)).contains("n’a pas marché le disque est plein");
            assertThat(admin.read("/espace").text()).contains("Une tâche planifiée n’a pas marché au dernier passage");
            assertThat(metrics())
                    .containsPattern("bocage_jobs_failing\\{job=\"PlannedScreenTests.Tried.run\"\\} 1.0")
                    .containsPattern(
                            "bocage_jobs_runs_total\\{job=\"PlannedScreenTests.Tried.run\",result=\"failed\"\\} 1.0")
                    .contains("bocage_jobs_failing{job=\"Backups.eachNight\"} 0.0")
                    .contains("bocage_jobs_last_seconds{job=\"Backups.eachNight\"} NaN");
        } finally {
            tried.problem = "";
        }

        assertThat(press(admin, TRIED).statusCode()).isEqualTo(302);

        assertThat(row(admin, TRIED)).contains(", fait").doesNotContain("n’a pas marché");
        assertThat(metrics())
                .containsPattern("bocage_jobs_failing\\{job=\"PlannedScreenTests.Tried.run\"\\} 0.0")
                .containsPattern("bocage_jobs_last_seconds\\{job=\"PlannedScreenTests.Tried.run\"\\} 1\\.\\d+E9");
    }

    @Test
    void the_version_stands_at_the_foot_of_the_private_space_and_on_the_management_port() {
        String version = Objects.requireNonNull(build.getVersion());

        assertThat(Browser.signedIn(port, "admin")
                        .read("/espace")
                        .select("footer")
                        .text())
                .isEqualTo("Bocage " + version);
        assertThat(management().get("/actuator/info").body()).contains("\"version\":\"" + version + "\"");
    }

    private Browser management() {
        return new Browser(environment.getRequiredProperty("local.management.port", Integer.class));
    }

    private String metrics() {
        return management().get("/actuator/prometheus").body();
    }

    @Test
    void every_job_has_words_of_ours_and_all_words_have_their_job() throws Exception {
        Properties words = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/i18n/authoring-messages.properties")),
                StandardCharsets.UTF_8)) {
            words.load(file);
        }
        String prefix = "authoring.planned.";

        List<String> keys = jobs.all().stream()
                .map(Jobs.Planned::key)
                .filter(key -> !key.equals(TRIED))
                .toList();
        List<String> told = words.stringPropertyNames().stream()
                .filter(key -> key.matches("authoring\\.planned\\.[A-Z].*"))
                .map(key -> key.substring(prefix.length()))
                .toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void OPS_05_a_job_that_nobody_knows_is_told_as_such() {
        Browser admin = Browser.signedIn(port, "admin");
        String csrf = admin.read(SCREEN).select("main [name=_csrf]").val();

        HttpResponse<String> answer = admin.post(SCREEN, Map.of("_csrf", csrf, "tache", "Nobody.knows"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Browser.page(answer).select("main [role=alert]").text())
                .isEqualTo("Cette tâche n’existe pas, ou plus.");
    }
}
