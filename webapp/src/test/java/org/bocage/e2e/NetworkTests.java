package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The rubrique « Le réseau » with the demo's structures, places, projects and people. */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.demo=true")
class NetworkTests {

    private static final String GUICHEN = "b0ca0003-0000-4000-8000-000000035126";
    private static final String CULTURE = "b0ca0002-0000-4000-8000-000000000004";
    private static final String WRITTEN_HERE = "La brasserie des talus";
    private static final String ASKED_FOR = "La remorque à tout faire";
    private static final int LARGEST_DRAWING = 15_000;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path home;

    /** Faults of the names of a map, letter by letter, each from the height of capitals to the line they stand on. */
    private static final String MISPLACED_NAMES = """
            const map = document.querySelector('svg.territoire'), wrong = [], before = [];
            const scale = map.getScreenCTM().a;
            const plots = [...map.querySelectorAll('.cell')].map(cell =>
                [cell.querySelector('title').textContent.replace(/\\s/g, ''), cell.querySelector('path')]);
            const markers = [...map.querySelectorAll('.pin-mark')].map(pin => {
              const box = pin.getBoundingClientRect(), ground = map.getBoundingClientRect();
              return {x: (box.x + box.width / 2 - ground.x) / scale, y: (box.y + box.height / 2 - ground.y) / scale, r: box.width / 2 / scale};
            });
            const names = [...map.querySelectorAll('.names text')];
            for (const name of names) {
              const text = name.textContent, size = parseFloat(getComputedStyle(name).fontSize);
              const [, plot] = plots.find(([of]) => of.startsWith(text.replace(/\\s/g, '').replace(/[.]$/, '')));
              const letters = [];
              for (let i = 0; i < name.getNumberOfChars(); i++) {
                const box = name.getExtentOfChar(i), line = name.getStartPositionOfChar(i).y;
                if (text[i].trim()) letters.push({left: box.x, right: box.x + box.width, top: line - 0.7 * size, bottom: line});
              }
              const inside = (x, y) => plot.isPointInFill(new DOMPoint(x, y));
              if (size * scale < 11) wrong.push(text + ' is too small');
              if (letters.some(one => !inside(one.left, one.top) || !inside(one.right, one.top)
                  || !inside(one.left, one.bottom) || !inside(one.right, one.bottom))) wrong.push(text + ' leaves its plot');
              if (letters.some(one => markers.some(mark => Math.hypot(
                  Math.max(one.left - mark.x, mark.x - one.right, 0), Math.max(one.top - mark.y, mark.y - one.bottom, 0)) < mark.r - 1)))
                wrong.push(text + ' covers a marker');
              if (letters.some(one => before.some(other => one.left < other.right && other.left < one.right
                  && one.top < other.bottom && other.top < one.bottom))) wrong.push(text + ' covers another');
              before.push(...letters);
            }
            return names.length === plots.length ? wrong : ['names: ' + names.length];
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("network"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', 18 structures",
        "famille=cooperative, 2 structures",
        "famille=cooperative&domaine=alimentation-et-agriculture, 1 structure",
        "commune=guichen, 2 structures",
        "commune=guichen&adherent=oui, 1 structure",
        "partenaire=oui, 2 structures",
        "q=legumes, 1 structure",
        "q=bocaux%20perch, 1 structure",
        "accueil=oui, 14 structures",
        "commune=vallons-de-haute-bretagne-communaute, 11 structures",
    })
    void RE_01_filters_of_the_directory_combine_and_say_how_many(String query, String count) {
        assertThat(text(visitor().page("/reseau/acteurs?" + query), ".count")).startsWith(count);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "famille=association",
                "domaine=culture",
                "commune=guichen",
                "adherent=oui",
                "q=roue",
                "partenaire=oui"
            })
    void RE_03_the_map_shows_the_same_structures_as_the_directory(String query) {
        List<String> listed = visitor()
                .page("/reseau/acteurs?" + query)
                .select(".card-title a")
                .eachAttr("href");
        Document map = visitor().page("/reseau/carte?" + query);

        assertThat(map.select(".map-list li a").eachAttr("href")).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(map.select(".pin")).hasSizeLessThanOrEqualTo(listed.size()).isNotEmpty();
    }

    @Test
    void RE_01_the_directory_is_in_the_order_of_names_without_their_article() {
        List<String> names =
                visitor().page("/reseau/acteurs").select(".card-title").eachText();

        assertThat(names).startsWith("Bocal & Bocaux Perchés", "Le Clic des Champs Bleus");
        assertThat(names.indexOf("Le Fournil des Mots")).isLessThan(names.indexOf("Les Mains Vertes du Haut"));
    }

    @Test
    void RE_02_a_fiche_tells_what_it_is_and_keeps_its_address_when_the_name_changes() {
        Document fiche = visitor().page("/reseau/acteurs/la-roue-qui-rit");

        assertThat(text(fiche, "main h1")).isEqualTo("La Roue Qui Rit");
        assertThat(fiche.select("main .fact[href*=famille]")).hasSize(1);
        assertThat(fiche.select("main .lead").text()).isNotEmpty();
        assertThat(fiche.select("main .rich").text()).isNotEmpty();
        assertThat(fiche.select("main a[href^=/commune/]")).isNotEmpty();
        assertThat(fiche.select("main .chip[href*=domaine]")).isNotEmpty();
        assertThat(fiche.select("main .contact a")).isNotEmpty();

        Visitor editor = Visitor.signedIn(port, "salariee");
        String form = editor.page("/espace/acteurs?q=Toile")
                .select("tbody a:contains(La Toile à Coudre)")
                .attr("href");
        Document written = editor.page(form);
        Element name = Objects.requireNonNull(written.selectFirst("[name=name]"), written::text);
        assertThat(name.val()).isEqualTo("la-toile-a-coudre");
        editor.submit(
                written,
                Map.of(
                        "titre", List.of("La Toile à Découdre"),
                        "name", List.of("la-toile-a-decoudre"),
                        "action", List.of("publier")));

        var moved = new Browser(port).get("/reseau/acteurs/la-toile-a-coudre");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).hasValue("/reseau/acteurs/la-toile-a-decoudre");
        assertThat(text(visitor().page("/reseau/acteurs/la-toile-a-decoudre"), "h1"))
                .isEqualTo("La Toile à Découdre");
    }

    @Test
    void RE_03_markers_are_told_apart_by_their_shape_alone_gather_in_a_number_and_are_reached_by_the_keyboard() {
        Document map = visitor().page("/reseau/carte");

        List<String> looks = map.select(".legend svg").stream()
                .map(one -> String.join(" ", one.select("path").eachAttr("d")))
                .toList();
        assertThat(looks).hasSizeGreaterThan(8).doesNotHaveDuplicates();
        assertThat(map.select(".pin")).isNotEmpty().allSatisfy(pin -> {
            assertThat(pin.tagName()).isEqualTo("a");
            assertThat(pin.attr("href")).isNotEmpty();
            assertThat(pin.select("title").text()).isNotEmpty();
        });
        List<Element> several = map.select(".pin:has(circle)");
        assertThat(several).isNotEmpty().allSatisfy(one -> {
            Element group = Objects.requireNonNull(map.selectFirst(one.attr("href")));
            assertThat(one.select("text").text())
                    .isEqualTo(String.valueOf(group.select("li").size()));
        });
        assertThat(map.select(".map-list li")).isNotEmpty();
    }

    @Test
    void RE_03_the_names_of_the_map_stand_within_their_plots_can_be_read_and_cover_no_marker_and_no_other_name(
            @TempDir Path profile) {
        ChromeDriver browser = Chromium.open(profile);
        try {
            AtTheScreen visitor = new AtTheScreen(browser, "http://localhost:" + port);
            TwoWidths.set(browser, 1280);
            for (String address : List.of("/reseau", "/reseau/carte")) {
                visitor.go(address);
                assertThat((List<?>) browser.executeScript(MISPLACED_NAMES))
                        .as(address)
                        .isEmpty();
            }
        } finally {
            browser.quit();
        }
    }

    @Test
    void RE_03_on_a_telephone_the_map_is_seen_whole_then_in_large_with_the_names_of_the_communes(
            @TempDir Path profile) {
        ChromeDriver browser = Chromium.open(profile);
        try {
            AtTheScreen visitor = new AtTheScreen(browser, "http://localhost:" + port);
            TwoWidths.set(browser, 375);
            visitor.go("/reseau/carte");
            WebElement name = browser.findElement(By.cssSelector(".map-drawing .names text"));
            WebElement marker = browser.findElement(By.cssSelector(".map-drawing .pin-mark"));
            int whole = marker.getRect().getWidth();
            assertThat(name.isDisplayed()).as("too small to be read").isFalse();

            visitor.link("Voir en grand").click();
            assertThat(name.isDisplayed()).isTrue();
            assertThat(marker.getRect().getWidth()).as("a finger finds it").isGreaterThan(whole);
            TwoWidths.check(browser);

            TwoWidths.set(browser, 375);
            WebElement back = visitor.link("Revoir toute la carte");
            assertThat(browser.executeScript(
                            "const link = arguments[0]; link.focus(); const box = link.getBoundingClientRect();"
                                    + "return link.contains(document.elementFromPoint(box.x + 40, box.y + box.height / 2))",
                            back))
                    .as("not under the bar when the keyboard comes to it")
                    .isEqualTo(true);
            back.sendKeys(Keys.ENTER);
            assertThat(name.isDisplayed()).isFalse();
        } finally {
            browser.quit();
        }
    }

    @Test
    void RE_06_projects_say_their_stage_who_carries_them_and_what_they_need_and_are_chosen_by_both() {
        Document all = visitor().page("/reseau/projets");
        assertThat(all.select("[name=stade] option, [name=besoin] option").eachAttr("value"))
                .contains("idee", "etude", "lancement", "installe", "en-pause", "local", "financement");
        for (String filter : List.of("stade", "besoin")) {
            int found = 0;
            for (String value : all.select("[name=" + filter + "] option").eachAttr("value")) {
                if (!value.isEmpty()) {
                    found += visitor()
                            .page("/reseau/projets?" + filter + "=" + value)
                            .select("main .card-title")
                            .size();
                }
            }
            assertThat(found)
                    .as(filter)
                    .isGreaterThanOrEqualTo(
                            filter.equals("stade")
                                    ? all.select("main .card-title").size()
                                    : 1);
        }
        assertThat(all.select("main .card").eachText())
                .anySatisfy(card -> assertThat(card).contains("porté par"));
        Document one = visitor().page(all.select("main .card-title a").attr("href"));
        assertThat(one.select("main .stage").text()).isNotEmpty();
        assertThat(one.select("main .contact").text()).isNotEmpty();
        assertThat(one.select("main .chips .chip")).isNotEmpty();
    }

    @Test
    void RE_07_who_carries_a_project_agrees_by_a_signed_link_before_others_read_it(
            @Autowired Outbox outbox, @Autowired Stores stores, @Autowired Review review) {
        Visitor editor = Visitor.signedIn(port, "salariee");
        editor.submit(
                editor.page("/espace/projets/nouveau"),
                Map.ofEntries(
                        Map.entry("titre", List.of(ASKED_FOR)),
                        Map.entry("resume", List.of("Une remorque que douze voisins se prêtent, avec son carnet.")),
                        Map.entry("stade", List.of("idee")),
                        Map.entry("communes", List.of(GUICHEN)),
                        Map.entry("themes", List.of(CULTURE)),
                        Map.entry("porteur.prenom", List.of("Zoé")),
                        Map.entry("contactMoyen", List.of("zoe@exemple.invalid")),
                        Map.entry("visibilite", List.of("adherents")),
                        Map.entry("action", List.of("publier"))));
        String address = "/reseau/projets/la-remorque-a-tout-faire";
        Visitor member = Visitor.signedIn(port, "adherent");
        assertThat(member.get(address).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "ca").get(address).statusCode()).isEqualTo(200);

        var salariee = Browser.signedIn(port, "salariee");
        String form = salariee.read("/espace/projets?q=remorque")
                .select("tbody a:contains(La remorque)")
                .attr("href");
        Element ask = Objects.requireNonNull(salariee.read(form).selectFirst("form[action$=demander-accord]"));
        assertThat(salariee.post(
                                ask.attr("action"),
                                Map.of("_csrf", ask.select("[name=_csrf]").val()))
                        .statusCode())
                .isEqualTo(302);
        String mail = Mails.last(outbox, 500).stream()
                .filter(one -> one.mail().to().equals("zoe@exemple.invalid"))
                .map(one -> one.mail().text())
                .findFirst()
                .orElseThrow();
        String link = mail.replaceFirst("(?s).*(/proposer/accord/\\S+).*", "$1");

        var zoe = new Browser(port);
        assertThat(zoe.get(link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A"))
                        .statusCode())
                .isEqualTo(410);
        assertThat(zoe.read(link).text())
                .contains("La remorque à tout faire", "Seul·e·s nos adhérent·e·s pourront le lire");
        assertThat(member.get(address).statusCode()).as("looking is no yes").isEqualTo(404);
        prepare(stores, review, form, "La remorque de tous les jours");
        assertThat(zoe.post(link, Map.of()).statusCode()).isEqualTo(200);

        Document page = member.page(address);
        assertThat(text(page, "main h1"))
                .as("on line, whatever is in preparation")
                .isEqualTo("La remorque à tout faire");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(visitor().get(address).statusCode()).isEqualTo(404);
    }

    private static void prepare(Stores stores, Review review, String form, String title) {
        Actor noor = new Actor("salariee", "Noor", Set.of("salariee"));
        stores.author().update(Identity.SYSTEM, session -> {
            Node project = session.getNodeByIdentifier(form.replaceFirst(".*/", ""));
            review.move(
                    session,
                    project,
                    "enregistrer",
                    noor,
                    Revisions.number(project),
                    "",
                    node -> node.setProperty("titre", title));
        });
    }

    @Test
    void RE_12_the_network_says_what_it_is_and_who_its_partners_are() {
        Document page = visitor().page("/reseau");

        assertThat(page.select("main .prose").text().split(" ")).hasSizeGreaterThan(30);
        Element partners = Objects.requireNonNull(page.selectFirst("section[aria-labelledby=partenaires]"));
        assertThat(partners.select(".card-title a")).hasSize(2);
        assertThat(partners.select("img"))
                .allSatisfy(logo -> assertThat(logo.hasAttr("alt")).isTrue());
        assertThat(page.select("section[aria-labelledby=gens] .faces li:nth-child(-n+3) img.portrait"))
                .as("those who show their face come first")
                .hasSize(3);
        assertThat(page.select("[role=region][aria-label]").eachAttr("aria-label"))
                .as("a part of a section has a name of its own")
                .doesNotContainAnyElementsOf(page.select("main section h2").eachText());
    }

    @Test
    void RE_13_who_is_in_it_is_told_by_family_of_the_ess_besides_esus_and_partners() {
        Document page = visitor().page("/reseau");
        assertThat(page.select(".families a").eachAttr("href")).isNotEmpty().allSatisfy(link -> {
            Document list = visitor().page(link);
            assertThat(page.select(".families a[href='" + link + "'] span").text())
                    .isEqualTo(text(list, ".count").replaceFirst(" ?[,.].*", ""));
        });
        List<String> families = visitor()
                .page("/reseau/acteurs")
                .select("[name=famille] option")
                .eachAttr("value");
        assertThat(families).contains("association", "cooperative", "mutuelle", "fondation", "societe-commerciale-ess");
        Document form = Visitor.signedIn(port, "salariee").page("/espace/acteurs/nouveau");
        assertThat(form.select("[name=esus]")).isNotEmpty();
        assertThat(form.select("[name=partenaire]")).isNotEmpty();
    }

    @Test
    void RE_18_all_of_a_structure_is_on_its_page_what_is_to_come_first() {
        Document pole = visitor().page("/reseau/acteurs/pole-ess-des-deux-vallons");

        assertThat(pole.select(".block-lies h2").eachText())
                .startsWith("Ses rendez-vous")
                .contains("Ses nouvelles", "Ce qu’elle accompagne");
        assertThat(pole.select("[aria-labelledby=lies-agenda] .day-head time").eachAttr("datetime"))
                .isNotEmpty()
                .isSorted()
                .allMatch(day -> !day.substring(0, 10).isBlank()
                        && day.substring(0, 10).compareTo(LocalDate.now(PARIS).toString()) >= 0);
        List<Document> fiches = visitor().page("/reseau/acteurs").select(".card-title a").eachAttr("href").stream()
                .map(fiche -> visitor().page(fiche))
                .toList();
        for (String kind : List.of("/agenda/", "/annonces/", "/actualites/", "/reseau/lieux/", "/ressources/")) {
            assertThat(fiches.stream().flatMap(fiche -> fiche.select(".block-lies a[href^=" + kind + "]").stream()))
                    .as(kind)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reseau/acteurs?page=0",
                "/reseau/acteurs?page=1000000000",
                "/reseau/acteurs?page=2",
                "/reseau/acteurs/personne",
                "/reseau/lieux/nulle-part",
                "/commune/nulle-part",
            })
    void what_is_not_there_is_answered_by_the_page_of_lost_ways(String address) {
        assertThat(visitor().get(address).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actualites?theme=inconnu",
                "/reseau/acteurs?famille=inconnue",
                "/reseau/carte?domaine=inconnu",
                "/reseau/lieux?usage=inconnu",
                "/reseau/projets?stade=inconnu",
                "/reseau/contacts?role=inconnu",
                "/agenda?commune=inconnue",
                "/annonces?commune=inconnue",
                "/annonces/emploi?structure=inconnue",
                "/ressources?genre=inconnu",
                "/le-pole/actions?cherche=inconnu",
                "/recherche?q=zzyzx",
            })
    void UX_16_a_filter_that_nobody_knows_finds_nothing_and_says_how_to_go_on(String address) {
        Document page = visitor().page(address);

        assertThat(page.select("main .empty")).hasSize(1);
        assertThat(page.select("main .empty").text().split(" ").length)
                .as("a title and a sentence")
                .isGreaterThan(8);
        assertThat(page.select("main .empty a[href], main .empty ~ * a[href], main .empty ~ form"))
                .as("what to do next")
                .isNotEmpty();
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void a_structure_that_nobody_confirmed_for_two_years_is_in_no_list_and_its_page_affirms_nothing() {
        Document page = visitor().page("/reseau/acteurs/le-preau-volant");

        assertThat(page.select("main h1").text()).isEqualTo("Le Préau Volant");
        assertThat(page.select("main").text()).contains("Cette fiche dort").doesNotContain("mercredis");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        for (String list : List.of("/reseau/acteurs", "/reseau/carte", "/commune/la-dominelais", "/sitemap.xml")) {
            assertThat(visitor().get(list).body()).doesNotContain("le-preau-volant");
        }
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({"'', 4", "contributeur, 4", "adherent, 5", "ca, 6", "salariee, 6"})
    void RE_07_a_project_is_read_by_those_it_is_for(String account, int projects) {
        Visitor reader = account.isEmpty() ? visitor() : Visitor.signedIn(port, account);

        assertThat(reader.page("/reseau/projets").select(".card-title").eachText())
                .filteredOn(title -> !title.equals(WRITTEN_HERE) && !title.equals(ASKED_FOR))
                .hasSize(projects);
        assertThat(reader.get("/reseau/projets/une-creche-dans-la-ferme").statusCode())
                .isEqualTo(projects > 4 ? 200 : 404);
        assertThat(reader.get("/reseau/projets/habiter-a-six").statusCode()).isEqualTo(projects > 5 ? 200 : 404);
    }

    @Test
    void RE_08_a_way_to_reach_somebody_is_seen_by_those_they_chose() {
        String everybody = visitor().get("/reseau/contacts").body();
        String members =
                Visitor.signedIn(port, "adherent").get("/reseau/contacts").body();

        assertThat(everybody).contains("rozenn@exemple.invalid").doesNotContain("marguerite@exemple.invalid");
        assertThat(members).contains("rozenn@exemple.invalid").contains("marguerite@exemple.invalid");
        assertThat(members).as("kept for the board").doesNotContain("soizic@exemple.invalid");
    }

    @Test
    void RE_08_who_did_not_say_yes_is_seen_by_the_board_alone() {
        assertThat(visitor().get("/reseau/contacts").body()).doesNotContain("Gildas");
        assertThat(Visitor.signedIn(port, "adherent").get("/reseau/contacts").body())
                .doesNotContain("Gildas");
        assertThat(Visitor.signedIn(port, "ca").get("/reseau/contacts").body()).contains("Gildas");
    }

    @Test
    void RE_04_every_plot_of_the_mosaic_leads_to_its_commune_and_the_drawing_is_light() {
        Document front = visitor().page("/");
        Element drawing = Objects.requireNonNull(front.selectFirst("svg.territoire"));
        List<String> plots = drawing.select("a.cell").eachAttr("href");

        assertThat(plots).hasSize(38).doesNotHaveDuplicates();
        assertThat(drawing.outerHtml().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST_DRAWING);
        assertThat(front.select(".living-list a")).hasSize(3);
        assertThat(front.select(".living-list a").text())
                .as("of what each rubrique brings")
                .contains("rendez-vous", "actu", "annonce");
        assertThat(front.select(".living .told").eachText()).hasSize(3).allMatch(told -> told.matches("\\d+ .+"));
        assertThat(front.select(".living-list a").text())
                .as("a series counts once")
                .doesNotContainPattern("\\d\\d rendez-vous");
        assertThat(front.select(".communes a").eachAttr("href")).containsExactlyElementsOf(plots);
        assertThat(plots)
                .allSatisfy(plot ->
                        assertThat(visitor().get(plot).statusCode()).as(plot).isEqualTo(200));
    }

    @Test
    void RE_04_the_mosaic_is_one_stop_of_the_keyboard_and_arrows_lead_from_a_plot_to_its_neighbour(
            @TempDir Path profile) {
        assertThat(visitor().page("/").select("svg.territoire a.cell").eachAttr("tabindex"))
                .as("the list beside is what the keyboard reaches without a script")
                .containsOnly("-1");
        ChromeDriver browser = Chromium.open(profile);
        try {
            browser.get("http://localhost:" + port + "/");
            browser.executeScript("document.querySelector('svg.territoire a[tabindex=\"0\"]').focus()");
            String first = browser.switchTo().activeElement().getDomAttribute("href");

            new Actions(browser).sendKeys(Keys.ARROW_LEFT).perform();

            String second = browser.switchTo().activeElement().getDomAttribute("href");
            assertThat(second).startsWith("/commune/").isNotEqualTo(first);
            assertThat(browser.findElements(By.cssSelector("svg.territoire a[tabindex='0']")))
                    .singleElement()
                    .satisfies(stop -> assertThat(stop.getDomAttribute("href")).isEqualTo(second));
            assertThat(browser.findElement(By.cssSelector(".chosen text")).getText())
                    .isEqualTo(browser.findElement(By.cssSelector("svg.territoire a[tabindex='0'] title"))
                            .getDomProperty("textContent"));

            new Actions(browser).sendKeys(Keys.TAB).perform();
            assertThat(browser.executeScript("return document.activeElement.closest('svg.territoire') === null"))
                    .as("the next stop is past the drawing")
                    .isEqualTo(true);
        } finally {
            browser.quit();
        }
    }

    @Test
    void UX_32_a_commune_shows_what_each_rubrique_has_of_it_and_is_remembered_by_the_browser_alone() {
        Document page = visitor().page("/commune/goven");

        assertThat(page.select(".block-lies h2").eachText())
                .containsExactly("Les rendez-vous", "Dans les actualités", "Les structures", "Les lieux");
        assertThat(page.text())
                .contains("Le Jardin des Brouillons")
                .contains("Un jardin partagé vu du ciel")
                .contains("Formation : tenir sa trésorerie sans trembler");
        assertThat(page.select("[aria-labelledby=lies-agenda] .rdv a").eachAttr("href"))
                .isNotEmpty()
                .containsExactlyElementsOf(visitor()
                        .page("/agenda?commune=goven")
                        .select("main .rdv a")
                        .eachAttr("href"));
        Document busy = visitor().page("/commune/bain-de-bretagne");
        assertThat(busy.select("[aria-labelledby=lies-agenda] .rdv-title a").eachAttr("href"))
                .as("a series once, with its dates folded")
                .containsExactlyElementsOf(visitor()
                        .page("/agenda?commune=bain-de-bretagne")
                        .select("main .rdv-title a")
                        .eachAttr("href"));
        assertThat(busy.select("[aria-labelledby=lies-agenda] .rdv-further a")).isNotEmpty();
        assertThat(busy.select("[aria-labelledby=lies-agenda] .more"))
                .as("there is no more")
                .isEmpty();
        assertThat(busy.select("[aria-labelledby=lies-annonces] .card-title").eachText())
                .containsExactlyElementsOf(visitor()
                        .page("/annonces?commune=bain-de-bretagne")
                        .select("main .card-title")
                        .eachText());
        Element own = Objects.requireNonNull(page.selectFirst("button[data-commune]"));
        assertThat(own.hasAttr("hidden")).as("only where a script can keep it").isTrue();
        assertThat(own.closest("form")).as("nothing is sent").isNull();
    }

    @Test
    void RE_04_the_plots_of_the_map_are_the_communes_of_the_vocabulary() {
        Set<String> communes = stores.published().read(Identity.SYSTEM, session -> {
            Set<String> names = new TreeSet<>();
            for (NodeIterator all = session.getNode("/vocabulaires/communes").getNodes(); all.hasNext(); ) {
                Node one = all.nextNode();
                if (one.hasProperty("codeInsee")) {
                    names.add(one.getProperty("titre").getString());
                }
            }
            return names;
        });

        assertThat(communes).hasSize(38);
        assertThat(visitor().page("/").select("svg.territoire a.cell title").eachText())
                .containsExactlyInAnyOrderElementsOf(communes);
    }

    @Test
    void RE_04_what_lies_in_no_commune_of_the_territory_leads_to_the_page_of_none() {
        String place = "/lieux/la-gare-aux-gateaux";
        String before = stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> session.getProperty(place + "/commune").getString());
        new PublishedWriter(stores)
                .write(session -> session.getNode(place)
                        .setProperty(
                                "commune",
                                session.getNode("/vocabulaires/communes/hors-territoire")
                                        .getIdentifier()));
        try {
            Document page = visitor().page("/reseau" + place);
            assertThat(page.select("main .article-facts").text()).contains("Hors territoire");
            assertThat(page.select("main a[href^=/commune]")).isEmpty();
        } finally {
            new PublishedWriter(stores).write(session -> session.getNode(place).setProperty("commune", before));
        }
    }

    @Test
    void RE_04_a_commune_that_changes_is_another_one_on_the_pages_that_were_kept() {
        String plot = stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> session.getProperty("/vocabulaires/communes/bovel/parcelle")
                                .getString());
        Document before = visitor().page("/");
        Document map = visitor().page("/agenda?pres=guichen");
        assertThat(before.select("svg.territoire a.cell[href=/commune/bovel] title")
                        .text())
                .isEqualTo("Bovel");
        new PublishedWriter(stores).write(session -> {
            Node bovel = session.getNode("/vocabulaires/communes/bovel");
            bovel.setProperty("titre", "Bovel-les-Essais");
            bovel.setProperty("parcelle", "1|2|3|4|5|M1 1h2z");
        });
        try {
            Document after = visitor().page("/");
            assertThat(after.select("svg.territoire a.cell[href=/commune/bovel] title")
                            .text())
                    .isEqualTo("Bovel-les-Essais");
            assertThat(after.select("svg.territoire a.cell[href=/commune/bovel] path")
                            .attr("d"))
                    .isEqualTo("M1 1h2z");
            assertThat(visitor().page("/agenda?pres=guichen").select("#pres").text())
                    .isNotEqualTo(map.select("#pres").text());
        } finally {
            new PublishedWriter(stores).write(session -> {
                Node bovel = session.getNode("/vocabulaires/communes/bovel");
                bovel.setProperty("titre", "Bovel");
                bovel.setProperty("parcelle", plot);
            });
        }
    }

    @Test
    void UX_19_the_barometre_counts_what_is_on_line_now_and_a_month_without_anything_is_zero() {
        Document before = visitor().page("/reseau");
        assertThat(before.select(".figure-link")).extracting(Element::text).contains("17 / 38 communes");
        assertThat(before.select("figure.pulse svg circle.pulse-events")).hasSize(12);
        assertThat(before.select("figure.pulse svg circle.pulse-news")).hasSize(12);
        List<Element> months = before.select(".pulse-table tbody tr");
        assertThat(months).hasSize(12);
        assertThat(months.stream().filter(month -> month.select("td").eachText().equals(List.of("0", "0"))))
                .as("nothing was written a year ago, and the month stands there")
                .isNotEmpty();
        assertThat(before.select("section[aria-labelledby=pouls]").text()).contains("compte à chacune de ses dates");
        assertThat(visitor().page("/").select(".block-mosaique .pulse-words").text())
                .as("the home page tells the same")
                .contains(figure(before, "rendez-vous ce mois-ci") + " rendez-vous ce mois-ci")
                .contains(figure(before, "nouveautés en trente jours") + " nouveautés en trente jours");

        Instant now = Instant.now();
        new PublishedWriter(stores).write(session -> {
            Node event = session.getNode("/evenements").addNode("au-pouls", "bocage:evenement");
            event.setProperty("titre", "Au pouls");
            event.setProperty("publie", Dates.utc(now));
            Node dates = event.addNode("occurrences", "mgnl:contentNode");
            Node date = dates.addNode("0", "bocage:occurrence");
            date.setProperty("debut", Dates.utc(now));
            date.setProperty("fin", Dates.utc(now.plusSeconds(3_600)));
            date.setProperty("jour", now.atZone(PARIS).toLocalDate().toString());
        });
        Document after = visitor().page("/reseau");
        cameOut(now.minus(Duration.ofDays(29)));
        assertThat(figure(visitor().page("/reseau"), "nouveautés en trente jours"))
                .as("29 days ago")
                .isEqualTo(figure(after, "nouveautés en trente jours"));
        cameOut(now.minus(Duration.ofDays(31)));
        assertThat(figure(visitor().page("/reseau"), "nouveautés en trente jours"))
                .as("31 days ago")
                .isEqualTo(figure(before, "nouveautés en trente jours"));

        assertThat(figure(after, "rendez-vous ce mois-ci")).isEqualTo(figure(before, "rendez-vous ce mois-ci") + 1);
        assertThat(figure(after, "nouveautés en trente jours"))
                .isEqualTo(figure(before, "nouveautés en trente jours") + 1);
        assertThat(Integer.parseInt(after.select(".pulse-table tbody tr")
                        .get(11)
                        .select("td")
                        .get(0)
                        .text()))
                .isEqualTo(Integer.parseInt(months.get(11).select("td").get(0).text()) + 1);
        new PublishedWriter(stores)
                .write(session -> session.getNode("/evenements/au-pouls").remove());
    }

    private void cameOut(Instant moment) {
        new PublishedWriter(stores)
                .write(session -> session.getNode("/evenements/au-pouls").setProperty("publie", Dates.utc(moment)));
    }

    private static int figure(Document page, String label) {
        return Integer.parseInt(
                page.select(".figure-link:contains(" + label + ") strong").text());
    }

    @Test
    void RE_20_UX_19_the_figures_of_the_network_are_those_of_the_lists() {
        List<Element> figures = visitor().page("/reseau").select(".figure-link");

        assertThat(figures).extracting(Element::text).contains("18 structures", "17 / 38 communes", "10 adhérent·e·s");
        assertThat(figures)
                .allSatisfy(
                        figure -> assertThat(visitor().get(figure.attr("href")).statusCode())
                                .isEqualTo(200));
    }

    @Test
    void RE_20_the_links_between_structures_are_counted_and_each_is_told_with_the_two_it_links() {
        Document page = visitor().page("/reseau");
        List<Element> told = page.select(".ties li");
        List<List<String>> ends =
                told.stream().map(one -> one.select("a").eachAttr("href")).toList();
        // another test gives the second one another name
        List<Element> born = told.stream()
                .filter(one -> one.select("a[href=/reseau/acteurs/la-ressource-rigolote]")
                                .hasText()
                        && one.select("a[href^=/reseau/acteurs/la-toile-a-]").hasText())
                .toList();

        assertThat(ends)
                .doesNotHaveDuplicates()
                .allSatisfy(two -> assertThat(two).hasSize(2));
        assertThat(born)
                .singleElement()
                .satisfies(one -> assertThat(Browser.plain(one.select("span").text()))
                        .isEqualTo("un rendez-vous ensemble, l’une a fait naître l’autre"));
        assertThat(figure(page, "liens entre structures")).isEqualTo(told.size());
        assertThat(figure(page, "structures reliées"))
                .isEqualTo(page.select(".ties a").eachAttr("href").stream()
                        .distinct()
                        .count());
        assertThat(figure(page, "actions du pôle menées à plusieurs")).isEqualTo(3);
        assertThat(figure(page, "rendez-vous à plusieurs")).isEqualTo(2);
        assertThat(page.select(".figure-link[href$=#qui-avec-qui]")).hasSize(2);
        assertThat(page.getElementById("qui-avec-qui")).isNotNull();
    }

    @Test
    void RE_20_a_figure_of_zero_is_not_shown() {
        for (String page : List.of("/reseau", "/")) {
            assertThat(visitor()
                            .page(page)
                            .select(".figure-link strong, .pulse-words strong")
                            .eachText())
                    .as(page)
                    .isNotEmpty()
                    .doesNotContain("0")
                    .noneMatch(number -> number.startsWith("0 "));
        }
        assertThat(visitor().page("/reseau").text()).doesNotContain("annonce pourvue grâce au portail");
    }

    @Test
    void RE_05_a_place_written_in_its_form_is_published_and_has_its_page() {
        Visitor editor = Visitor.signedIn(port, "salariee");
        Document form = editor.submit(
                editor.page("/espace/lieux/nouveau"),
                Map.of("titre", List.of("La Grange aux Idées"), "action", List.of("ajouter:photos")));
        editor.submit(
                form,
                Map.ofEntries(
                        Map.entry("accroche", List.of("Une grange où l’on pense tout haut.")),
                        Map.entry(
                                "pourquoiInspirant",
                                List.of("On entre avec une question, on sort avec trois voisines.")),
                        Map.entry("usages", List.of("cafe", "salle")),
                        Map.entry("themes", List.of(CULTURE)),
                        Map.entry("commune", List.of(GUICHEN)),
                        Map.entry("adresse", List.of("le Bourg")),
                        Map.entry("accesPMR", List.of("oui")),
                        Map.entry("photos[0].image", List.of("jcr:b0caa00a-0000-4000-8000-000000000017")),
                        Map.entry("photos[0].alt", List.of("Une grange")),
                        Map.entry("photos[0].credit", List.of("le pôle")),
                        Map.entry("action", List.of("publier"))));

        Document page = visitor().page("/reseau/lieux/la-grange-aux-idees");
        assertThat(text(page, "h1")).isEqualTo("La Grange aux Idées");
        assertThat(page.text()).contains("Café, Salle à prêter").contains("On entre en fauteuil");
    }

    @Test
    void RE_07_a_project_without_the_consent_of_who_carries_it_stays_with_the_board() {
        Visitor editor = Visitor.signedIn(port, "salariee");
        editor.submit(
                editor.page("/espace/projets/nouveau"),
                Map.ofEntries(
                        Map.entry("titre", List.of(WRITTEN_HERE)),
                        Map.entry("resume", List.of("Une bière de pissenlit, brassée par douze voisins et leur four.")),
                        Map.entry("stade", List.of("idee")),
                        Map.entry("communes", List.of(GUICHEN)),
                        Map.entry("themes", List.of(CULTURE)),
                        Map.entry("porteur.prenom", List.of("Anna")),
                        Map.entry("porteur.accord", List.of("true")),
                        Map.entry("contactMoyen", List.of("anna@exemple.invalid")),
                        Map.entry("visibilite", List.of("public")),
                        Map.entry("action", List.of("publier"))));

        String address = "/reseau/projets/la-brasserie-des-talus";
        assertThat(visitor().get(address).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "adherent").get(address).statusCode()).isEqualTo(404);
        Document page = Visitor.signedIn(port, "ca").page(address);
        assertThat(page.text()).contains("Anna").doesNotContain("anna@exemple.invalid");
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private static String text(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), () -> selector + " in " + page.text())
                .text();
    }
}
