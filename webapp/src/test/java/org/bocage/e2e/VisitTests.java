package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** Somebody visits the whole site of the demo, by its links. */
class VisitTests {

    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static final Pattern REQUESTED =
            Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"([^\"]+)\"");

    /** The browser tells its status, as it should. */
    private static final String UNKNOWN = "/rien-de-tel";

    @TempDir
    static Path home;

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void every_link_leads_to_a_page_and_no_page_asks_another_host() {
        Map<String, String> wrong = new LinkedHashMap<>();
        Set<String> pages = crawl(wrong);

        assertThat(wrong).isEmpty();
        assertThat(pages).hasSizeGreaterThan(15);
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
        Browser visitor = new Browser(portal.port());
        for (String page : crawl(new LinkedHashMap<>())) {
            HttpResponse<String> answer = visitor.get(page);
            if (!isPage(answer)) {
                continue;
            }
            Element body = Browser.page(answer).body();
            kinds.putIfAbsent(body.className() + body.select("main > *").eachAttr("class"), page);
        }
        Set<String> pages = new LinkedHashSet<>(kinds.values());
        pages.add("/connexion");
        pages.add(UNKNOWN);
        return pages;
    }

    /** Links lead to pictures, too. */
    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    /** All pages that links lead to from the home page; what is wrong with them, by address. */
    private static Set<String> crawl(Map<String, String> wrong) {
        Browser visitor = new Browser(portal.port());
        Set<String> pages = new LinkedHashSet<>(Set.of("/"));
        Deque<String> waiting = new ArrayDeque<>(pages);
        Set<String> resources = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            String page = waiting.remove();
            HttpResponse<String> answer = visitor.get(page);
            if (answer.statusCode() != 200) {
                wrong.put(page, "status " + answer.statusCode());
                continue;
            }
            if (!isPage(answer)) {
                continue;
            }
            var document = Browser.page(answer);
            for (Element link : document.select("a[href]")) {
                String address = link.attr("href").replaceFirst("#.*", "");
                boolean own = address.startsWith("/") && !address.startsWith("/espace") && !address.startsWith("//");
                if (own && pages.add(address)) {
                    waiting.add(address);
                }
            }
            for (Element used : document.select("img[src], script[src], link[rel=stylesheet], source[srcset]")) {
                String address = used.hasAttr("href") ? used.attr("href") : used.attr("src");
                if (address.startsWith("/")) {
                    resources.add(address);
                } else if (!address.isEmpty()) {
                    wrong.put(page, "asks " + address);
                }
            }
        }
        resources.forEach(address -> {
            int status = visitor.get(address).statusCode();
            if (status != 200) {
                wrong.put(address, "status " + status);
            }
        });
        return pages;
    }
}
