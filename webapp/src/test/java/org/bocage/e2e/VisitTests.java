package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody visits the whole site of the demo, by its links. */
class VisitTests {

    private static final List<String> SERIOUS = List.of("serious", "critical");
    /** The rules that night may break where day does not: it has the same page in other colours. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final Pattern REQUESTED =
            Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"([^\"]+)\"");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The browser tells its status, as it should. */
    private static final String UNKNOWN = "/rien-de-tel";

    private static final String SPACING = """
            const sheet = new CSSStyleSheet();
            sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
                + " word-spacing: .16em !important } p { margin-bottom: 2em !important }");
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
            """;

    /** Elements that do not show all of their text, or show it beside the screen without sliding. */
    private static final String CUT = """
            return [...document.querySelectorAll(".leaf, .card-text, .bar-entry")]
                .filter(one => one.clientHeight > 0)
                .filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1
                    || !one.closest(".blocks .cards") && one.getBoundingClientRect().right > window.innerWidth)
                .map(one => one.className + " " + one.textContent);
            """;

    /** Links on a drawing, without those that no finger reaches: smaller than it, or, being pins, over one another. */
    private static final String TOO_SMALL = """
            const links = [...document.querySelectorAll(".pin, a.cell[href]")]
                .filter(one => getComputedStyle(one).pointerEvents !== "none");
            const small = links.filter(one => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24);
            const pins = links.filter(one => one.matches(".pin")).map(one => one.querySelector(".reach").getBoundingClientRect());
            const near = pins.filter((one, at) => pins.some((other, otherAt) => at !== otherAt
                && Math.hypot(one.left + one.width / 2 - other.left - other.width / 2,
                    one.top + one.height / 2 - other.top - other.height / 2) < (one.width + other.width) / 2 - 1));
            return [...small.map(one => one.querySelector("title").textContent), ...near.map(one => "near " + one.left)];
            """;

    @TempDir
    static Path home;

    private static Portal portal;
    private static Crawl crawl;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
        crawl = Crawl.of(portal);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void UX_10_every_link_leads_to_a_page_and_no_page_asks_another_host_nor_runs_a_script_of_its_own() {
        assertThat(crawl.wrong()).isEmpty();
        assertThat(crawl.pages()).hasSizeGreaterThan(100);
        String policy = new Browser(portal.port())
                .get("/agenda")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe", "http:", "https:", "*");
        crawl.pages()
                .keySet()
                .forEach(address -> assertThat(
                                crawl.page(address)
                                        .select(
                                                "script:not([src]):not([type=application/ld+json]), [onclick], [onload], [style]"))
                        .as(address)
                        .isEmpty());
    }

    @Test
    void UX_10_a_picture_is_there_in_each_of_its_sizes() {
        List<String> sizes = crawl.pages().keySet().stream()
                .flatMap(address -> crawl.page(address).select("img[srcset]").stream())
                .flatMap(picture -> Crawl.candidates(picture.attr("srcset")).stream())
                .distinct()
                .toList();

        assertThat(sizes).hasSizeGreaterThan(50).isSubsetOf(crawl.resources());
        assertThat(crawl.wrong()).doesNotContainKeys(sizes.toArray(new String[0]));
    }

    @Test
    void UX_10_the_browser_complains_of_nothing_on_a_page_of_each_template() {
        Map<String, String> templates = oneOfEachTemplate();
        assertThat(templates)
                .hasSizeGreaterThan(40)
                .containsKeys("acteurs:pages/reseau", "evenements:pages/agenda-liste", "portail:pages/accueil");
        ChromeDriver browser = Chromium.open(home.resolve("console"));
        try {
            SoftAssertions pages = new SoftAssertions();
            templates.forEach((template, page) -> {
                browser.get(portal.address() + page);
                pages.assertThat(Chromium.complaints(browser))
                        .as("%s at %s", template, page)
                        .isEmpty();
            });
            pages.assertAll();
        } finally {
            browser.quit();
        }
    }

    /** An address by template of a page; what an item or a form is shown by stands for its template. */
    private static Map<String, String> oneOfEachTemplate() {
        return portal.context().getBean(Stores.class).published().read(Identity.SYSTEM, session -> {
            Map<String, String> found = new LinkedHashMap<>();
            for (String address : crawl.pages().keySet()) {
                String path = address.replaceFirst("[?].*", "");
                String page = "/website" + (path.equals("/") ? "/accueil" : path);
                boolean isPage =
                        session.nodeExists(page) && session.getNode(page).hasProperty("mgnl:template");
                found.putIfAbsent(
                        isPage
                                ? session.getNode(page)
                                        .getProperty("mgnl:template")
                                        .getString()
                                : path.replaceFirst("[^/]+$", "*").replaceAll("[0-9]+", "#"),
                        address);
            }
            return found;
        });
    }

