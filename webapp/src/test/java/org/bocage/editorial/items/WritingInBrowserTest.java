package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jcr.Node;
import org.bocage.cms.dam.TestPictures;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.e2e.TwoWidths;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** Writing, reviewing and putting away, as the people of the house do it at a screen: each found by the words it carries. */
class WritingInBrowserTest {

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

    @Test
    void the_key_of_the_search_leads_to_it_from_the_week_and_to_its_field_where_there_is_one() {
        screen.signIn("ca");
        screen.go("/espace");
        browser.findElement(By.tagName("body")).sendKeys("/");
        screen.waiting().until(ExpectedConditions.urlContains("/espace/chercher"));
        assertThat(browser.switchTo().activeElement().getAccessibleName()).isEqualTo("Un mot du titre ou du texte");
        browser.switchTo().activeElement().sendKeys("haie", Keys.ENTER);
        screen.reads("résultats pour « haie »");
        browser.findElement(By.tagName("body")).sendKeys("/");
        assertThat(browser.switchTo().activeElement().getDomAttribute("type")).isEqualTo("search");
    }

    @Test
    void each_role_finds_in_its_week_what_it_may_write() {
        for (String account : List.of("adherent", "contributeur", "ca", "salariee", "admin")) {
            screen.signIn(account);
            screen.go("/espace");
            assertThat(screen.text())
                    .as(account)
                    .containsPattern("Bon(jour|soir) ")
                    .contains("Écrire une actu");
            screen.unfold("Écrire autre chose");
            List<String> kinds = browser.findElements(By.cssSelector("main details.ajout li a")).stream()
                    .map(WebElement::getAccessibleName)
                    .toList();
            boolean house = List.of("ca", "salariee", "admin").contains(account);
            assertThat(kinds.contains("Écrire une action"))
                    .as("%s: %s", account, kinds)
                    .isEqualTo(house);
            assertThat(kinds).as(account).contains("Écrire une annonce");
        }
    }

    @Test
    void a_word_without_end_widens_no_screen() {
        String id = actus.add("Rendez-vous" + "tropdetroplong".repeat(8), "proposer");
        HttpResponse<String> sent = Browser.signedIn(portal.port(), "salariee")
                .write(
                        "/espace/evenements/nouveau",
                        Map.of(
                                "titre", "Réunion" + "tropdetroplong".repeat(8),
                                "origine", "pole",
                                "interne", "true",
                                "debut",
                                        LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(8) + "T18:00",
                                "organisateurs[0].nom", "Le CA",
                                "description", "<p>On regarde les comptes ensemble.</p>",
                                "statut", "prevu",
                                "tarif", "gratuit",
                                "visibilite", "public"),
                        "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        screen.signIn("salariee");
        for (String page : List.of(
                "", "/actus", "/actus/" + id, "/taches", "/taches/actus/" + id, "/a-venir", "/journal", "/agenda")) {
            screen.go("/espace" + page);
            TwoWidths.check(browser);
        }
        screen.go("/espace/agenda");
        assertThat(screen.text()).contains("Réuniontropdetroplong");
    }

    @Test
    void two_who_write_the_same_actu_keep_both_texts_one_after_the_other() {
        String id = actus.add("Deux plumes", "publier");
        screen.signIn("salariee");
        screen.go("/espace/actus/" + id);
        screen.type(screen.field("En deux phrases (obligatoire)"), "Noor dit ceci, et c’est assez long pour un chapô.");
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node item = Workspace.byId(session, id).orElseThrow();
            portal.context()
                    .getBean(Review.class)
                    .move(
                            session,
                            item,
                            "publier",
                            new Actor("admin", "Alex", java.util.Set.of("admin")),
                            org.bocage.cms.repository.revisions.Revisions.number(item),
                            "",
                            node -> node.setProperty("chapo", "Alex dit cela, et c’est assez long aussi."));
        });

        screen.button("Publier").click();
        screen.reads("Vous étiez deux à écrire");
        WebElement both = browser.findElement(
                By.xpath("//fieldset[legend='En deux phrases']//label[contains(.,'Garder les deux')]"));
        both.click();
        screen.follow(screen.button("Publier"));

