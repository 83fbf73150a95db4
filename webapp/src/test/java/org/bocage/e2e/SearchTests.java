package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.SessionWork;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The search of the site, as visitors use it. */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.demo=true")
class SearchTests {

    private static final Path QUERIES = Path.of("webapp/src/test/resources/search/queries.txt");
    private static final double LEAST_QUALITY = 0.95;
    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Pages", "website"),
            Map.entry("Actus", "actus"),
            Map.entry("Agenda", "evenements"),
            Map.entry("Annonces", "annonces"),
            Map.entry("Acteurs", "acteurs"),
            Map.entry("Lieux inspirants", "lieux"),
            Map.entry("Projets", "projets"),
            Map.entry("Ressources", "ressources"),
            Map.entry("Pochettes", "pochettes"),
            Map.entry("Actions du pôle", "actions"),
            Map.entry("Missions du pôle", "missions"),
            Map.entry("Albums photo", "albums"),
            Map.entry("Carnet d’adresses", "personnes"),
            Map.entry("Communes", "vocabulaires"));

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("search"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
    }

    @Test
    void pages_that_stand_in_no_menu_are_found_under_their_titles() {
        for (Map.Entry<String, String> page : Map.of(
                        "mentions", "Mentions légales",
                        "newsletter", "La lettre",
                        "plan du site", "Plan du site",
                        "rss", "Suivre les nouveautés")
                .entrySet()) {
            assertThat(new Browser(port)
                            .read("/recherche?q=" + page.getKey().replace(" ", "+"))
                            .select(".result-title")
                            .eachText()
                            .get(0))
                    .as(page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void UX_04_what_people_type_finds_first_what_they_mean() throws IOException {
        List<String> lines = Files.readAllLines(QUERIES).stream()
                .filter(line -> !line.startsWith("#") && line.contains(" => "))
                .toList();
        double sum = 0;
        List<String> missed = new ArrayList<>();
        for (String line : lines) {
            String query = line.substring(0, line.indexOf(" => "));
            List<String> right =
                    List.of(line.substring(line.indexOf(" => ") + 4).split(" \\| "));
            List<String> found = found(query);
            double rank = reciprocalRank(right, found);
            sum += rank;
            if (rank < 1) {
                missed.add(query + " (" + rank + "): " + found.stream().limit(4).toList());
            }
        }
        double quality = sum / lines.size();
        System.out.printf("MRR of %d queries: %.4f%n%s%n", lines.size(), quality, String.join("\n", missed));

        assertThat(lines).hasSizeGreaterThanOrEqualTo(150);
        assertThat(quality).as(String.join("\n", missed)).isGreaterThanOrEqualTo(LEAST_QUALITY);
    }

    private static double reciprocalRank(List<String> right, List<String> found) {
        for (int i = 0; i < found.size(); i++) {
            if (right.contains(found.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"une crèche dans la ferme", "habiter à six", "CA du mois", "calendrier budgétaire"})
    void UX_04_what_is_kept_for_members_is_not_found_nor_counted_nor_suggested_to_a_visitor(String title) {
        Visitor board = Visitor.signedIn(port, "ca");
        Visitor visitor = new Visitor(port);
        Document seen = results(board, title);
        Document hidden = results(visitor, title);

        assertThat(seen.select(".result-title").eachText()).anyMatch(found -> found.equalsIgnoreCase(title));
        assertThat(hidden.select(".result-title").eachText()).noneMatch(found -> found.equalsIgnoreCase(title));
        assertThat(suggestions(board, title)).containsIgnoringCase(title);
        assertThat(suggestions(visitor, title)).doesNotContainIgnoringCase(title);
    }

    @Test
    void UX_04_a_person_is_found_by_name_where_they_stand_as_long_as_they_agree() throws Exception {
        Visitor visitor = new Visitor(port);
        String place = results(visitor, "kévin").select(".result-title a").attr("href");
        assertThat(place).isEqualTo("/reseau/contacts#personne-kevin");
        assertThat(visitor.page("/reseau/contacts").select("#personne-kevin").text())
                .contains("Kévin");
        assertThat(suggestions(visitor, "kév")).contains(place);
        for (String unknown : List.of("Gildas", "Yvonne")) {
            assertNothing(visitor, unknown);
        }

        String id = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/personnes/kevin").getIdentifier());
        Review review = context.getBean(Review.class);
        move(review, id, "archiver");
        try {
            assertNothing(visitor, "Kévin");
        } finally {
            move(review, id, "publier");
        }
        Awaitility.await().until(() -> found("kévin").contains("personnes/kevin"));
    }

    private void move(Review review, String id, String action) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            review.move(session, item, action, SALARIEE, Revisions.number(item), "", node -> {});
        });
    }

    private void assertNothing(Visitor visitor, String name) {
        Awaitility.await().untilAsserted(() -> {
            assertThat(results(visitor, name).select(".result")).isEmpty();
            assertThat(suggestions(visitor, name)).doesNotContain("/reseau/");
            assertThat(visitor.get("/reseau/contacts").body()).doesNotContain(name);
        });
    }

    @Test
    void UX_04_a_name_is_never_taken_for_another_word_but_what_may_have_been_meant_is_offered() {
        assertThat(found("La Couyer").get(0)).as("a slip in a name").isEqualTo("vocabulaires/la-couyere");
        Document page = results(new Visitor(port), "Chaize");
        assertThat(page.select(".result")).isEmpty();
        assertThat(page.select(".results-note a").attr("href")).isEqualTo("/recherche?q=chaise");
        assertThat(found("chaize").get(0)).as("a slip in a word").contains("chaises");
    }

    @Test
    void UX_04_what_is_of_the_kind_that_a_word_names_comes_first() {
        Document page = results(new Visitor(port), "emploi guichen");

        assertThat(page.select(".result-kind").eachText()).startsWith("Annonces", "Annonces");
        assertThat(page.select(".results-note").text()).startsWith("Peu de réponses ont tous vos mots");
        assertThat(found("emploi").subList(0, 3))
                .allMatch(one -> one.equals("website/annonces/emploi") || one.startsWith("annonces/"));
        Map.of(
                        "lieux",
                        "lieux/",
                        "projets",
                        "projets/",
                        "événement guichen",
                        "evenements/",
                        "projet guichen",
                        "projets/")
                .forEach((words, kind) ->
                        assertThat(found(words).get(0)).as(words).startsWith(kind));
    }

    @Test
    void UX_04_what_has_some_of_the_words_stands_behind_the_few_that_have_them_all() {
        assertThat(found("lire des histoires").subList(0, 3)).contains("annonces/qui-lit-des-histoires-le-mercredi");
        assertThat(found("Noor Exemple")).contains("personnes/noor");
    }

    @Test
    void UX_04_machines_are_told_of_every_commune_and_of_no_person() {
        String places = new Visitor(port).get("/sitemap.xml").body();

        assertThat(places).contains("/commune/guichen<", "/commune/la-couyere<").doesNotContain("#", "/themes");
        assertThat(places.split("/commune/", -1)).hasSize(39);
        assertThat(places).doesNotContain("hors-territoire");
        assertThat(new Visitor(port).get("/commune/hors-territoire").statusCode())
                .isEqualTo(404);
    }

    @Test
    void UX_04_counts_are_those_of_what_the_reader_may_read() {
        Document members = results(Visitor.signedIn(port, "adherent"), "ferme");
        Document visitors = results(new Visitor(port), "ferme");

        assertThat(countOf("Projets", members)).isEqualTo(countOf("Projets", visitors) + 1);
        assertThat(total(members)).isEqualTo(total(visitors) + 1);
        assertThat(members.select("#filtre-commune option").eachText())
                .as("commune of the project kept for members")
                .anyMatch(option -> option.startsWith("Ercé-en-Lamée"));
        assertThat(visitors.select("#filtre-theme option").size())
                .isLessThanOrEqualTo(members.select("#filtre-theme option").size());
    }

    private static int countOf(String kind, Document page) {
        return page.select(".tabs a").stream()
                .filter(tab -> tab.ownText().strip().equals(kind))
                .map(tab -> Integer.parseInt(tab.select(".tab-count").text()))
                .findFirst()
                .orElse(0);
    }

    private static int total(Document page) {
        return Integer.parseInt(page.select(".count").text().replaceAll("\\D", ""));
    }

    @Test
    void UX_04_kinds_communes_and_themes_narrow_what_was_found() {
        Visitor visitor = new Visitor(port);
        Document all = results(visitor, "jardin");
        Document actus = visitor.page("/recherche?q=jardin&genre=actus");
        Document goven = visitor.page("/recherche?q=jardin&commune=goven");

        assertThat(actus.select(".result-kind").eachText()).isNotEmpty().containsOnly("Actus");
        assertThat(total(actus)).isEqualTo(countOf("Actus", all));
        assertThat(countOf("Lieux inspirants", actus)).isEqualTo(countOf("Lieux inspirants", all));
        assertThat(total(goven)).isBetween(1, total(all) - 1);
        assertThat(goven.select(".result").eachText()).allMatch(result -> result.contains("Goven"));
        assertThat(all.select("#filtre-commune option").eachText()).contains("Goven (" + total(goven) + ")");
    }

    @Test
    void UX_04_ess_finds_economie_sociale_et_solidaire_and_no_text_that_begins_so() {
        assertThat(places("ess")).doesNotContain("lieux/la-gare-aux-gateaux", "lieux/la-chapelle-a-wifi");
        published(session -> {
            session.getNode("/lieux/la-gare-aux-gateaux")
                    .setProperty("accroche", "Une gare de l’économie sociale et solidaire.");
            session.getNode("/lieux/la-chapelle-a-wifi")
                    .setProperty("accroche", "Chaque essai compte, et l’essaimage aussi.");
        });

        assertThat(places("essaimage")).contains("lieux/la-chapelle-a-wifi");
        assertThat(places("ess")).contains("lieux/la-gare-aux-gateaux").doesNotContain("lieux/la-chapelle-a-wifi");
        assertThat(places("ESS")).isEqualTo(places("ess"));
    }

    @Test
    void UX_04_benevolat_finds_benevoles_and_the_other_way_round() {
        for (String place : List.of("lieux/le-comptoir-sans-caisse", "lieux/le-jardin-des-brouillons")) {
            assertThat(places("benevolat")).doesNotContain(place);
        }
        published(session -> {
            session.getNode("/lieux/le-comptoir-sans-caisse")
                    .setProperty("accroche", "Douze bénévoles y tiennent la caisse qui n’existe pas.");
            session.getNode("/lieux/le-jardin-des-brouillons")
                    .setProperty("accroche", "Le bénévolat y pousse tout seul.");
        });

        for (String query : List.of("benevolat", "bénévolat", "benevole", "Bénévoles")) {
            assertThat(places(query))
                    .as(query)
                    .contains("lieux/le-comptoir-sans-caisse", "lieux/le-jardin-des-brouillons");
        }
    }

    private List<String> places(String query) {
        return new Visitor(port)
                .page(address(query) + "&genre=lieux").select(".result").stream()
                        .map(SearchTests::named)
                        .toList();
    }

    @Test
    void UX_04_the_mark_is_on_the_word_and_not_on_its_article() {
        assertThat(results(new Visitor(port), "emplois").select(".result mark").eachText())
                .contains("emploi")
                .noneMatch(mark -> mark.contains("’"));
    }

    @Test
    void UX_04_a_slip_of_the_keyboard_is_told_and_so_is_what_only_comes_near() {
        assertThat(results(new Visitor(port), "emplio").select(".results-note").text())
                .isEqualTo("Rien pour « emplio » ; voici pour « emploi ».");
        assertThat(results(new Visitor(port), "vélo zanzibar")
                        .select(".results-note")
                        .text())
                .contains("ce qui s’en approche");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "***",
                "\"",
                "((((",
                "/zzzz/.*",
                "le la les",
                "l'",
                "\u202e\u0000\uFFFD",
                "\uD83D\uDE80 \uD83D\uDEB2",
                "zzzzzzzz",
                "مرحبا",
            })
    void UX_04_an_odd_query_finds_nothing_and_is_no_error(String query) {
        assertThat(new Visitor(port).get(address(query)).statusCode()).isEqualTo(200);
        assertThat(results(new Visitor(port), query).select("main .empty")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AND OR NOT", "titre:*", "~2^8", "emploi\\", "[a TO z]", "-emploi", "+++emploi"})
    void the_operators_of_search_engines_are_words_like_others(String query) {
        assertThat(new Visitor(port).get(address(query)).statusCode()).isEqualTo(200);
    }

    @Test
    void UX_04_a_query_of_5_000_characters_finds_nothing_and_is_no_error() {
        for (String query : List.of("emploi ".repeat(715).substring(0, 5_000), "z".repeat(5_000), "é".repeat(5_000))) {
            var answer = new Visitor(port).get(address(query));
            Document page = Jsoup.parse(answer.body());
            assertThat(answer.statusCode()).as(query.substring(0, 7)).isIn(200, 400, 414);
            assertThat(page.select(".result")).isEmpty();
            assertThat(Browser.plain(page.text()))
                    .as("a sentence, in French, %d", answer.statusCode())
                    .containsPattern("Un mot suffit|n’a pas été comprise|trop longue");
        }
        assertThat(results(new Visitor(port), "emploi ".repeat(40)).select(".result"))
                .isNotEmpty();
    }

    @Test
    void markup_in_a_query_is_shown_as_typed() {
        String typed = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        Document page = results(new Visitor(port), typed);

        assertThat(page.select("main script, main img[onerror], header script")).isEmpty();
        assertThat(page.select("#recherche-page").val()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=emploi&page=0", "q=emploi&page=1000000000", "q=emploi&page=deux", "q=emploi&page=99"})
    void a_page_of_results_that_is_not_there_is_answered_by_the_page_of_lost_ways(String query) {
        assertThat(new Visitor(port).get("/recherche?" + query).statusCode()).isEqualTo(404);
    }

    @Test
    void UX_05_suggestions_come_from_the_third_letter_on() {
        assertThat(suggestions(new Visitor(port), "bo")).isEqualTo("[]");
        assertThat(suggestions(new Visitor(port), "boc"))
                .contains("Bocal")
                .contains("/reseau/acteurs/bocal-et-bocaux-perches");
        assertThat(suggestions(new Visitor(port), "THEAT")).contains("Théâtre du Fossé Sec");
    }

    @Test
    void UX_05_suggestions_are_reached_with_the_arrows_taken_by_enter_and_put_away_by_escape(@TempDir Path profile) {
        ChromeDriver browser = Chromium.open(profile);
        try {
            browser.get("http://localhost:" + port + "/");
            WebElement box = browser.findElement(By.cssSelector("header input[data-suggestions]"));
            assertThat(said(box)).isEqualTo("combobox closed on -");

            box.sendKeys("theat");
            untilSaid(browser, box, "combobox open on -");
            List<WebElement> options = browser.findElements(
                    By.cssSelector("#" + box.getAttribute("aria-controls") + "[role=listbox] [role=option]"));
            assertThat(options).hasSizeGreaterThan(1);
            WebElement last = options.get(options.size() - 1);

            box.sendKeys(Keys.ARROW_DOWN);
            assertActive(box, options, options.get(0));
            box.sendKeys(Keys.ARROW_DOWN);
            assertActive(box, options, options.get(1));
            box.sendKeys(Keys.ARROW_UP, Keys.ARROW_UP);
            assertActive(box, options, last);
            box.sendKeys(Keys.ARROW_DOWN);
            assertActive(box, options, options.get(0));

            box.sendKeys(Keys.ESCAPE);
            assertThat(said(box)).isEqualTo("combobox closed on -");
            assertThat(options.get(0).isDisplayed()).isFalse();
            assertThat(box.getAttribute("value"))
                    .as("Escape leaves what was typed")
                    .isEqualTo("theat");
            assertThat(browser.switchTo().activeElement()).isEqualTo(box);

            box.sendKeys("re du fosse");
            untilSaid(browser, box, "combobox open on -");
            box.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
            Chromium.untilLeft(browser, box);
            assertThat(browser.getCurrentUrl()).endsWith("/reseau/acteurs/theatre-du-fosse-sec");
        } finally {
            browser.quit();
        }
    }

    @Test
    void UX_05_without_scripts_nothing_is_suggested_and_enter_leads_to_what_is_found(@TempDir Path profile) {
        ChromeDriver browser = Chromium.open(profile);
        try {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            browser.get("http://localhost:" + port + "/");
            WebElement box = browser.findElement(By.cssSelector("header input[name=q]"));
            assertThat(box.getAttribute("role")).as("an ordinary field").isNull();
            box.sendKeys("theatre");
            assertThat(browser.findElements(By.cssSelector("[role=listbox], [role=option]")))
                    .isEmpty();
            box.sendKeys(Keys.ENTER);
            Chromium.waiting(browser).until(open -> open.getCurrentUrl().endsWith("/recherche?q=theatre"));
            List<WebElement> found = Chromium.waiting(browser)
                    .until(ExpectedConditions.presenceOfAllElementsLocatedBy(By.cssSelector(".result-title a")));
            assertThat(found).anyMatch(link -> link.getText().contains("Théâtre du Fossé Sec"));
        } finally {
            browser.quit();
        }
    }

    @Test
    void UX_05_enter_with_no_suggestion_chosen_searches_the_words_typed(@TempDir Path profile) {
        ChromeDriver browser = Chromium.open(profile);
        try {
            browser.get("http://localhost:" + port + "/");
            WebElement box = browser.findElement(By.cssSelector("header input[data-suggestions]"));
            box.sendKeys("theat");
            untilSaid(browser, box, "combobox open on -");
            box.sendKeys(Keys.ENTER);
            Chromium.untilLeft(browser, box);
            assertThat(browser.getCurrentUrl()).endsWith("/recherche?q=theat");
        } finally {
            browser.quit();
        }
    }

    private static void untilSaid(ChromeDriver browser, WebElement box, String said) {
        Chromium.waiting(browser).until(open -> said(box).equals(said));
    }

    /** What a screen reader is told of the box: its role, whether its list is open, and the option it is on. */
    private static String said(WebElement box) {
        String active = box.getAttribute("aria-activedescendant");
        return box.getAttribute("role")
                + ("true".equals(box.getAttribute("aria-expanded")) ? " open" : " closed")
                + " on "
                + (active == null ? "-" : active);
    }

    private static void assertActive(WebElement box, List<WebElement> options, WebElement active) {
        assertThat(said(box)).isEqualTo("combobox open on " + active.getAttribute("id"));
        assertThat(options.stream().filter(option -> "true".equals(option.getAttribute("aria-selected"))))
                .as("one option is chosen, and the box keeps the focus")
                .containsExactly(active);
    }

    @Test
    void the_box_is_on_every_page_and_on_the_one_of_lost_ways() {
        assertThat(new Visitor(port).page("/").select("form[role=search] input[name=q]"))
                .isNotEmpty();
        assertThat(new Visitor(port).page("/nulle-part").select("main form[role=search]"))
                .hasSize(1);
        assertThat(results(new Visitor(port), "emploi")
                        .select("meta[name=robots]")
                        .attr("content"))
                .isEqualTo("noindex");
    }

    @Test
    void UX_04_accents_are_left_out_to_find_and_count_to_rank() {
        List<String> all = List.of("lieux/la-gare-aux-gateaux", "lieux/la-chapelle-a-wifi");
        published(session -> {
            session.getNode("/lieux/la-gare-aux-gateaux").setProperty("accroche", "On y trouve un zébulé, un seul.");
            session.getNode("/lieux/la-chapelle-a-wifi").setProperty("accroche", "On y trouve un zebule, un seul.");
        });

        assertThat(found("zébulé")).containsExactlyElementsOf(all);
        assertThat(found("zebule")).containsExactly(all.get(1), all.get(0));
        assertThat(found("ZÉBULÉ")).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"farandole-a", "farandole-b"})
    void UX_04_of_two_that_say_the_same_the_fresh_one_comes_first(String fresh) {
        List<String> both = List.of("farandole-a", "farandole-b");
        Instant now = Instant.now();
        published(session -> {
            for (String name : both) {
                Node folder = session.getNode("/actus");
                Node news = folder.hasNode(name) ? folder.getNode(name) : folder.addNode(name, "bocage:actu");
                news.setProperty("titre", "Le grand farandolage");
                news.setProperty("name", name);
                news.setProperty("publie", Dates.utc(now.minus(Duration.ofDays(name.equals(fresh) ? 2 : 300))));
            }
        });

        assertThat(found("farandolage")).hasSize(2).first().isEqualTo("actus/" + fresh);
    }

    @Test
    void UX_04_a_new_synonym_and_a_new_text_are_found_when_their_publication_returns() {
        Visitor visitor = new Visitor(port);
        assertThat(found("gargouillis")).isEmpty();
        published(session -> {
            Node synonym = session.getNode("/vocabulaires/synonymes").addNode("essai", "bocage:vocabulaire");
            synonym.setProperty("titre", "gargouillis = trésorerie");
        });
        assertThat(found("gargouillis")).first().isEqualTo("evenements/formation-tenir-sa-tresorerie-sans-trembler");
        published(session -> session.getNode("/lieux/le-hangar-a-hirondelles")
                .setProperty("accroche", "Un mot : abracadabrantesque."));
        assertThat(found("abracadabrantesques")).containsExactly("lieux/le-hangar-a-hirondelles");
        published(
                session -> session.getNode("/vocabulaires/communes/baulon").setProperty("titre", "Baulon-les-Essais"));
        assertThat(found("baulon essais")).contains("lieux/le-hangar-a-hirondelles");
        assertThat(results(visitor, "abracadabrantesque").select("mark").text()).isEqualTo("abracadabrantesque");
    }

    @Test
    void OPS_07_what_people_search_in_vain_is_counted_for_the_salariee_without_addresses_and_numbers() {
        for (String words : List.of("Piscine à vagues", "piscine à vagues", "yeti@exemple.invalid", "06 39 98 12 34")) {
            results(new Visitor(port), words);
        }
        for (int i = 0; i < 25; i++) {
            results(new Visitor(port), "zyx" + (char) ('a' + i) + "introuvable");
        }
        Document page = Visitor.signedIn(port, "salariee").page("/espace/reglages");
        assertThat(page.select("section[aria-labelledby=manques] li, section[aria-labelledby=manques] tbody tr"))
                .as("the first twenty of the month")
                .hasSize(20);
        String settings = Visitor.signedIn(port, "salariee")
                .page("/espace/reglages")
                .select("section[aria-labelledby=manques]")
                .text();

        assertThat(settings)
                .contains("piscine à vagues 2")
                .doesNotContain("yeti")
                .doesNotContain("39 98");

        // what was counted becomes that of the month before
        YearMonth month = YearMonth.now(ZoneId.of("Europe/Paris"));
        Job.run(context, "FailedSearches.save");
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.move("/recherches/" + month, "/recherches/" + month.minusMonths(1)));
        results(new Visitor(port), "toboggan à eau");
        String next = Visitor.signedIn(port, "salariee")
                .page("/espace/reglages")
                .select("section[aria-labelledby=manques]")
                .text();
        assertThat(next).as("of this month alone").contains("toboggan à eau").doesNotContain("piscine", "zyx");
    }

    @Test
    void UX_04_a_search_while_the_index_is_built_anew_finds_what_it_found_before(@Autowired ContentIndexes indexes)
            throws Exception {
        List<String> before = found("jardin");
        assertThat(before).hasSizeGreaterThan(3);
        ExecutorService builder = Executors.newSingleThreadExecutor();
        try {
            Future<?> building = builder.submit(() -> {
                for (int i = 0; i < 3; i++) {
                    indexes.published().rebuild();
                }
            });
            int during = 0;
            while (!building.isDone()) {
                // another address each time, so that each is searched for anew
                assertThat(new Visitor(port)
                                .page(address("jardin") + "&n=" + during).select(".result").stream()
                                        .map(SearchTests::named))
                        .as("search %d during the building", during)
                        .containsExactlyElementsOf(before);
                during++;
            }
            building.get();
            assertThat(during).as("searches while it was built").isGreaterThan(1);
        } finally {
            builder.shutdown();
        }
        assertThat(found("jardin")).isEqualTo(before);
    }

    private void published(SessionWork work) {
        new PublishedWriter(stores).write(work);
    }

    private static String suggestions(Visitor visitor, String typed) {
        return visitor.get("/recherche/suggestions?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                .body()
                .strip();
    }

    /** What is found, as workspace and name; pages by their path. */
    private List<String> found(String query) {
        return results(new Visitor(port), query).select(".result").stream()
                .map(SearchTests::named)
                .toList();
    }

    private static String named(Element result) {
        String address = result.select(".result-title a").attr("href");
        String kind = KINDS.getOrDefault(result.select(".result-kind").text(), "?");
        return kind
                + (kind.equals("website")
                        ? address
                        : address.substring(address.lastIndexOf('/')).replace("contacts#personne-", ""));
    }

    private static Document results(Visitor visitor, String query) {
        return visitor.page(address(query));
    }

    private static String address(String query) {
        return "/recherche?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
