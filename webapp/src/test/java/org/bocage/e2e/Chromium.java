package org.bocage.e2e;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.CommandPayload;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, driven by the tests: it calls nobody of its own, and tells what pages complain of and ask for. */
public final class Chromium {

    /** Pause between two looks at a page that is waited for: most of what is waited for is there within a few of them. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Chromium() {}

    /** Opens it, 1280 pixels wide, with an empty profile in a folder. */
    public static ChromeDriver open(Path profile) {
        return open(profile, Map.of(LogType.BROWSER, Level.WARNING));
    }

    /** Opens it as {@link #open} does, and notes each request in its {@link LogType#PERFORMANCE} log, which slows every page. */
    public static ChromeDriver noting(Path profile) {
        return open(profile, Map.of(LogType.BROWSER, Level.WARNING, LogType.PERFORMANCE, Level.ALL));
    }

    private static ChromeDriver open(Path profile, Map<String, Level> noted) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        noted.forEach(logs::enable);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new PatientDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(1280, 1000));
        return driver;
    }

    /**
     * A driver that comes back from {@link #get} when the whole page is there. ChromeDriver comes back when it hears that some page
     * has stopped loading, which may be the one before. When the page is left while Chromium looks for an element of it, ChromeDriver passes
     * on Chromium's own error: here that is the standard « stale element reference », which every wait knows.
     */
    private static final class PatientDriver extends ChromeDriver {

        PatientDriver(ChromeDriverService service, ChromeOptions options) {
            super(service, options);
        }

        @Override
        public void get(String url) {
            super.get(url);
            untilComplete(this);
        }

        @Override
        protected Response execute(CommandPayload command) {
            try {
                return super.execute(command);
            } catch (WebDriverException e) {
                if (String.valueOf(e.getMessage()).contains("Node with given id")) {
                    throw new StaleElementReferenceException("The page was left meanwhile", e);
                }
                throw e;
            }
        }
    }

    /** Waits until the page shown is there as a whole. */
    private static void untilComplete(ChromeDriver browser) {
        waiting(browser)
                .ignoring(WebDriverException.class)
                .until(driver -> "complete".equals(browser.executeScript("return document.readyState")));
    }

    /**
     * Returns a wait of twenty seconds at most. An element that the page replaces between being found and being asked is asked
     * for again.
     */
    public static FluentWait<WebDriver> waiting(ChromeDriver browser) {
        return new WebDriverWait(browser, Duration.ofSeconds(20), PAUSE).ignoring(StaleElementReferenceException.class);
    }

    /**
     * Waits until the page of an element has been left, and the next one is there as a whole. Between two pages Chromium may answer about an element with an error of
     * its own instead of saying that it is gone: that is no answer yet, and it is asked again.
     */
    public static void untilLeft(ChromeDriver browser, WebElement element) {
        waiting(browser).ignoring(WebDriverException.class).until(ExpectedConditions.stalenessOf(element));
        untilComplete(browser);
    }

    /** What the console said since the last time, warnings and errors. */
    public static List<String> complaints(ChromeDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }
}
