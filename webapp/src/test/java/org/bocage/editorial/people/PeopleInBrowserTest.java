package org.bocage.editorial.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.DemoHome;
import org.bocage.e2e.Portal;
import org.bocage.e2e.TwoWidths;
import org.bocage.editorial.mail.Mails;
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
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** People, their accounts and the settings as a person meets them: by the names of buttons and fields, at two widths. */
class PeopleInBrowserTest {

    private static final String SECRET = "quatre mots sans rapport";
    private static final Pattern LINK = Pattern.compile("/connexion/lien/[A-Za-z0-9_-]{43}");

    @TempDir
    static Path home;

    /** Light modules beside those of the portal; none at first. */
    private static Path modules;

    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static Portal portal;
    private static ChromeDriver browser;
    private static AtTheScreen screen;

    @BeforeAll
    static void open() throws IOException {
        modules = Files.createDirectory(home.resolve("modules"));
        DemoHome.at(home.resolve("data"));
        mails.start();
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.light-modules=light-modules," + modules,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
        browser = Chromium.open(home.resolve("chromium"));
        screen = new AtTheScreen(browser, portal);
        portal.context()
                .getBean(Accounts.class)
                .create("yvonne", "Yvonne", "yvonne@exemple.invalid", List.of("ca"), SECRET);
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
        mails.stop();
    }

    @BeforeEach
    void by_day_on_a_desk_and_signed_out() {
        TwoWidths.set(browser, 1280);
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

    @Test
    void CT_13_noor_entrusts_a_theme_for_her_holidays_and_takes_it_back() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        signIn("salariee", "demo-bocage");
        go("/espace/reglages");
        link("Confier la relecture").click();
        button("Confier la relecture").click();
        waiting().until(driver -> text().contains("Choisissez une personne du CA."));
        assertThat(text()).contains("Cochez au moins un thème.");
        check();

        new Select(field("À qui")).selectByVisibleText("Yvonne");
        browser.findElement(By.xpath("//fieldset[legend='Thèmes']//label[contains(.,'Mobilité')]"))
                .click();
        choose(field("Du"), today);
        choose(field("Au"), today.plusDays(14));
        button("Confier la relecture").click();
        waiting().until(ExpectedConditions.urlContains("fait=confie"));
        assertThat(text()).contains("Yvonne", "Mobilité ; du", "en ce moment");
        check();
        assertThat(menuOf("yvonne", SECRET)).contains("Tâches");

        signIn("salariee", "demo-bocage");
        go("/espace/reglages/delegations");
        button("Reprendre").click();
        waiting().until(ExpectedConditions.urlContains("fait=confiance-retiree"));
        assertThat(menuOf("yvonne", SECRET)).doesNotContain("Tâches");
    }

    @Test
    void RE_19_a_table_with_a_wrong_line_is_looked_at_without_a_trace_and_comes_in_without_that_line()
            throws IOException {
        Path table = Files.writeString(home.resolve("structures.csv"), """
                Nom;Famille;Accroche;Description;Domaines;Commune
                La Chignole de Guichen;Association;Une accroche pour voir;On y répare des vélos.;Mobilité;Guichen
                La Chignole de nulle part;Association;Une accroche pour voir;On y répare des vélos.;Mobilité;Atlantis
                """);
        signIn("salariee", "demo-bocage");
        go("/espace/acteurs");
        link("Apporter un tableau").click();
        field("Le fichier").sendKeys(table.toString());
        button("Regarder d’abord").click();
        waiting().until(driver -> text().contains("Voici ce que ferait « structures.csv »"));
        assertThat(text())
                .contains(
                        "Une ligne s’ajoutera",
                        "Une ligne est à corriger",
                        "Rien n’est encore changé",
                        "« Commune » :");
        check();
        WebElement simulate = button("Simuler");
        simulate.click();
        Chromium.untilLeft(browser, simulate);
        assertThat(text()).contains("Une ligne s’ajoutera", "Rien n’est encore changé");
        String report = browser.getWindowHandle();
        browser.switchTo().newWindow(WindowType.TAB);
        assertThat(found("Chignole")).as("only looked at").contains("Rien ne correspond");
        browser.close();
        browser.switchTo().window(report);

        button("Importer").click();
        waiting().until(driver -> text().contains("C’est fait, « structures.csv » est importé"));
        check();
        assertThat(found("Chignole")).contains("La Chignole de Guichen").doesNotContain("nulle part");
    }

    private static String found(String words) {
        go("/espace/acteurs?q=" + words);
        return text();
    }

