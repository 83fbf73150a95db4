package org.bocage.portal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.e2e.TwoWidths;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The way from the console to an open portal as a person goes it: by the words on the screen, at two widths, by day and night. */
@ExtendWith(OutputCaptureExtension.class)
class SetupInBrowserTest {

    /** More activations than a first portal may take: the links, buttons and fields that somebody has to use. */
    private static final int MOST_ACTIVATIONS = 30;

    @TempDir
    static Path home;

    private static Portal portal;
    private static ChromeDriver browser;
    private static AtTheScreen screen;
    private static String link = "";

    private int activations;

    @BeforeAll
    static void open(CapturedOutput output) {
        portal = Portal.startNobodys(home.resolve("data"));
        String said = output.getOut();
        link = said.substring(said.lastIndexOf("/connexion/premier-compte?jeton="))
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
        browser = Chromium.open(home.resolve("chromium"));
        screen = new AtTheScreen(browser, portal);
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
    }

    private void type(String label, String text) {
        activations++;
        var field = screen.field(label);
        field.clear();
        field.sendKeys(text);
    }

    private void press(String words) {
        activations++;
        screen.button(words).click();
    }

    private void follow(String words) {
        activations++;
        screen.link(words).click();
    }

    @Test
    void somebody_sets_the_portal_up_step_by_step_and_finds_it_theirs() {
        browser.get(portal.address() + "/");
        assertThat(screen.text()).contains("Installer le portail");

        browser.get(portal.address() + link);
        TwoWidths.check(browser);
        type("Votre prénom et votre nom", "Camille Le Gall");
        type("Votre adresse mail, pour vous connecter", "camille@fontaines.example");
        type("Mot de passe, 12 caractères au moins", "une phrase assez longue");
        press("Créer le compte");
        screen.waiting().until(ExpectedConditions.urlMatches("/espace$"));
        TwoWidths.check(browser);

        follow("Commencer : L’association");
        TwoWidths.check(browser);
        type("Nom (obligatoire)", "Réseau des Trois Fontaines");
        type("Devise", "On puise ensemble.");
        activations++;
        browser.findElement(By.cssSelector(".barre button")).click();
        screen.waiting().until(ExpectedConditions.urlContains("fait=reglages-gardes"));

        while (!browser.getCurrentUrl().endsWith("/espace/installer")) {
            String here = browser.getCurrentUrl();
            activations++;
            browser.findElement(By.cssSelector(".chemin__suite a")).click();
            screen.waiting().until(ExpectedConditions.not(ExpectedConditions.urlToBe(here)));
            TwoWidths.check(browser);
        }
        press("Ouvrir le portail");
        screen.waiting().until(ExpectedConditions.urlContains("fait=installe"));
        assertThat(screen.text()).contains("Le portail est ouvert", "Pour que le portail soit tout à fait le vôtre");
        TwoWidths.check(browser);
        follow("Garder des textes tels quels");
        TwoWidths.check(browser);

        browser.get(portal.address() + "/");
        assertThat(screen.text())
                .contains("Réseau des Trois Fontaines", "On puise ensemble.")
                .doesNotContain("Installer le portail");
        browser.get(portal.address() + link);
        assertThat(screen.text()).contains("Ce lien ne sert plus");
        TwoWidths.check(browser);
        assertThat(activations).isLessThan(MOST_ACTIVATIONS);
    }
}
