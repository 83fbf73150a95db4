package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.bocage.Bocage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal's own light modules with its demo content, lists answered by Magnolia's functions alone. */
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.portailfn=false", "bocage.demo=true"})
@Import(EverybodyPasses.class)
class ThemeTests {

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("bocage.home", () -> home.resolve("theme").toString());
        registry.add("bocage.light-modules", () -> "light-modules");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void every_page_of_the_theme_is_rendered_without_a_failing_component() throws IOException, InterruptedException {
        for (String address : List.of(
                "/",
                "/actualites",
                "/actualites/pole",
                "/actualites/territoire",
                "/mentions-legales",
                "/reseau",
                "/reseau/acteurs",
                "/reseau/acteurs?adherent=oui&q=pain",
                "/reseau/acteurs/le-fournil-des-mots",
                "/reseau/carte",
                "/reseau/lieux",
                "/reseau/lieux/la-gare-aux-gateaux",
                "/reseau/projets",
                "/reseau/projets/le-bus-a-outils",
                "/reseau/adherents",
                "/reseau/contacts",
                "/commune",
                "/commune/goven")) {
            HttpResponse<String> page = get(address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body()).as(address).contains("<html lang=\"fr\"").contains("</html>");
        }
    }

    @Test
    void an_address_without_page_is_answered_by_the_theme() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/nulle-part");
        HttpResponse<String> item = get("/actualites/2026/nulle-actu");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("</html>").contains("/portail/webresources/");
        assertThat(item.statusCode()).isEqualTo(404);
    }
}
