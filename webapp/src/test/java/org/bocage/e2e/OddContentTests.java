package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** Content that nobody expects, and addresses that are nearly right: pleasant all the same. */
class OddContentTests {

    private static final String LONGEST_WORD = "anticonstitutionnellement".repeat(5);
    private static final String LONG =
            (LONGEST_WORD + " et une haie ").repeat(3).substring(0, 300);
    private static final String MANY_SIGNS = "Fête 🎉🚲 du pain — خبز وملح — לחם 👩🏽‍🌾";

    @TempDir
    static Path home;

    private static Portal portal;
    private static Browser visitor;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
        visitor = new Browser(portal.port());
        actu("long", Map.of("titre", LONG));
        actu("signes", Map.of("titre", MANY_SIGNS, "chapo", MANY_SIGNS));
        actu(
                "ailleurs",
                Map.of("titre", "Ailleurs", "communes", UUID.randomUUID().toString()));
        actu(
                "sans-suite",
                Map.of(
                        "titre",
                        "Sans suite",
                        "contactStructure",
                        UUID.randomUUID().toString()));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static void actu(String name, Map<String, String> more) {
        actu(portal, name, more);
    }

    /** Publishes an actu whose texts are as given, whatever the form would say of them. */
    private static void actu(Portal where, String name, Map<String, String> more) {
        Stores stores = where.context().getBean(Stores.class);
        Publisher publisher = where.context().getBean(Publisher.class);
        stores.author().update(Identity.SYSTEM, session -> {
            Node actu = folder(session).addNode(name, "bocage:actu");
            actu.setProperty("name", name);
            actu.setProperty("etat", "publie");
            actu.setProperty("origine", "territoire");
            actu.setProperty("titre", "Une actu");
            actu.setProperty("chapo", "On a semé, on a désherbé, et maintenant on récolte.");
            actu.setProperty("corps", "<p>Venez goûter samedi.</p>");
            GregorianCalendar now = new GregorianCalendar();
            actu.setProperty("publie", now);
            for (Map.Entry<String, String> property : more.entrySet()) {
                if (property.getKey().equals("communes")) {
                    actu.setProperty("communes", new String[] {property.getValue()});
                } else {
                    actu.setProperty(property.getKey(), property.getValue());
                }
            }
            publisher.publish(actu, Instant.now(), "salariee");
        });
    }

    private static Node folder(Session session) throws RepositoryException {
        Node actus = session.getNode("/actus");
        return actus.hasNode("essais") ? actus.getNode("essais") : actus.addNode("essais", "mgnl:folder");
    }

    private static String address(String name) {
        return "/actualites/" + new GregorianCalendar().get(java.util.Calendar.YEAR) + "/" + name;
    }

    @Test
    void a_title_of_300_letters_and_one_of_all_signs_stay_whole_and_in_the_page(@TempDir Path profile) {
        ChromeDriver browser = Chromium.open(profile);
        try {
            for (int width : List.of(1280, 375, 320)) {
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
                for (String page : List.of("/actualites", address("long"), address("signes"), "/")) {
                    browser.get(portal.address() + page);
                    assertThat(browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                            .as("no sideways scrolling of %s at %d", page, width)
                            .isEqualTo(true);
                }
            }
        } finally {
            browser.quit();
        }
        assertThat(visitor.read(address("long")).select("h1").text()).isEqualTo(LONG.strip());
        assertThat(visitor.read(address("signes")).select("h1").text()).isEqualTo(MANY_SIGNS);
        assertThat(HtmlValidity.errors(visitor.get(address("signes")).body())).isEmpty();
    }

    @Test
    void an_item_of_an_unknown_commune_is_shown_without_a_place() {
        assertThat(visitor.read(address("ailleurs")).select("h1").text()).isEqualTo("Ailleurs");
        assertThat(visitor.read("/actualites").text()).contains("Ailleurs");
    }

    @Test
    void what_refers_to_something_that_is_not_on_line_is_shown_without_it() {
        Document page = visitor.read(address("sans-suite"));

        assertThat(page.select("h1").text()).isEqualTo("Sans suite");
        assertThat(page.select("main a[href^=/reseau/acteurs/]")).isEmpty();
        assertThat(page.select("footer a[href^=tel:]"))
                .as("there is a human nevertheless")
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/Reseau/Acteurs, /reseau/acteurs",
        "/reseau/acteurs/Le-Fournil-Des-Mots, /reseau/acteurs/le-fournil-des-mots",
        "/r%C3%A9seau/acteurs/le-fournil-d%C3%A9s-mots?x=1, /reseau/acteurs/le-fournil-des-mots?x=1",
        "/agenda/ap%C3%A9ro-des-id%C3%A9es, /agenda/apero-des-idees",
        "/annonces/Emploi, /annonces/emploi"
    })
    void a_slug_with_other_accents_or_capitals_moves_to_the_right_one(String asked, String right) {
        HttpResponse<String> answer = visitor.get(asked);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains(right);
        assertThat(visitor.get("/reseau/acteurs/Le-Fournil-Des-Vents").statusCode())
                .isEqualTo(404);
    }