    @Test
    void UX_03_the_menu_has_seven_entries_at_most_on_two_levels_and_says_where_one_is() {
        assertThat(crawl.page("/").select("header nav.menu > ul > li > a").eachText().stream()
                        .map(Browser::plain))
                .containsExactly(
                        "Agenda",
                        "Actualités",
                        "Offres et bons plans",
                        "Le pôle",
                        "Le réseau",
                        "Ressources",
                        "Adhérer");
        Element whole = Objects.requireNonNull(crawl.page("/").selectFirst("nav.bar .bar-list"));
        assertThat(whole.closest("details")).as("unfolds without a script").isNotNull();
        assertThat(whole.select("ul > li > ul")).isNotEmpty();
        assertThat(whole.select("ul > li > ul > li > ul")).as("two levels").isEmpty();
        assertThat(whole.select("a").eachText().stream().map(Browser::plain))
                .contains("Photos", "Bénévolat", "Équipe et CA", "Carnet d’adresses", "Financements");
        Map.of("/agenda", "Agenda", "/le-pole/missions", "Le pôle", "/ressources/financements", "Ressources")
                .forEach((address, entry) -> {
                    Document page = crawl.page(address);
                    assertThat(page.select("header nav.menu > ul [aria-current]")
                                    .eachText())
                            .as(address)
                            .containsExactly(entry);
                    assertThat(page.select("nav.bar .bar-list [aria-current=page]")
                                    .eachAttr("href"))
                            .as(address)
                            .containsExactly(address);
                });
    }

    @Test
    void UX_03_on_a_wide_screen_the_second_level_opens_at_a_press_and_closes_with_escape() {
        ChromeDriver browser = Chromium.open(home.resolve("menu"));
        try {
            show(browser, "/", 1280);
            WebElement panel = browser.findElement(By.id("tout-le-menu"));
            WebElement photos = panel.findElement(By.cssSelector("a[href='/actualites/photos']"));
            assertThat(photos.isDisplayed()).isFalse();

            browser.findElement(By.cssSelector("[popovertarget=tout-le-menu]")).sendKeys(Keys.ENTER);
            assertThat(photos.isDisplayed()).isTrue();
            browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
            assertThat(photos.isDisplayed()).isFalse();
        } finally {
            browser.quit();
        }
    }

    @Test
    void UX_15_every_page_but_the_home_says_the_way_there_to_people_and_to_machines() {
        SoftAssertions pages = new SoftAssertions();
        crawl.pages().keySet().stream().filter(address -> !address.equals("/")).forEach(address -> {
            Document page = crawl.page(address);
            List<String> told = page.select("main nav.breadcrumb li").eachText();
            pages.assertThat(told).as("trail of %s", address).hasSizeGreaterThan(1);
            pages.assertThat(page.select("main nav.breadcrumb [aria-current=page]"))
                    .as(address)
                    .hasSize(1);
            if (!page.select("meta[name=robots][content=noindex]").isEmpty() || address.startsWith("/abonnement/")) {
                return; // machines are asked to leave it
            }
            List<JsonNode> lists = page.select("script[type=application/ld+json]").stream()
                    .flatMap(data -> JSON.readTree(data.data()).path("@graph").valueStream())
                    .filter(data -> data.path("@type").asString().equals("BreadcrumbList"))
                    .toList();
            pages.assertThat(lists).as("data of %s", address).hasSize(1);
            if (lists.size() == 1) {
                JsonNode steps = lists.get(0).path("itemListElement");
                pages.assertThat(steps.size()).as(address).isEqualTo(told.size());
                for (int i = 0; i < steps.size() && i < told.size(); i++) {
                    pages.assertThat(steps.get(i).path("position").asInt()).isEqualTo(i + 1);
                    pages.assertThat(plain(steps.get(i).path("name").asString()))
                            .as("step %d of %s", i + 1, address)
                            .isEqualTo(plain(told.get(i)));
                }
            }
        });
        pages.assertAll();
    }

    @Test
    void no_page_shows_a_sign_that_no_font_draws() {
        Pattern odd = Pattern.compile("[\\p{Cn}\\p{Co}\\p{IsYi}\ufffd]");
        assertThat(crawl.pages().keySet())
                .allSatisfy(address ->
                        assertThat(crawl.page(address).text()).as(address).doesNotContainPattern(odd));
    }

