package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;

/** A contributor writes, la salariée asks for a new version, accepts it, and a visitor reads it: by hand, in a browser. */
class ReviewLoopTests {

    private static final String CHAPO = "On a semé, on a désherbé, et maintenant on récolte : venez goûter samedi.";

    @TempDir
    static Path home;

    private static GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static Portal portal;
    private static ChromeDriver browser;
    private static String base;

    @BeforeAll
    static void start() throws IOException {
        mails.start();
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.page-cache=true",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
        base = portal.address();
        browser = Chromium.open(Files.createDirectory(home.resolve("profile")));
    }

    @AfterAll
    static void stop() {
        browser.quit();
        portal.close();
        mails.stop();
    }

    @Test
    void a_contributor_s_actu_goes_through_the_review_to_the_visitors() throws Exception {
        signIn("contributeur");
        click("Écrire une actu");
        field("Titre").sendKeys("Les courges sont arrivées");
        browser.executeScript("document.querySelector('input[name=origine][value=territoire]').click()");
        body().sendKeys("Quarante courges, douze sortes, et une soupe pour tout le monde.");
        press("Proposer");

        assertThat(page()).as("the missing fields are told").contains("Dites en deux phrases ce qui se passe");
        field("En deux phrases").sendKeys(CHAPO);
        open("Repères");
        tick("Alimentation et agriculture");
        select("Structure à qui s’adresser", "Les Mains Vertes du Haut");
        addPhoto();
        press("Proposer");
        assertThat(page()).contains("Les courges sont arrivées");
        signOut();

        assertThat(visit("/actualites")).doesNotContain("Les courges sont arrivées");

        signIn("salariee");
        click("Tâches");
        click("Les courges sont arrivées");
        press("Demander une reprise");
        assertThat(page()).as("a comment is required").containsIgnoringCase("commentaire");
        field("Commentaire").sendKeys("Très bien ! Ajoutez l’heure dans le titre, s’il vous plaît.");
        press("Demander une reprise");
        signOut();
        assertThat(visit("/actualites")).doesNotContain("Les courges sont arrivées");

        signIn("contributeur");
        assertThat(page()).contains("Ajoutez l’heure dans le titre");
        click("Les courges sont arrivées");
        WebElement titre = field("Titre");
        titre.clear();
        titre.sendKeys("Les courges arrivent samedi à 10 h");
        press("Proposer");
        signOut();

        signIn("salariee");
        click("Tâches");
        click("Les courges arrivent samedi à 10 h");
        press("Accepter et publier");
        signOut();

        assertThat(visit("/actualites")).contains("Les courges arrivent samedi à 10 h");
        click("Les courges arrivent samedi à 10 h");
        assertThat(page()).contains("Quarante courges").contains("Les Mains Vertes du Haut");
        assertThat(browser.getCurrentUrl()).matches(".*/actualites/\\d{4}/les-courges-sont-arrivees");
        waiting()
                .until(driver -> Boolean.TRUE.equals(browser.executeScript(
                        "return [...document.images].some(i => i.src.includes('.imaging') && i.naturalWidth > 0)")));

        assertThat(mails.waitForIncomingEmail(20_000, 4)).isTrue();
        assertThat(Arrays.stream(mails.getReceivedMessages())
                        .map(ReviewLoopTests::recipient)
                        .toList())
                .contains("salariee@exemple.invalid", "contributeur@exemple.invalid");
    }

