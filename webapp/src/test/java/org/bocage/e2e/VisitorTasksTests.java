package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
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

    /** The control on the screen, of a part of the page, whose name begins with these words, or else holds them. */
    private static final String FIND = """
            const plain = text => text.replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim().toLowerCase();
            const seen = one => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
            const words = plain(arguments[0]);
            const all = [...document.querySelectorAll(arguments[1])]
                .flatMap(part => [...part.querySelectorAll('a[href], button, summary')])
                .filter(seen)
                .map(one => [one, plain(one.getAttribute('aria-label') || one.textContent)]);
            const found = all.find(([, name]) => name.startsWith(words)) ?? all.find(([, name]) => name.includes(words));
            found?.[0].scrollIntoView({block: 'center'});
            return found?.[0] ?? null;
            """;

    @TempDir
    static Path home;

    private static Portal portal;

    private ChromeDriver browser;
    private int activations;

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

        from("/");
        follow("Ce week-end", "main");
        new Select(browser.findElement(By.id("pres"))).selectByValue("guichen");
        activations++;
        follow("Voir", ".near");
        assertThat(browser.getCurrentUrl()).contains("quand=week-end").contains("pres=guichen");
        counts.assertThat(activations)
                .as("an event this week-end near a commune")
                .isLessThanOrEqualTo(3);

        from("/commune/guichen");
        follow("Ce week-end, près d’ici", "main");
        assertThat(browser.getCurrentUrl()).contains("quand=week-end").contains("pres=guichen");
        assertThat(new Select(browser.findElement(By.id("pres")))
                        .getFirstSelectedOption()
                        .getText())
                .contains("Guichen");

        from("/");
        follow("Agenda", "header, .bar");
        follow("Dans mon agenda", "main");
        assertThat(browser.findElements(By.cssSelector("main input[value^='http'][value$='/agenda.ics']")))
                .as("an address to copy")
                .isNotEmpty();
        counts.assertThat(activations).as("subscribe with any calendar").isLessThanOrEqualTo(2);

        from("/");
        if (phone) {
            follow("Chercher", "header");
        }
        WebElement box = phone ? browser.switchTo().activeElement() : browser.findElement(By.id("recherche-haut"));
        assertThat(box.getDomAttribute("name")).as("where the keyboard is").isEqualTo("q");
        box.sendKeys("Bérénice");
        WebElement suggested = Chromium.waiting(browser)
                .until(ExpectedConditions.visibilityOfElementLocated(
                        By.cssSelector(".suggestions:not([hidden]) [role=option]")));
        assertThat(suggested.getText()).contains("Bérénice");
        suggested.click();
        activations++;
        Chromium.untilLeft(browser, suggested);
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("Bérénice");
        counts.assertThat(activations).as("a person by first name").isLessThanOrEqualTo(2);

        from("/");
        follow("Toutes les annonces", "main");
        followTo("main .card-title a[href*='/annonces/emploi/']");
        press("Répondre", "main");
        counts.assertThat(activations).as("a job, and answer").isLessThanOrEqualTo(3);

        from("/reseau/acteurs");
        follow("Recevoir la lettre", "footer");
        assertThat(browser.findElements(By.cssSelector("main input[type=email]")))
                .isNotEmpty();
        counts.assertThat(activations).as("the letter, from anywhere").isLessThanOrEqualTo(2);

        from("/agenda/apero-des-idees");
        press("Y aller", "main");
        assertThat(control("OpenStreetMap", "main").getDomAttribute("href")).startsWith("https://");
        activations++;
        counts.assertThat(activations).as("how to come").isLessThanOrEqualTo(2);

        from("/agenda/apero-des-idees");
        assertThat(
                        browser.executeScript(
                                "return document.querySelector('.acts a[href=\"#passer\"]').getBoundingClientRect().bottom < innerHeight"))
                .as("« Faire passer » on the first screen")
                .isEqualTo(true);
        press("Faire passer", "main");
        counts.assertThat(activations).as("share").isLessThanOrEqualTo(1);

        from("/");
        press(phone ? "Menu" : "Tout le menu", phone ? ".bar" : "header");
        follow("Photos", phone ? ".bar" : ".menu-sheet");
        assertThat(browser.getCurrentUrl()).endsWith("/photos");
        assertThat(browser.findElements(By.cssSelector("main .albums img"))).isNotEmpty();
        counts.assertThat(activations).as("photos").isLessThanOrEqualTo(2);

        from("/");
        follow("Je veux être accompagné", "main");
        assertThat(browser.findElements(By.cssSelector("main .faces a")))
                .as("faces")
                .isNotEmpty();
        counts.assertThat(activations).as("who accompanies me").isLessThanOrEqualTo(2);

        from("/");
        follow("Agenda", "header, .bar");
        follow("Le mois d’un coup d’œil", "main");
        String printed = String.valueOf(
                browser.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                        .get("data"));
        try (PDDocument sheet = Loader.loadPDF(Base64.getDecoder().decode(printed))) {
            counts.assertThat(sheet.getNumberOfPages()).as("sheets of a month").isEqualTo(1);
        }
        counts.assertThat(activations).as("the month to print").isLessThanOrEqualTo(2);
        counts.assertAll();
    }

    private void from(String path) {
        browser.get(portal.address() + path);
        activations = 0;
    }

    private WebElement control(String words, String part) {
        Object found = browser.executeScript(FIND, words, part);
        assertThat(found).as("« %s » on %s", words, browser.getCurrentUrl()).isInstanceOf(WebElement.class);
        return (WebElement) Objects.requireNonNull(found);
    }

    private void press(String words, String part) {
        control(words, part).click();
        activations++;
    }

    /** Presses what leads to another page. */
    private void follow(String words, String part) {
        leaveBy(control(words, part));
    }

    private void followTo(String selector) {
        WebElement link = browser.findElement(By.cssSelector(selector));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", link);
        leaveBy(link);
    }

    private void leaveBy(WebElement link) {
        link.click();
        activations++;
        Chromium.untilLeft(browser, link);
    }
}
