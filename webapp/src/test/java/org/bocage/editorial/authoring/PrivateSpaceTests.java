package org.bocage.editorial.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The screens of the private space with the demo content, as a browser asks for them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class PrivateSpaceTests {

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    private Browser browser;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @CsvSource({"adherent", "contributeur", "ca", "salariee", "admin"})
    void IN_02_my_week_is_the_one_home_of_every_role_with_what_waits_the_next_dates_and_the_last_documents(
            String account) {
        HttpResponse<String> in = browser.signIn(account, "demo-bocage");
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/espace");
        var week = Browser.page(browser.get("/espace")).select("main");

        boolean board = List.of("ca", "salariee", "admin").contains(account);
        boolean decides = List.of("salariee", "admin").contains(account);
        assertThat(week.select("a[href^=/espace/taches/]").isEmpty())
                .as("tasks")
                .isNotEqualTo(decides);
        assertThat(week.text().contains("CA du mois")).as("next internal dates").isEqualTo(board);
        assertThat(week.select("a[href^=/espace/documents/]").isEmpty())
                .as("last documents")
                .isNotEqualTo(board);
        assertThat(week.select(".bravo").isEmpty()).as("well done").isEqualTo(decides);
    }

    @Test
    void a_wrong_address_is_told_in_the_words_of_the_private_space() {
        browser.signIn("salariee", "demo-bocage");

        HttpResponse<String> answer = browser.get("/espace/rien/de/tel");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Browser.page(answer).title()).contains("On ne trouve rien ici", "Pôle ESS des Deux Vallons");
    }

    @Test
    void the_list_of_a_type_has_the_columns_its_file_names() {
        browser.signIn("salariee", "demo-bocage");

        var list = Browser.page(browser.get("/espace/actus?tri=titre+asc"));

        assertThat(list.select("thead th").eachText())
                .containsExactly("Titre", "État", "Origine", "Paru le", "Modifié");
        Element row = Objects.requireNonNull(list.selectFirst("tr:contains(Trente chaises)"));
        assertThat(row.select("[data-colonne=Origine]").text()).isEqualTo("Du pôle");
    }

    @Test
    void a_draft_is_previewed_as_it_would_be_read_and_by_nobody_else() {
        browser.signIn("salariee", "demo-bocage");
        var form = Browser.page(browser.get("/espace/actus?tri=titre+asc"));
        String item = Objects.requireNonNull(form.selectFirst("tbody a")).attr("href");
        String preview = Objects.requireNonNull(
                        Browser.page(browser.get(item)).selectFirst("a:contains(Voir l’aperçu)"))
                .attr("href");

        assertThat(preview).startsWith("/author/actualites/");
        assertThat(browser.get(preview).statusCode()).isEqualTo(200);
        assertThat(new Browser(port).get(preview).statusCode()).isEqualTo(401);
    }

    @Test
    void a_picture_is_described_anew_and_visitors_hear_it() {
        browser.signIn("salariee", "demo-bocage");
        var shelf = Browser.page(browser.get("/espace/medias?q=bocaux"));
        String photo = Objects.requireNonNull(shelf.selectFirst(".mur a")).attr("href");
        HttpResponse<String> screen = browser.get(photo);
        assertThat(Browser.page(screen).select("section ul.lignes").text()).contains("la barre des mille pots");
        assertThat(Browser.page(screen).select("button[value=retirer]"))
                .as("a picture in use")
                .isEmpty();

        HttpResponse<String> refused = browser.submit(screen, Map.of("action", "enregistrer", "alt", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        HttpResponse<String> saved =
                browser.submit(screen, Map.of("action", "enregistrer", "alt", "Dessin : trois bocaux qui dansent"));
        assertThat(saved.statusCode()).isEqualTo(302);

        HttpResponse<String> late =
                browser.submit(screen, Map.of("action", "enregistrer", "alt", "Une autre description"));
        assertThat(late.statusCode()).as("the second of two people").isEqualTo(409);
        assertThat(late.body()).contains("trois bocaux qui dansent", "Une autre description");
    }

    @Test
    void the_back_of_the_shop_is_for_those_who_review() {
        browser.signIn("salariee", "demo-bocage");
        for (String address : new String[] {"reglages", "reglages/importer", "journal", "courriers", "definitions"}) {
            assertThat(browser.get("/espace/" + address).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
        assertThat(browser.get("/espace/journal?mois=2012-01").statusCode()).isEqualTo(404);
        assertThat(browser.get("/espace/journal?mois=lundi").statusCode()).isEqualTo(400);

        Browser contributor = Browser.signedIn(port, "contributeur");
        for (String address :
                new String[] {"reglages", "reglages/importer", "reglages/delegations", "courriers", "definitions"}) {
            assertThat(contributor.get("/espace/" + address).statusCode())
                    .as(address)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            salariee | Ma semaine, Tâches, Actus, Agenda, Médias, Annonces | Le site, Le réseau, Entre nous, Les coulisses
            ca | Ma semaine, Actus, Agenda, Médias, Annonces | ''
            contributeur | Ma semaine, Actus, Agenda, Médias, Annonces | ''""")
    void the_menu_shows_what_is_done_each_week_and_folds_the_rest(String account, String week, String folded) {
        browser.signIn(account, "demo-bocage");
        var menu = Browser.page(browser.get("/espace")).select("nav.onglets");

        assertThat(menu.select(".onglets__semaine a > span").eachText()).containsExactly(week.split(", "));
        assertThat(String.join(", ", menu.select(".onglets__reste summary").eachText()))
                .isEqualTo(folded);
        assertThat(menu.select("details[open]")).isEmpty();
        var addresses = menu.select(".onglets__semaine a, .onglets__reste a").eachAttr("href");
        assertThat(addresses).doesNotHaveDuplicates();
        for (String address : addresses) {
            var page = Browser.page(browser.get(address));
            assertThat(page.select(".onglets__semaine [aria-current=page], details[open] [aria-current=page],"
                                    + " div.rayon [aria-current=page]")
                            .eachAttr("href"))
                    .as(address)
                    .contains(address)
                    .containsOnly(address);
        }
    }
}
