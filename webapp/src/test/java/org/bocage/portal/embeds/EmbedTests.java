package org.bocage.portal.embeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parts of the portal on the sites of others: what they weigh, what they are refused, and the page that makes them. */
class EmbedTests {

    private static final int MOST_BYTES = 40_000;
    private static final String COLOURS = "fond=101a33&texte=eeeeff&liens=ffd466";

    /** An event for the board alone. */
    private static final String INTERNAL = "CA du mois";

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static HttpResponse<String> get(String path) {
        return new Browser(portal.port()).get(path);
    }

    private static Document page(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The first page of a kind that a list leads to. */
    private static String first(String list, String pattern) {
        return page(list).select("main a[href]").eachAttr("href").stream()
                .filter(href -> href.matches(pattern))
                .findFirst()
                .orElseThrow();
    }

    private static String event() {
        return first("/agenda", "/agenda/(?!mois)[a-z0-9-]+");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/integre/agenda",
                "/integre/agenda?nombre=20",
                "/integre/agenda?commune=guichen&tarif=gratuit&" + COLOURS,
                "/integre/annonces",
                "/integre/annonces?type=benevolat&nombre=20",
                "/integre/carte",
                "/integre/carte?commune=guichen",
                "/integre/actualites",
                "/integre/actualites?origine=pole"
            })
    void a_frame_is_light_asks_for_one_style_sheet_and_leads_out_of_itself(String path) {
        HttpResponse<String> answer = get(path);
        Document frame = page(path);
        List<String> asked = frame.select("link[rel=stylesheet]").eachAttr("href");

        assertThat(asked).hasSize(1);
        assertThat(frame.select("script, img, iframe, source, [style], link[rel=preload], form"))
                .isEmpty();
        HttpResponse<String> style = get(asked.get(0));
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(header(style, "Content-Type")).startsWith("text/css");
        assertThat(style.body()).doesNotContain("url(", "@import", "[#", "${");
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length
                        + style.body().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(MOST_BYTES);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(style.headers().map()).doesNotContainKey("set-cookie");
        assertThat(frame.select("a[href]"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.attr("target")).isEqualTo("_top"));
        assertThat(frame.select("main h2 a, main .names a"))
                .as("it shows something")
                .isNotEmpty();
        frame.select("a[href]").eachAttr("href").stream()
                .distinct()
                .forEach(href -> assertThat(get(href).statusCode()).as(href).isEqualTo(200));
    }

    @Test
    void a_frame_shows_what_the_list_shows_with_the_same_filters() {
        List<String> framed = page("/integre/agenda?tarif=gratuit&nombre=20")
                .select("main h2 a")
                .eachText();

        assertThat(framed)
                .isNotEmpty()
                .hasSizeLessThan(
                        page("/integre/agenda?nombre=20").select("main h2 a").size());
        assertThat(page("/agenda?tarif=gratuit").select(".rdv-title a").eachText())
                .containsAll(framed);
        assertThat(page("/integre/agenda?nombre=2").select("main h2 a")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/agenda",
                "/integrer",
                "/integre",
                "/espace",
                "/connexion",
                "/introuvable",
                "/oembed",
                "/author/agenda"
            })
    void only_the_frames_may_be_framed_by_others(String path) {
        HttpResponse<String> other = get(path);

        assertThat(header(other, "Content-Security-Policy")).as(path).contains("frame-ancestors 'self'");
        assertThat(header(other, "X-Frame-Options")).as(path).isEqualTo("SAMEORIGIN");
        HttpResponse<String> frame = get("/integre/agenda");
        assertThat(header(frame, "Content-Security-Policy"))
                .contains("frame-ancestors *", "default-src 'none'", "form-action 'none'");
        assertThat(header(frame, "X-Frame-Options")).isEmpty();
    }

