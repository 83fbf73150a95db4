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
import org.bocage.e2e.DemoHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal's own light modules with its demo content, lists answered by Magnolia's functions alone. */
@DirtiesContext
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
        String data = DemoHome.at(home.resolve("theme"));
        registry.add("bocage.home", () -> data);
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
                "/agenda",
                "/agenda?commune=guichen&origine=pole",
                "/agenda/mois/2026-06",
                "/agenda/archives/2026/06",
                "/agenda/apero-des-idees",
                "/annonces",
                "/annonces/emploi",
                "/annonces/emploi/cuisinier-ere-de-bocaux-cdi-28-h",
                "/mentions-legales",
                "/reseau",
                "/reseau/acteurs",
                "/reseau/acteurs?adherent=oui&q=pain",
                "/reseau/acteurs/le-fournil-des-mots",
                "/reseau/carte",
                "/reseau/lieux",
                "/reseau/lieux/la-gare-aux-gateaux",
                "/reseau/projets",
                "/reseau/adherents",
                "/reseau/contacts",
                "/ressources",
                "/ressources?genre=guide&profil=elu",
                "/ressources/pour/jeune",
                "/ressources/financements",
                "/ressources/accompagnement?etape=idee",
                "/ressources/rapport-d-activite-en-dessins",
                "/ressources/pochettes/pochette-jeunes",
                "/adherer",
                "/contact",
                "/plan-du-site",
                "/glossaire",
                "/commune",
                "/commune/goven",
                "/le-pole",
                "/le-pole/missions/relier-les-gens",
                "/le-pole/actions?cherche=salle",
                "/le-pole/actions/le-parcours-j-ai-une-idee",
                "/le-pole/formations",
                "/le-pole/graines",
                "/le-pole/equipe",
                "/le-pole/c-est-quoi-l-ess",
                "/le-pole/c-est-quoi-l-ess/test/famille",
                "/etre-accompagne",
                "/dynamiser-le-territoire",
                "/decouvrir",
                "/coups-de-coeur",
                "/actualites/photos",
                "/actualites/photos/un-samedi-au-jardin")) {
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

    @Test
    void the_agenda_and_the_annonces_are_the_same_with_magnolia_s_functions_alone()
            throws IOException, InterruptedException {
        String agenda = get("/agenda").body();
        HttpResponse<String> closed = get("/annonces/emploi/maraicher-ere-a-mi-temps");

        assertThat(agenda).contains("Apéro des idées").contains("Table d’hôtes à prix libre");
        assertThat(agenda).doesNotContain("CA du mois").doesNotContain("Qui fait quoi");
        assertThat(get("/agenda?origine=pole").body())
                .contains("Apéro des idées")
                .doesNotContain("Table d’hôtes");
        assertThat(get("/annonces").body()).contains("Plus que 4 jours").doesNotContain("Maraîcher");
        assertThat(closed.statusCode()).isEqualTo(410);
        assertThat(closed.body()).contains("Annonce terminée").contains("Maraîcher");
    }
}
