package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogType;

/** Somebody opens the home page for the first time and does not scroll: what it weighs, and whether it stands still. */
class FirstVisitTests {

    private static final long LIGHT = 180_000;
    /** A slow 4G: 150 ms there and back, 1.6 megabits a second. */
    private static final int LATENCY = 150;

    private static final int SLOW_DOWN = 1_600_000 / 8;
    private static final int SLOW_UP = 750_000 / 8;

    /** Waits until nothing came for half a second: pictures below the screen are fetched ahead of a scroll. */
    private static final String QUIET = "return new Promise(done => {"
            + "let end; const more = () => { clearTimeout(end); end = setTimeout(done, 500) };"
            + "new PerformanceObserver(more).observe({type: 'resource', buffered: true}); more() })";

    private static final String SHIFTS = "return new Promise(done => new PerformanceObserver(list => {"
            + "done(list.getEntries().reduce((sum, one) => sum + one.value, 0))"
            + "}).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))";

    private static final String LARGEST = largest("one.startTime");

    /** What the largest paint shows, and how large. */
    private static final String LARGEST_THING = largest("one.element.outerHTML.slice(0, 80) + ' ' + one.size");

    private static final String BLOCKING = "return [...document.scripts].filter(one =>"
            + "!one.type.includes('json') && one.type !== 'module' && !one.defer && !one.async).length";

    @TempDir
    static Path home;

