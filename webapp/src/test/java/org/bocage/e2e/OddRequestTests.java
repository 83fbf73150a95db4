package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that cannot be taken are refused as the sender's to mend, and nothing breaks. */
class OddRequestTests {

    @TempDir
    static Path home;

    private static Portal portal;
    private static int port;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
        port = portal.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    /** A part without boundary and one that is cut are told so, whoever asks and wherever. */
    @Test
    void parts_that_cannot_be_taken_apart_are_refused_in_words_at_any_address() {
        for (String address : List.of("/readyz", "/", "/actualites", "/espace/actus/nouveau", "/connexion", "/nulle")) {
            for (Browser who : List.of(new Browser(port), Browser.signedIn(port, "salariee"))) {
                for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=b")) {
                    var answer = who.post(
                            address, type, "--b\r\nContent-Disposition: form-da".getBytes(StandardCharsets.UTF_8));
                    assertThat(answer.statusCode()).as(address + ", " + type).isEqualTo(400);
                    assertThat(answer.body()).as(address).contains("pas été comprise");
                }
            }
        }
    }

    @Test
    void the_address_of_errors_is_none() {
        var answer = new Browser(port).get("/error");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Cette page n’existe pas").doesNotContain("999");
    }

    @Test
    void a_language_that_is_none_is_refused_by_rest_and_a_visitor_of_the_author_s_side_is_told_no() {
        Browser visitor = new Browser(port);
        for (String lang : List.of("0", "", "x".repeat(5_000), URLEncoder.encode("[\"fr\"]", StandardCharsets.UTF_8))) {
            var answer = visitor.get("/.rest/delivery/actus/v1?lang=" + lang);
            assertThat(answer.statusCode()).as(lang).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"badRequest\"").hasSizeLessThan(200);
        }
        for (String query : List.of("", "?limit=1", "?lang=0", "?q=x&orderBy=titre")) {
            var answer = visitor.get("/author/.rest/delivery/actus/v1" + query);
            assertThat(answer.statusCode()).as(query).isBetween(200, 499);
        }
        assertThat(visitor.get("/author/.rest/delivery/actus/v1/2026").statusCode())
                .isBetween(400, 499);
    }

    @Test
    void of_contents_of_one_title_added_at_once_each_is_kept() {
        Browser salariee = Browser.signedIn(port, "salariee");
        var form = salariee.get("/espace/annonces/nouveau");
        List<Map<String, String>> typed = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> Map.of("titre", "Un vélo à donner", "jeton", "", "action", "enregistrer"))
                .toList();
        List<Integer> answers = typed.parallelStream()
                .map(one -> java.util.concurrent.CompletableFuture.supplyAsync(() -> salariee.submitParts(form, one)))
                .toList()
                .stream()
                .map(java.util.concurrent.CompletableFuture::join)
                .map(java.net.http.HttpResponse::statusCode)
                .toList();
        assertThat(answers).containsOnly(302);
        assertThat(Browser.page(salariee.get("/espace/annonces?q=velo")).select("a:contains(Un vélo à donner)"))
                .hasSize(6);
    }

    @Test
    void the_nodes_api_refuses_a_tree_too_deep_in_words_and_the_backup_still_works() {
        Browser admin = Browser.signedIn(port, "admin");
        String basic = "Basic "
                + java.util.Base64.getEncoder().encodeToString("admin:demo-bocage".getBytes(StandardCharsets.UTF_8));
        StringBuilder path = new StringBuilder("/author/.rest/nodes/v1/website");
        int status = 0;
        int depth = 0;
        String body = "";
        while (depth < 130 && status < 400) {
            var answer = admin.call(
                    "PUT",
                    path.toString(),
                    "{\"name\":\"n\",\"type\":\"mgnl:contentNode\"}".getBytes(StandardCharsets.UTF_8),
                    "Authorization",
                    basic,
                    "Content-Type",
                    "application/json");
            status = answer.statusCode();
            body = answer.body();
            if (status < 400) {
                path.append("/n");
                depth++;
            }
        }
        assertThat(depth).isEqualTo(100);
        assertThat(status).isEqualTo(400);
        assertThat(body).contains("\"error\"", "\"code\":\"badRequest\"", "at most 100 nodes deep");
        assertThat(admin.call("GET", "/author/.rest/nodes/v1/website/n?depth=100", new byte[0], "Authorization", basic)
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.call(
                                "GET",
                                "/author/.rest/nodes/v1/website" + "/n".repeat(900),
                                new byte[0],
                                "Authorization",
                                basic)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_only_proposes_makes_no_folder_in_the_library() {
        for (String account : List.of("adherent", "contributeur")) {
            Browser who = Browser.signedIn(port, account);
            assertThat(who.get("/espace/medias").body()).doesNotContain("Nouveau dossier");
            assertThat(who.call(
                                    "POST",
                                    "/espace/medias/dossiers",
                                    "nom=Chez+moi&dossier=/".getBytes(StandardCharsets.UTF_8),
                                    "Content-Type",
                                    "application/x-www-form-urlencoded")
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
    }
}
