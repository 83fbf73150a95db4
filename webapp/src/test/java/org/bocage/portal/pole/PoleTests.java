package org.bocage.portal.pole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bocage.Bocage;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pôle, its doors, its albums and its coups de cœur, as visitors read them, with the demo content. */
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.demo=true")
class PoleTests {

    private static final String MISSION = "b0cab002-0000-4000-8000-000000000002";
    private static final String THEME = "b0ca0002-0000-4000-8000-000000000010";
    private static final String NOOR = "b0caa006-0000-4000-8000-000000000001";
    private static final String DRAWING = "jcr:b0ca0006-0000-4000-8000-000000000001";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("bocage.home", () -> home.resolve("pole").toString());
    }

    @Test
    void UX_31_the_home_has_its_doors_then_what_is_fresh_and_the_barometre_with_the_territory() {
        Document page = page("/");

        assertThat(page.select("main > *").eachAttr("class").get(0)).isEqualTo("hero");
        assertThat(page.select("main h2.block-title").eachText())
                .containsExactly(
                        "Bientôt, tout près",
                        "Coup de cœur",
                        "Du côté du pôle",
                        "Le territoire, parcelle par parcelle",
                        "Sur le territoire",
                        "On recrute, on donne, on cherche");
        assertThat(page.select(".rubrique-agenda .rdv")).as("the next five").hasSize(5);
        assertThat(page.select(".block-pole .card")).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(page.select(".block-territoire .card")).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(page.select(".rubrique-annonces .card")).hasSize(3);
        assertThat(page.select(".block-mosaique svg.territoire")).hasSize(1);
        assertThat(page.select(".block-mosaique .pulse-words").text()).contains("rendez-vous ce mois-ci");
        for (String news : page.select(".block-pole .card-title a, .block-territoire .card-title a")
                .eachAttr("href")) {
            String day = page(news).select("main time[datetime]").attr("datetime");
            assertThat(java.time.LocalDate.parse(day.substring(0, 10)))
                    .as(news)
                    .isAfter(java.time.LocalDate.now(java.time.ZoneId.of("Europe/Paris"))
                            .minusDays(62));
        }
    }

    @Test
    void the_home_opens_three_doors_before_anything_else() {
        Document page = page("/");

        assertThat(page.select(".hero .door-home").eachAttr("href"))
                .containsExactly("/etre-accompagne", "/dynamiser-le-territoire", "/decouvrir");
        assertThat(page.select("main .block").size()).isLessThanOrEqualTo(7);
        for (String door : page.select(".door-home").eachAttr("href")) {
            assertThat(page(door).select(".offer a").size()).as(door).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void actions_show_those_that_run_first_and_are_chosen_by_what_they_look_for() {
        assertThat(page("/le-pole/actions").select("main section h2").eachText())
                .startsWith("En ce moment", "Bientôt", "C’est fait");
        assertThat(titles(page("/le-pole/actions?cherche=salle"))).containsExactly("Le programme de formations");
        assertThat(titles(page("/le-pole/actions?etat=terminee"))).containsExactly("Graines de collégiens");
        assertThat(text(page("/le-pole/actions?cherche=salle&etat=terminee").body()))
                .contains("Rien qui réponde à cela");
        assertThat(page("/le-pole/actions?cherche=dragon").select(".empty")).isNotEmpty();
        assertThat(get("/le-pole/actions?page=0").statusCode()).isEqualTo(404);
        assertThat(get("/le-pole/actions?page=1000000000").statusCode()).isEqualTo(404);
    }

    @Test
    void PO_10_the_programme_of_trainings_has_its_sessions_prints_and_goes_into_a_calendar() {
        Document page = page("/le-pole/formations");

        assertThat(page.select(".pole-part h2 a").eachAttr("href"))
                .contains("/le-pole/actions/le-programme-de-formations");
        assertThat(page.select(".day-rows .training a[href^=/agenda/]").eachAttr("href"))
                .as("the sessions are events")
                .anyMatch(address -> address.startsWith("/agenda/formation-tenir-sa-tresorerie-sans-trembler"));
        assertThat(page.select("link[rel=stylesheet][media=print]")).hasSize(1);
        String file =
                page.select("main a[href$=formations.ics]:not([href^=webcal])").attr("href");
        HttpResponse<String> calendar = get(file);
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(calendar.body().split("BEGIN:VEVENT", -1))
                .as("of all the agenda, the sessions alone")
                .hasSize(2);
        assertThat(calendar.body().replace("\r\n ", "")).contains("trésorerie sans trembler");
    }

    @Test
    void an_action_tells_what_it_looks_for_its_mission_its_seeds_and_whom_to_write_to() {
        Document page = page("/le-pole/actions/le-parcours-j-ai-une-idee");

        assertThat(text(page.body()))
                .contains("On fait ça ensemble ?", "Un·e intervenant·e", "Noor", "Elle a fait naître");
        assertThat(page.select(".contact a[href^=/contact/]").attr("href"))
                .isEqualTo("/contact/actions/le-parcours-j-ai-une-idee");
        assertThat(page.select(".from-mission a").attr("href")).isEqualTo("/le-pole/missions/accompagner-les-projets");
        assertThat(titles(page("/le-pole/missions/accompagner-les-projets"))).contains("Le parcours « J’ai une idée »");
        assertThat(text(page("/le-pole/graines").body())).contains("Apéro des idées a fait naître La laverie");
    }

    @Test
    void nobody_shows_in_the_team_who_has_not_agreed() {
        String team = text(page("/le-pole/equipe").body());

        assertThat(team).contains("Noor", "Léa-Exemple", "Soizic").doesNotContain("Gildas");
    }

    @Test
    void the_test_of_the_ess_leads_from_question_to_answer_by_links() {
        Document first = page("/le-pole/c-est-quoi-l-ess/test");
        Document second = page(first.select(".quiz-yes").attr("href"));
        Document answer = page(second.select(".quiz-yes").attr("href"));

        assertThat(first.select("main input, main script:not([type])")).isEmpty();
        assertThat(text(second.body())).contains("Question 2 sur 6", "article 1er");
        assertThat(answer.select("h1").text()).isEqualTo("Oui, vous êtes de la famille");
        assertThat(answer.select(".quiz a.button").attr("href")).isEqualTo("/reseau/acteurs");
        assertThat(get("/le-pole/c-est-quoi-l-ess/test/dragon").statusCode()).isEqualTo(404);
    }

    @Test
    void a_photo_of_somebody_who_has_not_agreed_and_all_consents_stay_in_the_author_store() {
        Document album = page("/actualites/photos/qui-fait-quoi-la-soiree");
        HttpResponse<String> delivered = get("/.rest/delivery/albums/v1/qui-fait-quoi-la-soiree");

        assertThat(album.select(".wall img")).hasSize(6);
        assertThat(text(album.body())).contains("6 images").doesNotContain("attend un accord");
        assertThat(delivered.statusCode()).isEqualTo(200);
        assertThat(delivered.body())
                .contains("Secrétaire de séance")
                .doesNotContain("attend un accord", "personneReconnaissable", "consentement", "mineurs");
        assertThat(titles(page("/actualites/photos"))).contains("Un samedi au jardin", "La braderie d’avant");
    }

    @Test
    void coups_de_coeur_of_now_leave_the_home_when_their_time_is_over_and_are_kept() {
        assertThat(text(page("/").body())).contains("Le tour des communes").doesNotContain("expliqué la démocratie");
        assertThat(text(page("/coups-de-coeur").body()))
                .containsSubsequence("En ce moment", "Le tour des communes", "On n’a pas oublié", "La laverie");
    }

    @Test
    void a_salariee_publishes_an_action_which_needs_a_mission() {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "La chorale des brouettes");
        filled.put("accroche", "On chante en poussant, et tout avance mieux.");
        filled.put("description", "<p>Un mardi sur deux, dans la cour.</p>");
        filled.put("nature", "evenement");
        filled.put("etatAction", "en-cours");
        filled.put("debut", "2026-06-01");
        filled.put("themes", THEME);
        filled.put("referent", NOOR);
        filled.put("visibilite", "public");

        HttpResponse<String> refused = salariee.write("/espace/actions/nouveau", filled, "publier");
        filled.put("missions", MISSION);
        HttpResponse<String> sent = salariee.write("/espace/actions/nouveau", filled, "publier");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(refused)).contains("De quelle mission vient-elle");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(text(page("/le-pole/actions/la-chorale-des-brouettes").body()))
                .contains("On chante en poussant", "Relier les gens");
    }

    @Test
    void an_album_is_not_published_while_somebody_s_consent_is_missing() {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "La fête du four");
        filled.put("date", "2026-05-30");
        filled.put("creditParDefaut", "le pôle");
        filled.put("photos[0].image", DRAWING);
        filled.put("photos[0].alt", "Deux voisines rient devant le four");
        filled.put("photos[0].personneReconnaissable", "true");
        filled.put("visibilite", "public");

        HttpResponse<String> refused = salariee.write("/espace/albums/nouveau", filled, "publier");
        filled.put("photos[0].consentement", "ecrit");
        HttpResponse<String> sent = salariee.write("/espace/albums/nouveau", filled, "publier");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(refused)).contains("dites quel est son accord");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(page("/actualites/photos/la-fete-du-four").select(".wall img"))
                .hasSize(1);
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path);
    }

    private Document page(String path) {
        return new Browser(port).read(path);
    }

    private static List<String> titles(Document page) {
        return page.select("main .card-title a").eachText().stream()
                .map(Browser::plain)
                .toList();
    }

    private static String text(Element element) {
        return Browser.plain(element.text());
    }
}
