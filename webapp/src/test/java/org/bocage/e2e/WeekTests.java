package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.TestPictures;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** The twenty minutes a week of la salariée, at the keyboard; and the few of who writes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WeekTests {

    private static final Actor MAINS = new Actor("contributeur", "Les Mains Vertes", Set.of("contributeur"));
    private static final Actor ROUE = new Actor("adherent2", "La Roue Qui Rit", Set.of("adherent"));
    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final int PROPOSALS = 10;
    /** Those of them that are the demo's, besides its refrigerator. */
    private static final int OF_DEMO = 3;

    @TempDir
    static Path home;

    private static Portal portal;
    private static ChromeDriver browser;
    private int activations;

    @BeforeAll
    static void open() {
        portal = Portal.start(home.resolve("data"));
        browser = Chromium.open(home.resolve("chromium"));
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            for (int i = 1; i < PROPOSALS - OF_DEMO; i++) {
                String type = i % 3 == 0 ? "annonce" : "actu";
                propose(session, type, "Proposition " + i, i % 2 == 0 ? MAINS : ROUE);
            }
            propose(session, "actu", "Nouvelle version", MAINS);
        });
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
    }

    /** Before others propose something. */
    @Order(1)
    @Test
    void OPS_12_the_week_of_the_demo_with_ten_proposals_is_cleared_in_fourteen_activations() {
        signIn("salariee");
        int waiting = browser.findElements(By.cssSelector("#attente ~ ul li")).size();
        assertThat(waiting).as("ten, and the refrigerator of the demo").isEqualTo(PROPOSALS + 1);

        press("n");
        press("a");
        sendsBack("r", "Pouvez-vous ajouter l’heure ?");
        sendsBack("f", "Nous l’avons déjà publiée la semaine dernière.");
        for (int i = 0; browser.getCurrentUrl().contains("/espace/taches/"); i++) {
            assertThat(i).as(text()).isLessThan(2 * PROPOSALS);
            press("a");
        }

        assertThat(browser.getCurrentUrl()).endsWith("/espace?fait=accepte");
        assertThat(text())
                .contains("plus rien n’attend votre avis", "Il reste ce qui suit", "Une adhésion est à renouveler");
        assertThat(activations)
                .as("one to begin, one for each yes, two for each no; the last one leads home")
                .isEqualTo(14);
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {1280, 375})
    void a_review_takes_one_activation_after_the_first(int width) {
        TwoWidths.set(browser, width);
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            for (int i = 1; i <= 3; i++) {
                propose(session, "actu", "À relire d’un geste " + width + " " + i, MAINS);
            }
        });
        Presses presses = new Presses(browser, portal.address());
        signIn("salariee");
        presses.from("/espace");
        presses.follow("À relire d’un geste " + width + " 1", "main");
        for (int i = 1; i <= 3; i++) {
            assertThat(presses.count()).isEqualTo(i);
            String shown = browser.getCurrentUrl();
            presses.follow("Accepter", "main");
            assertThat(browser.getCurrentUrl()).isNotEqualTo(shown);
            assertThat(text()).contains("accepté et publié");
        }
    }

    /** A decision that needs a word: its key leads to the word, and the word is sent from where it is typed. */
    private void sendsBack(String key, String words) {
        browser.findElement(By.tagName("body")).sendKeys(key);
        activations++;
        WebElement comment = browser.switchTo().activeElement();
        assertThat(comment.getDomAttribute("name")).isEqualTo("commentaire");
        comment.sendKeys(words);
        go(comment, Keys.chord(Keys.CONTROL, Keys.ENTER));
    }

    private void press(String key) {
        go(browser.findElement(By.tagName("body")), key);
    }

    private void go(WebElement where, CharSequence keys) {
        where.sendKeys(keys);
        activations++;
        Chromium.untilLeft(browser, where);
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {1280, 375})
    void an_actu_with_a_picture_is_proposed_in_six_activations_besides_what_is_typed(int width) throws IOException {
        TwoWidths.set(browser, width);
        String title = "Six gestes, pas un de plus, à " + width;
        signIn("contributeur");
        activations = 0;
        WebElement write = browser.findElement(By.linkText("Écrire une actu"));
        activate(write);
        Chromium.untilLeft(browser, write);
        browser.findElement(By.name("titre")).sendKeys(title);
        browser.findElement(By.name("chapo")).sendKeys("On écrit, on montre, on envoie ; le reste est déjà su.");
        Chromium.waiting(browser)
                .until(ExpectedConditions.elementToBeClickable(By.className("ProseMirror")))
                .sendKeys("Voilà.");
        activate(browser.findElement(By.xpath("//summary[contains(.,'Photos')]")));
        activate(browser.findElement(By.cssSelector("button[value='ajouter:photos']")));
        WebElement file = Chromium.waiting(browser)
                .until(ExpectedConditions.visibilityOfElementLocated(
                        By.cssSelector("input[name='photos[0].image.fichier']")));
        Path picture = home.resolve("six-" + width + ".png");
        Files.write(picture, TestPictures.encoded(TestPictures.photo(800, 600, width), "png"));
        file.sendKeys(picture.toString());
        activations++;
        browser.findElement(By.name("photos[0].alt")).sendKeys("Six doigts levés");
        browser.findElement(By.name("photos[0].credit")).sendKeys("Yuna");
        new Select(browser.findElement(By.name("photos[0].image.droits"))).selectByValue("personne");
        activations++;
        WebElement send = browser.findElement(By.cssSelector(".barre button[value=proposer]"));
        activate(send);
        Chromium.untilLeft(browser, send);

        assertThat(text()).contains("Proposé");
        assertThat(activations).isLessThanOrEqualTo(6);
        assertThat(portal.context()
                        .getBean(ContentIndexes.class)
                        .author()
                        .find(
                                ContentQuery.in("actus")
                                        .where("titre", title)
                                        .where("etat", "propose")
                                        .where("origine", "territoire"),
                                Identity.SYSTEM)
                        .total())
                .isEqualTo(1);
    }

    private void activate(WebElement what) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", what);
        what.click();
        activations++;
    }

    @Test
    void CT_05_a_remark_typed_beside_a_field_is_read_there_by_who_wrote_the_text() {
        String id = portal.context().getBean(Stores.class).author().write(Identity.SYSTEM, session -> {
            propose(session, "actu", "Lu de près", MAINS);
            return session.getNode("/actus/lu-de-près").getIdentifier();
        });
        signIn("salariee");
        browser.get(portal.address() + "/espace/taches/actus/" + id);
        browser.findElement(By.cssSelector("#champ-titre summary")).click();
        browser.findElement(By.name("remarque.titre")).sendKeys("@contributeur, dites le lieu.");
        WebElement sendsBack = browser.findElement(By.cssSelector("button[value=reprendre]"));
        sendsBack.click();
        Chromium.untilLeft(browser, sendsBack);

        signIn("contributeur");
        browser.get(portal.address() + "/espace/actus/" + id);

        assertThat(browser.findElement(By.cssSelector("[data-champ=titre] .remarques"))
                        .getText())
                .contains("dites le lieu", "Noor");
        assertThat(browser.findElement(By.name("titre")).getDomAttribute("aria-describedby"))
                .contains("champ-titre-remarque");
    }

    private static void signIn(String account) {
        new AtTheScreen(browser, portal).signIn(account);
    }

    private static String text() {
        return browser.findElement(By.tagName("main")).getText();
    }

    private static void propose(Session session, String type, String title, Actor author) throws RepositoryException {
        Review review = portal.context().getBean(Review.class);
        String name = title.toLowerCase(java.util.Locale.FRENCH).replace(' ', '-');
        Node item = new Workspace(type + "s").root(session).addNode(name, "bocage:" + type);
        item.setProperty("auteur", author.name());
        item.setProperty("name", name);
        AccessControl.setOwner(item, author.name());
        for (String gesture : title.startsWith("Nouvelle") ? List.of("publier", "proposer") : List.of("proposer")) {
            review.move(
                    session,
                    item,
                    gesture,
                    gesture.equals("publier") ? NOOR : author,
                    item.isNew() ? 0 : Revisions.number(item),
                    "",
                    node -> node.setProperty("titre", title));
        }
    }
}