    @Test
    void UX_17_an_archived_item_is_gone_what_never_was_on_line_is_unknown_and_both_pages_lead_on() {
        actu("rangee", Map.of("titre", "Rangée"));
        actu("secrete", Map.of("titre", "Secrète", "visibilite", "ca"));
        assertThat(visitor.get(address("rangee")).statusCode()).isEqualTo(200);

        archive("rangee");
        archive("secrete");
        HttpResponse<String> gone = visitor.get(address("rangee"));

        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(Browser.page(gone).select("h1").text()).isEqualTo("Cette page a fait son temps");
        HttpResponse<String> closed = visitor.get("/annonces/emploi/maraicher-ere-a-mi-temps");
        assertThat(closed.statusCode()).isEqualTo(410);
        HttpResponse<String> unknown = visitor.get("/nulle-part");
        assertThat(unknown.statusCode()).isEqualTo(404);
        for (HttpResponse<String> lost : List.of(gone, closed, unknown)) {
            Document page = Browser.page(lost);
            assertThat(page.select("header nav.menu, footer"))
                    .as("in the theme")
                    .hasSize(2);
            assertThat(page.select(
                            "main form[role=search] input, main search form input[name=q], main form input[name=q]"))
                    .as("a search box on %s", lost.uri())
                    .isNotEmpty();
            assertThat(page.select("main .door-home").eachAttr("href"))
                    .as("doors on %s", lost.uri())
                    .containsExactly("/etre-accompagne", "/dynamiser-le-territoire", "/decouvrir");
        }
        assertThat(visitor.read("/actualites").text()).doesNotContain("Rangée");
        assertThat(visitor.get(address("secrete")).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/actualites/2019/rangee").statusCode()).isEqualTo(404);
    }

    private static void archive(String name) {
        Publisher publisher = portal.context().getBean(Publisher.class);
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node actu = folder(session).getNode(name);
            actu.setProperty("etat", "archive");
            publisher.unpublish(actu);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actualites",
                "/annonces",
                "/reseau/acteurs",
                "/reseau/lieux",
                "/reseau/projets",
                "/ressources",
                "/actualites/photos",
                "/le-pole/actions"
            })
    void page_0_and_page_1_000_000_000_do_not_exist(String list) {
        for (String page : List.of("0", "1000000000", "-1", "deux")) {
            HttpResponse<String> answer = visitor.get(list + "?page=" + page);
            assertThat(answer.statusCode()).as("%s?page=%s", list, page).isEqualTo(404);
            assertThat(Browser.page(answer).select("h1").text()).isEqualTo("Ce chemin s’arrête dans un champ");
        }
    }

    @Test
    void UX_31_without_any_item_the_home_still_welcomes_and_with_one_and_with_300_the_lists_are_pleasant() {
        try (Portal empty = Portal.startEmpty(home.resolve("empty"))) {
            Crawl crawl = Crawl.of(empty);
            assertThat(crawl.wrong()).isEmpty();
            assertThat(crawl.page("/actualites").select(".empty h2").text()).isNotEmpty();
            Document front = crawl.page("/");
            assertThat(front.select(".card, .rdv, .empty")).isEmpty();
            assertThat(front.select("main h2.block-title").eachText())
                    .as("blocks without anything fresh are not there, nor a mosaic before the communes are chosen")
                    .isEmpty();
            assertThat(front.select("main h1").text()).isEqualTo("Ici, on entreprend ensemble.");
            assertThat(front.select(".hero .door-home")).hasSize(3);
            assertThat(crawl.invalid()).isEmpty();

            Browser reader = new Browser(empty.port());
            actu(empty, "seule", Map.of("titre", "Seule"));
            assertThat(Browser.plain(reader.read("/actualites").select(".count").text()))
                    .isEqualTo("Une actu");
            assertThat(reader.read("/").select(".block-territoire .card-title").eachText())
                    .containsExactly("Seule");
            BothStores.published(empty.context().getBean(Stores.class)).update(Identity.SYSTEM, session -> {
                folder(session)
                        .getNode("seule")
                        .setProperty("publie", Dates.utc(Instant.now().minus(62, ChronoUnit.DAYS)));
            });
            assertThat(reader.read("/").select(".block-territoire"))
                    .as("sixty days later")
                    .isEmpty();

            for (int number = 2; number <= 300; number++) {
                Instant then = Instant.now().minus(number, ChronoUnit.HOURS);
                actu(empty, "actu-" + number, Map.of("titre", "Actu du " + then));
            }
            Document last = reader.read("/actualites?page=25");
            assertThat(Browser.plain(last.select(".count").text())).startsWith("300 actus");
            assertThat(last.select(".card")).hasSize(12);
            assertThat(last.select(".pager a")).as("not a link for each page").hasSizeLessThan(10);
            assertThat(reader.get("/actualites?page=26").statusCode()).isEqualTo(404);
        }
    }
}
