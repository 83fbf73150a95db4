package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The rubrique of docs/new-rubrique.md, put beside those of a portal that runs. */
class NewRubriqueTests {

    private static final Path RUBRIQUE = Path.of("webapp/src/test/resources/rubrique");

    @TempDir
    static Path home;

    private static Portal portal;

    @BeforeAll
    static void start() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("light-modules"), home.resolve("light-modules"));
        FileSystemUtils.copyRecursively(Path.of("config"), home.resolve("config"));
        DemoHome.at(home.resolve("data"));
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.light-modules=" + home.resolve("light-modules"),
                "--bocage.config=" + home.resolve("config"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void its_folders_added_to_a_running_portal_bring_list_detail_form_and_endpoint() throws IOException {
        Browser visitor = new Browser(portal.port());
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        assertThat(visitor.get("/reseau/balades").statusCode()).isEqualTo(404);
        assertThat(salariee.get("/espace/balades").statusCode()).isEqualTo(404);

        FileSystemUtils.copyRecursively(RUBRIQUE.resolve("config"), home.resolve("config"));
        FileSystemUtils.copyRecursively(RUBRIQUE.resolve("light-modules"), home.resolve("light-modules"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(visitor.get("/reseau/balades").body()).contains("2 balades"));
        assertThat(visitor.read("/reseau/balades").select(".card a").eachAttr("href"))
                .containsExactly("/reseau/balades/des-haies-et-des-roues", "/reseau/balades/le-tour-des-lavoirs");
        assertThat(visitor.read("/reseau/balades?mode=velo")
                        .select(".card-title")
                        .eachText())
                .containsExactly("Des haies et des roues");
        assertThat(visitor.read("/reseau/balades/le-tour-des-lavoirs")
                        .select("main")
                        .text())
                .contains("Cinq lavoirs", "À pied, 6,5", "Qui connaît le chemin");
        assertThat(visitor.read("/plan-du-site").select("main a[href=/reseau/balades]"))
                .hasSize(1);
        assertThat(visitor.get("/sitemap.xml").body()).contains("/reseau/balades/le-tour-des-lavoirs<");
        assertThat(visitor.get("/.rest/delivery/balades/v1").body())
                .contains("\"titre\":\"Le tour des lavoirs\"")
                .doesNotContain("etat");

        assertThat(write(salariee).statusCode()).isEqualTo(302);
        assertThat(visitor.read("/reseau/balades").select(".card-title").eachText())
                .contains("Le sentier des bocaux");
        assertThat(visitor.read("/reseau/balades/le-sentier-des-bocaux")
                        .select("h1")
                        .text())
                .isEqualTo("Le sentier des bocaux");
    }

    private static java.net.http.HttpResponse<String> write(Browser salariee) {
        String create = salariee.read("/espace/balades").select("a[href*=balades/]").stream()
                .map(link -> link.attr("href"))
                .filter(address -> address.endsWith("/nouveau"))
                .findFirst()
                .orElseThrow();
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "Le sentier des bocaux");
        filled.put("accroche", "Deux kilomètres de mûres, de la ferme à la conserverie.");
        filled.put("mode", "pied");
        filled.put("kilometres", "2,5");
        filled.put("depart", "au bout du chemin");
        filled.put("commune", "b0ca0003-0000-4000-8000-000000035176");
        filled.put("acteur", "b0ca0004-0000-4000-8000-000000000002");
        filled.put("visibilite", "public");
        return salariee.write(create, filled, "publier");
    }
}
