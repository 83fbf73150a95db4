package org.bocage.portal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bocage.SettableClock;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.DemoHome;
import org.bocage.portal.forms.Stranger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a thumb: a stranger proposes an annonce, la salariée says yes; it is wherever one looks, and gone after its last day. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "bocage.forms.minimum-time=0s", "bocage.page-cache=false"})
class ByPhoneTests {

    private static final String TITLE = "Trois chaises de cuisine";
    private static final String LIST = "/annonces/materiel";
    private static final String READER = "alerte@exemple.invalid";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int DAYS = 10;
    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private NewsAlerts alerts;

    @Autowired
    private SettableClock clock;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home.resolve("data"));
        properties.add("bocage.home", () -> data);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> mails.getSmtp().getPort());
    }

    @TestConfiguration
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @BeforeAll
    static void start() {
        mails.start();
    }

    @AfterAll
    static void stop() {
        mails.stop();
    }

    @Test
    void AN_04_AN_08_AN_09_CT_01_a_stranger_s_annonce_is_wherever_one_looks_after_one_yes_and_gone_at_closing()
            throws IOException {
        LocalDate closing = LocalDate.ofInstant(clock.instant(), PARIS).plusDays(DAYS);
        Stranger stranger = new Stranger(port, mails);
        subscribes(stranger);
        ChromeDriver browser = Chromium.open(Files.createDirectory(home.resolve("profile")));
        String address;
        try {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 375, "height", 720, "deviceScaleFactor", 1, "mobile", true));
            proposes(browser, home(), closing);
            browser.get(home() + Stranger.link(stranger.mail("phone@exemple.invalid", "confirmer")));
            press(browser, "Oui, je propose");
            waiting(browser).until(ExpectedConditions.urlContains("/proposer/suivi/"));
            assertThat(words(browser)).contains("C’est arrivé");
            assertThat(problems(browser)).isEmpty();
            assertThat(stranger.browser().get(LIST + "/flux.xml").body()).doesNotContain(TITLE);
            saysYes(browser, home());
            browser.get(home() + LIST);
            assertThat(words(browser)).contains(TITLE);
            address = URI.create(browser.findElement(By.partialLinkText(TITLE)).getAttribute("href"))
                    .getPath();
        } finally {
            browser.quit();
        }
        assertThat(stranger.browser().get(address).statusCode()).isEqualTo(200);
        assertThat(stranger.browser().get(LIST + "/flux.xml").body()).contains(TITLE);
        assertThat(stranger.browser().read("/recherche?q=chaises").text()).contains(TITLE);

        clock.forward(Duration.ofDays(1));
        alerts.look();
        assertThat(stranger.mail(READER, TITLE)).contains(address);

        Instant last = closing.atTime(23, 58).atZone(PARIS).toInstant();
        clock.forward(Duration.between(clock.instant(), last));
        assertThat(stranger.browser().get(address).statusCode()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(3));
        assertThat(stranger.browser().get(address).statusCode()).isEqualTo(410);
        assertThat(stranger.browser().get(LIST + "/flux.xml").body()).doesNotContain(TITLE);
        assertThat(stranger.browser().read("/recherche?q=chaises").text()).doesNotContain(TITLE);
        assertThat(stranger.browser().read(LIST).text()).doesNotContain(TITLE);
    }

    private String home() {
        return "http://localhost:" + port;
    }

    private static void subscribes(Stranger stranger) {
        stranger.send("/abonnement/annonces", Map.of("courriel", READER, "type", "materiel-don"));
        stranger.browser().post(Stranger.link(stranger.mail(READER, "/abonnement/confirmer/")), Map.of());
    }

    private static void proposes(ChromeDriver browser, String home, LocalDate closing) {
        browser.get(home + "/");
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
        new Select(shown(browser, "commune")).selectByVisibleText("Guichen");
        press(browser, "Envoyer");
        waiting(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("a-revoir")));
        assertThat(problems(browser)).isEmpty();
        assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(shown(browser, "titre").getDomProperty("value")).isEqualTo(TITLE);
        browser.executeScript("document.getElementsByName('cloture')[0].value = arguments[0]", closing.toString());
        new Select(shown(browser, "commentRepondre[0].genre")).selectByValue("telephone");
        shown(browser, "commentRepondre[0].valeur").sendKeys("02 61 91 00 00");
        shown(browser, "proposant.nom").sendKeys("Camille");
        shown(browser, "proposant.courriel").sendKeys("phone@exemple.invalid");
        press(browser, "Envoyer");
        waiting(browser).until(ExpectedConditions.urlContains("/proposer/merci"));
        assertThat(words(browser)).contains("On vient de vous écrire");
    }

    private static void saysYes(ChromeDriver browser, String home) {
        browser.get(home + "/espace/taches");
        shown(browser, "username").sendKeys("salariee");
        shown(browser, "password").sendKeys("demo-bocage");
        press(browser, "Se connecter");
        waiting(browser).until(ExpectedConditions.presenceOfElementLocated(By.partialLinkText(TITLE)));
        click(browser, browser.findElement(By.partialLinkText(TITLE)));
        press(browser, "Accepter et publier");
        waiting(browser).until(ExpectedConditions.urlContains("fait=accepte"));
    }

    private static List<String> problems(ChromeDriver browser) {
        return Axe.check().violations(browser).stream()
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

    private static FluentWait<WebDriver> waiting(ChromeDriver browser) {
        return Chromium.waiting(browser);
    }
}
