package org.bocage.editorial.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** People and their accounts as a person meets them: by the names of buttons and fields, at two widths, with a passkey. */
class PeopleInBrowserTest {

    private static final String SECRET = "quatre mots sans rapport";
    private static final Pattern LINK = Pattern.compile("/connexion/lien/[A-Za-z0-9_-]{43}");

    @TempDir
    static Path home;

    private static Portal portal;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        portal = Portal.start(home.resolve("data"));
        browser = Chromium.open(home.resolve("chromium"));
        portal.context()
                .getBean(Accounts.class)
                .create("yvonne", "Yvonne", "yvonne@exemple.invalid", List.of("ca"), SECRET);
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
    }

    @BeforeEach
    void by_day_on_a_desk_and_signed_out() {
        wide(1280);
        browser.get(portal.address() + "/connexion");
        browser.manage().deleteAllCookies();
        browser.get(portal.address() + "/connexion");
        Chromium.complaints(browser);
    }

    @Test
    void IN_09_noor_invites_somebody_who_chooses_a_password_from_the_mail() {
        signIn("salariee", "demo-bocage");
        go("/espace/reglages");
        link("Comptes").click();
        link("Inviter quelqu’un").click();
        field("Prénom et nom").sendKeys("Gildas");
        field("Adresse mail").sendKeys("gildas@exemple.invalid");
        browser.findElement(By.xpath("//label[contains(.,'Membre du CA')]")).click();
        button("Envoyer l’invitation").click();
        waiting().until(ExpectedConditions.urlContains("fait=invitation"));
        assertThat(text()).contains("L’invitation est partie par mail.", "Gildas", "invitation envoyée");

        browser.manage().deleteAllCookies();
        go(linkTo("gildas@exemple.invalid"));
        assertThat(text()).contains("Bienvenue !", "Bonjour Gildas");
        field("Mot de passe").sendKeys(SECRET, Keys.ENTER);
        waiting().until(ExpectedConditions.urlMatches("/espace$"));
        assertThat(text()).contains("Gildas");
    }

    @Test
    void IN_01_yvonne_comes_in_by_a_mail_when_her_password_is_forgotten() {
        link("Recevoir un lien de connexion").click();
        field("Votre adresse mail").sendKeys("yvonne@exemple.invalid");
        button("Recevoir le mail").click();
        waiting().until(ExpectedConditions.urlContains("parti"));
        assertThat(text()).contains("Regardez vos mails");
        waiting().until(driver -> !mailsTo("yvonne@exemple.invalid").isEmpty());

        go(linkTo("yvonne@exemple.invalid"));
        button("Entrer").click();
        waiting().until(ExpectedConditions.urlMatches("/espace$"));
        assertThat(text()).contains("Yvonne");
    }

    @Test
    void IN_01_a_passkey_is_added_lets_its_owner_in_and_is_taken_away() {
        VirtualAuthenticator authenticator = browser.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
        try {
            signIn("yvonne", SECRET);
            go("/espace/compte");
            link("Mes clés d’accès").click();
            button("Ajouter une clé d’accès").click();
            waiting().until(ExpectedConditions.urlContains("fait=cle-ajoutee"));
            assertThat(text()).contains("La clé est ajoutée", "Chrome, Linux");
            assertThat(authenticator.getCredentials()).hasSize(1);
            button("Ajouter une clé d’accès").click();
            waiting().until(driver -> text().contains("Cet appareil a déjà une clé pour vous"));

            browser.manage().deleteAllCookies();
            go("/espace/compte/nom");
            button("Se connecter avec une clé d’accès").click();
            waiting().until(driver -> text().contains("Mon nom"));
            assertThat(browser.getCurrentUrl()).endsWith("/espace/compte/nom");
            go("/espace/compte/cles");
            assertThat(text()).contains("a servi le");

            browser.findElement(By.xpath("//button[contains(.,'Retirer cette clé')]"))
                    .click();
            waiting().until(ExpectedConditions.urlContains("fait=cle-retiree"));
            browser.manage().deleteAllCookies();
            go("/connexion");
            button("Se connecter avec une clé d’accès").click();
            waiting().until(driver -> text().contains("La clé n’a pas ouvert."));
            assertThat(link("Recevoir un lien de connexion").isDisplayed()).isTrue();
        } finally {
            browser.removeVirtualAuthenticator(authenticator);
        }
    }

    @Test
    void IN_01_a_passkey_of_a_closed_account_lets_nobody_in() {
        Accounts accounts = portal.context().getBean(Accounts.class);
        accounts.create("fermee", "Fer·Mée", "fermee@exemple.invalid", List.of("ca"), SECRET);
        VirtualAuthenticator authenticator = browser.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
        try {
            signIn("fermee", SECRET);
            go("/espace/compte/cles");
            button("Ajouter une clé d’accès").click();
            waiting().until(ExpectedConditions.urlContains("fait=cle-ajoutee"));
            accounts.setEnabled("fermee", false);
            go("/connexion");
            button("Se connecter avec une clé d’accès").click();
            waiting().until(driver -> text().contains("La clé n’a pas ouvert."));
            go("/espace");
            assertThat(text()).contains("Se connecter");
        } finally {
            browser.removeVirtualAuthenticator(authenticator);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/espace/comptes",
                "/espace/comptes/inviter",
                "/espace/comptes/personne/ca2",
                "/espace/comptes/personne/admin",
                "/espace/compte",
                "/espace/compte/nom",
                "/espace/compte/adresse",
                "/espace/compte/mot-de-passe",
                "/espace/compte/appareils",
                "/espace/compte/mails",
                "/espace/compte/cles"
            })
    void is_accessible_within_the_policy_and_fits_at_two_widths(String address) {
        signIn("admin", "demo-bocage");
        go(address);
        check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connexion",
                "/connexion/recevoir?pour=password",
                "/connexion/recevoir?pour=sign-in",
                "/connexion/recevoir?parti",
                "/connexion/lien/ceci-n-est-pas-un-lien"
            })
    void is_accessible_before_one_is_in(String address) {
        go(address);
        check();
    }

    private static void check() {
        for (int width : List.of(1280, 375)) {
            wide(width);
            var found = new AxeBuilder()
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                    .analyze(browser);
            assertThat(found.getViolations())
                    .as(() -> found.getViolations().stream()
                            .map(v -> v.getId() + " " + v.getNodes().get(0).getHtml())
                            .toList()
                            .toString())
                    .isEmpty();
            assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
        assertThat(Chromium.complaints(browser)).noneMatch(line -> line.contains("Content Security Policy"));
    }

    private static void signIn(String name, String password) {
        go("/connexion");
        field("Nom ou adresse mail").sendKeys(name);
        field("Mot de passe").sendKeys(password, Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("/espace"));
    }

    private static String linkTo(String email) {
        Matcher link = LINK.matcher(mailsTo(email).get(0).mail().text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static List<Outbox.Entry> mailsTo(String email) {
        return portal.context().getBean(Outbox.class).recent(100).stream()
                .filter(entry -> entry.mail().to().equals(email))
                .toList();
    }

    private static WebElement field(String label) {
        String id = browser.findElement(By.xpath("//main//label[normalize-space()='" + label + "']"))
                .getDomAttribute("for");
        return browser.findElement(By.id(String.valueOf(id)));
    }

    private static WebElement button(String words) {
        return waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//main//button[contains(normalize-space(),'" + words + "')]")));
    }

    private static WebElement link(String words) {
        return waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//main//a[contains(normalize-space(),'" + words + "')]")));
    }

    private static String text() {
        return browser.findElement(By.tagName("body"))
                .getText()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    private static void go(String path) {
        browser.get(portal.address() + path);
    }

    private static void wide(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Waits through a page that goes while it is looked at. */
    private static FluentWait<WebDriver> waiting() {
        return new WebDriverWait(browser, Duration.ofSeconds(20)).ignoring(StaleElementReferenceException.class);
    }
}