    @Test
    void OPS_02_everything_is_taken_away_in_a_zip_twice_if_one_likes() throws IOException {
        Path folder = Files.createDirectory(home.resolve("downloads"));
        browser.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        signIn("salariee", "demo-bocage");
        go("/espace/reglages");
        check();
        for (int times = 1; times <= 2; times++) {
            button("Tout exporter").click();
            waiting().until(driver -> zips(folder).size() == 1);
            Path taken = zips(folder).get(0);
            try (ZipFile zip = new ZipFile(taken.toFile())) {
                assertThat(zip.stream().map(ZipEntry::getName))
                        .anyMatch(name -> name.matches("(.*/)?actus\\..*\\.yaml"))
                        .anyMatch(name -> name.endsWith(".csv"));
            }
            Files.delete(taken);
        }
    }

    private static List<Path> zips(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(one -> one.toString().endsWith(".zip")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_broken_definition_is_told_with_its_file_and_line_until_it_is_mended() throws IOException {
        Path broken = modules.resolve("essai/dialogs/four.yaml");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "label: Le four\nform:\n  properties: [\n");
        try {
            signIn("salariee", "demo-bocage");
            go("/espace/reglages");
            WebElement behind = browser.findElement(By.xpath("//nav//summary[.='Les coulisses']"));
            assertThat(behind.findElement(By.xpath("..")).getDomAttribute("open"))
                    .as("where one is")
                    .isNotNull();
            browser.findElement(By.xpath("//nav//a[contains(.,'Définitions')]")).click();
            waiting().until(driver -> {
                go("/espace/definitions");
                return text().contains("four.yaml");
            });
            assertThat(browser.findElement(By.xpath("//main//tr[contains(.,'four.yaml')]"))
                            .getText()
                            .replace('\u00a0', ' '))
                    .contains("Grave", "essai", "Le fichier n’est pas du YAML valide")
                    .endsWith("/essai/dialogs/four.yaml\nligne 4");
            check();
        } finally {
            Files.delete(broken);
        }
        waiting().until(driver -> {
            go("/espace/definitions");
            return text().contains("Aucun problème.");
        });
        browser.findElement(By.xpath("//main//summary[starts-with(., 'evenements')]"))
                .click();
        String brought = browser.findElement(By.xpath("//main//details[@open]"))
                .getText()
                .replace('\u00a0', ' ');
        assertThat(brought)
                .contains("Types de contenus", "evenements:pages/agenda", "/.rest/delivery/evenements/v1")
                .containsPattern("\\d+ contenus : ")
                .contains("une page : Agenda");
        check();
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
                "/espace/compte/cles",
                "/espace/aide",
                "/espace/aide/rattraper",
                "/espace/aide/magnolia",
                "/espace/documents",
                "/espace/documents/decisions",
                "/espace/documents/deposer",
                "/espace/agenda",
                "/espace/a-venir",
                "/espace/chercher?q=jardin",
                "/espace/corbeille",
                "/espace/journal",
                "/espace/courriers",
                "/espace/statistiques",
                "/espace/lettres",
                "/espace/mon-adhesion",
                "/espace/ma-structure",
                "/espace/taches",
                "/espace/reglages/association",
                "/espace/reglages/importer",
                "/espace/reglages/demonstration",
                "/espace/reglages/delegations",
                "/espace/reglages/liens",
                "/espace/reglages/personne",
                "/espace/reglages/sauvegardes",
                "/espace/reglages/taches",
                "/espace/reglages/theme",
                "/espace/reglages/visibilite"
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
        TwoWidths.check(browser);
    }

    private static void signIn(String name, String password) {
        screen.signIn(name, password);
    }

    /** What somebody else's menu says, with what is folded in it. */
    private static String menuOf(String name, String password) {
        browser.manage().deleteAllCookies();
        signIn(name, password);
        go("/espace");
        String menu = String.valueOf(
                browser.findElement(By.cssSelector("nav.onglets")).getDomProperty("textContent"));
        browser.manage().deleteAllCookies();
        return menu;
    }

    /** What a click in the calendar of a field does; the keys depend on the country of the browser. */
    private static void choose(WebElement field, LocalDate day) {
        browser.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                field,
                day.toString());
    }

    private static String linkTo(String email) {
        Matcher link = LINK.matcher(mailsTo(email).get(0).mail().text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static List<Outbox.Entry> mailsTo(String email) {
        return Mails.last(portal.context().getBean(Outbox.class), 100).stream()
                .filter(entry -> entry.mail().to().equals(email))
                .toList();
    }

    private static WebElement field(String label) {
        return screen.field(label);
    }

    private static WebElement button(String words) {
        return screen.button(words);
    }

    private static WebElement link(String words) {
        return screen.link(words);
    }

    private static String text() {
        return screen.text();
    }

    private static void go(String path) {
        screen.go(path);
    }

    private static FluentWait<WebDriver> waiting() {
        return screen.waiting();
    }
}
