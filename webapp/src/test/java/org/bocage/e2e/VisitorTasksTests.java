package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/**
 * Tasks that visitors come for, done by the words on the screen, and the activations that each takes: a press of a link, a button
 * or a fold, a choice in a list, a form sent with the Enter key. Typing is none.
 */
class VisitorTasksTests {

    @TempDir
    static Path home;

    private static Portal portal;

    private ChromeDriver browser;
    private Presses presses;

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
        presses = new Presses(browser, portal.address());
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {1280, 375})
    void Visitors_do_what_they_came_for_in_few_activations(int width) throws IOException {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        width < 720 ? 800 : 900,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 720));
        boolean phone = width < 720;
        SoftAssertions counts = new SoftAssertions();

        presses.from("/");
        presses.follow("Ce week-end", "main");
        new Select(browser.findElement(By.id("pres"))).selectByValue("guichen");
        presses.chosen();
        presses.follow("Voir", ".near");
        assertThat(browser.getCurrentUrl()).contains("quand=week-end").contains("pres=guichen");
        counts.assertThat(presses.count())
                .as("an event this week-end near a commune")
                .isLessThanOrEqualTo(3);

        presses.from("/commune/guichen");
        presses.follow("Ce week-end, près d’ici", "main");
        assertThat(browser.getCurrentUrl()).contains("quand=week-end").contains("pres=guichen");
        assertThat(new Select(browser.findElement(By.id("pres")))
                        .getFirstSelectedOption()
                        .getText())
                .contains("Guichen");

        presses.from("/");
        presses.follow("Agenda", "header, .bar");
        presses.follow("Dans mon agenda", "main");
        assertThat(browser.findElements(By.cssSelector("main input[value^='http'][value$='/agenda.ics']")))
                .as("an address to copy")
                .isNotEmpty();
        counts.assertThat(presses.count()).as("subscribe with any calendar").isLessThanOrEqualTo(2);

        presses.from("/");
        if (phone) {
            presses.follow("Chercher", "header");
        }
        WebElement box = phone ? browser.switchTo().activeElement() : browser.findElement(By.id("recherche-haut"));
        assertThat(box.getDomAttribute("name")).as("where the keyboard is").isEqualTo("q");
        box.sendKeys("Bérénice");
        WebElement suggested = Chromium.waiting(browser)
                .until(ExpectedConditions.visibilityOfElementLocated(
                        By.cssSelector(".suggestions:not([hidden]) [role=option]")));
        assertThat(suggested.getText()).contains("Bérénice");
        suggested.click();
        presses.chosen();
        Chromium.untilLeft(browser, suggested);
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("Bérénice");
        counts.assertThat(presses.count()).as("a person by first name").isLessThanOrEqualTo(2);

        presses.from("/");
        presses.follow("Toutes les annonces", "main");
        presses.followTo("main .card-answer[href*='/contact/annonces/']");
        assertThat(presses.control("Envoyer", "main").getTagName()).isEqualTo("button");
        presses.chosen();
        counts.assertThat(presses.count()).as("a job, the answer, sent").isLessThanOrEqualTo(3);

        presses.from("/reseau/acteurs");
        presses.follow("Recevoir la lettre", "footer");
        assertThat(browser.findElements(By.cssSelector("main input[type=email]")))
                .isNotEmpty();
        counts.assertThat(presses.count()).as("the letter, from anywhere").isLessThanOrEqualTo(2);

        presses.from("/agenda/apero-des-idees");
        presses.press("Y aller", "main");
        assertThat(presses.control("OpenStreetMap", "main").getDomAttribute("href"))
                .startsWith("https://");
        presses.chosen();
        counts.assertThat(presses.count()).as("how to come").isLessThanOrEqualTo(2);

        presses.from("/agenda/apero-des-idees");
        assertThat(
                        browser.executeScript(
                                "return document.querySelector('.acts a[href=\"#passer\"]').getBoundingClientRect().bottom < innerHeight"))
                .as("« Faire passer » on the first screen")
                .isEqualTo(true);
        presses.press("Faire passer", "main");
        counts.assertThat(presses.count()).as("share").isLessThanOrEqualTo(1);
        assertThat(
                        browser.executeScript(
                                "return [...document.querySelectorAll('.pass-on :is(textarea, input)')].every(field =>"
                                        + " Math.round(field.getBoundingClientRect().width) === field.parentElement.clientWidth)"))
                .as("texts as wide as the panel")
                .isEqualTo(true);

        presses.from("/");
        presses.press(phone ? "Menu" : "Tout le menu", phone ? ".bar" : "header");
        presses.follow("Photos", phone ? ".bar" : ".menu-sheet");
        assertThat(browser.getCurrentUrl()).endsWith("/photos");
        assertThat(browser.findElements(By.cssSelector("main .albums img"))).isNotEmpty();
        counts.assertThat(presses.count()).as("photos").isLessThanOrEqualTo(2);

        presses.from("/");
        presses.follow("Je veux être accompagné", "main");
        assertThat(browser.findElements(By.cssSelector("main .faces a")))
                .as("faces")
                .isNotEmpty();
        counts.assertThat(presses.count()).as("who accompanies me").isLessThanOrEqualTo(2);

        presses.from("/");
        presses.follow("Agenda", "header, .bar");
        presses.follow("Le mois d’un coup d’œil", "main");
        String printed = String.valueOf(
                browser.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                        .get("data"));
        try (PDDocument sheet = Loader.loadPDF(Base64.getDecoder().decode(printed))) {
            counts.assertThat(sheet.getNumberOfPages()).as("sheets of a month").isEqualTo(1);
        }
        counts.assertThat(presses.count()).as("the month to print").isLessThanOrEqualTo(2);
        counts.assertAll();
    }
}