    private static Portal portal;
    private ChromeDriver browser;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void open(@TempDir Path profile) {
        browser = Chromium.noting(profile);
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @ParameterizedTest
    @CsvSource({"/, 1280", "/, 375", "/actualites, 1280", "/actualites, 375"})
    void UX_14_the_home_page_and_the_news_are_light_stand_still_and_wait_for_no_script(String address, int width) {
        size(width, 900);
        browser.manage().logs().get(LogType.PERFORMANCE);

        browser.get(portal.address() + address);
        await().until(() -> browser.executeScript(
                        "return document.fonts.status === 'loaded' && [...document.images].every(one =>"
                                + " one.complete || (one.loading === 'lazy'"
                                + " && (!one.checkVisibility() || one.getBoundingClientRect().top > innerHeight)))")
                .equals(true));
        browser.executeScript(QUIET);

        Map<String, Long> received = received();
        assertThat(received.values().stream().mapToLong(Long::longValue).sum())
                .as("bytes of %s at %d: %s", address, width, received)
                .isBetween(20_000L, LIGHT);
        // a face that comes after the first paint may move a word by a hair
        assertThat(number(SHIFTS)).as("layout shift at %d", width).isLessThan(0.005);
        assertThat(number(BLOCKING)).as("scripts that block").isZero();
        assertThat(number(LARGEST)).as("largest paint at %d", width).isPositive();
        Object largest = browser.executeScript(LARGEST_THING);
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*.js", "*.js?*")));
        browser.get(portal.address() + address);
        assertThat(browser.executeScript("return document.querySelectorAll('script[src]').length > 0"
                        + " && performance.getEntriesByType('resource').every(one =>"
                        + " one.initiatorType !== 'script' || one.decodedBodySize === 0)"))
                .as("no script came")
                .isEqualTo(true);
        assertThat(browser.executeScript(LARGEST_THING))
                .as("the largest paint at %d before any script", width)
                .isEqualTo(largest);
    }

    /** As over a slow mobile network, nothing kept from before: what is asked for, and when the largest thing shows. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/agenda", "/reseau/acteurs"})
    void UX_14_the_home_and_the_lists_come_in_time_over_a_slow_network(String address) {
        size(375, 812);
        new Browser(portal.port()).get(address);
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", false,
                        "latency", LATENCY,
                        "downloadThroughput", SLOW_DOWN,
                        "uploadThroughput", SLOW_UP));
        browser.manage().logs().get(LogType.PERFORMANCE);

        browser.get(portal.address() + address);

        assertThat(number(LARGEST)).as("largest paint of %s", address).isBetween(1.0, 2_500.0);
        assertThat(number(SHIFTS)).as("shift of %s", address).isLessThanOrEqualTo(0.1);
        browser.executeScript(QUIET);
        Map<String, Long> received = received();
        assertThat(received.values().stream().mapToLong(Long::longValue).sum())
                .as("%s: %s", address, received)
                .isBetween(20_000L, 350_000L);
        assertThat(received.entrySet().stream()
                        .filter(one -> one.getKey().replaceFirst("[?].*", "").endsWith(".js"))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .as("scripts of %s", address)
                .isBetween(1L, 100_000L);
    }

    private void size(int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 720));
    }

    @Test
    void UX_01_a_drawing_or_a_photo_welcomes_in_the_first_screen_of_a_small_telephone() {
        size(360, 640);
        browser.get(portal.address() + "/");

        assertThat(
                        browser.executeScript(
                                "return [...document.querySelectorAll('main img, main svg.bocage')].filter(one => {"
                                        + "const box = one.getBoundingClientRect();"
                                        + "return box.top < innerHeight && box.bottom > 0 && box.width > 80 && box.height > 50}).length"))
                .asInstanceOf(InstanceOfAssertFactories.LONG)
                .isPositive();
    }

    @Test
    void UX_01_on_a_telephone_the_home_page_ends_after_six_screens_and_a_half_and_nothing_reaches_beyond_its_width() {
        size(375, 800);
        browser.get(portal.address() + "/");

        assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                .isEqualTo(375L);
        assertThat((Long) browser.executeScript("return document.documentElement.scrollHeight"))
                .isLessThanOrEqualTo(800 * 13 / 2);
        assertThat(browser.executeScript("const head = document.querySelector('.block-plot .day-head');"
                        + "const width = () => head.parentElement.querySelector('.day-rows').clientWidth;"
                        + "head.querySelector('.day-word')?.remove();"
                        + "const whole = width();"
                        + "head.insertAdjacentHTML('beforeend', '<span class=\"day-word\">Aujourd’hui</span>');"
                        + "return whole - width()"))
                .as("what « Aujourd’hui » takes from the row beside it")
                .asInstanceOf(InstanceOfAssertFactories.LONG)
                .isLessThanOrEqualTo(8);
    }

    @Test
    void UX_01_a_last_block_leads_into_the_foot_of_the_page_and_an_explained_word_stays_in_its_line() {
        size(1280, 900);
        browser.get(portal.address() + "/le-pole/formations");
        assertThat(browser.executeScript("return document.querySelector('footer').getBoundingClientRect().top"
                        + " - [...document.querySelectorAll('main > .block')].at(-1).getBoundingClientRect().bottom"))
                .asInstanceOf(InstanceOfAssertFactories.type(Number.class))
                .satisfies(gap -> assertThat(gap.doubleValue()).isLessThan(1));

        browser.get(portal.address() + "/reseau/acteurs");
        assertThat(browser.findElements(By.cssSelector(".fact abbr"))).isNotEmpty();
        assertThat(browser.findElements(By.cssSelector(".fact > abbr"))).isEmpty();
    }

    @Test
    void who_presses_the_door_of_the_private_space_finds_a_screen_and_the_console_no_error() {
        browser.get(portal.address() + "/");
        browser.manage().logs().get(LogType.BROWSER);
        browser.get(portal.address() + "/espace");
        assertThat(browser.findElements(By.name("password"))).hasSize(1);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void UX_12_who_chooses_the_night_by_day_has_it_on_every_page_and_may_go_back() {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "light"))));
        browser.get(portal.address() + "/");
        assertThat(ground()).isEqualTo("rgb(255, 250, 240)");

        choose("dark");
        assertThat(ground()).as("at once").isEqualTo("rgb(21, 32, 27)");
        browser.get(portal.address() + "/agenda");
        assertThat(ground()).as("on the next page").isEqualTo("rgb(21, 32, 27)");
        assertThat(Axe.check().withRules(List.of("color-contrast")).violations(browser))
                .isEmpty();

        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        choose("light");
        assertThat(ground()).as("by day in the night").isEqualTo("rgb(255, 250, 240)");
        choose("auto");
        assertThat(ground()).as("as the device").isEqualTo("rgb(21, 32, 27)");
        assertThat(browser.manage().getCookies())
                .as("kept in the browser alone")
                .isEmpty();
    }

    private Object ground() {
        return Objects.requireNonNull(browser.executeScript("return getComputedStyle(document.body).backgroundColor"));
    }

    private void choose(String light) {
        await().until(() -> browser.findElement(By.cssSelector("[data-light]")).isDisplayed());
        browser.findElement(By.cssSelector("[data-light] input[value=" + light + "]"))
                .click();
    }

    @Test
    void UX_32_a_commune_is_remembered_in_the_browser_and_the_home_page_leads_there() {
        browser.get(portal.address() + "/");
        assertThat(browser.findElement(By.cssSelector("[data-own-commune]")).isDisplayed())
                .isFalse();
        browser.get(portal.address() + "/commune/goven");
        browser.findElement(By.cssSelector("button[data-commune]")).click();
        assertThat(browser.findElement(By.cssSelector("button[data-commune]")).getDomAttribute("aria-pressed"))
                .isEqualTo("true");

        browser.get(portal.address() + "/");
        var way = browser.findElement(By.cssSelector("[data-own-commune] a"));
        assertThat(way.isDisplayed()).isTrue();
        assertThat(way.getText()).contains("Goven");
        assertThat(way.getDomProperty("href")).endsWith("/commune/goven");
        assertThat(browser.manage().getCookies()).isEmpty();

        browser.get(portal.address() + "/commune/goven");
        browser.findElement(By.cssSelector("button[data-commune]")).click();
        browser.get(portal.address() + "/");
        assertThat(browser.findElement(By.cssSelector("[data-own-commune]")).isDisplayed())
                .as("forgotten")
                .isFalse();
    }

    private static String largest(String told) {
        return "return new Promise(done => new PerformanceObserver(list => {"
                + "const one = list.getEntries().at(-1); done(" + told + ")"
                + "}).observe({type: 'largest-contentful-paint', buffered: true}))";
    }

    private double number(String script) {
        return ((Number) Objects.requireNonNull(browser.executeScript(script))).doubleValue();
    }

    /** Bytes with their headers, by address. */
    private Map<String, Long> received() {
        Json json = new Json();
        Map<Object, Object> addresses = new HashMap<>();
        Map<Object, Long> bytes = new HashMap<>();
        for (var entry : browser.manage().logs().get(LogType.PERFORMANCE)) {
            Map<?, ?> message = (Map<?, ?>) at(json.toType(entry.getMessage(), Json.MAP_TYPE), "message");
            if ("Network.responseReceived".equals(message.get("method"))) {
                addresses.put(at(message, "params", "requestId"), at(message, "params", "response", "url"));
            } else if ("Network.loadingFinished".equals(message.get("method"))) {
                bytes.merge(
                        at(message, "params", "requestId"),
                        ((Number) at(message, "params", "encodedDataLength")).longValue(),
                        Long::sum);
            }
        }
        Map<String, Long> byAddress = new TreeMap<>();
        bytes.forEach((request, size) -> byAddress.put(String.valueOf(addresses.get(request)), size));
        // the browser's own first page may still be loading
        byAddress.keySet().removeIf(address -> !address.startsWith(portal.address() + "/"));
        return byAddress;
    }

    private static Object at(Map<?, ?> map, String... steps) {
        Object value = map;
        for (String step : steps) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(step), step);
        }
        return value;
    }
}
