package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** What eight people asked for in adjectives, as things that one can count: intuitif, pas trop surchargé, informatif. */
class AdjectivesTests {

    private static final Path TASKS = Path.of("webapp/src/test/resources/adjectives/tasks.txt");
    private static final int MOST_ACTIVATIONS = 3;
    private static final int MOST_BLOCKS = 7;
    private static final int MOST_PIECES = 6;
    private static final Path TOKENS = Path.of("light-modules/portail/webresources/css/tokens.css");

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

    @ParameterizedTest(name = "{0} pixels, scripts {1}")
    @CsvSource({"1280, true", "375, true", "375, false"})
    void UX_23_ten_tasks_take_at_most_three_activations_from_the_home_page_with_scripts_or_without(
            int width, boolean scripts, @TempDir Path profile) throws IOException {
        List<Task> tasks = tasks();
        assertThat(tasks).hasSize(10);
        SoftAssertions done = new SoftAssertions();
        ChromeDriver browser = Chromium.open(profile);
        try {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 720));
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !scripts));
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
    void UX_30_the_home_page_has_at_most_seven_blocks() {
        assertThat(crawl.page("/").select("main > .blocks > *")).hasSizeBetween(3, MOST_BLOCKS);
    }

    @Test
    void UX_30_a_card_tells_at_most_six_things() {
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

    /** What a page wants one to do, apart from the ways to reach somebody, the steps that follow and what each item of a list offers. */
    @Test
    void UX_30_a_page_has_one_main_call_at_most() {
        SoftAssertions pages = new SoftAssertions();
        each((address, page) -> pages.assertThat(page.select("main .button:not(.button-quiet)").stream()
                        .filter(button -> button.closest(
                                        ".contact, .talk, .human, .ways, .pass-on, .propose, .empty, .film-screen, form, li")
                                == null)
                        .map(Element::text))
                .as(address)
                .hasSizeLessThanOrEqualTo(1));
        pages.assertAll();
    }

    @Test
    void UX_01_seven_rubriques_have_their_own_vivid_colour_and_all_that_is_read_stands_out_by_day_and_by_night()
            throws IOException {
        Map<String, String> day = tokens("(?s):root \\{(.*?)\n\\}");
        Map<String, String> night = new HashMap<>(day);
        night.putAll(tokens("(?s)\\[data-scheme=\"dark\"\\]\\) \\{(.*?)\n\\}"));
        List<String> hues = List.of("sun", "poppy", "cornflower", "meadow", "wisteria", "pond", "rose");
        assertThat(hues.stream().map(hue -> String.valueOf(day.get(hue))))
                .doesNotContain("null")
                .doesNotHaveDuplicates();
        String styles = Files.readString(TOKENS);
        for (String rubrique :
                List.of("reseau", "actualites", "agenda", "annonces", "ressources", "adherer", "portail")) {
            assertThat(styles)
                    .containsPattern("\\.rubrique-" + rubrique
                            + "[^}]*--fill: var\\(--([a-z]+)\\);\\s+--on-fill: var\\(--on-\\1\\)");
        }
        for (Map<String, String> scheme : List.of(day, night)) {
            for (String hue : hues) {
                assertThat(contrast(scheme, "on-" + hue, hue))
                        .as("ink on %s", hue)
                        .isGreaterThanOrEqualTo(4.5);
                for (String ground : List.of("ground", "paper", hue + "-soft")) {
                    assertThat(contrast(scheme, hue + "-text", ground))
                            .as("%s text on %s", hue, ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
            for (String ink : List.of("ink", "ink-soft")) {
                assertThat(contrast(scheme, ink, "ground")).as(ink).isGreaterThanOrEqualTo(4.5);
                assertThat(contrast(scheme, ink, "paper")).as(ink).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    /** The custom properties of a rule of the theme. */
    private static Map<String, String> tokens(String rule) throws IOException {
        Matcher found = Pattern.compile(rule).matcher(Files.readString(TOKENS));
        assertThat(found.find()).as(rule).isTrue();
        Map<String, String> tokens = new HashMap<>();
        Matcher one = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});").matcher(found.group(1));
        while (one.find()) {
            tokens.put(one.group(1), one.group(2));
        }
        return tokens;
    }

    /** WCAG 2.1, contrast ratio. */
    private static double contrast(Map<String, String> scheme, String one, String other) {
        double a = luminance(Objects.requireNonNull(scheme.get(one), one));
        double b = luminance(Objects.requireNonNull(scheme.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
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
