package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.Node;
import org.assertj.core.api.SoftAssertions;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of the demo with the functions of a Magnolia alone, and with whole nodes on line, as a Magnolia publishes them: the
 * same as elsewhere but for what is listed here, and nothing private on any of them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MagnoliaPagesTests {

    /** Parts that a page lacks where nobody answers them, by the place where they stood, and why. */
    private static final Map<String, String> GONE = Map.ofEntries(
            Map.entry(
                    ".propose, .header-propose, .bar-propose, .items > div:has(a[href^=/proposer])",
                    "nobody receives a form"),
            Map.entry(".letter, .told, .article-take", "nobody writes letters, nor keeps calendars"),
            Map.entry("form.search, .header-search", "there is no search of the site"),
            Map.entry(
                    "form.near, #filtre-commune option",
                    "nothing tells which communes act together, nor which are neighbours"),
            Map.entry(".contact > p", "without a form, a message does not go to whoever it is for by itself"),
            Map.entry(".feeds, .flux", "there are no feeds"),
            Map.entry(
                    ".pass-on-texts, .pass-on-code, .on-paper img, .pass-on-times",
                    "there are no short addresses, and texts to pass on are cut for the long ones"),
            Map.entry(".form-sheet, .join", "nobody receives a form of any kind"),
            Map.entry(".prices", "tariffs are a setting of the host"),
            Map.entry(".ways", "one writes to an address, where it may be seen, instead of by a form"),
            Map.entry(".bar", "without a form to propose by, the bar has room for another entry"),
            Map.entry("dfn", "words of the glossary are explained in the glossary alone"));

    /** Links that lead to what only the portal's own host answers. */
    private static final Pattern OWN_ADDRESS = Pattern.compile(
            "(/espace|/connexion|/proposer|/abonnement|/retrait|/recherche|/integrer|/api/|/l/|webcal:|mailto:)(.*)"
                    + "|/contact[/?].*|/adherer/formulaire|[^?]*\\.(ics|xml|vcf|csv|geojson|json)([?].*)?|.*[?&]pres=.*");

    @TempDir
    static Path home;

    private static Portal stock;
    private static Crawl there;

    @BeforeAll
    static void start() {
        stock = Portal.start(home.resolve("stock"), "--bocage.portailfn=false");
        new WholeNodes(stock).publish();
        there = Crawl.of(stock);
    }

    @AfterAll
    static void stop() {
        stock.close();
    }

    @Order(1)
    @Test
    void every_page_renders_and_leads_nowhere_that_is_not_there() {
        assertThat(there.wrong()).isEmpty();
        assertThat(there.pages()).hasSizeGreaterThan(100);
        there.pages()
                .keySet()
                .forEach(address -> assertThat(there.page(address).select("a[href], form[action]").stream()
                                .map(one -> one.attr(one.hasAttr("href") ? "href" : "action"))
                                .filter(href -> href.startsWith("/espace")
                                        || href.startsWith("/connexion")
                                        || (OWN_ADDRESS.matcher(href).matches()
                                                && !href.matches("mailto:.*|/contact[?].*")))
                                .toList())
                        .as(address)
                        .isEmpty());
        assertThat(there.page("/flux").select("main").text()).contains("on ne s’abonne pas encore");
    }

    @Order(2)
    @Test
    void pages_are_those_of_the_ordinary_host_but_for_what_is_listed() {
        try (Portal usual = Portal.start(home.resolve("usual"))) {
            Crawl here = Crawl.of(usual);
            assertThat(pages(there)).containsExactlyInAnyOrderElementsOf(pages(here));
            SoftAssertions pages = new SoftAssertions();
            for (String address : pages(there)) {
                List<String> ours = List.of(words(here, address).split(" "));
                List<String> theirs = List.of(words(there, address).split(" "));
                pages.assertThat(beyond(theirs, ours))
                        .as("only there on %s", address)
                        .isEmpty();
                pages.assertThat(beyond(ours, theirs))
                        .as("only here on %s", address)
                        .isEmpty();
            }
            pages.assertAll();
        }
    }

    private static List<String> pages(Crawl crawl) {
        return crawl.pages().keySet().stream()
                .filter(address -> !OWN_ADDRESS.matcher(address).matches())
                .toList();
    }

    /** The words of one text that another lacks, each as often as it has more of them. */
    private static List<String> beyond(List<String> words, List<String> others) {
        List<String> left = new ArrayList<>(words);
        others.forEach(left::remove);
        return left;
    }

    /** Words of a page, and where its links lead. */
    private static String words(Crawl crawl, String address) {
        Document page = crawl.page(address).clone();
        GONE.keySet()
                .forEach(place -> page.select(place).forEach(one -> {
                    if (one.tagName().equals("dfn")) {
                        one.unwrap();
                    } else {
                        one.remove();
                    }
                }));
        page.select("a[href], link[href]").stream()
                .filter(one -> OWN_ADDRESS.matcher(one.attr("href")).matches())
                .forEach(Element::remove);
        page.select("main a[href]").forEach(one -> one.prependText("[" + one.attr("href") + "] "));
        return page.select("main, header")
                .text()
                .replaceAll("http://localhost:[0-9]+/(l/)?[^ \"]*", "")
                .replaceAll("\\s+", " ");
    }

    @Order(3)
    @Test
    void a_mapped_address_takes_any_query_and_an_extension_at_its_end() {
        Browser visitor = new Browser(stock.port());
        for (String address : List.of(
                "/agenda/apero-des-idees",
                "/reseau/acteurs/la-roue-qui-rit",
                "/le-pole/missions/relier-les-gens",
                "/agenda/mois/"
                        + LocalDate.now(ZoneId.of("Europe/Paris")).toString().substring(0, 7),
                "/commune/guichen")) {
            for (String end : List.of("", "?utm_source=lettre", ".html", ".html?utm_source=lettre")) {
                assertThat(visitor.get(address + end).statusCode())
                        .as(address + end)
                        .isEqualTo(200);
            }
        }
    }

    @Order(4)
    @Test
    void what_is_not_there_is_answered_by_the_page_that_says_so() {
        HttpResponse<String> answer = new Browser(stock.port()).get("/reseau/acteurs/personne-de-tel");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>", "menu", "Ce chemin s’arrête dans un champ");
    }

    @Order(5)
    @Test
    void the_page_around_items_opened_by_itself_shows_who_edits_it_what_it_is_for() {
        Browser editor = Browser.signedIn(stock.port(), "salariee");
        for (String frame : List.of("/agenda/evenement", "/ressources/ressource", "/annonces/annonce")) {
            HttpResponse<String> answer = editor.get("/author" + frame + "?mgnlPreview=false");

            assertThat(answer.statusCode()).as(frame).isEqualTo(200);
            assertThat(Browser.page(answer).text()).as(frame).contains("Cette page sert de cadre");
        }
    }

    @Order(6)
    @Test
    void an_event_that_nobody_worked_out_the_dates_of_is_shown_with_its_own() {
        String path = "/evenements/2026/05/apero-des-idees";
        String before = new Browser(stock.port()).get("/agenda/apero-des-idees").body();
        new PublishedWriter(stock.context().getBean(Stores.class))
                .write(session -> session.getNode(path + "/occurrences").remove());
        Browser visitor = new Browser(stock.port());

        HttpResponse<String> page = visitor.get("/agenda/apero-des-idees");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.page(page).select(".article-lead").text())
                .isNotEmpty()
                .isEqualTo(org.jsoup.Jsoup.parse(before).select(".article-lead").text());
        assertThat(visitor.get("/agenda").body()).contains("/agenda/apero-des-idees");
        String month = stock.context()
                .getBean(Stores.class)
                .published()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode(path)
                                .getProperty("debut")
                                .getString()
                                .substring(0, 7));
        assertThat(visitor.get("/agenda/mois/" + month).body()).contains("/agenda/apero-des-idees");
    }

    @Order(6)
    @Test
    void a_series_that_nobody_worked_out_the_dates_of_has_its_first_alone() {
        String path = "/evenements/2026/05/table-d-hotes-a-prix-libre";
        LocalDate first = stock.context()
                .getBean(Stores.class)
                .published()
                .read(
                        Identity.SYSTEM,
                        session -> LocalDate.ofInstant(
                                session.getNode(path)
                                        .getProperty("debut")
                                        .getDate()
                                        .toInstant(),
                                ZoneId.of("Europe/Paris")));
        String dates = "/agenda/table-d-hotes-a-prix-libre/";
        Browser visitor = new Browser(stock.port());
        assertThat(visitor.get(dates + first.plusWeeks(1)).statusCode()).isEqualTo(200);

        new PublishedWriter(stock.context().getBean(Stores.class))
                .write(session -> session.getNode(path + "/occurrences").remove());

        assertThat(visitor.get(dates + first).statusCode()).isEqualTo(200);
        assertThat(visitor.get(dates + first.plusWeeks(1)).statusCode()).isEqualTo(404);
    }

    @Order(7)
    @Test
    void links_that_somebody_typed_into_a_text_begin_where_the_site_does(@TempDir Path data) {
        try (Portal below = Portal.start(data, "--bocage.portailfn=false", "--server.servlet.context-path=/portail")) {
            Document page = new Browser(below.port()).read("/portail/charte");
            List<String> within = page.select("main a[href^=/]").eachAttr("href");
            assertThat(within)
                    .contains("/portail/contact?sujet=signaler")
                    .allMatch(href -> href.startsWith("/portail/"));
        }
    }

    @Order(7)
    @Test
    void pages_below_another_keep_the_extension_at_the_end(@TempDir Path data) {
        try (Portal portal =
                Portal.start(data.resolve("html"), "--bocage.portailfn=false", "--bocage.default-extension=html")) {
            Browser visitor = new Browser(portal.port());
            Document agenda = Browser.page(visitor.get("/agenda.html"));

            List<String> below =
                    agenda.select("a[href*=/mois/], a[href*=/archives/]").eachAttr("href");
            assertThat(below)
                    .isNotEmpty()
                    .allMatch(href -> href.matches("/agenda/(mois|archives)/[0-9/-]+[.]html(\\?.*)?"));
            below.forEach(
                    href -> assertThat(visitor.get(href).statusCode()).as(href).isEqualTo(200));
        }
    }

    @Order(7)
    @Test
    void a_draft_without_the_date_that_a_list_is_sorted_by_stops_no_list() {
        new PublishedWriter(stock.context().getBean(Stores.class)).write(session -> {
            Node folder = session.getNode("/actus/2026");
            while (folder.isNodeType("mgnl:folder")) {
                folder = folder.getNodes().nextNode();
            }
            folder.getProperty("publie").remove();
        });
        Browser visitor = new Browser(stock.port());

        for (String list : List.of("/actualites", "/actualites/pole", "/actualites/territoire")) {
            assertThat(Browser.page(visitor.get(list)).select("main article"))
                    .as(list)
                    .isNotEmpty();
        }
    }

    @Order(8)
    @Test
    void an_item_for_the_board_or_without_a_consent_is_on_no_page_and_what_consents_open_is() {
        Browser visitor = new Browser(stock.port());
        String number = "tel:+33639980012";
        assertThat(visitor.get("/reseau/contacts").body()).contains(number);
        assertThat(visitor.get("/reseau/projets/le-bus-a-outils").statusCode()).isEqualTo(200);
        new PublishedWriter(stock.context().getBean(Stores.class)).write(session -> {
            session.getNode("/evenements/2026/05/permanence-projet").setProperty("interne", true);
            session.getNode("/acteurs/la-toile-a-coudre").setProperty("visibilite", "ca");
            session.getNode("/personnes/noor/accords").setProperty("fiche", false);
            session.getNode("/personnes/berenice/accords").setProperty("moyens", false);
            session.getNode("/projets/le-bus-a-outils/consentementDiffusion")
                    .getProperty("date")
                    .remove();
            Node photos = session.getNode("/albums/la-braderie-d-avant/photos");
            photos.getNode("0").setProperty("mineurs", true);
            photos.getNode("1").setProperty("mineurs", true);
            photos.getNode("1").setProperty("accordParental", true);
            photos.getNode("2").setProperty("personneReconnaissable", true);
        });

        assertThat(visitor.get("/actualites/photos/la-braderie-d-avant").body())
                .contains("une théière à pois", "une étiquette")
                .doesNotContain("une lampe à l’abat-jour", "une file de parapluies");

        assertThat(visitor.get("/agenda/permanence-projet").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/reseau/acteurs/la-toile-a-coudre").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/reseau/acteurs").body()).doesNotContain("La Toile à Coudre");
        assertThat(visitor.get("/reseau/projets/le-bus-a-outils").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/reseau/contacts").body())
                .doesNotContain("personne-noor", number)
                .contains("personne-berenice");
        assertThat(visitor.get("/reseau/acteurs/la-roue-qui-rit").body()).contains("tel:");
    }

    @Order(9)
    @Test
    void nothing_that_only_some_may_see_stands_on_a_page_whatever_the_node_holds() {
        Set<String> planted = new WholeNodes(stock).plant();
        assertThat(planted)
                .contains(
                        "acteurs contact/telephone",
                        "acteurs adresse",
                        "personnes contact/courriel",
                        "personnes portrait",
                        "projets porteur/prenom",
                        "evenements proposePar",
                        "annonces commentairesRelecture");

        Crawl crawl = Crawl.of(stock);

        assertThat(crawl.pages()).hasSizeGreaterThan(100);
        SoftAssertions pages = new SoftAssertions();
        crawl.pages()
                .forEach((address, html) -> pages.assertThat(html).as(address).doesNotContain(WholeNodes.PRIVATE));
        pages.assertAll();
        assertThat(crawl.page("/reseau/contacts").select("img.portrait")).isEmpty();
    }

    @Order(10)
    @Test
    void without_a_territory_pages_draw_none_and_are_there_all_the_same() {
        Browser visitor = new Browser(stock.port());
        List<String> drawn = List.of("/", "/reseau", "/reseau/carte", "/commune", "/commune/guichen");
        String plots = "svg.territoire a.cell";
        assertThat(drawn)
                .allSatisfy(address ->
                        assertThat(visitor.read(address).select(plots)).isNotEmpty());

        new PublishedWriter(stock.context().getBean(Stores.class))
                .write(session -> session.getNode("/vocabulaires/territoire").remove());

        assertThat(drawn)
                .allSatisfy(address ->
                        assertThat(visitor.read(address).select(plots)).isEmpty());
    }
}
