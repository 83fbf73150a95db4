package org.bocage.editorial.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.bocage.Bocage;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** The editor knows a page by its comments alone: it edits those of light modules that were written for Magnolia. */
class ForeignPagesTests {

    private static final Path MAGNOLIA = Path.of("webapp/src/test/resources/magnolia");

    @TempDir
    static Path home;

    private static Portal portal;
    private static PageAuthor writer;

    @BeforeAll
    static void start() throws IOException {
        Path modules = home.resolve("modules");
        FileSystemUtils.copyRecursively(MAGNOLIA.resolve("projects"), modules);
        Files.writeString(
                modules.resolve("vitrine/templates/components/nu.yaml"),
                "{renderType: freemarker, templateScript: /vitrine/templates/components/bouton.ftl, dialog: 'vitrine:components/absent'}");
        Files.writeString(modules.resolve("vitrine/templates/components/cadre.yaml"), """
                title: Cadre
                renderType: freemarker
                templateScript: /vitrine/templates/components/cadre.ftl
                areas:
                  dedans:
                    title: Dedans
                    availableComponents:
                      cadre: {id: vitrine:components/cadre}
                      bouton: {id: vitrine:components/bouton}
                """);
        Files.writeString(
                modules.resolve("vitrine/templates/components/cadre.ftl"),
                "<div class=\"cadre\">[@cms.area name=\"dedans\" /]</div>");
        Files.writeString(
                modules.resolve("vitrine/includes/areas/contenu.yaml"),
                "\n  nu: {id: vitrine:components/nu}\n  cadre: {id: vitrine:components/cadre, permissions: {add: {roles: [admin]}}}\n  reserve: {id: vitrine:components/chiffres, roles: [admin]}\n",
                StandardOpenOption.APPEND);
        Path script = modules.resolve("vitrine/templates/pages/page.ftl");
        Files.writeString(script, Files.readString(script).replace("[@cms.page /]", "[@cms.init /]"));
        portal = new Portal(SpringApplication.run(
                Bocage.class,
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.home=" + home.resolve("data"),
                "--bocage.demo=accounts",
                "--bocage.light-modules=" + modules,
                "--bocage.bootstrap=" + MAGNOLIA.resolve("projects-content"),
                "--bocage.bootstrap-publish=true"));
        writer = new PageAuthor(portal.port(), "salariee");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    /** What is drawn carries no mark of the portal but the comments that Magnolia's editor reads too. */
    @Test
    void a_component_of_another_s_module_is_clicked_in_its_page_and_its_form_opens() {
        ChromeDriver browser = Chromium.open(home.resolve("chromium"));
        try {
            AtTheScreen screen = new AtTheScreen(browser, portal);
            screen.signIn("salariee");
            screen.go("/espace/pages/vitrine");
            clickInFrame(browser, screen);
        } finally {
            browser.quit();
        }
    }

    /** Clicks the first component in the frame that has a form, and waits for the form. */
    static void clickInFrame(ChromeDriver browser, AtTheScreen screen) {
        String drawn = "document.getElementById('cadre').contentDocument"
                + "?.querySelector('[data-bocage-cle][data-bocage-fiche]')";
        screen.waiting().until(driver -> Boolean.TRUE.equals(browser.executeScript("return Boolean(" + drawn + ")")));
        String clicked = String.valueOf(
                browser.executeScript("const one = " + drawn + "; one.click(); return one.dataset.bocageCle"));
        screen.waiting()
                .until(driver -> !driver.findElements(By.cssSelector("#fiche[data-fiche='" + clicked + "']"))
                        .isEmpty());
    }

    @Test
    void areas_within_components_are_edited_as_deep_as_they_go() {
        String area = "website:/vitrine/contenu";
        for (int depth = 0; depth < 5; depth++) {
            String frame = PageAuthor.key(writer.add("/vitrine", area, "vitrine:components/cadre"));
            assertThat(frame).startsWith(area + "/");
            area = frame + "/dedans";
        }
        String button = PageAuthor.key(writer.add("/vitrine", area, "vitrine:components/bouton"));

        Document page = writer.open("/vitrine");
        assertThat(page.select("[data-zone='" + area + "'] [data-cle='" + button + "']"))
                .hasSize(1);
        assertThat(page.select("[data-zone='" + area + "'] .zone__tete").first())
                .isNotNull();
        assertThat(page.select("h7, h8")).as("headings go to six").isEmpty();
        assertThat(writer.form("/vitrine", button).select("#fiche")).isNotEmpty();
    }

    private static String visited(String path) {
        HttpResponse<String> answer = new Browser(portal.port()).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replaceAll("\\s+", " ");
    }

    @Test
    void a_page_gets_an_area_one_may_choose_its_one_component_and_what_a_decoration_offers() {
        String area = "website:/vitrine/bandeau";
        String band = "vitrine:components/bandeau";
        assertThat(writer.open("/vitrine")
                        .select("[data-zone='" + area + "'] button")
                        .text())
                .contains("Ouvrir cette zone");
        assertThat(writer.add("/vitrine", area, band).statusCode())
                .as("not chosen yet")
                .isEqualTo(422);
        writer.act("/vitrine", "creer-zone", Map.of("noeud", area));
        String added = PageAuthor.key(writer.add("/vitrine", area, band));
        assertThat(added).startsWith(area + "/");
        assertThat(PageAuthor.refusal(writer.add("/vitrine", area, band))).contains("est complète");

        Document form = writer.form("/vitrine", added);
        assertThat(form.select("#fiche label, #fiche legend").text()).contains("Titre", "Fond", "Photo");
        assertThat(writer.write("/vitrine", form, Map.of("titre", "Portes ouvertes", "fond", "bleu"))
                        .statusCode())
                .isEqualTo(200);
        String insert =
                PageAuthor.key(writer.add("/vitrine", "website:/vitrine/contenu", "vitrine-plus:components/encart"));
        assertThat(insert).startsWith("website:/vitrine/contenu/");
        String button = PageAuthor.key(writer.add("/vitrine", "website:/vitrine/contenu", "vitrine:components/bouton"));
        Document choice = writer.form("/vitrine", button);
        String which = choice.select("#fiche [data-alternative]").attr("data-alternative");
        writer.write(
                "/vitrine", choice, Map.of("libelle", "Venir", which, "adresse", "vers.adresse.adresse", "exemple.fr"));
        assertThat(writer.bricks("/vitrine")).contains("Bouton Venir");
        writer.act("/vitrine", "monter", Map.of("noeud", button));

        assertThat(visited("/vitrine")).doesNotContain("Portes ouvertes");
        assertThat(writer.act("/vitrine", "publier", Map.of()).statusCode()).isEqualTo(302);
        assertThat(visited("/vitrine")).contains("Portes ouvertes", "Bienvenue &amp; merci");
        writer.act("/vitrine", "retirer-zone", Map.of("noeud", area));
        assertThat(writer.bricks("/vitrine")).doesNotContain("Bandeau Portes ouvertes");
    }

    @Test
    void what_comes_from_the_page_above_is_shown_with_the_way_there_and_not_changed_here() {
        String page = "/vitrine/metiers/menuiserie";
        Document outline = writer.open(page);
        assertThat(outline.select(".brique--ailleurs .brique__nom").eachText())
                .isNotEmpty()
                .allMatch(text -> text.contains("vient d’une autre page"));
        assertThat(outline.select(".brique--ailleurs a").eachAttr("href")).allMatch("/espace/pages/vitrine"::equals);
        HttpResponse<String> answer = writer.act(page, "supprimer", Map.of("noeud", "website:/vitrine/pied/p"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(PageAuthor.refusal(answer)).contains("vient d’une autre page");
    }

    @Test
    void a_component_whose_dialog_no_module_has_is_added_and_has_no_form() {
        HttpResponse<String> added =
                writer.add("/vitrine/contact", "website:/vitrine/contact/contenu", "vitrine:components/nu");
        assertThat(added.statusCode()).isEqualTo(302);
        String key = PageAuthor.key(added);
        HttpResponse<String> form =
                writer.browser().get("/espace/pages/vitrine/contact?fiche=" + PageAuthor.encoded(key));
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(PageAuthor.refusal(form)).contains("n’a pas de formulaire");
        assertThat(writer.open("/vitrine/contact").select(".brique a.brique__nom[href*=fiche]"))
                .isEmpty();
    }

    @Test
    void a_component_for_a_role_is_offered_to_that_role_alone() {
        String choice =
                "/espace/pages/vitrine/metiers?ajouter=" + PageAuthor.encoded("website:/vitrine/metiers/contenu");
        writer.open("/vitrine/metiers");
        assertThat(writer.browser().read(choice).select("[name=composant][value='vitrine:components/chiffres']"))
                .hasSize(1);
        assertThat(new PageAuthor(portal.port(), "admin")
                        .browser()
                        .read(choice)
                        .select("[name=composant][value='vitrine:components/chiffres']"))
                .hasSize(2);
    }

    @Test
    void the_page_has_the_dialog_of_its_template() {
        Document form = writer.form("/vitrine/metiers", "website:/vitrine/metiers");
        assertThat(form.select("#fiche label, #fiche legend").text())
                .contains("Titre", "Couleurs", "Cacher dans le menu");
        assertThat(form.select("#fiche [name=title]")).hasSize(1);
        assertThat(form.select("#fiche [name^=title_]"))
                .as("one value, whatever the languages of the site")
                .isEmpty();
        writer.write("/vitrine/metiers", form, Map.of("title", "Nos savoir-faire", "ambiance", "sombre"));
        assertThat(writer.open("/vitrine/metiers").select("h1").text()).isEqualTo("Nos savoir-faire");
    }
}