    @Test
    void no_page_shows_the_key_of_a_message_that_nobody_wrote() throws IOException {
        Pattern key = keyOfAMessage();
        assertThat(key.matcher("portail.filtres.profil").find())
                .as("it sees one")
                .isTrue();
        SoftAssertions pages = new SoftAssertions();
        crawl.pages().keySet().forEach(address -> {
            Document page = crawl.page(address).clone();
            page.select("script, style, code, pre").remove();
            List<String> told =
                    new ArrayList<>(List.of(page.title(), page.body().text()));
            for (String name : List.of("alt", "aria-label", "content", "label", "placeholder", "title")) {
                told.addAll(page.select("[" + name + "]").eachAttr(name));
            }
            pages.assertThat(told)
                    .as(address)
                    .allSatisfy(text -> assertThat(key.matcher(text).results().map(MatchResult::group))
                            .isEmpty());
        });
        pages.assertAll();
    }

    /** A key begins with one of the words that those of the modules begin with; no address of the web or of mail is one. */
    private static Pattern keyOfAMessage() throws IOException {
        Set<String> firsts = new TreeSet<>();
        try (Stream<Path> modules = Files.list(Path.of("light-modules"))) {
            for (Path module : modules.toList()) {
                Path messages = module.resolve("i18n/" + module.getFileName() + "-messages_fr.properties");
                Properties own = new Properties();
                try (Reader reader = Files.newBufferedReader(messages)) {
                    own.load(reader);
                }
                own.stringPropertyNames().forEach(name -> firsts.add(name.replaceFirst("[.].*", "")));
            }
        }
        return Pattern.compile("(?<![\\w@/.-])(" + String.join("|", firsts) + ")([.][A-Za-z][\\w-]*)+(?![\\w@/])");
    }

    private static String plain(String text) {
        return Browser.plain(text).replaceAll("\\s+", " ").strip();
    }

    @ParameterizedTest
    @CsvSource({
        "/agenda, les plus proches d’abord",
        "/actualites, la plus récente d’abord",
        "/actualites/photos, le plus récent d’abord",
        "/annonces, celles qui ferment bientôt d’abord",
        "/le-pole/actions, les plus récentes d’abord",
        "/reseau/acteurs, par ordre alphabétique",
        "/reseau/adherents, par ordre alphabétique",
        "/reseau/carte, commune par commune",
        "/reseau/contacts, 'par rôle, puis par prénom'",
        "/reseau/lieux, par ordre alphabétique",
        "/reseau/projets, par ordre alphabétique",
        "/ressources, les dernières vérifiées d’abord",
    })
    void every_list_says_how_many_it_has_and_in_what_order(String address, String order) {
        assertThat(plain(crawl.page(address).select("main .count").get(0).text()))
                .matches("\\d+ .+")
                .endsWith(", " + order);
    }

