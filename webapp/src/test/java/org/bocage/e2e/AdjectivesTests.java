package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** What eight people asked for in adjectives, as things that one can count: intuitif, pas trop surchargé, informatif. */
class AdjectivesTests {

    private static final Path TASKS = Path.of("webapp/src/test/resources/adjectives/tasks.txt");
    private static final int MOST_ACTIVATIONS = 3;
    private static final int MOST_BLOCKS = 7;
    private static final int MOST_PIECES = 6;

    /** The link of that name that one sees, or the fold behind which it is. */
    private static final String FIND = """
            const plain = text => text.replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim();
            const name = one => plain(one.getAttribute('aria-label') || one.textContent);
            const seen = one => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
            const named = test => [...document.querySelectorAll('a[href]')].filter(one => test(name(one)));
            const all = [...named(text => text === arguments[0]), ...named(text => text.startsWith(arguments[0]))];
            const link = all.find(seen);
            if (link) return link;
            const folds = all.map(one => one.closest('details:not([open])')).filter(one => one);
            return folds.map(one => one.querySelector('summary')).find(seen) || null;
            """;

    @TempDir
    static Path home;

    private static Portal portal;
    private static Crawl crawl;

    private record Task(String what, List<String> names, String target) {}

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
        crawl = Crawl.of(portal);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void ten_tasks_take_at_most_three_activations_from_the_home_page(int width, @TempDir Path profile)
            throws IOException {
        List<Task> tasks = tasks();
        assertThat(tasks).hasSize(10);
        SoftAssertions done = new SoftAssertions();
        ChromeDriver browser = Chromium.open(profile);
        try {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 720));
            for (Task task : tasks) {
                browser.get(portal.address() + "/");
                int activations = 0;
                for (String name : task.names()) {
                    activations += follow(browser, name);
                }
                done.assertThat(URI.create(Objects.requireNonNull(browser.getCurrentUrl()))
                                .getPath())
                        .as("%s, at %d", task.what(), width)
                        .isEqualTo(task.target());
                done.assertThat(activations)
                        .as("activations for « %s » at %d", task.what(), width)
                        .isBetween(1, MOST_ACTIVATIONS);
            }
        } finally {
            browser.quit();
        }
        done.assertAll();
    }

    /** How many activations it takes to follow the link of a name on the page shown. */
    private static int follow(ChromeDriver browser, String name) {
        WebElement found = found(browser, name);
        int activations = 1;
        if (found.getTagName().equals("summary")) {
            browser.executeScript("arguments[0].click()", found);
            found = found(browser, name);
            activations++;
        }
        WebElement page = browser.findElement(org.openqa.selenium.By.tagName("html"));
        browser.executeScript(
                "arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))", found);
        Chromium.untilLeft(browser, page);
        return activations;
    }

    private static WebElement found(ChromeDriver browser, String name) {
        Object found = browser.executeScript(FIND, name);
        assertThat(found).as("« %s » on %s", name, browser.getCurrentUrl()).isInstanceOf(WebElement.class);
        return (WebElement) Objects.requireNonNull(found);
    }

    private static List<Task> tasks() throws IOException {
        try (Stream<String> lines = Files.lines(TASKS)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" *[|] *"))
                    .map(parts -> new Task(parts[0], List.of(parts[1].split(" *> *")), parts[2]))
                    .toList();
        }
    }

    @Test
    void the_home_page_has_at_most_seven_blocks() {
        assertThat(crawl.page("/").select("main > section, main > div:not(.hero)"))
                .hasSizeBetween(3, MOST_BLOCKS);
    }

    @Test
    void a_card_tells_at_most_six_things() {
        SoftAssertions cards = new SoftAssertions();
        each((address, page) -> page.select(".card, .rdv")
                .forEach(card -> cards.assertThat(pieces(card))
                        .as("%s on %s", card.text(), address)
                        .isBetween(1, MOST_PIECES)));
        cards.assertAll();
    }

    /** Title, text, picture if it says something, and each fact. */
    private static int pieces(Element card) {
        return card.select("h2, h3, h4, .card-text, img:not([alt='']), .card-facts > *, .rdv-facts > *, .leaf")
                .size();
    }

    @Test
    void every_page_says_where_it_is_what_comes_next_and_whom_to_speak_to() {
        SoftAssertions pages = new SoftAssertions();
        each((address, page) -> {
            if (!address.equals("/")) {
                pages.assertThat(page.select("main nav.breadcrumb [aria-current=page]"))
                        .as("breadcrumb of %s", address)
                        .hasSize(1);
            }
            // where one is asked something, the step is to answer
            if (page.select("main form[method=post]").isEmpty()) {
                pages.assertThat(page.select("main a[href^=/]").stream().filter(leadsOn(address)))
                        .as("next step on %s", address)
                        .isNotEmpty();
            }
            pages.assertThat(page.select(".human-title + p ~ .ways a, .human .ways a, main a[href^=tel:]"))
                    .as("a human on %s", address)
                    .isNotEmpty();
            pages.assertThat(page.select(".human-who").text())
                    .as("their name on %s", address)
                    .isNotEmpty();
        });
        pages.assertAll();
    }

    /** To another page or another choice, not by what only says where one is, filters or pages. */
    private static Predicate<Element> leadsOn(String address) {
        return link -> link.closest("nav, form, .chips, .filters") == null
                && !link.attr("href").equals(address);
    }

    private static void each(java.util.function.BiConsumer<String, Document> look) {
        assertThat(crawl.pages()).hasSizeGreaterThan(100);
        crawl.pages().keySet().forEach(address -> look.accept(address, crawl.page(address)));
    }
}
