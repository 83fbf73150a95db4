package org.bocage.portal.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.e2e.TwoWidths;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** A place is put on the drawing of the territory, told in words, and kept as the two numbers it always was. */
class PlacesTests {

    /** Of the demo, at Saint-Séglin. */
    private static final String CHAPEL = "b0caa004-0000-4000-8000-000000000005";

    private static final String FORM = "/espace/lieux/" + CHAPEL;

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

    /** The numbers as the form shows them, one after the other. */
    private static String shown(Document form) {
        return form.select("[name='position.lat']").val() + " "
                + form.select("[name='position.lon']").val();
    }

    private static HttpResponse<String> sent(Browser browser, String lat, String lon) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("titre", "Un lieu de plus " + lat.length() + lon);
        fields.put("position.lat", lat);
        fields.put("position.lon", lon);
        return browser.write("/espace/lieux/nouveau", fields, "enregistrer");
    }

    @ParameterizedTest
    @CsvSource({"47.9012, -1.7543", "'47,9012', '-1,7543'", "48.8566, 2.3522", "-21.1151, 55.5364"})
    void what_is_typed_without_scripts_is_kept_wherever_it_is(String lat, String lon) {
        Browser browser = Browser.signedIn(portal.port(), "salariee");
        HttpResponse<String> answer = sent(browser, lat, lon);
        assertThat(answer.statusCode()).isEqualTo(302);
        String address = answer.headers().firstValue("Location").orElseThrow();
        Document form = browser.read(address.replaceFirst("^https?://[^/]+", ""));
        assertThat(shown(form)).isEqualTo((lat + " " + lon).replace(',', '.'));
        assertThat(Browser.plain(form.select("[data-endroit] > legend").text())).isEqualTo("Où est-ce ?");
        assertThat(form.select("[data-endroit] details[open] summary").text()).isEqualTo("Coordonnées");
    }

    @ParameterizedTest
    @CsvSource({"99, -1.75", "47.9, 181", "ici, -1.75", "47.9, 1e9"})
    void what_lies_on_no_globe_is_refused_and_stays_in_the_form(String lat, String lon) {
        HttpResponse<String> answer = sent(Browser.signedIn(portal.port(), "salariee"), lat, lon);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document form = Browser.page(answer);
        assertThat(shown(form)).isEqualTo(lat + " " + lon);
        assertThat(form.select("[data-endroit] .erreur")).isNotEmpty();
        assertThat(form.select("[data-endroit] details[data-faux]")).hasSize(1);
    }

    @Test
    void the_drawing_is_for_who_is_signed_in_and_has_every_commune() {
        assertThat(new Browser(portal.port()).get("/espace/endroits").statusCode())
                .isEqualTo(401);
        String drawing = Browser.signedIn(portal.port(), "adherent")
                .get("/espace/endroits")
                .body();
        assertThat(drawing.split("\"nom\"", -1)).hasSize(39);
        assertThat(drawing).contains("\"largeur\"", "\"Guichen\"");
    }

    @Test
    void a_place_is_put_by_keyboard_and_by_pointer_at_two_widths_told_in_words_and_taken_away() {
        ChromeDriver browser = Chromium.open(home.resolve("chromium"));
        try {
            AtTheScreen screen = new AtTheScreen(browser, portal);
            screen.signIn("salariee");
            for (int width : List.of(1280, 375)) {
                TwoWidths.set(browser, width);
                open(screen, browser);

                // by the arrows
                WebElement sheet = browser.findElement(By.className("endroit__carte"));
                choose(browser, "Guichen");
                assertThat(words(browser)).isEqualTo("Au bourg de Guichen.");
                sheet.sendKeys(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP);
                assertThat(words(browser)).isEqualTo("À 300 m au nord du bourg de Guichen.");
                sheet.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_LEFT));
                assertThat(words(browser)).isEqualTo("À 1 km à l’ouest du bourg de Guichen.");

                // by a press beside it, and by the pin in the hand
                String before = numbers(browser);
                WebElement drawing = sheet.findElement(By.tagName("svg"));
                new Actions(browser).moveToElement(drawing, 0, 0).click().perform();
                String pressed = numbers(browser);
                assertThat(pressed).isNotEqualTo(before);
                WebElement pin = drawing.findElement(By.cssSelector(".endroit__repere path"));
                new Actions(browser)
                        .moveToElement(pin)
                        .clickAndHold()
                        .moveByOffset(20, 10)
                        .moveByOffset(15, 5)
                        .release()
                        .perform();
                assertThat(numbers(browser)).isNotEqualTo(pressed);
                assertThat(words(browser)).matches("À [0-9,]+ (m|km) (au|à l’).+ du bourg (de |d’|du |des ).+\\.");

                // by what a GPS says, also far from here
                browser.findElement(By.cssSelector(".endroit summary")).sendKeys(Keys.ENTER);
                WebElement pasted = browser.findElement(By.cssSelector(".endroit__coller input"));
                pasted.sendKeys("48.8566, 2.3522");
                assertThat(numbers(browser)).isEqualTo("48.8566 2.3522");
                assertThat(words(browser))
                        .contains("C’est en dehors du territoire dessiné : si c’est bien là, on le garde.");
                screen.type(pasted, "quelque part");
                assertThat(screen.text()).contains("On attend deux nombres");
                assertThat(numbers(browser)).isEqualTo("48.8566 2.3522");
                screen.type(pasted, "47.96, -1.80");
                assertThat(numbers(browser)).isEqualTo("47.96 -1.8");
                TwoWidths.check(browser);
                TwoWidths.set(browser, width);

                screen.button("Retirer de la carte").sendKeys(Keys.ENTER);
                assertThat(numbers(browser)).isEqualTo(" ");
                assertThat(words(browser)).isEqualTo("Pas de repère : la carte montrera le bourg de Saint-Séglin.");
                sheet.sendKeys(Keys.ENTER);
                assertThat(words(browser)).startsWith("Au bourg de ");

                // by the address, as long as nobody has put it more exactly
                screen.button("Retirer de la carte").sendKeys(Keys.ENTER);
                WebElement address = browser.findElement(By.name("adresse"));
                screen.type(address, "12, rue du Four, 35580 St-Senoux" + Keys.TAB);
                assertThat(words(browser)).startsWith("D’après l’adresse, au bourg de Saint-Senoux");
                String begun = numbers(browser);
                assertThat(begun).isNotBlank();
                screen.type(address, "3, place de l’Église, 35580 GUICHEN" + Keys.TAB);
                assertThat(numbers(browser)).isEqualTo(begun);
            }

            choose(browser, "Guichen");
            browser.findElement(By.className("endroit__carte")).sendKeys(Keys.ARROW_RIGHT);
            String kept = numbers(browser);
            screen.button("Enregistrer").sendKeys(Keys.ENTER);
            screen.reads("C’est enregistré.");
            assertThat(browser.switchTo().activeElement().getText())
                    .as("the keyboard goes on from what was done")
                    .contains("C’est enregistré.");
            assertThat(stored()).isEqualTo(kept);
        } finally {
            browser.quit();
        }
    }

    private static void open(AtTheScreen screen, ChromeDriver browser) {
        screen.go(FORM);
        browser.executeScript(
                "const block = document.querySelector('[data-endroit]'); for (let at = block.parentElement; at; at = at.parentElement)"
                        + " if (at.tagName === 'DETAILS') at.open = true; block.scrollIntoView()");
        screen.waiting()
                .until(driver -> !driver.findElements(By.cssSelector(".endroit__carte svg path"))
                        .isEmpty());
    }

    private static void choose(ChromeDriver browser, String commune) {
        WebElement choice = browser.findElement(By.cssSelector(".endroit__depuis select"));
        choice.sendKeys(commune);
        browser.executeScript(
                "const [choice, name] = arguments; choice.value = [...choice.options].find(one => one.text === name).value;"
                        + "choice.dispatchEvent(new Event('change', {bubbles: true}))",
                choice,
                commune);
    }

    private static String words(ChromeDriver browser) {
        return Browser.plain(browser.findElement(By.className("endroit__mots")).getText());
    }

    private static String numbers(ChromeDriver browser) {
        return Objects.requireNonNull(
                        browser.executeScript(
                                "return ['lat', 'lon'].map(one => document.querySelector(`[name='position.${one}']`).value).join(' ')"))
                .toString();
    }

    private static String stored() {
        return portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
            Node place = session.getNodeByIdentifier(CHAPEL);
            return place.getProperty("position/lat").getDouble() + " "
                    + place.getProperty("position/lon").getDouble();
        });
    }
}