    @Test
    void the_pages_of_the_agenda_write_the_first_of_a_month_as_one_says_it() {
        Pattern asANumber = Pattern.compile(
                "(?<![\\d,.])1\\s(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)");
        assertThat(crawl.pages().keySet())
                .filteredOn(address -> address.startsWith("/agenda"))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(text(address)).doesNotContainPattern(asANumber));
    }

    @Test
    void an_event_is_passed_on_below_what_is_practical_about_it() {
        assertThat(crawl.pages().keySet())
                .filteredOn(
                        address -> !crawl.page(address).select("main #pratique").isEmpty())
                .isNotEmpty()
                .allSatisfy(address -> {
                    Document page = crawl.page(address);
                    assertThat(page.select("details.pass-on")).hasSize(1);
                    assertThat(page.select("section[aria-labelledby=pratique] ~ details.pass-on"))
                            .hasSize(1);
                });
    }

    @Test
    void UX_20_the_pages_that_the_law_asks_for_say_all_of_it() {
        String legal = text("/mentions-legales");
        assertThat(legal)
                .contains("association loi 1901", "Siège", "02 61 91 00 00", "Directrice de la publication")
                .contains("Hébergeur", "2 rue du Talus")
                .contains("INSEE", "© GeoNames, CC BY 4.0", "IGN Admin Express", "Licence Ouverte", "SIL OFL")
                .contains("RNA", "SIREN", "Signaler quelque chose");
        String privacy = text("/confidentialite");
        assertThat(privacy)
                .contains("bocage_session", "XSRF-TOKEN", "CNIL", "Qui est responsable", "un mois au plus")
                .contains("Douze mois", "Trente jours", "trois ans", "Qui le lit", "Combien de temps");
        String declaration = text("/accessibilite");
        assertThat(declaration)
                .contains(
                        "Ce portail est non conforme", "RGAA 4.1", "Aucun audit complet", "axe-core", "clavier", "zoom")
                .contains("Déclaration établie le", "JavaScript")
                .doesNotContain("partiellement conforme")
                .contains("bonjour@exemple.invalid", "Défenseur des droits");
        Document home = crawl.page("/");
        assertThat(home.select("footer a").eachAttr("href"))
                .contains("/mentions-legales", "/confidentialite", "/accessibilite", "/charte");
        assertThat(plain(home.select("footer").text())).contains("Accessibilité : non conforme");
    }

    private static String text(String address) {
        return plain(crawl.page(address).select("main").text());
    }

    @Test
    void UX_22_every_page_begins_with_a_way_past_the_menu_and_its_titles_go_down_step_by_step() {
        SoftAssertions pages = new SoftAssertions();
        crawl.pages().keySet().forEach(address -> {
            Document page = crawl.page(address);
            Element first = page.body().selectFirst("a, button, input, select, textarea, summary, [tabindex]");
            pages.assertThat(first == null ? "" : first.attr("href"))
                    .as("first stop of %s", address)
                    .isEqualTo("#contenu");
            pages.assertThat(page.select("main#contenu")).as(address).hasSize(1);
            pages.assertThat(page.select("html").attr("lang")).isEqualTo("fr");
            pages.assertThat(page.select("h1")).as("h1 of %s", address).hasSize(1);
            pages.assertThat(page.select("[tabindex]").eachAttr("tabindex"))
                    .as("order of %s", address)
                    .isSubsetOf("0", "-1");
            int level = 0;
            for (Element title : page.select("main h1, main h2, main h3, main h4, main h5, main h6")) {
                int own = title.tagName().charAt(1) - '0';
                pages.assertThat(own).as("« %s » on %s", title.text(), address).isLessThanOrEqualTo(level + 1);
                level = own;
            }
        });
        pages.assertAll();
    }

    @Test
    void UX_25_no_address_of_a_page_tells_a_number_or_what_it_is_made_with() {
        assertThat(crawl.pages().keySet())
                .filteredOn(address -> !address.startsWith("/retrait/"))
                .allSatisfy(address -> assertThat(address.replaceFirst("[?].*", ""))
                        .matches("/|(/[a-z0-9]+(-[a-z0-9]+)*)+")
                        .doesNotContain("html", "ftl", "magnolia", "jcr")
                        .doesNotMatch(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"));
    }

    @Test
    void UX_21_a_sigle_is_explained_where_it_is_first_met_and_a_page_lists_them_all() {
        Document glossary = crawl.page("/glossaire");
        List<String> words = glossary.select(".items dt").eachText();
        assertThat(words).contains("AAP", "CRESS", "ESUS", "SCIC").isSorted();
        assertThat(glossary.select("main abbr")).isEmpty();
        SoftAssertions pages = new SoftAssertions();
        int explained = 0;
        for (String address : crawl.pages().keySet()) {
            Document page = crawl.page(address);
            List<String> told = page.select("main abbr").eachText();
            explained += told.size();
            pages.assertThat(told).as("once on %s", address).doesNotHaveDuplicates();
            page.select("main abbr")
                    .forEach(one -> pages.assertThat(one.attr("title"))
                            .as("%s on %s", one.text(), address)
                            .hasSizeGreaterThan(20));
            if (!address.equals("/glossaire")) {
                Document rest = page.clone();
                rest.select(
                                "main a, main abbr, main :is(h1, h2, h3, h4, dt, button, summary, label, legend, select, nav, textarea, svg)")
                        .remove();
                String text = rest.select("main").text();
                for (String word : words) {
                    if (Pattern.compile("\\b" + word + "\\b").matcher(text).find()) {
                        pages.assertThat(told).as("%s on %s", word, address).contains(word);
                    }
                }
            }
        }
        pages.assertAll();
        assertThat(explained).isGreaterThan(20);
        Document esus = crawl.page("/ressources/comprendre-l-agrement-esus");
        assertThat(esus.select("main abbr:contains(ESUS)").attr("title"))
                .startsWith("Entreprise solidaire d’utilité sociale");
    }

    @Test
    void UX_27_what_the_ess_is_and_how_one_joins_are_told_once_more_in_words_that_are_easy_to_read() {
        for (String address : List.of("/le-pole/c-est-quoi-l-ess", "/adherer")) {
            Document page = crawl.page(address);
            assertThat(page.select("main a[href=#facile]")).as(address).hasSize(1);
            Element easy = Objects.requireNonNull(page.selectFirst("section#facile"), address);
            List<String> sentences = easy.select("p, li").eachText().stream()
                    .flatMap(text -> Stream.of(text.split("(?<=[.:?!])\\s+")))
                    .toList();
            assertThat(sentences).as(address).hasSizeBetween(8, 40).allSatisfy(sentence -> {
                assertThat(plain(sentence).split(" ").length).as(sentence).isLessThanOrEqualTo(16);
                assertThat(sentence).doesNotContain(";", "(", "c’est-à-dire");
            });
        }
        assertThat(crawl.page("/adherer").select("details:not([open]) > section#facile"))
                .as("folded, where much else is told")
                .hasSize(1);
    }

    /** Each page of a kind on the narrowest telephone: nothing beside the screen, nothing too small for a thumb. */
    @Test
    void UX_07_at_320_pixels_nothing_stands_beside_the_screen_and_every_target_has_24() {
        ChromeDriver browser = Chromium.open(home.resolve("narrow"));
        try {
            for (String page : oneOfEachKind()) {
                show(browser, page, 320);
                assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("no sideways scrolling of %s", page)
                        .isEqualTo(true);
                assertThat(Axe.check().withRules(List.of("target-size")).violations(browser).stream()
                                .flatMap(rule -> rule.getNodes().stream())
                                .map(node -> node.getHtml()))
                        .as("too small on %s", page)
                        .isEmpty();
            }
        } finally {
            browser.quit();
        }
    }

    @Test
    void the_first_screen_has_the_doors_and_the_next_date_on_a_telephone_and_on_a_desk() {
        Element next = Objects.requireNonNull(crawl.page("/").selectFirst(".hero .next-date a"));
        assertThat(crawl.page("/").select(".block .rdv:not(.rdv-off) a").get(0).attr("href"))
                .isEqualTo(next.attr("href"));
        ChromeDriver browser = Chromium.open(home.resolve("first"));
        try {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 375, "height", 812, "deviceScaleFactor", 1, "mobile", false));
            browser.get(portal.address() + "/");
            assertThat(browser.executeScript(
                            "return document.querySelector('.next-date a').getBoundingClientRect().bottom"
                                    + " <= document.querySelector('.bar').getBoundingClientRect().top"))
                    .isEqualTo(true);
            show(browser, "/", 1280);
            assertThat(browser.executeScript("""
                            const date = document.querySelector('.next-date a').getBoundingClientRect();
                            const words = document.querySelector('.hero h1').getBoundingClientRect();
                            return date.bottom <= 900 && date.height > 0
                              && (date.left >= words.right || date.top >= words.bottom)""")).isEqualTo(true);
        } finally {
            browser.quit();
        }
    }

    /** A title may be long: its first line is looked at, below all that leads to the first date. */
    @Test
    void AG_01_the_first_date_of_the_agenda_stands_on_the_first_screen() {
        ChromeDriver browser = Chromium.open(home.resolve("agenda"));
        try {
            for (int[] screen : new int[][] {{375, 800}, {1280, 900}}) {
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", screen[0], "height", screen[1], "deviceScaleFactor", 1, "mobile", false));
                browser.get(portal.address() + "/agenda");
                assertThat((Long) browser.executeScript(
                                "return Math.round(document.querySelector('.rdv-title a').getClientRects()[0].bottom)"))
                        .isLessThan(screen[1] - 70);
                browser.get(portal.address() + "/agenda?quand=week-end&commune=guichen");
                assertThat((Long) browser.executeScript(
                                "return Math.round(document.querySelector('main .leaf').getClientRects()[0].bottom)"))
                        .as("the first date of a week-end near a commune, or near that")
                        .isLessThan(screen[1] - 70 + (screen[0] > 720 ? 70 : 0));
                browser.get(portal.address() + "/annonces");
                assertThat((Long) browser.executeScript(
                                "return Math.round(document.querySelector('.deadline').getClientRects()[0].bottom)"))
                        .as("a title and a date of the annonces")
                        .isLessThan(screen[1] - 70 + (screen[0] > 720 ? 70 : 0));
                assertThat(
                                (Long)
                                        browser.executeScript(
                                                "return new Set([...document.querySelectorAll('nav.menu > ul > li')].map(one => one.offsetTop)).size"))
                        .as("rows of the menu, beside a scroll bar too")
                        .isLessThanOrEqualTo(1);
            }
        } finally {
            browser.quit();
        }
    }

    /** What a drawing leads to has room for a finger; where it has none, a list beside leads there instead. */
    @Test
    void UX_07_what_one_touches_on_a_drawing_of_the_territory_has_24_pixels_and_nothing_else_in_them() {
        ChromeDriver browser = Chromium.open(home.resolve("drawn"));
        try {
            for (int width : new int[] {320, 375, 1280}) {
                for (String page :
                        List.of("/", "/commune", "/commune/guichen", "/reseau/carte", "/reseau/carte?lieux=oui")) {
                    show(browser, page, width);
                    assertThat(browser.executeScript(TOO_SMALL))
                            .as("%s at %d", page, width)
                            .isEqualTo(List.of());
                }
            }
            assertThat((Long) browser.executeScript("return document.querySelectorAll('.pin').length"))
                    .isGreaterThan(5);
        } finally {
            browser.quit();
        }
    }

    /** More air between lines, words and letters, as somebody sets it who reads more easily so (WCAG 1.4.12). */
    @Test
    void UX_06_with_the_spacing_that_a_reader_sets_nothing_stands_beside_the_screen_and_no_text_is_cut() {
        String event = crawl.pages().keySet().stream()
                .filter(address -> !crawl.page(address).select("main .rdv-when").isEmpty())
                .findFirst()
                .orElseThrow();
        ChromeDriver browser = Chromium.open(home.resolve("spaced"));
        try {
            for (String page : List.of(
                    "/",
                    "/actualites",
                    "/agenda",
                    event,
                    "/annonces/appels-a-projets",
                    "/le-pole/c-est-quoi-l-ess",
                    "/le-pole/formations",
                    "/recherche?q=jardin",
                    "/ressources/financements")) {
                show(browser, page, 320);
                browser.executeScript(SPACING);
                assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("no sideways scrolling of %s", page)
                        .isEqualTo(true);
                assertThat(browser.executeScript(CUT)).as("cut on %s", page).isEqualTo(List.of());
            }
        } finally {
            browser.quit();
        }
    }

    @Test
    void with_the_functions_of_magnolia_alone_there_are_the_same_pages_with_the_same_items() {
        try (Portal stock = Portal.start(home.resolve("stock"), "--bocage.portailfn=false")) {
            new WholeNodes(stock).publish();
            Crawl other = Crawl.of(stock);

            assertThat(other.wrong()).isEmpty();
            assertThat(other.addresses().stream().filter(address -> !isForm(address)))
                    .containsExactlyInAnyOrderElementsOf(crawl.addresses().stream()
                            .filter(address -> !isForm(address) && !isOutlet(address))
                            .toList());
            SoftAssertions pages = new SoftAssertions();
            other.pages().keySet().stream().filter(page -> !isForm(page)).forEach(page -> {
                List<String> here = items(crawl, page);
                List<String> there = items(other, page);
                pages.assertThat(there.stream().filter(one -> !here.contains(one)))
                        .as("only there on %s", page)
                        .isEmpty();
                pages.assertThat(here.stream().filter(one -> !there.contains(one)))
                        .as("only here on %s", page)
                        .isEmpty();
                pages.assertThat(there.equals(here))
                        .as("same order on %s", page)
                        .isTrue();
            });
            pages.assertAll();
            assertThat(locations(stock)).containsExactlyInAnyOrderElementsOf(locations(portal));
        }
    }

    /**
     * Nobody receives a form where Magnolia's functions are alone, nor is there a private space, so that nothing leads to one; an
     * address to write to stands in its place, and another entry in the bar under the thumb.
     */
    private static boolean isForm(String address) {
        return address.startsWith("/proposer")
                || address.startsWith("/abonnement/")
                || address.matches("/contact[/?].*")
                || address.equals("/adherer/formulaire")
                || address.startsWith("/retrait/")
                || address.startsWith("mailto:");
    }

    /**
     * The links of a page in their order, each with its words, and its headings; without the figure that our host alone counts
     * and the tariffs that it alone has.
     */
    private static List<String> items(Crawl crawl, String page) {
        return crawl.page(page).select("a[href], h1, h2, h3").stream()
                .filter(one -> !isForm(one.attr("href"))
                        && !one.attr("href").startsWith("/espace")
                        && !one.text().contains("grâce au portail")
                        && !isOutlet(one.attr("href"))
                        && one.closest(
                                        ".propose, .bar, .form-sheet, .contact .ways, .pass-on, .feeds, .letter, .prices")
                                == null)
                .map(one -> one.text() + " " + one.attr("href"))
                .toList();
    }

    /** Addresses that only our own host gives: to machines, of its search, of a commune and its neighbours. */
    private static boolean isOutlet(String address) {
        return address.matches(
                "(webcal:|/integrer|/api/|/l/).*|[^?]*\\.(ics|xml|vcf|csv|geojson|json)(\\?.*)?|/recherche|.*[?&]pres=.*");
    }

    private static List<String> locations(Portal portal) {
        return Jsoup.parse(new Browser(portal.port()).get("/sitemap.xml").body(), Parser.xmlParser())
                .select("loc")
                .eachText()
                .stream()
                .map(location -> location.replace(portal.address(), ""))
                .toList();
    }

    @Test
    void UX_09_every_page_tells_search_engines_what_it_is() {
        SoftAssertions pages = new SoftAssertions();
        crawl.pages().keySet().forEach(address -> {
            Document page = crawl.page(address);
            pages.assertThat(page.title()).as("title of %s", address).isNotBlank();
            for (String name : List.of("og:title", "og:type", "og:image", "og:site_name")) {
                pages.assertThat(page.select("meta[property=" + name + "]").attr("content"))
                        .as("%s of %s", name, address)
                        .isNotBlank();
            }
            if (page.select("meta[name=robots][content=noindex]").isEmpty()) {
                pages.assertThat(page.select("link[rel=canonical]").attr("href"))
                        .as("canonical address of %s", address)
                        .startsWith(portal.address() + "/")
                        .isEqualTo(page.select("meta[property=og:url]").attr("content"));
            }
            List<JsonNode> told = page.select("script[type=application/ld+json]").stream()
                    .map(data -> JSON.readTree(data.data()))
                    .toList();
            pages.assertThat(told).as("one graph of %s", address).hasSize(1);
            told.forEach(data -> {
                pages.assertThat(data.path("@context").asString())
                        .as("data of %s", address)
                        .isEqualTo("https://schema.org");
                pages.assertThat(data.path("@graph")
                                .valueStream()
                                .map(one -> one.path("@type").asString()))
                        .as("the site and who it is of, on %s", address)
                        .contains("WebSite", "Organization");
            });
        });
        locations(portal).forEach(address -> {
            Document page = crawl.pages().containsKey(address)
                    ? crawl.page(address)
                    : Browser.page(new Browser(portal.port()).get(address));
            pages.assertThat(page.select("meta[name=description]").attr("content"))
                    .as("description of %s", address)
                    .isNotBlank();
            pages.assertThat(page.select("link[rel=canonical]").attr("href"))
                    .as("canonical address of %s", address)
                    .isEqualTo(portal.address() + address);
        });
        pages.assertAll();
    }

    @Test
    void UX_09_the_name_of_the_site_stands_in_a_title_where_both_fit_into_what_is_shown_of_it() {
        String site = "Pôle ESS des Deux Vallons";
        assertThat(plain(crawl.page("/").title())).startsWith(site);
        SoftAssertions titles = new SoftAssertions();
        crawl.pages().keySet().stream().filter(address -> !address.equals("/")).forEach(address -> {
            String title = plain(crawl.page(address).title());
            String own =
                    plain(crawl.page(address).select("meta[property=og:title]").attr("content"));
            titles.assertThat(title)
                    .as(address)
                    .isEqualTo((own + " – " + site).length() <= 60 ? own + " – " + site : own);
        });
        titles.assertAll();
        assertThat(plain(crawl.page("/agenda").title())).isEqualTo("Agenda – " + site);
    }

    @Test
    void UX_09_the_words_of_a_shared_picture_are_those_of_the_picture_that_is_shared() {
        SoftAssertions pictures = new SoftAssertions();
        crawl.pages().keySet().forEach(address -> {
            Document page = crawl.page(address);
            String told = page.select("meta[property=og:image:alt]").attr("content");
            boolean everybodys =
                    page.select("meta[property=og:image]").attr("content").contains("/images/partage");
            if (everybodys) {
                pictures.assertThat(told).as(address).startsWith("Dessin").contains("Ici, on entreprend ensemble.");
            } else {
                pictures.assertThat(told).as(address).doesNotContain("Ici, on entreprend ensemble.");
                List<String> shown = page.select("main img[alt]").eachAttr("alt");
                pictures.assertThat(told.isEmpty() || shown.contains(told))
                        .as("« %s » of %s is said on the page", told, address)
                        .isTrue();
            }
        });
        pictures.assertAll();
        assertThat(crawl.page("/agenda/grande-braderie-de-la-ressource-rigolote")
                        .select("meta[property=og:image:alt]")
                        .attr("content"))
                .contains("un étal de braderie avec une lampe");
    }

    @Test
    void UX_09_the_plan_for_machines_says_when_each_page_changed_and_robots_are_shown_to_it() {
        Browser machine = new Browser(portal.port());
        assertThat(machine.get("/robots.txt").body())
                .contains("Disallow: /espace", "Sitemap: " + portal.address() + "/sitemap.xml");
        Document plan = Jsoup.parse(machine.get("/sitemap.xml").body(), Parser.xmlParser());
        assertThat(plan.select("url")).hasSizeGreaterThan(80).allSatisfy(url -> {
            assertThat(url.select("loc").text()).startsWith(portal.address() + "/");
            assertThat(OffsetDateTime.parse(url.select("lastmod").text()).toInstant())
                    .as(url.text())
                    .isBefore(Instant.now().plusSeconds(60));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/agenda/, Event, 'name startDate eventStatus eventAttendanceMode location organizer image url'",
        "/actualites/2, NewsArticle, 'headline datePublished'",
        "/, WebSite, 'name url potentialAction'",
        "/, Organization, 'name url'",
        "/reseau/acteurs/, NGO, 'name address url'",
        "/reseau/acteurs/la-roue-qui-rit, NGO, 'name memberOf'",
        "/reseau/acteurs/, Organization, 'name address url'",
        "/reseau/lieux/, Place, 'name address'",
        "/annonces/emploi/, JobPosting, 'title datePosted hiringOrganization validThrough description'",
        "/ressources/, CreativeWork, 'name url'",
        "/contact, NGO, 'name telephone address'",
        "/le-pole/, BreadcrumbList, itemListElement",
    })
    void UX_09_what_a_page_is_about_is_data_of_its_kind(String start, String type, String required) {
        List<JsonNode> found = crawl.pages().keySet().stream()
                .filter(address -> address.startsWith(start))
                .flatMap(address -> crawl.page(address).select("script[type=application/ld+json]").stream())
                .flatMap(data -> JSON.readTree(data.data()).path("@graph").valueStream())
                .filter(data -> data.path("@type").asString().equals(type))
                // whose site it is stands on every page
                .filter(data -> start.equals("/") || !data.has("logo"))
                .toList();

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(data -> assertThat(required.split(" "))
                        .allSatisfy(name -> assertThat(data.path(name).isMissingNode()
                                        || data.path(name).isNull())
                                .as("%s of %s", name, data)
                                .isFalse()));
    }

    @Test
    void every_page_is_valid_html() {
        assertThat(HtmlValidity.errors("<!DOCTYPE html><html lang=fr><title>x</title><p><ul></ul></p>"))
                .as("the validator sees what is wrong")
                .isNotEmpty();
        assertThat(crawl.invalid()).isEmpty();
    }

    @Test
    void UX_06_the_pages_are_accessible_and_quiet_in_a_browser_narrow_and_wide_by_day_and_by_night() {
        ChromeDriver browser = Chromium.noting(home.resolve("profile"));
        try {
            for (String page : oneOfEachKind()) {
                for (int width : new int[] {1280, 375}) {
                    show(browser, page, width);
                    assertThat(problems(browser, Axe.check()))
                            .as("%s %d by day", page, width)
                            .isEmpty();
                    assertThat(browser.executeScript(
                                    "return document.documentElement.scrollWidth <= window.innerWidth"))
                            .as("no sideways scrolling of %s at %d", page, width)
                            .isEqualTo(true);
                    // a telephone has the same colours
                    if (width > 375 || Walk.isWhole()) {
                        light(browser, "dark");
                        assertThat(problems(browser, Axe.check().withRules(OF_COLOURS)))
                                .as("%s %d by night", page, width)
                                .isEmpty();
                    }
                }
            }
            assertThat(Chromium.complaints(browser))
                    .filteredOn(complaint -> !complaint.contains(UNKNOWN))
                    .isEmpty();
            assertThat(hosts(browser)).containsExactly("localhost:" + portal.port());
        } finally {
            browser.quit();
        }
    }

    /** By day. */
    private static void show(ChromeDriver browser, String page, int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        light(browser, "light");
        browser.get(portal.address() + page);
    }

    private static void light(ChromeDriver browser, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static List<String> problems(ChromeDriver browser, Axe axe) {
        return axe.violations(browser).stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(VisitTests::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getNodes().get(0).getHtml();
    }

    private static Set<String> hosts(ChromeDriver browser) {
        Set<String> hosts = new LinkedHashSet<>();
        browser.manage().logs().get(LogType.PERFORMANCE).getAll().forEach(entry -> {
            Matcher requested = REQUESTED.matcher(entry.getMessage());
            while (requested.find()) {
                if (requested.group(1).startsWith("http")) {
                    hosts.add(URI.create(requested.group(1)).getAuthority());
                }
            }
        });
        return hosts;
    }

    /** The shortest address of each template, and the screen where one signs in. */
    private static Set<String> oneOfEachKind() {
        Set<String> pages = crawl.ofEachKind();
        pages.add("/connexion");
        pages.add(UNKNOWN);
        return pages;
    }
}
