package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
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
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody visits the whole site of the demo, by its links. */
class VisitTests {

    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static final Pattern REQUESTED =
            Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"([^\"]+)\"");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The browser tells its status, as it should. */
    private static final String UNKNOWN = "/rien-de-tel";

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
    void every_link_leads_to_a_page_and_no_page_asks_another_host() {
        assertThat(crawl.wrong()).isEmpty();
        assertThat(crawl.pages()).hasSizeGreaterThan(100);
    }

    @Test
    void with_the_functions_of_magnolia_alone_there_are_the_same_pages_with_the_same_items() {
        try (Portal stock = Portal.start(home.resolve("stock"), "--bocage.portailfn=false")) {
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
     * Nobody receives a form where Magnolia's functions are alone, so that nothing leads to one; an address to write to stands in
     * its place, and another entry in the bar under the thumb.
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
                        && !one.text().contains("grâce au portail")
                        && !isOutlet(one.attr("href"))
                        && one.closest(
                                        ".propose, .bar, .form-sheet, .contact .ways, .pass-on, .feeds, .letter, .prices")
                                == null)
                .map(one -> one.text() + " " + one.attr("href"))
                .toList();
    }

    /** What only our own host gives to machines. */
    private static boolean isOutlet(String address) {
        return address.matches("(webcal:|/api/|/l/).*|[^?]*\\.(ics|xml|vcf|csv|geojson)(\\?.*)?");
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
            page.select("script[type=application/ld+json]")
                    .forEach(data -> pages.assertThat(
                                    JSON.readTree(data.data()).path("@context").asString())
                            .as("data of %s", address)
                            .isEqualTo("https://schema.org"));
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
        "/agenda/, Event, 'name startDate location'",
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
                .map(data -> JSON.readTree(data.data()))
                .flatMap(data ->
                        Stream.concat(Stream.of(data), data.path("@graph").valueStream()))
                .filter(data -> data.path("@type").asString().equals(type))
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
        Map<String, List<String>> invalid = new LinkedHashMap<>();
        crawl.pages().forEach((page, html) -> {
            List<String> errors = HtmlValidity.errors(html);
            if (!errors.isEmpty()) {
                invalid.put(page, errors);
            }
        });
        assertThat(HtmlValidity.errors("<!DOCTYPE html><html lang=fr><title>x</title><p><ul></ul></p>"))
                .as("the validator sees what is wrong")
                .isNotEmpty();
        assertThat(invalid).isEmpty();
    }

    @Test
    void the_pages_are_accessible_and_quiet_in_a_browser_narrow_and_wide_by_day_and_by_night() {
        ChromeDriver browser = Chromium.open(home.resolve("profile"));
        try {
            for (String page : oneOfEachKind()) {
                for (int width : new int[] {1280, 375}) {
                    for (String scheme : new String[] {"light", "dark"}) {
                        show(browser, page, width, scheme);
                        assertThat(problems(browser))
                                .as("%s %d %s", page, width, scheme)
                                .isEmpty();
                        assertThat(browser.executeScript(
                                        "return document.documentElement.scrollWidth <= window.innerWidth"))
                                .as("no sideways scrolling of %s at %d", page, width)
                                .isEqualTo(true);
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

    private static void show(ChromeDriver browser, String page, int width, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.get(portal.address() + page);
    }

    private static List<String> problems(ChromeDriver browser) {
        return new AxeBuilder()
                .analyze(browser).getViolations().stream()
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
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String page : crawl.pages().keySet()) {
            Element body = crawl.page(page).body();
            kinds.putIfAbsent(body.className() + body.select("main > *").eachAttr("class"), page);
        }
        Set<String> pages = new LinkedHashSet<>(kinds.values());
        pages.add("/connexion");
        pages.add(UNKNOWN);
        return pages;
    }
}
