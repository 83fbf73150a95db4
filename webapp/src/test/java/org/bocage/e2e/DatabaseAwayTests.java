package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.document.PostgresServer;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.forms.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the database does not answer, or is full, whoever comes is told so; once it is well, the portal serves them again. */
class DatabaseAwayTests {

    /** More than a portal takes to see that the database is back. */
    private static final Duration SOON = Duration.ofMinutes(2);

    /** More than the passwords that may be tried in vain. */
    private static final int ATTEMPTS = 7;

    /** Short lease: with its margin it is lost after half a minute. */
    private static final List<String> SHORT_LEASE = List.of("-Doak.documentMK.leaseDurationSeconds=50");

    @TempDir
    Path folder;

    private final DatabaseProperties database = PostgresServer.database();
    private final String[] options = PostgresServer.options(database);
    private final List<PortalProcess> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(portal -> portal.process().destroyForcibly());
        PostgresServer.reopen(database);
        PostgresServer.makeRoom(database);
    }

    private PortalProcess start(List<String> java) throws IOException {
        PortalProcess portal = PortalProcess.start(folder.resolve("data"), java, options);
        started.add(portal);
        return portal;
    }

    @Test
    void whoever_signs_in_or_out_is_told_of_the_outage_and_nobody_that_they_are_not_known() {
        try (Portal portal = Portal.start(folder.resolve("data"), options)) {
            Browser noor = Browser.signedIn(portal.port(), "salariee");
            // its form was open
            noor.postWithToken("/espace/actus/nouveau", Map.of());
            Browser visitor = new Browser(portal.port());
            HttpResponse<String> form = visitor.get("/connexion");
            HttpResponse<String> asking = visitor.get("/connexion/recevoir");
            visitor.read("/");
            PostgresServer.shut(database);

            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                assertTold(visitor.submit(form, Map.of("username", "salariee", "password", "demo-bocage")));
            }
            assertTold(visitor.submit(form, Map.of("username", "personne-d-ici", "password", "demo-bocage")));
            assertTold(visitor.submit(asking, Map.of("courriel", "salariee@exemple.invalid")));
            assertTold(visitor.get("/connexion/lien/" + "A".repeat(43)));
            assertTold(new Browser(portal.port())
                    .get("/.rest/delivery/actus/v1", "Authorization", basic("personne-d-ici:demo-bocage")));
            assertTold(noor.postWithToken("/deconnexion", Map.of()));

            // a balancer, which has no session, is to go on asking here: pages that were read before are served
            Browser balancer = new Browser(portal.port());
            assertThat(balancer.get("/livez").statusCode()).isEqualTo(200);
            assertThat(balancer.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/").statusCode()).isEqualTo(200);

            PostgresServer.reopen(database);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> visitor.submit(form, Map.of("username", "salariee", "password", "demo-bocage"))
                                    .statusCode()
                            == 302);
            assertThat(noor.get("/espace").statusCode())
                    .as("not half signed out")
                    .isEqualTo(200);
        }
    }

    @Test
    void whoever_writes_to_a_database_without_room_is_told_keeps_the_text_and_can_send_it_again() {
        try (Portal portal = Portal.start(folder.resolve("data"), options)) {
            Browser noor = Browser.signedIn(portal.port(), "salariee");
            HttpResponse<String> form = noor.get("/espace/actus/nouveau");
            Map<String, String> filled = Map.of("action", "enregistrer", "titre", "Une place pour chaque chose");
            PostgresServer.fill(database, "author_nodes");

            HttpResponse<String> refused = noor.submit(form, filled);
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(Browser.plain(refused.body())).contains("Il n’y a plus de place sur le serveur");
            assertThat(noor.get("/").statusCode()).isEqualTo(200);

            PostgresServer.makeRoom(database);
            assertThat(noor.submit(form, filled).statusCode()).isEqualTo(302);
            assertThat(noor.get("/espace/actus").body()).contains("Une place pour chaque chose");
        }
    }

    @Test
    void a_visitor_who_writes_or_signs_in_while_there_is_no_room_is_told_and_the_form_can_be_sent_again() {
        String[] quick = Stream.concat(Stream.of("--bocage.forms.minimum-time=0s"), Stream.of(options))
                .toArray(String[]::new);
        try (Portal portal = Portal.start(folder.resolve("data"), quick)) {
            Browser visitor = new Browser(portal.port());
            HttpResponse<String> entrance = visitor.get("/connexion");
            Map<String, String> account = Map.of("username", "salariee", "password", "demo-bocage");
            HttpResponse<String> form = visitor.get("/contact");
            Map<String, String> letter = Map.of(
                    "sujet", "question", "nom", "Lou", "courriel", "lou@exemple.invalid", "message", "Et samedi ?");
            PostgresServer.fill(database, "author_nodes");

            assertNoRoom(Stranger.answer(visitor, form, letter, Map.of()));
            assertNoRoom(visitor.submit(entrance, account));
            assertThat(visitor.get("/agenda").statusCode()).isEqualTo(200);

            PostgresServer.makeRoom(database);
            assertThat(Stranger.answer(visitor, form, letter, Map.of()).statusCode())
                    .isEqualTo(303);
            assertThat(visitor.submit(entrance, account).statusCode()).isEqualTo(302);
        }
    }

    private static void assertNoRoom(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(507);
        assertThat(answer.body()).contains("Il n’y a plus de place sur le serveur", "encore dans le formulaire");
    }

    private static void assertTold(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("ne répond pas");
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_portal_that_lost_its_lease_ends_by_itself_and_serves_again_when_it_is_started_anew() throws IOException {
        PortalProcess first = start(SHORT_LEASE);
        assertThat(new Browser(first.port()).get("/").statusCode()).isEqualTo(200);
        PostgresServer.shut(database);

        assertThat(first.awaitEnd()).isEqualTo(1);
        first.awaitSaying("The lease in the database of the stores is lost");

        PortalProcess second = start(SHORT_LEASE);
        second.awaitSaying("does not answer, the next try is in");
        PostgresServer.reopen(database);
        assertThat(new Browser(second.port()).get("/actualites").statusCode()).isEqualTo(200);
    }

    @Test
    void a_start_that_waits_for_the_lease_of_a_killed_portal_ends_when_it_is_told_to_stop() throws IOException {
        PortalProcess killed = start(List.of());
        killed.port();
        killed.process().destroyForcibly();
        killed.awaitEnd();

        PortalProcess waiting = start(List.of());
        waiting.awaitSaying("their lease ends at");
        waiting.process().destroy();
        waiting.awaitEnd();

        assertThat(waiting.said())
                .contains("Le portail s’arrête avant d’avoir démarré")
                .doesNotContain("Started Bocage", "Application run failed");
    }
}