    @Test
    void a_page_of_another_origin_shows_the_agenda_and_cannot_show_the_home_nor_the_private_space() throws Exception {
        String body = "<!DOCTYPE html><title>Ailleurs</title>"
                + List.of("/integre/agenda?" + COLOURS, "/", "/espace").stream()
                        .map(path -> "<iframe src='" + portal.address() + path + "'></iframe>")
                        .reduce("", String::concat);
        HttpServer elsewhere = elsewhere(body);
        ChromeDriver browser = Chromium.open(home.resolve("elsewhere"));
        try {
            browser.get("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
            List<WebElement> frames = browser.findElements(By.tagName("iframe"));

            browser.switchTo().frame(frames.get(0));
            assertThat(browser.findElement(By.tagName("h1")).getText()).contains("agenda");
            assertThat(browser.findElement(By.tagName("body")).getCssValue("background-color"))
                    .contains("16, 26, 51");
            WebElement link = browser.findElement(By.cssSelector("h2 a"));
            String words = link.getText();
            for (WebElement other : frames.subList(1, 3)) {
                browser.switchTo().defaultContent();
                browser.switchTo().frame(other);
                assertThat(browser.findElements(By.cssSelector("header, form, main")))
                        .isEmpty();
            }
            browser.switchTo().defaultContent();
            browser.switchTo().frame(frames.get(0));
            browser.findElement(By.cssSelector("h2 a")).click();
            browser.switchTo().defaultContent();
            Chromium.waiting(browser)
                    .until(driver ->
                            Objects.requireNonNull(driver.getCurrentUrl()).startsWith(portal.address()));
            assertThat(browser.findElement(By.tagName("h1")).getText()).contains(words);
            assertThat(browser.manage().getCookies()).isEmpty();
        } finally {
            browser.quit();
            elsewhere.stop(0);
        }
    }

    private static HttpServer elsewhere(String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    @ParameterizedTest
    @CsvSource({
        "/integre/agenda?couleur=rouge, « couleur », que le portail ne connaît pas",
        "/integre/agenda?theme=atlantide, « atlantide » n’existe pas",
        "/integre/agenda?commune=guichen&commune=nulle-part, « nulle-part » n’existe pas",
        "/integre/agenda?nombre=500, On en montre de 1 à 20",
        "/integre/annonces?type=%3Cscript%3E, « <script> » n’existe pas",
        "/integre/carte?nombre=3, « nombre », que le portail ne connaît pas",
        "/integre/actualites?origine=lune, « lune » n’existe pas",
    })
    void a_filter_that_nobody_knows_is_refused_in_words(String path, String words) {
        refuses(path, words);
    }

    @ParameterizedTest
    @CsvSource({
        "fond=red%3B%7Dbody%7Bdisplay%3Anone&texte=000000&liens=000000, six chiffres ou lettres",
        "fond=ffffff, il en faut trois",
        "fond=ffffff&fond=000000&texte=000000&liens=000000, il en faut trois",
        "fond=ffffff&texte=eeeeee&liens=000000, Le texte se lirait mal",
        "fond=ffffff&texte=000000&liens=ffffee, Les liens se liraient mal",
    })
    void colours_that_are_none_or_that_nobody_could_read_are_refused_in_words(String colours, String words) {
        refuses("/integre/agenda?" + colours, words);
    }

    private static void refuses(String path, String words) {
        HttpResponse<String> answer = get(path);
        Document frame = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(Browser.plain(frame.select("main .note").text())).contains(words);
        assertThat(frame.select("main a[href=/integrer][target=_top]")).hasSize(1);
        assertThat(frame.select("main h2, script")).isEmpty();
        assertThat(get(frame.select("link[rel=stylesheet]").attr("href")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_item_that_is_no_longer_on_line_leaves_a_frame_that_says_so() {
        for (String path : List.of("/integre/agenda/rien-de-tel", "/integre/annonces/rien", "/integre/acteurs/rien")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(410);
            assertThat(answer.body()).contains("Ce n’est plus en ligne").doesNotContain("<script", "<img");
        }
    }

    @Test
    void whoever_asks_gets_what_everybody_gets() {
        Browser board = Browser.signedIn(portal.port(), "ca");

        assertThat(board.get("/agenda").body()).contains(INTERNAL);
        for (String path : List.of("/integre/agenda?nombre=20", "/integrer?nombre=20")) {
            assertThat(board.get(path).body()).as(path).doesNotContain(INTERNAL);
        }
    }

    @Test
    void the_page_that_makes_frames_works_without_a_script_and_gives_what_it_shows() {
        Document maker = page(
                "/integrer?quoi=agenda&commune=guichen&nombre=3&largeur=420&hauteur=500&couleurs=site&fond=%23101a33&texte=%23eeeeff&liens=%23ffd466");
        Element code = Objects.requireNonNull(
                Jsoup.parse(maker.select("#integrer-cadre").text()).selectFirst("iframe"));

        assertThat(code.attr("src"))
                .isEqualTo(portal.address() + "/integre/agenda?nombre=3&" + COLOURS + "&commune=guichen");
        assertThat(code.attr("style")).contains("max-width:420px", "height:500px");
        assertThat(code.attr("title")).isNotBlank();
        String seen = maker.select(".embed-seen iframe").attr("src");
        assertThat(portal.address() + seen).isEqualTo(code.attr("src"));
        List<String> framed = page(seen).select("main h2 a").eachText();
        Document links = Jsoup.parse(maker.select("#integrer-liens").text());
        assertThat(links.select("script, iframe")).isEmpty();
        assertThat(links.select("a").eachText()).hasSize(framed.size() + 1);
        for (String title : framed) {
            assertThat(links.select("a").text()).contains(title);
        }
        assertThat(links.select("a").eachAttr("href"))
                .allSatisfy(href -> assertThat(href).startsWith(portal.address() + "/agenda"));
        for (String kind : List.of("annonces", "carte", "actualites")) {
            Document other = page("/integrer?quoi=" + kind);
            assertThat(page(other.select(".embed-seen iframe").attr("src")).select("main a"))
                    .isNotEmpty();
            assertThat(Jsoup.parse(other.select("#integrer-liens").text())
                            .select("a")
                            .size())
                    .as(kind)
                    .isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "quoi=lune, « lune » n’existe pas",
        "quoi=agenda&largeur=7, La largeur va de 240",
        "quoi=agenda&hauteur=beaucoup, La hauteur va de 200",
        "quoi=agenda&nombre=0, On en montre de 1 à 20",
        "quoi=carte&famille=pirates, « pirates » n’existe pas",
        "quoi=agenda&couleurs=site&fond=%23ffffff&texte=%23fefefe&liens=%23000000, Le texte se lirait mal",
        "quoi=contenu&adresse=https%3A%2F%2Failleurs.example%2Fagenda%2Fx, Cette adresse n’est pas celle",
        "quoi=contenu&adresse=%2Fagenda%2Frien-de-tel, Cette adresse n’est pas celle",
    })
    void the_page_that_makes_frames_makes_none_of_what_it_does_not_understand(String asked, String words) {
        HttpResponse<String> answer = get("/integrer?" + asked);
        Document maker = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).as(asked).isEqualTo(422);
        assertThat(Browser.plain(maker.select("[role=alert]").text())).contains(words);
        assertThat(maker.select("iframe, #integrer-cadre")).isEmpty();
        assertThat(maker.select("form.embed-form button")).hasSize(1);
    }

    @Test
    void one_item_is_shown_elsewhere_from_its_own_page() {
        for (String path : List.of(
                event(),
                first("/annonces", "/annonces/[a-z-]+/[a-z0-9-]+"),
                first("/actualites", "/actualites/[0-9]{4}/[a-z0-9-]+"),
                first("/reseau/acteurs", "/reseau/acteurs/[a-z0-9-]+"))) {
            Document item = page(path);
            String way = item.select("main .pass-on a[href^=/integrer]").attr("href");
            Document frame = page(page(way).select(".embed-seen iframe").attr("src"));
            assertThat(item.select("h1").text())
                    .as(path)
                    .contains(frame.select("h1").text());
            assertThat(frame.select("main a[target=_top]").attr("href")).isEqualTo(path);
        }
    }

    @Test
    void other_sites_find_out_how_to_show_an_item_from_its_address_alone() {
        String path = event();
        String discovered = page(path)
                .select("link[rel=alternate][type=application/json+oembed]")
                .attr("href");
        JsonNode told = JsonMapper.shared()
                .readTree(get(discovered.substring(portal.address().length())).body());

        assertThat(told.path("type").asString()).isEqualTo("rich");
        assertThat(told.path("version").asString()).isEqualTo("1.0");
        assertThat(told.path("width").isInt()).isTrue();
        assertThat(told.path("height").isInt()).isTrue();
        assertThat(page(path).select("h1").text()).contains(told.path("title").asString());
        String frame =
                Jsoup.parse(told.path("html").asString()).select("iframe").attr("src");
        assertThat(page(frame.substring(portal.address().length())).select("h1").text())
                .isEqualTo(told.path("title").asString());
        String small = "/oembed?maxwidth=300&url=" + encoded(portal.address() + path);
        assertThat(JsonMapper.shared().readTree(get(small).body()).path("width").asInt())
                .isEqualTo(300);
    }

    @Test
    void what_cannot_be_shown_elsewhere_is_told_to_other_sites_with_its_status() {
        String here = encoded(portal.address() + event());
        Map<String, Integer> asked = Map.of(
                "/oembed",
                400,
                "/oembed?url=" + here + "&maxwidth=3",
                400,
                "/oembed?url=" + here + "&format=xml",
                501,
                "/oembed?url=" + encoded("https://ailleurs.example/agenda/x"),
                404,
                "/oembed?url=" + encoded(portal.address() + "/agenda/rien-de-tel"),
                404,
                "/oembed?url=" + encoded(portal.address() + "/contact"),
                404);

        asked.forEach((path, status) -> {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(JsonMapper.shared()
                            .readTree(answer.body())
                            .path("erreur")
                            .asString())
                    .isNotBlank();
        });
    }

    @Test
    void the_ways_to_the_page_that_makes_frames_are_where_one_looks_for_them() {
        for (String path : List.of("/agenda", "/flux", "/plan-du-site")) {
            assertThat(page(path).select("main a[href=/integrer]")).as(path).isNotEmpty();
        }
        assertThat(get("/sitemap.xml").body()).doesNotContain("/integre");
    }

    @Test
    void frames_and_the_page_that_makes_them_are_accessible_by_day_and_by_night_at_both_widths() {
        ChromeDriver browser = Chromium.open(home.resolve("axe"));
        try {
            for (String light : List.of("light", "dark")) {
                browser.executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", light))));
                for (String path : List.of(
                        "/integre/agenda",
                        "/integre/agenda?" + COLOURS,
                        "/integre/agenda?theme=rien",
                        "/integre" + event(),
                        "/integre/annonces",
                        "/integre/carte",
                        "/integre/actualites",
                        "/integrer",
                        "/integrer?quoi=carte",
                        "/integrer?quoi=contenu&adresse=rien")) {
                    for (int width : new int[] {1280, 375}) {
                        browser.executeCdpCommand(
                                "Emulation.setDeviceMetricsOverride",
                                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
                        new AtTheScreen(browser, portal).go(path);
                        assertThat(Axe.check().violations(browser).stream()
                                        .map(rule -> rule.getId() + " " + rule.getNodes()))
                                .as("%s %s %s", path, light, width)
                                .isEmpty();
                        assertThat(browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                                .as("%s fits %s", path, width)
                                .isEqualTo(true);
                    }
                }
            }
        } finally {
            browser.quit();
        }
    }
}
