package org.bocage.portal.pole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pôle, its doors, its news, its albums and its coups de cœur, as visitors read them, with the demo content. */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.demo=true")
class PoleTests {

    private static final String FOURNIL = "b0ca0004-0000-4000-8000-000000000001";
    private static final String CLIC = "b0ca0004-0000-4000-8000-000000000008";
    private static final String COUTURE = "b0ca0004-0000-4000-8000-000000000016";
    private static final String PREAU = "b0ca0004-0000-4000-8000-000000000017";
    private static final String MOBILITY = "b0ca0002-0000-4000-8000-000000000003";
    private static final String DIGITAL = "b0ca0002-0000-4000-8000-000000000009";
    private static final String LASSY = "b0ca0003-0000-4000-8000-000000035149";
    private static final String FOUGERAY = "b0ca0003-0000-4000-8000-000000035124";
    private static final String BUS = "b0caa005-0000-4000-8000-000000000002";
    private static final String GROCERY = "b0caa005-0000-4000-8000-000000000001";
    private static final String LAUNDRY = "b0caa005-0000-4000-8000-000000000005";
    private static final String TRACK = "b0cab003-0000-4000-8000-000000000001";
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
        String data = DemoHome.at(home.resolve("pole"));
        registry.add("bocage.home", () -> data);
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
    void UX_02_the_home_opens_three_doors_before_anything_else() {
        Document page = page("/");

        assertThat(page.select(".hero .door-home").eachAttr("href"))
                .containsExactly("/etre-accompagne", "/dynamiser-le-territoire", "/decouvrir");
        assertThat(page.select(".hero .door-home strong").eachText().stream().map(Browser::plain))
                .containsExactly("Je veux être accompagné·e", "Je veux dynamiser le territoire", "Je découvre le coin");
        assertThat(page.select(".hero .door-small").eachAttr("href"))
                .as("the third is smaller")
                .containsExactly("/decouvrir");
        assertThat(page.select("main .block").size()).isLessThanOrEqualTo(7);
        for (String door : page.select(".door-home").eachAttr("href")) {
            assertThat(page(door).select(".offer a").size()).as(door).isGreaterThanOrEqualTo(3);
        }
        assertThat(page("/decouvrir").select("main a[href]").eachAttr("href"))
                .as("for who just arrived: network, places, projects, the ESS")
                .contains("/reseau/acteurs", "/reseau/lieux", "/reseau/projets", "/le-pole/c-est-quoi-l-ess");
    }

    @Test
    void PO_01_the_presentation_is_one_short_page_that_says_who_where_since_when_and_how_to_come() {
        Document page = page("/le-pole/presentation");
        Element main = Objects.requireNonNull(page.selectFirst("main"));

        assertThat(main.select(".prose > :not(.people-block), .band-words")
                        .text()
                        .split("\\s+"))
                .hasSizeBetween(150, 400);
        assertThat(text(main))
                .contains("association", "2019", "Guichen", "un car", "vélos")
                .contains("Le mardi de 9 h 30 à 12 h 30 et de 14 h à 19 h");
        assertThat(main.select("a[href]").eachAttr("href"))
                .contains("/le-pole/missions", "/le-pole/equipe", "/adherer");
        assertThat(main.select(".faces a").eachAttr("href"))
                .as("who one will meet, those who said yes")
                .contains("/reseau/contacts#personne-noor", "/reseau/contacts#personne-soizic")
                .doesNotContain("/reseau/contacts#personne-gildas");
        assertThat(main.select(".prose > .people-beside .faces a").text())
                .as("with what they do, beside the text")
                .contains("animatrice du pôle");
        assertThat(main.select(".people-beside .at-ours .facts").text()).contains("1 place du Four");
    }

    @Test
    void PO_02_three_to_six_missions_have_a_title_a_sentence_a_picture_and_an_address() {
        Document page = page("/le-pole/missions");

        assertThat(page.select(".missions .card")).hasSizeBetween(3, 6).allSatisfy(card -> {
            assertThat(card.select(".card-title").text()).isNotBlank();
            assertThat(text(card.select(".card-text").get(0))).endsWith(".").doesNotContain(". ");
            assertThat(get(card.select("img").attr("src")).statusCode()).isEqualTo(200);
            assertThat(page(card.select(".card-title a").attr("href"))
                            .select("main h1")
                            .text())
                    .isEqualTo(card.select(".card-title").text());
        });
    }

