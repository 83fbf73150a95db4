package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** The screen that a browser shows, as a desk and as a telephone have it, by day and by night: accessible, and nothing beside it. */
public final class TwoWidths {

    private static final List<Integer> WIDTHS = List.of(1280, 375);
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    private TwoWidths() {}

    /** Finds nothing to say against it, and leaves the browser at the width of a desk. */
    public static void check(ChromeDriver browser) {
        for (int width : WIDTHS) {
            set(browser, width);
            isAccessible(browser);
            assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing beside the screen at %d", width)
                    .isEqualTo(true);
        }
        set(browser, WIDTHS.get(0));
        night(browser, true);
        isAccessible(browser);
        night(browser, false);
        assertThat(Chromium.complaints(browser)).noneMatch(line -> line.contains("Content Security Policy"));
    }

    private static void isAccessible(ChromeDriver browser) {
        // a page shown within is checked by itself
        var violations =
                Axe.check().withTags(RULES).exclude(".relire__page iframe").violations(browser);
        assertThat(violations)
                .as(() -> violations.stream()
                        .map(one -> one.getId() + " " + one.getNodes().get(0).getHtml())
                        .toList()
                        .toString())
                .isEmpty();
    }

    private static void night(ChromeDriver browser, boolean dark) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Narrower than a window can be. */
    public static void set(ChromeDriver browser, int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }
}
