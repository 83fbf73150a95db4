package org.bocage.editorial.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
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
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Pages that no script of their modules draws, as those of single-page applications, are edited by their definitions. */
class UndrawnPagesTests {

    private static final String MAIN = "website:/front/main";

    @TempDir
    static Path home;

    private static Portal portal;
    private static PageAuthor writer;

    @BeforeAll
    static void start() {
        portal = Portal.startForeign(home.resolve("data"));
        writer = new PageAuthor(portal.port(), "salariee");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void a_page_of_another_program_has_its_areas_its_components_and_their_forms() {
        Document page = writer.open("/front");
        assertThat(page.select("#volet h3").eachText()).contains("Contenu", "Pied");
        assertThat(page.select("#volet").text()).contains("ne se dessine pas ici");
        assertThat(page.select(".volet__raison")).isEmpty();
        assertThat(writer.bricks("/front")).anyMatch(brick -> brick.startsWith("Texte Bonjour"));
        assertThat(writer.form("/front", "website:/front")
                        .select("#fiche label")
                        .text())
                .contains("Titre");

        String text = PageAuthor.key(writer.add("/front", MAIN, "front:components/texte"));
        HttpResponse<String> saved =
                writer.write("/front", writer.form("/front", text), Map.of("titre", "Ce que l’on vient d’écrire"));
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(writer.form("/front", text).select("#fiche").text())
                .as("of a dialog, neither its size nor its actions count")
                .doesNotContain("traduire");
        assertThat(writer.bricks("/front")).contains("Texte Ce que l’on vient d’écrire");
        writer.act("/front", "monter", Map.of("noeud", text));
        assertThat(writer.bricks("/front").get(0)).contains("Ce que l’on vient d’écrire");
        assertThat(writer.act("/front", "publier", Map.of()).statusCode()).isEqualTo(302);
        assertThat(new Browser(portal.port()).get("/.rest/delivery/pages/front").body())
                .contains("\"title\":\"Vitrine\"");
        assertThat(new Browser(portal.port())
                        .get("/.rest/nodes/v1/website/front/main")
                        .statusCode())
                .as("the nodes of a page are not for everybody")
                .isNotEqualTo(500);
    }

    @Test
    void what_may_be_added_is_shown_by_the_picture_that_its_definition_names() {
        String picture = writer.browser()
                .read("/espace/pages/front?ajouter=" + MAIN)
                .select("button.apport:contains(Texte) img")
                .attr("src");
        assertThat(picture).isEqualTo("/.resources/front/webresources/texte.svg");
        assertThat(new Browser(portal.port()).get(picture).statusCode()).isEqualTo(200);
    }

    @Test
    void areas_within_its_components_are_edited_three_deep() {
        String area = MAIN;
        for (int depth = 0; depth < 3; depth++) {
            area = PageAuthor.key(writer.add("/front", area, "front:components/groupe")) + "/dedans";
        }
        String text = PageAuthor.key(writer.add("/front", area, "front:components/texte"));
        assertThat(writer.open("/front").select("[data-zone='" + area + "'] [data-cle='" + text + "']"))
                .hasSize(1);
        writer.act("/front", "supprimer", Map.of("noeud", text));
        assertThat(writer.open("/front").select("[data-cle='" + text + "']")).isEmpty();
    }

    @Test
    void a_page_of_the_site_that_has_no_prototype_is_edited_too() {
        assertThat(PageAuthor.key(writer.add("/nue", "website:/nue/main", "front:components/texte")))
                .startsWith("website:/nue/main/");
        assertThat(writer.open("/nue").select("#volet").text()).doesNotContain("se remplit toute seule");
    }

    @Test
    void a_page_whose_template_no_module_has_says_which_is_missing() {
        assertThat(writer.open("/inconnue").select(".volet__raison").text())
                .contains("À dire à qui tient les modules", "front:pages/inconnue");
    }

    @Test
    void whoever_writes_reads_why_a_page_fails_and_a_visitor_does_not() {
        String why = "recentPosts";
        Browser browser = writer.browser();
        assertThat(browser.get("/author/cassee?mgnlPreview=true").body()).contains(why);
        assertThat(browser.get("/author/cassee?mgnlPreview=false").body()).contains(why);
        HttpResponse<String> asVisitor = browser.get("/espace/pages/cassee?comme=public");
        assertThat(asVisitor.statusCode()).isEqualTo(500);
        assertThat(asVisitor.body()).contains(why);
        HttpResponse<String> visited = new Browser(portal.port()).get("/cassee");
        assertThat(visited.statusCode()).isEqualTo(500);
        assertThat(visited.body()).doesNotContain(why);
    }

    /** The plan stands where the picture of the page would, and what one points at opens. */
    @Test
    void a_component_is_clicked_in_the_plan_and_its_form_opens() {
        ChromeDriver browser = Chromium.open(home.resolve("chromium"));
        try {
            AtTheScreen screen = new AtTheScreen(browser, portal);
            screen.signIn("salariee");
            screen.go("/espace/pages/front");
            ForeignPagesTests.clickInFrame(browser, screen);
            TwoWidths.set(browser, 375);
            screen.go("/espace/pages/front");
            browser.findElement(By.cssSelector("button[data-montre='cadre']")).click();
            screen.waiting().until(driver -> driver.findElement(By.id("cadre")).isDisplayed());
            assertThat(
                            browser.executeScript(
                                    "return document.getElementById('cadre').contentDocument.querySelectorAll('.bocage-vide').length"))
                    .as("no component is told to be empty because it was not shown yet")
                    .isEqualTo(0L);
            screen.go("/espace/pages/front?dessin=");
            TwoWidths.check(browser);
        } finally {
            browser.quit();
        }
    }
}
