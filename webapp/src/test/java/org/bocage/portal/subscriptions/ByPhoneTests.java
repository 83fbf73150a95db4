package org.bocage.portal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** With a thumb: a stranger proposes an annonce, la salariée says yes, it is on the site. */
class ByPhoneTests {

    private static final String TITLE = "Trois chaises de cuisine";

    @TempDir
    Path home;

    @Test
    void a_stranger_s_annonce_is_on_the_site_after_one_yes() throws IOException {
        GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mails.start();
        try (Portal portal = Portal.start(
                home.resolve("data"),
                "--bocage.forms.minimum-time=0s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort())) {
            ChromeDriver browser = Chromium.open(Files.createDirectory(home.resolve("profile")));
            try {
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 375, "height", 720, "deviceScaleFactor", 1, "mobile", true));
                proposes(browser, portal);
                browser.get(portal.address()
                        + Stranger.link(new Stranger(portal.port(), mails).mail("phone@exemple.invalid", "confirmer")));
                press(browser, "Oui, je propose");
                waiting(browser).until(ExpectedConditions.urlContains("/proposer/suivi/"));
                assertThat(words(browser)).contains("C’est arrivé");
                assertThat(problems(browser)).isEmpty();
                saysYes(browser, portal);
                browser.get(portal.address() + "/annonces/materiel");
                assertThat(words(browser)).contains(TITLE);
            } finally {
                browser.quit();
            }
        } finally {
            mails.stop();
        }
    }

    private static void proposes(ChromeDriver browser, Portal portal) {
        browser.get(portal.address() + "/");
        click(browser, browser.findElement(By.cssSelector(".bar-propose")));
        click(browser, browser.findElement(By.cssSelector("main a[href='/proposer/annonce']")));
        click(browser, browser.findElement(By.cssSelector("input[value='materiel-don']")));
        new Select(shown(browser, "type.materiel-don.categorieMateriel")).selectByValue("mobilier");
        new Select(shown(browser, "type.materiel-don.etatObjet")).selectByValue("bon");
        shown(browser, "type.materiel-don.retrait").sendKeys("Le samedi matin");
        assertThat(browser.findElement(By.name("type.emploi.remuneration")).isDisplayed())
                .as("what is for another kind")
                .isFalse();
        shown(browser, "titre").sendKeys(TITLE);
        shown(browser, "description").sendKeys("Solides, un peu grinçantes, très confortables. À venir chercher.");
        shown(browser, "structure.nom").sendKeys("Camille");
        press(browser, "Envoyer");
        waiting(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("a-revoir")));
        assertThat(problems(browser)).isEmpty();
        assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(shown(browser, "titre").getDomProperty("value")).isEqualTo(TITLE);
        browser.executeScript("document.getElementsByName('cloture')[0].value = '2040-02-01'");
        new Select(shown(browser, "commentRepondre[0].genre")).selectByValue("telephone");
        shown(browser, "commentRepondre[0].valeur").sendKeys("02 61 91 00 00");
        shown(browser, "proposant.nom").sendKeys("Camille");
        shown(browser, "proposant.courriel").sendKeys("phone@exemple.invalid");
        press(browser, "Envoyer");
        waiting(browser).until(ExpectedConditions.urlContains("/proposer/merci"));
        assertThat(words(browser)).contains("On vient de vous écrire");
    }

    private static void saysYes(ChromeDriver browser, Portal portal) {
        browser.get(portal.address() + "/espace/taches");
        shown(browser, "username").sendKeys("salariee");
        shown(browser, "password").sendKeys("demo-bocage");
        press(browser, "Se connecter");
        waiting(browser).until(ExpectedConditions.presenceOfElementLocated(By.partialLinkText(TITLE)));
        click(browser, browser.findElement(By.partialLinkText(TITLE)));
        press(browser, "Accepter et publier");
        waiting(browser).until(ExpectedConditions.urlContains("fait=accepte"));
    }

    private static List<String> problems(ChromeDriver browser) {
        return new AxeBuilder()
                .analyze(browser).getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Rule::toString)
                        .toList();
    }

    private static WebElement shown(ChromeDriver browser, String name) {
        return waiting(browser)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("body [name='" + name + "']")));
    }

    private static void press(ChromeDriver browser, String words) {
        click(browser, browser.findElement(By.xpath("//button[contains(normalize-space(.), '" + words + "')]")));
    }

    private static void click(ChromeDriver browser, WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block:'center'}); arguments[0].click()", element);
    }

    private static String words(ChromeDriver browser) {
        return waiting(browser)
                .until(ExpectedConditions.presenceOfElementLocated(By.tagName("main")))
                .getText();
    }

    private static WebDriverWait waiting(ChromeDriver browser) {
        return new WebDriverWait(browser, Duration.ofSeconds(20));
    }
}
