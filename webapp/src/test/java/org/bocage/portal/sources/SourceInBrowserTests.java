package org.bocage.portal.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;

/** La salariée connects a partner's calendar, in a browser. */
class SourceInBrowserTests {

    @TempDir
    static Path home;

    private static final FeedServer FEEDS = new FeedServer();
    private static Portal portal;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        portal = Portal.start(home, "--bocage.outgoing.allowed=" + FEEDS.place());
        browser = Chromium.open(Files.createTempDirectory("sources-chromium"));
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
        FEEDS.close();
    }

    @Test
    void AG_05_a_source_is_added_tested_and_read_and_its_events_show_with_their_origin() throws IOException {
        LocalDateTime soon = LocalDate.now(SourceFields.PARIS).plusDays(1).atTime(20, 15);
        FEEDS.serve(
                "/bal.ics",
                new Feed()
                        .event("b1", "Bal des lampions", soon, "LOCATION:Salle des fêtes\\, 35580 Guichen")
                        .event("b2", "Atelier bourrée", soon.plusDays(1), "RRULE:FREQ=HOURLY")
                        .toString());
        browser.get(portal.address() + "/connexion");
        browser.findElement(By.cssSelector("input[autocomplete=username]")).sendKeys("salariee");
        browser.findElement(By.cssSelector("input[type=password]")).sendKeys("demo-bocage");
        browser.findElement(By.cssSelector("input[type=password]")).submit();
        waiting().until(ExpectedConditions.urlContains("/espace"));

        browser.get(portal.address() + "/espace/sources/nouveau");
        field("titre").sendKeys("Le bal du vendredi");
        field("adresse").sendKeys("http://10.0.0.7/bal.ics");
        choose("genre", "Un agenda (iCalendar)");
        press("action", "enregistrer");
        assertThat(text()).contains("réseau privé");

        field("adresse").clear();
        field("adresse").sendKeys(FEEDS.address("/bal.ics"));
        choose("genre", "Un agenda (iCalendar)");
        choose("acteur", "La Roue Qui Rit");
        browser.findElement(By.xpath("//summary[contains(.,'Ce qu’on en fait')]"))
                .click();
        choose("mode", "Publié tout de suite");
        press("action", "enregistrer");
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("form[action$='/tester']")));
        look("source");

        gesture("/tester");
        assertThat(text()).contains("2 événements", "Bal des lampions", "« Atelier bourrée » revient");
        look("source-essai");
        browser.navigate().back();
        gesture("/lire");
        assertThat(text()).contains("La source est lue", "2 nouveaux");

        browser.get(portal.address() + "/agenda");
        assertThat(text()).contains("Bal des lampions", "D’un partenaire");
    }

    private static String text() {
        return browser.findElement(By.tagName("main"))
                .getText()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    private static WebElement field(String name) {
        return browser.findElement(By.name(name));
    }

    private static void choose(String name, String words) {
        browser.executeScript("document.querySelectorAll('details').forEach(part => part.open = true)");
        List<WebElement> found = browser.findElements(By.name(name));
        if (found.get(0).getTagName().equals("select")) {
            new Select(found.get(0)).selectByVisibleText(words);
        } else {
            browser.executeScript(
                    "arguments[0].click()", browser.findElement(By.xpath("//label[contains(., '" + words + "')]")));
        }
    }

    private static void press(String name, String value) {
        click(By.cssSelector("button[name='" + name + "'][value='" + value + "']:not(.lu-seulement)"));
    }

    private static void gesture(String ending) {
        click(By.cssSelector("form[action$='" + ending + "'] button"));
    }

    private static void click(By what) {
        WebElement page = browser.findElement(By.tagName("html"));
        browser.executeScript("arguments[0].click()", browser.findElement(what));
        Chromium.untilLeft(browser, page);
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.tagName("main")));
    }

    private static FluentWait<WebDriver> waiting() {
        return Chromium.waiting(browser).withTimeout(Duration.ofSeconds(60));
    }

    /** Accessible, and no wider than the screen, at both sizes; a picture of each is kept beside the other results. */
    private static void look(String name) throws IOException {
        for (int width : List.of(1280, 375)) {
            browser.manage().window().setSize(new Dimension(width, 1100));
            var found = Axe.check()
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                    .violations(browser);
            assertThat(found).as(name + " " + width).isEmpty();
            Path pictures = Files.createDirectories(Path.of("webapp/target/screens"));
            Files.write(
                    pictures.resolve(name + "-" + width + ".png"),
                    browser.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
        }
        browser.manage().window().setSize(new Dimension(1280, 1100));
    }
}
