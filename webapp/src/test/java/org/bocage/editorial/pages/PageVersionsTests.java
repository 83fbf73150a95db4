package org.bocage.editorial.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page keeps what it was, waits for its day, says who is on it and who names it, as contents do. */
class PageVersionsTests {

    @TempDir
    static Path home;

    private static Portal portal;
    private static int number;
    private static PageAuthor salariee;
    private static PageAuthor ca;

    private String page = "";
    /** The version that went on line. */
    private String then = "";

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
        salariee = new PageAuthor(portal.port(), "salariee");
        ca = new PageAuthor(portal.port(), "ca");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void a_page_on_line() {
        page = salariee.create("Versions " + ++number, "/");
        salariee.addText(page, "Premier", "<p>Un mot</p>");
        salariee.addText(page, "Deuxième", "<p>Deux mots</p>");
        assertThat(salariee.act(page, "publier", Map.of()).statusCode()).isEqualTo(302);
        then = salariee.revision(page);
    }

    private String text(int at) {
        return "website:" + page + "/contenu/" + at;
    }

    private static HttpResponse<String> visit(String path) {
        return new Browser(portal.port()).get(path);
    }

    private Document settings() {
        return salariee.form(page, "website:" + page);
    }

    @Test
    void gestures_of_one_sitting_are_one_version_and_what_went_on_line_is_another() {
        ca.addText(page, "Troisième", "<p>Trois</p>");

        List<String> versions = salariee.browser()
                .read("/espace/pages" + page + "?versions=")
                .select("#volet ol .ligne__sous")
                .eachText();
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0)).contains("c’est la page d’aujourd’hui");
        assertThat(versions.get(1)).contains("mise en ligne");
    }

    @Test
    void one_sees_what_changed_since_a_version_and_the_page_as_it_was() {
        ca.write(page, ca.form(page, text(0)), Map.of("texte", "<p>Un autre mot</p>"));
        ca.act(page, "supprimer", Map.of("noeud", text(1)));
        ca.addText(page, "Nouveau", "<p>Neuf</p>");

        Document shown = ca.browser().read("/espace/pages" + page + "?version=" + then);

        assertThat(Browser.plain(shown.select("#volet .changements").text()))
                .contains("Ajouté : Texte « Nouveau »", "Retiré : Texte « Deuxième »", "Un mot", "Un autre mot")
                .doesNotContain("Déplacé");
        String frame = shown.select("#volet [data-cadre]").attr("data-cadre");
        assertThat(ca.browser().read(frame).select("main").text())
                .contains("Un mot", "Deux mots")
                .doesNotContain("Neuf");
        assertThat(ca.bricks(page)).as("looking changes nothing").containsExactly("Texte Premier", "Texte Nouveau");
        assertThat(ca.browser().get("/espace/pages" + page + "?version=999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void one_comes_back_to_a_version_with_its_settings_and_its_components_in_their_order() {
        String below = salariee.create("Dessous " + number, page);
        salariee.write(page, settings(), Map.of("title", "Autre titre"));
        salariee.act(page, "monter", Map.of("noeud", text(1)));
        salariee.act(page, "supprimer", Map.of("noeud", text(0)));
        salariee.addText(page, "Nouveau", "<p>Neuf</p>");
        salariee.act(page, "publier", Map.of());

        HttpResponse<String> back = salariee.act(page, "revenir", Map.of("de", then));

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(salariee.bricks(page)).containsExactly("Texte Premier", "Texte Deuxième");
        assertThat(settings().select("[name=title]").attr("value")).isEqualTo("Versions " + number);
        assertThat(salariee.state(page)).isEqualTo("Brouillon en ligne");
        assertThat(salariee.open(below).select("h1").text()).isEqualTo("Dessous " + number);
        assertThat(visit(page).body()).as("until it is published").contains("Neuf", "Autre titre");
        salariee.act(page, "publier", Map.of());
        assertThat(visit(page).body()).contains("Un mot", "Versions " + number).doesNotContain("Neuf");
        Document versions = salariee.browser().read("/espace/pages" + page + "?version=" + then);
        assertThat(versions.select("#volet .changements"))
                .as("nothing differs, identifiers included")
                .isEmpty();
    }

    @Test
    void nobody_comes_back_to_a_version_of_a_page_that_is_reviewed_or_that_moved_on() {
        ca.addText(page, "Du CA", "<p>!</p>");
        String before = ca.revision(page);
        ca.addText(page, "Encore", "<p>!</p>");
        assertThat(ca.act(page, "revenir", before, Map.of("de", then)).statusCode())
                .isEqualTo(409);
        ca.act(page, "proposer", Map.of());
        assertThat(ca.act(page, "revenir", Map.of("de", then)).statusCode()).isEqualTo(403);
        assertThat(ca.browser()
                        .read("/espace/pages" + page + "?version=" + then)
                        .select("#revenir"))
                .isEmpty();
        assertThat(new PageAuthor(portal.port(), "contributeur")
                        .browser()
                        .get("/espace/pages" + page + "?versions=")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void AC_09_a_page_waits_for_its_day_and_nobody_changes_it_meanwhile() {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(3);
        page = salariee.create("Plus tard " + number, "/");
        salariee.addText(page, "Patience", "<p>Bientôt</p>");
        salariee.write(page, settings(), Map.of("publierLe", day + "T08:00"));

        HttpResponse<String> accepted = salariee.act(page, "publier", Map.of());

        assertThat(accepted.headers().firstValue("Location").orElseThrow()).endsWith("?apres=programme");
        assertThat(salariee.state(page)).isEqualTo("Programmé");
        assertThat(visit(page).statusCode()).isEqualTo(404);
        assertThat(salariee.browser().read("/espace/a-venir").select("a[href='/espace/pages" + page + "']"))
                .isNotEmpty();
        assertThat(PageAuthor.refusal(salariee.act(page, "supprimer", Map.of("noeud", text(0)))))
                .contains("attend son jour");

        salariee.act(page, "deprogrammer", Map.of());
        assertThat(salariee.state(page)).isEqualTo("Brouillon");
        assertThat(salariee.act(page, "supprimer", Map.of("noeud", text(0))).statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_page_does_not_leave_before_it_comes_nor_while_pages_below_it_are_read() {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(3);
        salariee.write(page, settings(), Map.of("publierLe", day + "T08:00", "depublierLe", day + "T07:00"));
        assertThat(PageAuthor.refusal(salariee.act(page, "publier", Map.of()))).contains("vient avant");
        salariee.write(page, settings(), Map.of("publierLe", ""));
        String below = salariee.create("Dessous", page);
        salariee.addText(below, "Là", "<p>Dessous</p>");
        assertThat(salariee.act(below, "publier", Map.of()).statusCode()).isEqualTo(302);
        assertThat(PageAuthor.refusal(salariee.act(page, "publier", Map.of()))).contains("pages sont en ligne dessous");
    }

    @Test
    void who_takes_a_page_off_the_site_is_told_who_leads_to_it() {
        String other = salariee.create("Qui y mène " + number, "/");
        String id = portal.context()
                .getBean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.WEBSITE
                                .node(session, page)
                                .orElseThrow()
                                .getIdentifier());
        salariee.addText(
                other,
                "Lien",
                "<p>Voir <a href=\"${link:{uuid:{" + id + "},repository:{website},path:{" + page + "}}}\">là</a></p>");

        HttpResponse<String> asked = salariee.act(page, "archiver", Map.of());

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(Browser.page(asked).select("#volet .bilan a").eachAttr("href"))
                .containsExactly("/espace/pages" + other);
        assertThat(visit(page).statusCode()).isEqualTo(200);
        assertThat(salariee.act(page, "archiver", Map.of("confirme", "oui")).statusCode())
                .isEqualTo(302);
        assertThat(visit(page).statusCode()).isIn(404, 410);
    }

    @Test
    void CT_05_a_remark_on_a_page_is_read_by_the_others_and_by_nobody_once_it_is_settled() {
        ca.addText(page, "Du CA", "<p>!</p>");
        assertThat(ca.act(page, "commenter", Map.of("texte", "@salariee, la photo est la bonne ?"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(salariee.open(page).select("#volet .fil-relecture").text()).contains("la photo est la bonne ?");
        assertThat(PageAuthor.refusal(ca.act(page, "commenter", Map.of("texte", " "))))
                .contains("Écrivez votre commentaire");
        ca.act(page, "proposer", Map.of());
        salariee.act(page, "accepter", Map.of());
        assertThat(salariee.open(page).select("#volet .fil-relecture")).isEmpty();
        assertThat(visit(page).body()).doesNotContain("la photo est la bonne");
    }

    @Test
    void one_sees_who_else_has_the_page_open() {
        ca.open(page);
        assertThat(salariee.open(page).select(".presence").text()).contains("écrit ici aussi en ce moment");
        assertThat(salariee.browser().get("/espace/pages" + page + "?presence=").body())
                .contains("écrit ici aussi");
    }
}
