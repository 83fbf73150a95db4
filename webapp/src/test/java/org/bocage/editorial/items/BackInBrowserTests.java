package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.e2e.TwoWidths;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** « Précédent » of the browser after each gesture on a content: where one comes out, and what can be pressed there. */
class BackInBrowserTests {

    @TempDir
    static Path home;

    private static Portal portal;
    private static ChromeDriver browser;
    private static AtTheScreen screen;
    private static WrittenActus actus;

    @BeforeAll
    static void open() {
        portal = Portal.start(home.resolve("data"));
        browser = Chromium.open(home.resolve("chromium"));
        screen = new AtTheScreen(browser, portal);
        actus = new WrittenActus(portal);
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
    }

    @BeforeEach
    void at_a_desk() {
        TwoWidths.set(browser, 1280);
        screen.go("/connexion");
        browser.executeScript("localStorage.clear()");
    }

    /** Presses a button that leads on, and goes back from where it led. */
    private static void pressAndGoBack(String words) {
        screen.follow(screen.button(words));
        WebElement left = browser.findElement(By.tagName("main"));
        browser.navigate().back();
        Chromium.untilLeft(browser, left);
    }

    private static List<String> buttons() {
        return browser.findElements(By.cssSelector("main button:not([tabindex='-1'])")).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .filter(words -> !words.isBlank())
                .toList();
    }

    @Test
    void after_save_one_goes_on_with_the_same_draft() {
        screen.signIn("contributeur");
        screen.go("/espace/actus/nouveau");
        screen.field("Titre (obligatoire)").sendKeys("Une seule fois, et pas deux");
        pressAndGoBack("Enregistrer le brouillon");
        assertThat(screen.field("Titre (obligatoire)").getDomProperty("value"))
                .isEqualTo("Une seule fois, et pas deux");
        screen.follow(screen.button("Enregistrer le brouillon"));
        screen.go("/espace/actus?q=seule+fois");
        assertThat(browser.findElements(By.cssSelector("table.liste tbody tr"))).hasSize(1);
    }

    @Test
    void after_a_proposal_one_reads_that_it_waits_and_takes_it_back_if_one_likes() {
        String id = actus.add("Proposée puis revue", "enregistrer");
        screen.signIn("contributeur");
        screen.go("/espace/actus/" + id);
        pressAndGoBack("Proposer");
        assertThat(screen.text()).contains("Proposé");
        assertThat(buttons())
                .anyMatch(words -> words.contains("Retirer ma proposition"))
                .doesNotContain("Proposer");
        screen.reads("Proposée puis revue");
    }

    @Test
    void after_a_decision_nothing_is_decided_twice() {
        for (String decision : List.of("Accepter et publier", "Demander une reprise", "Refuser")) {
            String id = actus.add("Décidée et revue : " + decision, "proposer");
            screen.signIn("salariee");
            screen.go("/espace/taches/actus/" + id);
            if (!decision.startsWith("Accepter")) {
                browser.findElement(By.name("commentaire")).sendKeys("Un mot pour dire pourquoi.");
            }
            pressAndGoBack(decision);
            assertThat(screen.text()).as(decision).contains("C’est déjà décidé");
            assertThat(browser.findElements(By.cssSelector("main [name=decision]")))
                    .as(decision)
                    .isEmpty();
        }
    }

    @Test
    void after_what_goes_off_line_one_sees_that_it_is_a_draft() {
        String id = actus.add("Retirée et revue", "publier");
        screen.signIn("salariee");
        screen.go("/espace/actus/" + id);
        pressAndGoBack("Archiver");
        assertThat(screen.text()).contains("Archivé");
        assertThat(buttons()).doesNotContain("Archiver");
    }

    @Test
    void after_the_trash_one_is_led_to_it() {
        String id = actus.add("Jetée et revue", "enregistrer");
        screen.signIn("contributeur");
        screen.go("/espace/actus/" + id);
        pressAndGoBack("Mettre à la corbeille");
        assertThat(screen.text()).contains("C’est à la corbeille");
        TwoWidths.check(browser);
        screen.follow(screen.link("Ouvrir la corbeille"));
        assertThat(screen.text()).contains("Jetée et revue");
        screen.follow(screen.button("Sortir de la corbeille"));
        screen.go("/espace/actus/" + id);
        assertThat(screen.field("Titre (obligatoire)").getDomProperty("value")).isEqualTo("Jetée et revue");
    }

    @Test
    void who_may_not_see_the_trash_of_others_finds_nothing() {
        String id = actus.add("Jetée par quelqu’un", "enregistrer");
        screen.signIn("contributeur");
        screen.go("/espace/actus/" + id);
        screen.follow(screen.button("Mettre à la corbeille"));
        screen.signIn("ca");
        screen.go("/espace/actus/" + id);
        assertThat(screen.text()).contains("On ne trouve rien ici").doesNotContain("corbeille");
        screen.signIn("salariee");
        screen.go("/espace/actus/" + id);
        assertThat(screen.text()).contains("C’est à la corbeille");
    }

    @Test
    void after_a_comment_it_stands_there_once() {
        String id = actus.add("Commentée et revue", "proposer");
        screen.signIn("salariee");
        screen.go("/espace/actus/" + id);
        screen.unfold("Ajouter un commentaire");
        screen.field("Votre commentaire").sendKeys("Un mot, une fois.");
        pressAndGoBack("Commenter");
        assertThat(screen.text().split("Un mot, une fois\\.", -1)).hasSize(2);
    }
}
