package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogType;

/** Somebody opens the home page for the first time and does not scroll: what it weighs, and whether it stands still. */
class FirstVisitTests {

    private static final long LIGHT = 180_000;
    private static final String OUT_OF_VIEW = "const seen = one => one.getBoundingClientRect().top < innerHeight;"
            + "const all = [...document.images];"
            + "const inView = new Set(all.filter(seen).map(one => one.currentSrc));"
            + "return all.map(one => one.currentSrc).filter(one => !inView.has(one))";

    private static final String SHIFTS = "return new Promise(done => new PerformanceObserver(list => {"
            + "done(list.getEntries().reduce((sum, one) => sum + one.value, 0))"
            + "}).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))";

    private static final String LARGEST = "return new Promise(done => new PerformanceObserver(list => {"
            + "const all = list.getEntries(); done(all[all.length - 1].startTime)"
            + "}).observe({type: 'largest-contentful-paint', buffered: true}))";

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
        browser = Chromium.open(profile);
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void the_home_page_is_light_stands_still_and_waits_for_no_script(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 720));
        browser.manage().logs().get(LogType.PERFORMANCE);

        browser.get(portal.address() + "/");
        await().until(() -> browser.executeScript(
                        "return document.fonts.status === 'loaded' && [...document.images].every(one =>"
                                + " one.complete || (one.loading === 'lazy' && one.getBoundingClientRect().top > innerHeight))")
                .equals(true));

        Map<String, Long> received = received();
        assertThat(received.values().stream().mapToLong(Long::longValue).sum())
                .as("bytes at %d: %s", width, received)
                .isBetween(20_000L, LIGHT);
        // a face that comes after the first paint may move a word by a hair
        assertThat(number(SHIFTS)).as("layout shift at %d", width).isLessThan(0.005);
        assertThat(number(BLOCKING)).as("scripts that block").isZero();
        assertThat(number(LARGEST)).as("largest paint at %d", width).isPositive();
    }

    private double number(String script) {
        return ((Number) Objects.requireNonNull(browser.executeScript(script))).doubleValue();
    }

    /** Bytes with their headers, without the pictures below the fold that the browser fetches ahead of a scroll. */
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
        List<?> ahead = (List<?>) browser.executeScript(OUT_OF_VIEW);
        bytes.keySet().removeIf(request -> ahead.contains(addresses.get(request)));
        Map<String, Long> byAddress = new TreeMap<>();
        bytes.forEach((request, size) -> byAddress.put(String.valueOf(addresses.get(request)), size));
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