        screen.go("/espace/actus/" + id);
        assertThat(screen.field("En deux phrases (obligatoire)").getDomProperty("value"))
                .contains("Noor dit ceci", "Alex dit cela");
    }

    @Test
    void a_picture_of_the_library_is_put_into_a_text_by_the_keyboard_and_visitors_see_it() {
        String id = actus.add("Photo dans le texte", "publier");
        screen.signIn("salariee");
        screen.go("/espace/actus/" + id);
        screen.waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ProseMirror")));
        WebElement tool = browser.findElement(By.cssSelector(".editeur__outil[aria-label=Photo]"));
        tool.sendKeys(Keys.ENTER);
        screen.waiting()
                .until(driver ->
                        browser.findElements(By.cssSelector("dialog .vignette")).size() > 3);
        browser.switchTo().activeElement().sendKeys("escargot");
        List<WebElement> found = screen.waiting().until(driver -> {
            List<WebElement> shown = browser.findElements(By.cssSelector("dialog .vignette"));
            return shown.size() == 1 ? shown : null;
        });
        String alt = found.get(0).getAccessibleName();
        assertThat(alt).containsIgnoringCase("escargot");
        assertThat(Axe.check().violations(browser)).isEmpty();
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        screen.waiting()
                .until(ExpectedConditions.presenceOfElementLocated(
                        By.cssSelector(".ProseMirror img[src^='/author/dam/jcr:']")));
        screen.follow(screen.button("Publier"));

        Browser visitor = new Browser(portal.port());
        String address = visitor.read("/actualites")
                .select("a:contains(Photo dans le texte)")
                .attr("href");
        Element picture =
                Objects.requireNonNull(visitor.read(address).selectFirst("main img[alt='" + alt + "'][src*=large]"));
        assertThat(visitor.get(picture.attr("src")).statusCode()).isEqualTo(200);
    }

    @Test
    void an_earlier_version_of_an_actu_is_read_word_by_word_and_comes_back() {
        String id = actus.add("Avant et après", "publier");
        rewrite("salariee", id, "Un chapô tout neuf, assez long pour être un chapô.", "Publier");
        screen.go("/espace/actus/" + id);
        screen.follow(screen.link("Historique"));
        List<WebElement> versions = browser.findElements(By.cssSelector("main ol.lignes h3 a"));
        assertThat(versions).hasSize(2);
        screen.follow(versions.get(0));
        assertThat(browser.findElements(By.cssSelector("main .version ins"))).isNotEmpty();
        screen.go("/espace/actus/" + id + "/historique");
        screen.follow(
                browser.findElements(By.cssSelector("main ol.lignes h3 a")).get(1));
        screen.follow(screen.button("Revenir à cette version"));
        screen.go("/espace/actus/" + id);
        assertThat(screen.field("En deux phrases (obligatoire)").getDomProperty("value"))
                .contains("assez longue pour");
    }

    @Test
    void a_proposal_that_changes_what_is_on_line_shows_both_word_by_word_to_who_reviews_it() {
        String id = actus.add("Une heure plus tard", "publier");
        rewrite("contributeur", id, "Une phrase assez longue pour dire à quelle heure on vient.", "Proposer");

        screen.signIn("salariee");
        screen.go("/espace/taches/actus/" + id);
        assertThat(screen.text()).contains("Ce qui change", "En ligne aujourd’hui", "Proposé");
        assertThat(browser.findElement(By.cssSelector("main .version--avant del"))
                        .getText())
                .contains("de quoi");
        assertThat(browser.findElement(By.cssSelector("main .version--apres ins"))
                        .getText())
                .contains("heure");
    }

    @Test
    void an_actu_is_doubled_thrown_away_and_taken_out_of_the_bin() {
        String id = actus.add("À ranger", "enregistrer");
        screen.signIn("contributeur");
        screen.go("/espace/actus/" + id);
        screen.follow(screen.button("En faire un double"));
        assertThat(browser.getCurrentUrl()).doesNotContain(id);
        assertThat(screen.field("Titre (obligatoire)").getDomProperty("value")).contains("À ranger");

        screen.go("/espace/actus/" + id);
        screen.follow(screen.button("Mettre à la corbeille"));
        assertThat(status("/espace/actus/" + id)).isEqualTo(404);
        screen.signIn("salariee");
        screen.go("/espace/corbeille");
        screen.follow(screen.button("Sortir de la corbeille : À ranger"));
        screen.go("/espace/actus/" + id);
        assertThat(screen.field("Titre (obligatoire)").getDomProperty("value")).isEqualTo("À ranger");
    }

    @Test
    void who_archives_a_place_is_told_first_who_leads_to_it() {
        screen.signIn("salariee");
        screen.go("/espace/acteurs/b0ca0004-0000-4000-8000-000000000000");
        String name = String.valueOf(browser.findElement(By.name("titre")).getDomProperty("value"));
        screen.follow(screen.button("Archiver"));
        assertThat(screen.text()).contains("est utilisé ailleurs", "Rien n’est encore fait", "Archiver quand même");
        assertThat(browser.findElements(By.cssSelector("main .bilan li a"))).isNotEmpty();
        screen.follow(screen.link("Ne rien changer"));
        assertThat(browser.findElement(By.name("titre")).getDomProperty("value"))
                .isEqualTo(name);
    }

    @Test
    void somebody_named_in_a_remark_by_their_name_gets_a_mail_and_who_has_it_open_is_seen() {
        String id = actus.add("Qui est là", "proposer");
        screen.signIn("contributeur");
        screen.go("/espace/actus/" + id);
        screen.unfold("Ajouter un commentaire");
        screen.field("Votre commentaire").sendKeys("@Noor (animatrice, exemple), tu confirmes la date ?");
        screen.follow(screen.button("Commenter"));
        screen.waiting()
                .until(driver -> Mails.last(portal.context().getBean(Outbox.class), 50).stream()
                        .anyMatch(entry -> entry.mail().text().contains("tu confirmes la date")));

        String mine = browser.getWindowHandle();
        screen.go("/espace/actus/" + id);
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        assertThat(salariee.get("/espace/actus/" + id).statusCode()).isEqualTo(200);
        screen.go("/espace/actus/" + id);
        assertThat(browser.findElement(By.cssSelector("main .presence")).getText())
                .contains("Noor");
        assertThat(browser.getWindowHandle()).isEqualTo(mine);
    }

    @Test
    void back_after_a_refused_send_leads_to_the_form_and_not_to_a_page_of_the_browser() {
        screen.signIn("contributeur");
        screen.go("/espace/actus/nouveau");
        screen.field("Titre (obligatoire)").sendKeys("Sans rien dessous");
        WebElement propose = screen.button("Proposer");
        screen.follow(propose);
        assertThat(screen.text()).contains("Rien n’est perdu").doesNotContain("Vous aviez commencé autre chose");
        screen.go("/espace/a-venir");
        browser.navigate().back();
        screen.reads("Reprendre ce que vous aviez écrit ?");
        screen.follow(screen.link("Reprendre ce texte"));
        assertThat(screen.field("Titre (obligatoire)").getDomProperty("value")).isEqualTo("Sans rien dessous");
    }

    @Test
    void what_a_source_proposed_is_accepted_together_and_stands_in_the_journal() {
        String source = portal.context().getBean(Stores.class).author().write(Identity.SYSTEM, session -> {
            Node node = new Workspace("sources").root(session).addNode("agenda-de-confiance", "bocage:source");
            node.setProperty("titre", "L’agenda de confiance");
            for (int i = 1; i <= 3; i++) {
                Node item = session.getNode("/actus").addNode("de-confiance-" + i, "bocage:actu");
                item.setProperty("source", node.getIdentifier());
                item.setProperty("contactStructure", "b0ca0004-0000-4000-8000-000000000000");
                actus.propose(session, item, "De confiance " + i);
            }
            return node.getIdentifier();
        });
        assertThat(source).isNotEmpty();
        screen.signIn("salariee");
        screen.go("/espace/taches");
        assertThat(screen.text()).contains("3 propositions viennent de « L’agenda de confiance »");
        screen.follow(screen.button("Accepter les 3"));
        assertThat(screen.text()).contains("accepté et publié").doesNotContain("De confiance 1");
        screen.go("/espace/journal");
        assertThat(screen.text()).contains("De confiance 1", "De confiance 3");
    }

    @Test
    void a_page_is_made_from_a_template_by_the_ca_moved_renamed_and_accepted_at_the_keyboard() {
        screen.signIn("ca");
        screen.go("/espace/pages");
        screen.follow(screen.link("Nouvelle page"));
        screen.field("Titre (obligatoire)").sendKeys("Nos petits-déjeuners");
        browser.findElement(By.cssSelector("input[value='portail:pages/page']")).click();
        new Select(screen.field("Sous quelle page")).selectByIndex(0);
        screen.follow(screen.button("Créer la page"));
        screen.reads("La page est créée");
        String editor = browser.getCurrentUrl().replaceAll("[?#].*", "");

        screen.go("/espace/pages?place=/nos-petits-dejeuners");
        screen.type(screen.field("Nom dans l’adresse (obligatoire)"), "petits-dejeuners");
        screen.follow(screen.button("Enregistrer"));
        assertThat(browser.findElements(By.cssSelector("main a[href='/espace/pages/petits-dejeuners']")))
                .isNotEmpty();
        assertThat(status(editor.substring(portal.address().length()))).isIn(301, 302, 404);

        screen.go("/espace/pages/petits-dejeuners");
        screen.button("Proposer").click();
        screen.reads("C’est proposé");

        screen.signIn("salariee");
        screen.go("/espace/taches");
        screen.follow(screen.link("Nos petits-déjeuners"));
        assertThat(screen.link("La suivante").getDomAttribute("data-touche")).isEqualTo("n");
        browser.findElement(By.tagName("body")).sendKeys("a");
        screen.reads("C’est accepté et publié");
        assertThat(new Browser(portal.port()).get("/petits-dejeuners").statusCode())
                .isEqualTo(200);
        browser.findElement(By.tagName("body")).sendKeys("n");
        screen.waiting().until(ExpectedConditions.not(ExpectedConditions.urlContains("petits-dejeuners")));
    }

    @Test
    void a_link_shows_a_draft_page_to_somebody_without_account_until_it_is_taken_back() {
        screen.signIn("salariee");
        screen.go("/espace/pages/mentions-legales?partager=");
        String link = browser.findElement(By.cssSelector("[data-choisir]")).getDomProperty("value");
        assertThat(link).isNotNull();
        browser.switchTo().newWindow(WindowType.TAB);
        browser.manage().deleteAllCookies();
        browser.get(String.valueOf(link));
        assertThat(screen.text()).contains("Mentions légales");
        browser.close();
        browser.switchTo().window(browser.getWindowHandles().iterator().next());
    }

    @Test
    void a_photo_is_searched_replaced_at_its_address_and_says_where_it_is_shown() throws IOException {
        screen.signIn("salariee");
        screen.go("/espace/medias");
        WebElement photo = browser.findElement(By.cssSelector("main a.cliche"));
        screen.follow(photo);
        String address = browser.getCurrentUrl();
        assertThat(screen.text()).contains("Où on le voit");
        String original = screen.link("Ouvrir l’original").getDomAttribute("href");
        screen.unfold("Remplacer le fichier");
        Path file = home.resolve("autre.png");
        Files.write(file, TestPictures.encoded(TestPictures.photo(700, 500, 9), "png"));
        screen.field("Le nouveau fichier").sendKeys(file.toString());
        screen.follow(screen.button("Remplacer"));
        assertThat(browser.getCurrentUrl()).startsWith(address);
        assertThat(String.valueOf(screen.link("Ouvrir l’original").getDomAttribute("href"))
                        .replaceAll("/[^/]*$", ""))
                .isEqualTo(String.valueOf(original).replaceAll("/[^/]*$", ""));
        assertThat(screen.text()).contains("700 × 500");
    }

    @Test
    void what_leaves_at_a_moment_is_in_what_is_to_come() {
        String id = actus.add("Seulement jusqu’à la fin", "publier");
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> Workspace.byId(session, id)
                                .orElseThrow()
                                .setProperty(
                                        "depublierLe",
                                        org.bocage.cms.repository.dates.Dates.utc(
                                                java.time.Instant.now().plus(java.time.Duration.ofDays(3)))));
        screen.signIn("ca");
        screen.go("/espace");
        screen.follow(screen.link("Tout ce qui est programmé"));
        assertThat(screen.text()).contains("Seulement jusqu’à la fin", "disparaîtra");
    }

    @Test
    void a_word_of_the_minutes_finds_them_for_the_ca_and_nobody_outside() {
        screen.signIn("ca");
        screen.go("/espace/documents");
        screen.field("Chercher dans les titres et dans les textes").sendKeys("permanences", Keys.ENTER);
        screen.waiting().until(ExpectedConditions.urlContains("q=permanences"));
        WebElement found = browser.findElement(By.cssSelector("main .ligne h3 a"));
        String address = String.valueOf(found.getDomAttribute("href"));
        screen.follow(found);
        assertThat(screen.text()).contains("Ouvrir le document");
        String file = String.valueOf(screen.link("Ouvrir le document").getDomAttribute("href"));
        screen.signOut();
        screen.go(file);
        assertThat(new Browser(portal.port()).get(file).statusCode()).isEqualTo(404);
        assertThat(new Browser(portal.port()).get(address).statusCode()).isEqualTo(401);
    }

    @Test
    void the_address_of_a_magnolia_leads_to_the_week_and_a_member_takes_their_own_lines_away() {
        screen.signIn("contributeur");
        screen.go("/.magnolia/admincentral");
        assertThat(browser.getCurrentUrl()).isEqualTo(portal.address() + "/espace");
        screen.go("/espace/actus");
        assertThat(screen.link("Emporter les miens en tableau").getDomAttribute("download"))
                .isNotNull();
        screen.signIn("ca");
        screen.go("/espace/actus");
        assertThat(screen.text()).doesNotContain("en tableau");
    }

    @Test
    void devices_are_listed_and_another_one_is_signed_out() {
        Browser phone = Browser.signedIn(portal.port(), "ca2");
        screen.signIn("ca2");
        screen.go("/espace/compte");
        screen.follow(screen.link("appareils"));
        screen.follow(screen.button("Sortir de tous les autres"));
        assertThat(phone.get("/espace").statusCode()).isIn(302, 401);
        assertThat(status("/espace")).isEqualTo(200);
    }

    @Test
    void screens_one_seldom_sees_are_accessible_too() {
        String formation = event("formation-tenir-sa-tresorerie-sans-trembler");
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> Workspace.byId(session, formation)
                                .orElseThrow()
                                .getNode("inscription")
                                .setProperty("mode", "places"));
        screen.signIn("salariee");
        Chromium.complaints(browser);
        for (String address : List.of(
                "/espace/evenements/" + event("table-d-hotes-a-prix-libre") + "/serie",
                "/espace/inscriptions/" + formation,
                "/espace/nulle-part")) {
            screen.go(address);
            assertThat(screen.text()).as(address).contains("Noor").doesNotContain("Cette page n’existe pas");
            TwoWidths.check(browser);
        }
        assertThat(screen.text()).contains("On ne trouve rien ici");
    }

    private static String event(String name) {
        return portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("evenements").where("@name", name).page(0, 1), Identity.SYSTEM)
                .hits()
                .get(0)
                .id();
    }

    @Test
    void mails_are_chosen_by_subject() {
        screen.signIn("ca2");
        screen.go("/espace/compte/mails");
        new Select(screen.field("Quand on vous nomme")).selectByVisibleText("Pas de mail");
        screen.follow(screen.button("Enregistrer"));
        screen.go("/espace/compte/mails");
        assertThat(new Select(screen.field("Quand on vous nomme"))
                        .getFirstSelectedOption()
                        .getText())
                .isEqualTo("Pas de mail");
    }

    /** Somebody signs in and sends another lead of an actu. */
    private static void rewrite(String account, String id, String lead, String button) {
        screen.signIn(account);
        screen.go("/espace/actus/" + id);
        screen.type(screen.field("En deux phrases (obligatoire)"), lead);
        screen.follow(screen.button(button));
    }

    /** What is answered to the person at the screen. */
    private static int status(String path) {
        return Integer.parseInt(String.valueOf(browser.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0], {redirect: 'manual'}).then(a => done(a.status || 302))",
                path)));
    }
}