    @Test
    void PO_08_each_profile_finds_three_offers_that_each_lead_somewhere() {
        Map<String, String> profiles = Map.of(
                "Vous avez une idée", "/etre-accompagne",
                "Vous êtes une association", "/etre-accompagne",
                "Vous êtes une entreprise", "/etre-accompagne",
                "Vous êtes jeune", "/etre-accompagne",
                "Vous habitez par ici", "/dynamiser-le-territoire",
                "Vous êtes élu·e ou vous travaillez pour une collectivité", "/dynamiser-le-territoire");
        profiles.forEach((profile, address) -> {
            Element offers = page(address).select(".offers").stream()
                    .filter(one -> text(one.select("h2").get(0)).equals(profile))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(profile));
            assertThat(offers.select(".offer"))
                    .as(profile)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(offer -> assertThat(
                                    get(offer.select("a").attr("href")).statusCode())
                            .as(offer.text())
                            .isEqualTo(200));
        });
    }

    @Test
    void behind_the_door_one_sees_who_accompanies_then_a_door_for_each_profile() {
        Document page = page("/etre-accompagne");

        assertThat(page.select("main section").first().select(".faces a").eachAttr("href"))
                .as("staff first, those who said yes")
                .startsWith("/reseau/contacts#personne-noor")
                .contains("/reseau/contacts#personne-yannig")
                .doesNotContain("/reseau/contacts#personne-soizic");
        assertThat(page.select(".people-block a.more").attr("href")).isEqualTo("/ressources/accompagnement");
        assertThat(page.select(".offers h2 a").eachAttr("href"))
                .containsExactly(
                        "/ressources/pour/porteur-de-projet",
                        "/ressources/pour/association",
                        "/ressources/pour/entreprise",
                        "/ressources/pour/jeune");
    }

    @Test
    void PO_09_the_figures_of_the_pole_are_counted_and_name_their_period(@Autowired Stores stores) {
        Document before = page("/le-pole");
        assertThat(before.select(".counts li").eachText().stream().map(Browser::plain))
                .anyMatch(figure -> figure.matches("[0-9]+ rendez-vous du pôle dans cet agenda depuis un an"))
                .anyMatch(figure -> figure.matches("[0-9]+ projets suivis à ce jour"))
                .anyMatch(figure -> figure.matches("[0-9]+ adhérent·e·s à ce jour"));
        assertThat(figure(before, "adhérent·e·s"))
                .isEqualTo(page("/reseau/acteurs?adherent=oui").select(".card").size());

        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        new PublishedWriter(stores).write(session -> {
            Node event = session.getNode("/evenements").addNode("hier", "bocage:evenement");
            event.setProperty("titre", "Hier, chez nous");
            event.setProperty("origine", "pole");
            Node date = event.addNode("occurrences", "mgnl:contentNode").addNode("0", "bocage:occurrence");
            date.setProperty("debut", Dates.utc(yesterday));
            date.setProperty("fin", Dates.utc(yesterday.plusSeconds(3_600)));
            date.setProperty(
                    "jour",
                    yesterday.atZone(ZoneId.of("Europe/Paris")).toLocalDate().toString());
        });
        try {
            assertThat(figure(page("/le-pole"), "rendez-vous")).isEqualTo(figure(before, "rendez-vous") + 1);
        } finally {
            new PublishedWriter(stores)
                    .write(session -> session.getNode("/evenements/hier").remove());
        }
    }

    private static int figure(Document page, String label) {
        return Integer.parseInt(
                page.select(".counts li:contains(" + label + ") strong").text());
    }

    @Test
    void PO_03_actions_show_those_that_run_first_and_one_past_its_last_day_is_asked_about(@Autowired Stores stores) {
        assertThat(page("/le-pole/actions").select("main section h2").eachText())
                .startsWith("En ce moment", "Bientôt", "C’est fait");
        assertThat(titles(page("/le-pole/actions?cherche=salle"))).containsExactly("Le programme de formations");
        assertThat(titles(page("/le-pole/actions?etat=terminee"))).containsExactly("Graines de collégiens");
        assertThat(text(page("/le-pole/actions?cherche=salle&etat=terminee").body()))
                .contains("Rien qui réponde à cela");
        assertThat(page("/le-pole/actions?cherche=dragon").select(".empty")).isNotEmpty();
        assertThat(get("/le-pole/actions?page=0").statusCode()).isEqualTo(404);
        assertThat(get("/le-pole/actions?page=1000000000").statusCode()).isEqualTo(404);

        Browser noor = Browser.signedIn(port, "salariee");
        String asked = "a[href=/espace/actions/" + TRACK + "]";
        assertThat(noor.read("/espace/taches").select(asked)).isEmpty();
        Calendar before = ends(stores, TRACK, Dates.utc(Instant.now().minus(Duration.ofDays(2))));
        try {
            Element task = Objects.requireNonNull(
                    noor.read("/espace/taches").selectFirst("li:has(" + asked + "), tr:has(" + asked + ")"));
            assertThat(text(task)).contains("Terminée ?", "Sa date de fin est passée");
            assertThat(text(noor.read("/espace/actions/" + TRACK)
                            .select("section.acote")
                            .get(0)))
                    .contains("Où elle en est", "Non, archiver")
                    .doesNotContain("Oui, toujours");
        } finally {
            ends(stores, TRACK, before);
        }
        assertThat(noor.read("/espace/taches").select(asked)).isEmpty();
    }

    /** Gives an action another last day, and tells the one before. */
    private static Calendar ends(Stores stores, String action, Calendar day) {
        return stores.author().write(Identity.SYSTEM, session -> {
            Node item = Workspace.byId(session, action).orElseThrow();
            Calendar before = item.getProperty("fin").getDate();
            item.setProperty("fin", day);
            return before;
        });
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
    void PO_07_nobody_shows_in_the_team_who_has_not_agreed_and_a_yes_taken_back_takes_the_card_at_once(
            @Autowired Stores stores) {
        Document page = page("/le-pole/equipe");
        assertThat(text(page.body())).contains("Noor", "Léa-Exemple", "Soizic").doesNotContain("Gildas");
        String role = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.byId(session, NOOR)
                                .orElseThrow()
                                .getProperty("fonction")
                                .getString());
        assertThat(text(Objects.requireNonNull(page.selectFirst(".people li:contains(Noor)"))))
                .as("first name and role")
                .contains("Noor", role);
        Browser salariee = Browser.signedIn(port, "salariee");
        String soizic = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/personnes/soizic").getIdentifier());
        HttpResponse<String> form = salariee.get("/espace/personnes/" + soizic);
        assertThat(Browser.page(form).select("[name='accords.fiche'][checked]"))
                .as("her yes is recorded, with its day")
                .hasSize(1);
        assertThat(Browser.page(form).select("[name='accords.date']").val()).isNotBlank();

        assertThat(agrees(salariee, soizic, false).statusCode()).isEqualTo(302);
        assertThat(text(page("/le-pole/equipe").body())).doesNotContain("Soizic");
        assertThat(text(page("/reseau/contacts").body())).doesNotContain("Soizic");
        assertThat(agrees(salariee, soizic, true).statusCode()).isEqualTo(302);
        assertThat(text(page("/le-pole/equipe").body())).contains("Soizic");
    }

    /** Sends somebody's form back as it stands, but for their yes. */
    private HttpResponse<String> agrees(Browser who, String person, boolean yes) {
        String address = "/espace/personnes/" + person;
        Element form = Objects.requireNonNull(who.read(address).selectFirst("main form:has([name=titre])"));
        List<String> fields = new ArrayList<>();
        for (Element field : form.select(
                "input[name]:not([type=checkbox]):not([type=radio]):not([type=file]), input[checked], textarea")) {
            if (!field.attr("name").equals("accords.fiche")) {
                fields.add(sent(field.attr("name"), field.val()));
            }
        }
        for (Element option : form.select("select option[selected]")) {
            fields.add(sent(Objects.requireNonNull(option.closest("select")).attr("name"), option.val()));
        }
        if (yes) {
            fields.add("accords.fiche=true");
        }
        fields.add("action=publier");
        return who.post(
                address,
                "application/x-www-form-urlencoded",
                String.join("&", fields).getBytes(StandardCharsets.UTF_8));
    }

    private static String sent(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Test
    void PO_11_seeds_are_told_at_both_ends_never_go_round_and_go_with_one_end(@Autowired Stores stores) {
        String action = "/le-pole/actions/le-parcours-j-ai-une-idee";
        String project = "/reseau/projets/l-epicerie-qui-ferme-quand-elle-veut";
        assertThat(text(page(action).select(".seeds").get(0))).contains("Elle a fait naître : L’épicerie");
        assertThat(text(page(project).select(".seeds").get(0))).contains("Il est né de : Le parcours");
        assertThat(page(project).select(".seeds a").attr("href")).isEqualTo(action);
        assertThat(page("/le-pole/graines").select(".seed-chains li a").eachAttr("href"))
                .containsSubsequence(action, project);

        Browser salariee = Browser.signedIn(port, "salariee");
        HttpResponse<String> round = salariee.write(
                "/espace/projets/" + GROCERY,
                Map.of("titre", "L’épicerie", "graines[0].genre", "a-fait-naitre", "graines[0].action", TRACK),
                "enregistrer");
        assertThat(round.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(round)).contains("Cela tournerait en rond : « Le parcours");

        String publicProject = stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/projets/l-epicerie-qui-ferme-quand-elle-veut")
                                .getIdentifier());
        assertThat(publicProject).isEqualTo(GROCERY);
        try (Hidden gone = new Hidden(stores, "/projets/l-epicerie-qui-ferme-quand-elle-veut")) {
            assertThat(get(project).statusCode()).as(gone.path()).isEqualTo(404);
            assertThat(page(action).select(".seeds")).isEmpty();
            assertThat(page("/le-pole/graines").select(".seed-chains a").eachAttr("href"))
                    .doesNotContain(action, project);
        }
        assertThat(page(action).select(".seeds a").attr("href")).isEqualTo(project);
    }

    /** An item that is off line as long as this is open. */
    private record Hidden(Stores stores, String path) implements AutoCloseable {

        private static final String AWAY = "/corbeille-d-essai";

        Hidden {
            new PublishedWriter(stores).write(session -> session.move(path, AWAY));
        }

        @Override
        public void close() {
            new PublishedWriter(stores).write(session -> session.move(AWAY, path));
        }
    }

    @Test
    void PO_06_the_ess_is_told_by_somebody_then_by_the_law_in_six_questions_at_most_and_no_answer_is_kept() {
        Document page = page("/le-pole/c-est-quoi-l-ess");
        assertThat(page.select("main section, main .prose").get(0).className())
                .as("before any law, what somebody defends")
                .isEqualTo("voice");
        assertThat(text(page.select(".voice-who").get(0))).contains("Noor");
        assertThat(text(page.select(".voice-words").get(0))).doesNotContainPattern("\\b(loi|article)\\b");
        assertThat(page.select(".family-plots > li")).hasSize(5).allSatisfy(family -> {
            String example = family.select(".family-example a").attr("href");
            assertThat(example).as(family.text()).startsWith("/reseau/acteurs/");
            assertThat(get(example).statusCode()).isEqualTo(200);
        });

        followed("/le-pole/c-est-quoi-l-ess/test", 1);
        Document first = page("/le-pole/c-est-quoi-l-ess/test");
        Document second = page(first.select(".quiz-yes").attr("href"));
        Document answer = page(second.select(".quiz-yes").attr("href"));

        assertThat(first.select("main input, main script:not([type])")).isEmpty();
        assertThat(text(second.body())).contains("Question 2 sur 6", "article 1er");
        assertThat(answer.select("h1").text()).isEqualTo("Oui, vous êtes de la famille");
        assertThat(answer.select(".quiz a.button").attr("href")).isEqualTo("/reseau/acteurs");
        assertThat(get("/le-pole/c-est-quoi-l-ess/test/dragon").statusCode()).isEqualTo(404);
        assertThat(get("/le-pole/c-est-quoi-l-ess/test").headers().firstValue("Set-Cookie"))
                .as("nothing is kept")
                .isEmpty();
    }

    /** Goes every way from a question: after six at most there is an answer, with its source and what to do next. */
    private void followed(String address, int questions) {
        assertThat(questions).as(address).isLessThanOrEqualTo(7);
        Document page = page(address);
        assertThat(page.select("main h1")).as(address).hasSize(1);
        if (page.select(".quiz-choice").isEmpty()) {
            assertThat(text(page.select(".quiz-answer").get(0))).as(address).contains("Loi n° 2014-856");
            assertThat(get(page.select(".quiz a.button").attr("href")).statusCode())
                    .as(address)
                    .isEqualTo(200);
            return;
        }
        assertThat(page.select(".quiz-choice").eachText()).as(address).containsExactly("Oui", "Non");
        for (String next : page.select(".quiz-choice").eachAttr("href")) {
            followed(next, questions + 1);
        }
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
    void AC_07_coups_de_coeur_of_now_leave_the_home_when_their_time_is_over_and_are_kept() {
        assertThat(text(page("/").body())).contains("Le tour des communes").doesNotContain("expliqué la démocratie");
        assertThat(text(page("/coups-de-coeur").body()))
                .containsSubsequence("En ce moment", "Le tour des communes", "On n’a pas oublié", "La laverie");
    }

    @Test
    void PO_04_an_action_comes_of_a_mission_whose_page_lists_it_and_an_orphan_is_not_published() {
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
        assertThat(titles(page("/le-pole/missions/relier-les-gens"))).contains("La chorale des brouettes");
        for (String action :
                page("/le-pole/actions").select("main .card-title a").eachAttr("href")) {
            String mission = page(action).select(".from-mission a").attr("href");
            assertThat(mission).as(action).startsWith("/le-pole/missions/");
            assertThat(page(mission).select("main .card-title a").eachAttr("href"))
                    .as(mission)
                    .contains(action);
        }
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

    /** An actu of the territory as the salariée publishes it; other fields may be given. */
    private HttpResponse<String> publish(String title, Map<String, String> more) {
        return write(Browser.signedIn(port, "salariee"), title, more, "publier");
    }

    private static HttpResponse<String> write(Browser who, String title, Map<String, String> more, String action) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("origine", "territoire");
        filled.put("chapo", "Quelques mots pour dire de quoi il s’agit, et pourquoi cela compte.");
        filled.put("corps", "<p>Le reste, en détail, pour qui a le temps.</p>");
        filled.put("themes", THEME);
        filled.put("contactStructure", FOURNIL);
        filled.put("visibilite", "public");
        filled.putAll(more);
        return who.write("/espace/actus/nouveau", filled, action);
    }

    private void published(String title, Map<String, String> more) {
        HttpResponse<String> sent = publish(title, more);
        assertThat(sent.statusCode()).as(title + Browser.problems(sent)).isEqualTo(302);
    }

    private Document news(String slug) {
        return page("/actualites/" + Year.now(ZoneId.of("Europe/Paris")) + "/" + slug);
    }

    @Test
    void AC_01_news_are_listed_newest_first_twelve_a_page_and_narrowed_down_four_ways() {
        for (String title : List.of("La liste, un", "La liste, deux")) {
            published(title, Map.of("communes", LASSY, "themes", MOBILITY, "contactStructure", COUTURE));
        }

        Document first = page("/actualites");
        assertThat(titles(first)).hasSize(12).startsWith("La liste, deux", "La liste, un");
        assertThat(first.select("main .card time").eachAttr("datetime")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(titles(page("/actualites?page=2"))).isNotEmpty().doesNotContainAnyElementsOf(titles(first));
        for (String narrowed : List.of("theme=mobilite", "commune=lassy", "structure=la-toile-a-coudre")) {
            assertThat(titles(page("/actualites?" + narrowed)))
                    .as(narrowed)
                    .containsExactly("La liste, deux", "La liste, un");
            assertThat(page("/actualites/pole?" + narrowed).select(".card"))
                    .as(narrowed)
                    .isEmpty();
        }

        assertThat(demo().select("h1, .lead, .rich, .figure-main img, time.leaf, .contact-name"))
                .as("title, chapô, body, photo, date, structure")
                .hasSize(6);
    }

    /** An actu of the demo, with all that one may have. */
    private Document demo() {
        return page(
                page("/actualites/pole").select("a:contains(Trente chaises)").attr("href"));
    }

    @Test
    void AC_02_news_of_the_pole_and_of_the_territory_are_told_apart_by_word_icon_and_shape() throws IOException {
        assertThat(Browser.problems(publish("Sans origine", Map.of("origine", ""))))
                .contains("Dites d’où vient la nouvelle");
        Document list = page("/actualites");
        assertThat(list.select(".tabs a").eachAttr("href"))
                .containsExactly("/actualites", "/actualites/pole", "/actualites/territoire");
        for (String origin : List.of("pole", "territoire")) {
            Document tab = page("/actualites/" + origin);
            assertThat(tab.select(".card"))
                    .isNotEmpty()
                    .allSatisfy(card ->
                            assertThat(card.select(".tag-" + origin + " svg")).hasSize(1));
            assertThat(page("/").select("section.block-" + origin + " .card .tag-" + origin))
                    .as("a block of its own on the home page")
                    .isNotEmpty();
        }
        assertThat(list.select(".card .tag-pole").eachText().get(0))
                .isNotEqualTo(list.select(".card .tag-territoire").eachText().get(0));
        assertThat(shape("pole")).isNotEqualTo(shape("territoire"));

        HttpResponse<String> refused =
                write(Browser.signedIn(port, "contributeur"), "Au nom du pôle", Map.of("origine", "pole"), "proposer");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(refused)).contains("réservée aux membres du CA");
    }

    /** The corners of the mark of an origin. */
    private static String shape(String origin) throws IOException {
        String styles = Files.readString(Path.of("light-modules/portail/webresources/css/card.css"));
        return styles.replaceFirst("(?s).*\\.tag-" + origin + " \\{\\s*border-radius: ([^;]+);.*", "$1");
    }

    @Test
    void AC_03_each_ends_with_the_structure_its_fiche_and_a_way_to_reach_it_and_without_one_none_is_published() {
        HttpResponse<String> refused = publish("Sans personne", Map.of("contactStructure", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(refused)).contains("Dites à qui s’adresser");

        published("Avec quelqu’un", Map.of());
        Element whom = Objects.requireNonNull(news("avec-quelqu-un").selectFirst("main .contact"));
        assertThat(whom.select(".contact-name a").attr("href")).isEqualTo("/reseau/acteurs/le-fournil-des-mots");
        assertThat(whom.select(".ways a[href=/contact/acteurs/le-fournil-des-mots]"))
                .hasSize(1);
        assertThat(get("/contact/acteurs/le-fournil-des-mots").statusCode()).isEqualTo(200);

        published("Par téléphone", Map.of("contactMoyen.genre", "telephone", "contactMoyen.valeur", "02 61 91 00 00"));
        assertThat(news("par-telephone").select("main .contact .ways a[href='tel:+33261910000']"))
                .hasSize(1);
    }

    @Test
    void AC_04_eight_photos_at_most_described_and_credited_and_without_one_a_drawing(@Autowired Stores stores) {
        Map<String, String> nine = new LinkedHashMap<>();
        for (int i = 0; i < 9; i++) {
            nine.put("photos[" + i + "].image", DRAWING);
            nine.put("photos[" + i + "].alt", "Un dessin, vu " + i + " fois");
            nine.put("photos[" + i + "].credit", "le pôle");
        }
        HttpResponse<String> refused = publish("Trop de photos", nine);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(refused)).contains("Huit photos au plus");

        published("Une photo sans mots à elle", Map.of("photos[0].image", DRAWING, "photos[0].credit", "le pôle"));
        assertThat(news("une-photo-sans-mots-a-elle").select("main figure img").attr("alt"))
                .as("those that its owner gave in the library")
                .isNotBlank();
        published(
                "Une photo pour le décor",
                Map.of("photos[0].image", DRAWING, "photos[0].credit", "le pôle", "photos[0].decorative", "true"));
        assertThat(news("une-photo-pour-le-decor").select("main figure img").attr("alt"))
                .isEmpty();
        library(stores, "caption", "");
        try {
            HttpResponse<String> untold =
                    publish("Une photo sans un mot", Map.of("photos[0].image", DRAWING, "photos[0].credit", "le pôle"));
            assertThat(untold.statusCode()).isEqualTo(422);
            assertThat(Browser.problems(untold)).contains("Dites en une phrase ce que montre la photo");
            published(
                    "Une photo sans un mot, pour le décor",
                    Map.of("photos[0].image", DRAWING, "photos[0].credit", "le pôle", "photos[0].decorative", "true"));
        } finally {
            library(stores, "caption", "Un dessin de la médiathèque");
        }
        published("Une photo que l’on crédite déjà", Map.of("photos[0].image", DRAWING));
        assertThat(news("une-photo-que-l-on-credite-deja")
                        .select("main figure .credit")
                        .text())
                .as("as its owner said in the library")
                .contains("Dessin du pôle");
        library(stores, "copyright", "");
        try {
            assertThat(Browser.problems(publish("Une photo de personne", Map.of("photos[0].image", DRAWING))))
                    .contains("Dites qui a fait l’image");
        } finally {
            library(stores, "copyright", "Dessin du pôle");
        }

        nine.keySet().removeIf(name -> name.startsWith("photos[8]"));
        published("Huit photos", nine);
        Document eight = news("huit-photos");
        assertThat(eight.select("main figure img[alt^=Un dessin]")).hasSize(8);
        assertThat(eight.select("main figure .credit")).hasSize(8);
        assertThat(eight.select(".figure-main img").attr("srcset")).contains("320w", "640w", "1280w");
        published("Sans photo", Map.of());
        Document list = page("/actualites");
        assertThat(list.select(".card:contains(Huit photos) img").attr("alt")).isEqualTo("Un dessin, vu 0 fois");
        assertThat(list.select(".card:contains(Sans photo) img").attr("src")).contains("actualites-carte");
    }

    @Test
    void AC_07_three_of_all_kinds_are_taken_to_heart_at_a_time_each_for_a_month_at_most_with_a_reason_and_a_role(
            @Autowired Stores stores) {
        LocalDate from = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(100);
        Map<String, String> heart = new LinkedHashMap<>();
        heart.put("coupDeCoeur.du", from.toString());
        heart.put("coupDeCoeur.au", from.plusDays(32).toString());
        heart.put("coupDeCoeur.phrase", "Parce que tout le monde s’y met");
        heart.put("coupDeCoeur.role", "le CA");

        assertThat(Browser.problems(publish("Un cœur trop long", heart))).contains("31 jours au plus");
        heart.put("coupDeCoeur.au", from.plusDays(31).toString());
        published("Un premier cœur", heart);
        // the others are of other kinds: three are three, whatever they are
        for (String other : List.of("/actions/l-agenda-commun", "/lieux/la-gare-aux-gateaux")) {
            stores.author().update(Identity.SYSTEM, session -> {
                Node days = session.getNode(other).addNode("coupDeCoeur", "mgnl:contentNode");
                days.setProperty(
                        "du",
                        Dates.utc(from.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant()));
                days.setProperty(
                        "au",
                        Dates.utc(from.plusDays(31)
                                .atStartOfDay(ZoneId.of("Europe/Paris"))
                                .toInstant()));
            });
        }
        HttpResponse<String> fourth = publish("Un cœur de trop", heart);
        assertThat(fourth.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(fourth)).contains("Trois coups de cœur sont déjà en ligne");
        heart.put("coupDeCoeur.du", from.plusDays(32).toString());
        heart.put("coupDeCoeur.au", from.plusDays(40).toString());
        published("Un cœur d’après", heart);
        heart.remove("coupDeCoeur.role");
        assertThat(Browser.problems(publish("Un cœur de personne", heart))).contains("Dites qui l’a choisi");
    }

    @Test
    void AC_08_what_comes_next_shares_the_structure_before_the_project_the_theme_and_the_commune() {
        published("Par la commune", Map.of("communes", FOUGERAY, "contactStructure", PREAU));
        published("Par le thème", Map.of("themes", DIGITAL, "contactStructure", PREAU));
        published("Par le projet", Map.of("liesProjets", BUS, "contactStructure", PREAU));
        published("Par la structure", Map.of("contactStructure", CLIC));
        write(
                Browser.signedIn(port, "salariee"),
                "Un brouillon de la structure",
                Map.of("contactStructure", CLIC),
                "enregistrer");
        published(
                "La fin de tout",
                Map.of("contactStructure", CLIC, "liesProjets", BUS, "themes", DIGITAL, "communes", FOUGERAY));

        assertThat(titles(news("la-fin-de-tout"))).containsExactly("Par la structure", "Par le projet", "Par le thème");
    }

    @Test
    void AC_11_a_post_elsewhere_is_a_link_and_a_shared_address_shows_title_image_and_words() {
        published("Aussi ailleurs", Map.of("lienAilleurs[0]", "https://exemple.org/notre-page/42"));
        Document page = news("aussi-ailleurs");

        assertThat(page.select("main a[href=https://exemple.org/notre-page/42]"))
                .hasSize(1);
        assertThat(page.select("iframe, embed, object, video, [src^=http]:not([src*=localhost])"))
                .isEmpty();
        Document shared = demo();
        assertThat(shared.select("meta[property=og:title]").attr("content")).startsWith("Trente chaises");
        assertThat(shared.select("meta[property=og:description]").attr("content"))
                .isNotBlank();
        assertThat(shared.select("meta[property=og:image]").attr("content"))
                .startsWith("http")
                .contains("/.imaging/");
    }

    @Test
    void AC_12_nobody_comments_one_writes_to_the_structure_or_passes_it_on() {
        Document page = demo();

        assertThat(page.select("main textarea:not([readonly]), main form[method=post]:not([action*=relais])"))
                .isEmpty();
        assertThat(page.select("main .contact .ways a[href^=/contact/]")).hasSize(1);
        assertThat(page.select("main .share, main [id^=passer], main section:contains(Faire passer)"))
                .isNotEmpty();
    }

    @Test
    void AC_13_what_is_older_than_a_year_says_so(@Autowired Stores stores) {
        published("Vieille nouvelle", Map.of());
        assertThat(text(news("vieille-nouvelle").body())).doesNotContain("plus d’un an");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        assertThat(toldOn(stores, today.minusYears(1).plusDays(2)))
                .as("a year ago, but for two days")
                .doesNotContain("plus d’un an");
        assertThat(toldOn(stores, today.minusYears(1).minusDays(2)))
                .as("a year and two days ago")
                .contains("Cette actu a plus d’un an");
        assertThat(toldOn(stores, today.minusYears(2).minusDays(2))).contains("Cette actu a plus de 2 ans");
    }

    /** What the page of a piece of news says that had come out on some day. */
    private String toldOn(Stores stores, LocalDate day) {
        new PublishedWriter(stores).write(session -> {
            Node item = Workspace.byId(session, id(stores, "Vieille nouvelle")).orElseThrow();
            item.setProperty(
                    "publie",
                    Dates.utc(
                            day.atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant()));
        });
        return text(page("/actualites/" + day.getYear() + "/vieille-nouvelle").body());
    }

    @Test
    void AC_13_one_press_puts_away_a_project_that_is_over(@Autowired Stores stores) {
        Browser noor = Browser.signedIn(port, "salariee");
        touched(stores, "le-cinema-des-lavoirs", 200);
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/projets/le-cinema-des-lavoirs")
                                .setProperty("stade", "etude"));
        String address = "/reseau/projets/le-cinema-des-lavoirs";
        String form = "/espace/projets/"
                + stores.author()
                        .read(
                                Identity.SYSTEM,
                                session -> session.getNode("/projets/le-cinema-des-lavoirs")
                                        .getIdentifier());
        assertThat(get(address).statusCode()).isEqualTo(200);
        assertThat(noor.read("/espace/taches").select("a[href=" + form + "]")).hasSize(1);
        Element archive = Objects.requireNonNull(noor.read(form).selectFirst("section.acote form[action$=/archiver]"));

        HttpResponse<String> pressed = noor.post(
                archive.attr("action"),
                Map.of("_csrf", archive.select("[name=_csrf]").attr("value")));

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(get(address).statusCode()).isIn(404, 410);
        assertThat(noor.read("/espace/taches").select("a[href=" + form + "]")).isEmpty();
        assertThat(stores.author()
                        .<String>read(
                                Identity.SYSTEM,
                                session -> session.getNode("/projets/le-cinema-des-lavoirs")
                                        .getProperty("etat")
                                        .getString()))
                .isEqualTo("archive");
    }

    @Test
    void AC_13_a_project_that_nobody_touched_for_six_months_is_asked_about_and_one_press_answers(
            @Autowired Stores stores) {
        Browser noor = Browser.signedIn(port, "salariee");
        touched(stores, "l-epicerie-qui-ferme-quand-elle-veut", 170);
        touched(stores, "le-bus-a-outils", 200);
        String asked = "a[href=/espace/projets/" + BUS + "]";

        Document tasks = noor.read("/espace/taches");
        assertThat(tasks.select("a[href=/espace/projets/" + GROCERY + "]"))
                .as("five months and a half")
                .isEmpty();
        assertThat(tasks.select(asked)).hasSize(1);
        Element aside =
                Objects.requireNonNull(noor.read("/espace/projets/" + BUS).selectFirst("section.acote"));
        assertThat(text(aside)).contains("Toujours d’actualité ?", "Oui, toujours", "Non, archiver", "corrigez-le");
        Element yes = Objects.requireNonNull(aside.selectFirst("form[action$=/oui]"));
        HttpResponse<String> said = noor.post(
                yes.attr("action"), Map.of("_csrf", yes.select("[name=_csrf]").attr("value")));

        assertThat(said.statusCode()).isEqualTo(302);
        assertThat(noor.read("/espace/taches").select(asked)).isEmpty();
        assertThat(noor.read("/espace/projets/" + BUS).select("section.acote form"))
                .isEmpty();
        touched(stores, "le-bus-a-outils", 200);
        assertThat(noor.read("/espace/taches").select(asked))
                .as("six months later")
                .hasSize(1);
    }

    private static void touched(Stores stores, String projet, int daysAgo) {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> new Workspace("projets")
                                .root(session)
                                .getNode(projet)
                                .setProperty(
                                        "mgnl:lastModified",
                                        Dates.utc(Instant.now().minus(Duration.ofDays(daysAgo)))));
    }

    @Test
    void AC_14_the_news_of_a_project_and_of_an_action_are_a_thread_on_its_page_the_oldest_first(
            @Autowired Stores stores) {
        published("Le fil commence", Map.of("liesProjets", LAUNDRY, "liesActions", TRACK));
        published("Le fil continue", Map.of("liesProjets", LAUNDRY, "liesActions", TRACK));
        Map<String, String> met = new LinkedHashMap<>();
        met.put("titre", "On visite les murs");
        met.put("origine", "pole");
        met.put("debut", LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(3) + "T10:00");
        met.put("confirme.debut", met.get("debut"));
        met.put("enLigne", "https://visio.exemple.org/murs");
        met.put("description", "<p>On pousse la porte, on mesure, on rêve.</p>");
        met.put("organisateurs[0].nom", "Le pôle");
        met.put("tarif", "gratuit");
        met.put("statut", "prevu");
        met.put("visibilite", "public");
        met.put("liesProjets", LAUNDRY);
        met.put("liesActions", TRACK);
        HttpResponse<String> sent =
                Browser.signedIn(port, "salariee").write("/espace/evenements/nouveau", met, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        String folder = LocalDate.now(ZoneId.of("Europe/Paris")).format(DateTimeFormatter.ofPattern("yyyy/MM"));
        String visit = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/evenements/" + folder + "/on-visite-les-murs")
                                .getIdentifier());
        published("Le fil d’un rendez-vous", Map.of("liesEvenements", visit));

        for (String about :
                List.of("/reseau/projets/la-laverie-bibliotheque", "/le-pole/actions/le-parcours-j-ai-une-idee")) {
            Document page = page(about);
            assertThat(page.select("#fil + ol a").eachText())
                    .as(about)
                    .containsExactly("On visite les murs", "Le fil commence", "Le fil continue");
            assertThat(page.select("#fil + ol time")).hasSize(3);
        }
        assertThat(page("/agenda/on-visite-les-murs").select("#fil + ol a").eachText())
                .as("an event has its own")
                .containsExactly("Le fil d’un rendez-vous");
    }

    /** What the library says that the drawing shows. */
    private static void library(Stores stores, String property, String words) {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> Workspace.DAM
                                .nodeById(session, DRAWING.substring("jcr:".length()))
                                .orElseThrow()
                                .setProperty(property, words));
    }

    private static String id(Stores stores, String title) {
        return stores.published().read(Identity.SYSTEM, session -> {
            for (NodeIterator years = new Workspace("actus").root(session).getNodes(); years.hasNext(); ) {
                Node year = years.nextNode();
                for (NodeIterator months = year.getNodes(); months.hasNext(); ) {
                    for (NodeIterator items = months.nextNode().getNodes(); items.hasNext(); ) {
                        Node item = items.nextNode();
                        if (item.hasProperty("titre")
                                && item.getProperty("titre").getString().equals(title)) {
                            return item.getIdentifier();
                        }
                    }
                }
            }
            throw new AssertionError(title);
        });
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