    @Test
    void AC_09_what_is_scheduled_stands_in_what_is_to_come_until_somebody_cancels_it() {
        signIn("salariee");
        click("Écrire une actu");
        field("Titre").sendKeys("Les ruches se réveillent");
        browser.executeScript("document.querySelector('input[name=origine][value=territoire]').click()");
        field("En deux phrases")
                .sendKeys("On a ouvert la première ruche : elles sont quarante mille, et de bonne humeur.");
        body().sendKeys("Quarante mille abeilles, un saule en fleur, et du miel en juin.");
        open("Repères");
        tick("Alimentation et agriculture");
        select("Structure à qui s’adresser", "Les Mains Vertes du Haut");
        browser.executeScript(
                "arguments[0].value = '"
                        + LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(3) + "T08:00'",
                field("Faire paraître le"));
        press("Publier");
        assertThat(page()).contains("C’est prévu à la date choisie.");

        visit("/espace");
        click("Tout ce qui est programmé");
        assertThat(page()).contains("Les ruches se réveillent", "paraîtra", "à 8 h");
        TwoWidths.check(browser);
        assertThat(visit("/actualites")).doesNotContain("Les ruches se réveillent");

        visit("/espace/a-venir");
        click("Les ruches se réveillent");
        assertThat(page()).contains("Programmé");
        TwoWidths.check(browser);
        press("Annuler la parution");
        assertThat(page()).contains("La parution est annulée", "Brouillon");
        assertThat(visit("/espace/a-venir")).doesNotContain("Les ruches se réveillent");
        signOut();
    }

    private static String recipient(jakarta.mail.internet.MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signIn(String account) {
        browser.get(base + "/espace");
        field("Nom ou adresse mail").sendKeys(account);
        WebElement password = field("Mot de passe");
        password.sendKeys("demo-bocage", Keys.ENTER);
        Chromium.untilLeft(browser, password);
    }

    private static void signOut() {
        browser.get(base + "/espace");
        browser.executeScript("document.querySelector('form[action$=\"/deconnexion\"]').submit()");
        waiting().until(ExpectedConditions.urlContains("/connexion"));
    }

    private static String visit(String path) {
        browser.get(base + path);
        return page();
    }

    private static String page() {
        return browser.findElement(By.tagName("main")).getText();
    }

    private static WebElement field(String label) {
        WebElement found = waiting()
                .until(ExpectedConditions.presenceOfElementLocated(
                        By.xpath("//label[starts-with(normalize-space(.), \"" + label + "\")]")));
        return browser.findElement(By.id(found.getDomAttribute("for")));
    }

    private static WebElement body() {
        return waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ProseMirror")));
    }

    private static void tick(String label) {
        WebElement box = browser.findElement(By.xpath("//label[contains(normalize-space(.), '" + label + "')]"));
        browser.executeScript("arguments[0].scrollIntoView({block:'center'}); arguments[0].click()", box);
    }

    private static void select(String label, String option) {
        new org.openqa.selenium.support.ui.Select(field(label)).selectByVisibleText(option);
    }

    private static void open(String summary) {
        browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertThat(page()).contains(summary);
    }

    private static void addPhoto() throws IOException {
        Path photo = home.resolve("courges.png");
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(200, 100, 800, 600);
        pen.dispose();
        ImageIO.write(image, "png", photo.toFile());
        browser.executeScript("document.querySelector('button[value=\"ajouter:photos\"]').click()");
        waiting()
                .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=file][name$='fichier']")))
                .sendKeys(photo.toString());
        browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.findElement(By.name("photos[0].alt")).sendKeys("Une courge orange");
        new org.openqa.selenium.support.ui.Select(browser.findElement(By.name("photos[0].image.droits")))
                .selectByValue("personne");
        browser.findElement(By.name("photos[0].credit")).sendKeys("Les Mains Vertes");
    }

    private static void click(String text) {
        WebElement link = waiting()
                .until(ExpectedConditions.presenceOfElementLocated(By.xpath("//main//a[contains(normalize-space(.), \""
                        + text + "\")]" + " | //nav//a[contains(normalize-space(.), \"" + text + "\")]")));
        browser.executeScript("arguments[0].click()", link);
        Chromium.untilLeft(browser, link);
    }

    private static void press(String text) {
        List<WebElement> buttons =
                browser.findElements(By.xpath("//button[contains(normalize-space(.), \"" + text + "\")]"));
        assertThat(buttons).as("button « " + text + " » in " + page()).isNotEmpty();
        WebElement html = browser.findElement(By.tagName("html"));
        browser.executeScript("arguments[0].click()", buttons.get(buttons.size() - 1));
        Chromium.untilLeft(browser, html);
    }

    private static FluentWait<WebDriver> waiting() {
        // what htmx or a script replaces is looked for again
        return Chromium.waiting(browser).ignoring(StaleElementReferenceException.class);
    }
}
