package org.bocage.editorial.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/** Pages are written, refused, proposed and published, by each role, through the addresses of the editor. */
class PageEditorTests {

    private static final String PAGE = "portail:pages/page";
    private static final String TEXT = "portail:components/texte";

    @TempDir
    static Path home;

    private static Portal portal;
    private static int number;
    private static PageAuthor salariee;
    private static PageAuthor ca;

    private String page = "";

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
        page = salariee.create("Essai " + ++number, "/");
        salariee.addText(page, "Premier", "<p>Un mot</p>");
        assertThat(salariee.act(page, "publier", Map.of()).statusCode()).isEqualTo(302);
        assertThat(visited(page)).contains("Premier", "Un mot");
    }

    private static String visited(String path) {
        return new Browser(portal.port()).get(path).body();
    }

    private String area() {
        return "website:" + page + "/contenu";
    }

    @Test
    void a_new_version_of_a_page_waits_for_a_yes_and_the_old_one_stays_on_line() {
        ca.addText(page, "Deuxième", "<p>Du CA</p>");
        assertThat(ca.state(page)).isEqualTo("Brouillon en ligne");
        assertThat(visited(page)).doesNotContain("Deuxième");
        assertThat(ca.act(page, "publier", Map.of()).statusCode()).isEqualTo(403);
        assertThat(week("#brouillons")).contains("Essai " + number);
        ca.act(page, "proposer", Map.of());
        assertThat(ca.state(page)).isEqualTo("Proposé en ligne");
        assertThat(week("#envois")).contains("Essai " + number);
        assertThat(PageAuthor.refusal(ca.add(page, area(), TEXT))).contains("attend une relecture");
        assertThat(salariee.browser().read("/espace/taches").text()).contains("Essai " + number);

        salariee.act(page, "accepter", Map.of());
        assertThat(visited(page)).contains("Premier", "Deuxième");
        assertThat(salariee.browser()
                        .read("/espace/journal")
                        .select("a:matchesOwn(^Essai " + number + "$)")
                        .eachAttr("href"))
                .isNotEmpty()
                .containsOnly("/espace/pages" + page);
    }

    @Test
    void a_page_that_is_sent_back_is_found_in_the_week_of_who_proposed_it() {
        ca.addText(page, "Deuxième", "<p>Du CA</p>");
        ca.act(page, "proposer", Map.of());
        salariee.act(page, "reprendre", Map.of("commentaire", "Un peu plus court ?"));

        assertThat(week("#reprises")).contains("Essai " + number, "Un peu plus court ?");
        assertThat(ca.browser()
                        .read("/espace")
                        .select("section:has(#reprises) a[href]")
                        .eachAttr("href"))
                .contains("/espace/pages" + page);
    }

    private static String week(String part) {
        return Browser.plain(
                ca.browser().read("/espace").select("section:has(" + part + ")").text());
    }

    @Test
    void a_page_is_found_by_a_word_of_its_text_and_opens_in_its_editor() {
        salariee.addText(page, "Recette", "<p>La quenelle violette de la fête.</p>");

        assertThat(salariee.browser()
                        .read("/espace/chercher?q=quenelles+violet")
                        .select("main ul a[href]")
                        .eachAttr("href"))
                .containsExactly("/espace/pages" + page);
        assertThat(salariee.browser().read("/espace/chercher?q=%21%3F").select("main ul a"))
                .isEmpty();
    }

    @Test
    void a_version_that_is_refused_gives_the_page_on_line_back_and_leaves_the_pages_below_alone() {
        HttpResponse<String> made = salariee.tree("creer", Map.of("titre", "Dessous", "gabarit", PAGE, "sous", page));
        assertThat(made.statusCode()).isEqualTo(302);
        salariee.addText(page + "/dessous", "En bas", "<p>Reste</p>");
        ca.addText(page, "De trop", "<p>Non</p>");
        ca.act(page, "proposer", Map.of());

        assertThat(salariee.act(page, "refuser", Map.of()).statusCode()).isEqualTo(422);
        salariee.act(page, "refuser", Map.of("commentaire", "Pas cette fois"));

        assertThat(salariee.bricks(page)).containsExactly("Texte Premier");
        assertThat(salariee.bricks(page + "/dessous")).containsExactly("Texte En bas");
        assertThat(salariee.state(page)).isEqualTo("Publié");
    }

    @Test
    void a_component_that_the_area_does_not_name_is_refused() {
        HttpResponse<String> answer = salariee.add(page, area(), "evenements:components/prochains");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(PageAuthor.refusal(answer)).contains("n’a pas sa place dans « Contenu »");
        assertThat(salariee.add(page, area(), "rien:components/rien").statusCode())
                .isEqualTo(422);
        assertThat(salariee.add(page, area() + "/absente", TEXT).statusCode()).isEqualTo(409);
        assertThat(salariee.bricks(page)).containsExactly("Texte Premier");
    }

    @Test
    void an_area_that_is_full_takes_nothing_more() {
        HttpResponse<String> answer = salariee.add("/accueil", "website:/accueil/portes", "portail:components/portes");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(PageAuthor.refusal(answer)).contains("est complète");
        assertThat(salariee.act("/accueil", "dupliquer", Map.of("noeud", "website:/accueil/portes/0"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_gesture_on_a_page_that_moved_on_changes_nothing_and_shows_it_as_it_is() {
        String before = salariee.revision(page);
        salariee.addText(page, "Entre-temps", "<p>Un autre onglet</p>");
        HttpResponse<String> answer = salariee.act(page, "ajouter", before, Map.of("noeud", area(), "composant", TEXT));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(PageAuthor.refusal(answer)).contains("La page a changé entre-temps");
        assertThat(Browser.page(answer).select(".brique__nom").eachText())
                .containsExactly("Texte Premier", "Texte Entre-temps");
    }

    @Test
    void who_decides_too_late_reads_who_did_what_and_finds_their_words_again() {
        PageAuthor ca = new PageAuthor(portal.port(), "ca");
        String proposed = ca.create("Page à deux avis", "/");
        ca.act(proposed, "proposer", Map.of());
        String seen = salariee.revision(proposed);
        new PageAuthor(portal.port(), "admin").act(proposed, "accepter", seen, Map.of());

        HttpResponse<String> late =
                salariee.act(proposed, "refuser", seen, Map.of("commentaire", "Il manque l’adresse de la salle."));

        assertThat(late.statusCode()).isIn(403, 409);
        assertThat(Browser.plain(PageAuthor.refusal(late))).contains(" l’a publiée, ");
        assertThat(Browser.page(late).select("dl.perdu").text()).contains("Il manque l’adresse de la salle.");
        assertThat(salariee.state(proposed)).isEqualTo("Publié");
    }

    @Test
    void a_gesture_sent_twice_is_done_once() {
        String revision = salariee.revision(page);
        Map<String, String> fields = Map.of("noeud", area(), "composant", TEXT, "jeton", "un-jeton-" + number);
        HttpResponse<String> first = salariee.act(page, "ajouter", revision, fields);
        HttpResponse<String> second = salariee.act(page, "ajouter", revision, fields);
        assertThat(second.statusCode()).isEqualTo(302);
        assertThat(PageAuthor.key(second)).isEqualTo(PageAuthor.key(first));
        assertThat(salariee.bricks(page)).hasSize(2);
    }

    @Test
    void components_move_double_go_and_come_back_where_they_were() {
        String second = salariee.addText(page, "Deuxième", "<p>2</p>");
        salariee.act(page, "monter", Map.of("noeud", second));
        assertThat(salariee.bricks(page)).containsExactly("Texte Deuxième", "Texte Premier");
        assertThat(salariee.act(page, "monter", Map.of("noeud", second)).statusCode())
                .isEqualTo(422);
        String copy = PageAuthor.key(salariee.act(page, "dupliquer", Map.of("noeud", second)));
        assertThat(salariee.bricks(page)).containsExactly("Texte Deuxième", "Texte Deuxième", "Texte Premier");
        salariee.act(page, "deplacer", Map.of("noeud", second, "zone", area(), "avant", ""));
        assertThat(salariee.bricks(page)).containsExactly("Texte Deuxième", "Texte Premier", "Texte Deuxième");

        String deleted = salariee.act(page, "supprimer", Map.of("noeud", copy))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(salariee.bricks(page)).containsExactly("Texte Premier", "Texte Deuxième");
        String saved = deleted.replaceAll(".*de=([0-9]+).*", "$1");
        salariee.addText(page, "Ensuite", "<p>3</p>");
        String back = PageAuthor.key(salariee.act(page, "retablir", Map.of("noeud", copy, "de", saved)));
        assertThat(back).as("its name was taken").startsWith(copy);
        assertThat(salariee.bricks(page))
                .containsExactly("Texte Deuxième", "Texte Premier", "Texte Deuxième", "Texte Ensuite");
        assertThat(salariee.act(page, "retablir", Map.of("noeud", copy, "de", saved))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void two_who_write_different_components_do_not_disturb_each_other() {
        String second = salariee.addText(page, "Deuxième", "<p>2</p>");
        Document one = salariee.form(page, area() + "/0");
        Document other = salariee.form(page, second);
        assertThat(salariee.write(page, one, Map.of("titre", "Premier changé")).statusCode())
                .isEqualTo(200);
        assertThat(salariee.write(page, other, Map.of("titre", "Deuxième changé"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(salariee.bricks(page)).containsExactly("Texte Premier changé", "Texte Deuxième changé");
    }

    @Test
    void of_two_who_write_the_same_component_the_second_sees_both_texts_and_loses_nothing() {
        Document mine = salariee.form(page, area() + "/0");
        salariee.write(page, salariee.form(page, area() + "/0"), Map.of("titre", "À elle"));
        HttpResponse<String> conflict = salariee.write(page, mine, Map.of("titre", "À moi"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(PageAuthor.refusal(conflict)).contains("Vous étiez deux à écrire", "À elle", "À moi");
        assertThat(salariee.bricks(page)).containsExactly("Texte À elle");
        assertThat(salariee.write(page, Browser.page(conflict), Map.of("titre", "À moi"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(salariee.bricks(page)).containsExactly("Texte À moi");
    }

    @Test
    void of_two_who_write_other_fields_of_one_component_both_are_kept_and_the_second_is_told() {
        Document mine = salariee.form(page, area() + "/0");
        salariee.write(page, salariee.form(page, area() + "/0"), Map.of("titre", "À elle"));
        HttpResponse<String> saved = salariee.write(page, mine, Map.of("texte", "<p>À moi</p>"));
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(PageAuthor.refusal(saved)).contains("Vous étiez deux à écrire", "Pris de son côté : Intertitre");
        assertThat(Browser.page(saved).select("#fiche-etat").attr("data-etat")).isEqualTo("enregistre");
        assertThat(Browser.page(saved).select("[name=titre]").attr("value")).isEqualTo("À elle");
        Document now = salariee.form(page, area() + "/0");
        assertThat(now.select("[name=titre]").attr("value")).isEqualTo("À elle");
        assertThat(now.select("[name=texte]").text()).contains("À moi");
    }

    @Test
    void a_form_that_came_back_with_a_mistake_is_as_old_as_it_was_and_undoes_nothing_of_somebody_else() {
        Document mine = salariee.form(page, area() + "/0");
        salariee.write(page, salariee.form(page, area() + "/0"), Map.of("titre", "À elle"));
        HttpResponse<String> mistake = salariee.write(page, mine, Map.of("titre", "x".repeat(200)));
        assertThat(mistake.statusCode()).isEqualTo(422);

        HttpResponse<String> saved = salariee.write(
                page,
                Browser.page(mistake),
                Map.of("titre", mine.select("[name=titre]").attr("value"), "texte", "<p>Plus court</p>"));

        assertThat(saved.statusCode()).isEqualTo(200);
        Document now = salariee.form(page, area() + "/0");
        assertThat(now.select("[name=titre]").attr("value")).isEqualTo("À elle");
        assertThat(now.select("[name=texte]").text()).contains("Plus court");
    }

    @Test
    void of_two_who_write_a_list_and_what_stands_above_it_both_are_kept() {
        String list = salariee.open("/contact").select(".brique").stream()
                .filter(one -> one.text().startsWith("Liste d’éléments"))
                .map(one -> one.attr("data-cle"))
                .findFirst()
                .orElseThrow();
        Document mine = salariee.form("/contact", list);
        salariee.write("/contact", salariee.form("/contact", list), Map.of("titre", "À elle"));
        HttpResponse<String> saved = salariee.write("/contact", mine, Map.of("elements[0].texte", "À moi"));
        assertThat(saved.statusCode()).as(PageAuthor.refusal(saved)).isEqualTo(200);
        Document now = salariee.form("/contact", list);
        assertThat(now.select("[name=titre]").attr("value")).isEqualTo("À elle");
        assertThat(now.getElementsByAttributeValue("name", "elements[0].texte").text())
                .isEqualTo("À moi");
        assertThat(now.getElementsByAttributeValue("name", "elements[1].titre").attr("value"))
                .isNotEmpty();
    }

    @Test
    void of_two_who_write_one_component_only_what_both_changed_is_asked() {
        Document mine = salariee.form(page, area() + "/0");
        salariee.write(
                page, salariee.form(page, area() + "/0"), Map.of("titre", "À elle", "texte", "<p>À elle seule</p>"));
        HttpResponse<String> conflict = salariee.write(page, mine, Map.of("titre", "À moi"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(Browser.page(conflict).select(".conflit [name^=conflit]").eachAttr("name"))
                .containsOnly("conflit.titre");
        assertThat(PageAuthor.refusal(conflict)).contains("Pris de son côté : Texte");
        assertThat(Browser.page(conflict).select("[name=texte]").text()).contains("À elle seule");
    }

    @Test
    void of_two_texts_of_the_same_component_both_are_kept_one_after_the_other_when_that_is_chosen() {
        Document mine = salariee.form(page, area() + "/0");
        salariee.write(page, salariee.form(page, area() + "/0"), Map.of("texte", "<p>Le sien</p>"));
        HttpResponse<String> conflict = salariee.write(page, mine, Map.of("texte", "<p>Le mien</p>"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(Browser.page(conflict).select("input[name='conflit.texte'][value=both]"))
                .hasSize(1);

        assertThat(salariee.write(
                                page,
                                Browser.page(conflict),
                                Map.of("texte", "<p>Le mien</p>", "conflit.texte", "both"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(salariee.form(page, area() + "/0")
                        .select("textarea[name=texte]")
                        .text())
                .contains("Le mien", "Le sien");
    }

    @Test
    void what_was_written_in_a_component_that_is_gone_is_given_back_to_be_copied() {
        Document form = salariee.form(page, area() + "/0");
        salariee.act(page, "supprimer", Map.of("noeud", area() + "/0"));
        HttpResponse<String> answer = salariee.write(page, form, Map.of("texte", "<p>Une heure de travail</p>"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(PageAuthor.refusal(answer)).contains("n’est plus là");
        assertThat(Browser.page(answer).select("#volet .perdu").text()).contains("Une heure de travail");
    }

    @Test
    void a_draft_may_lack_what_is_required_and_a_page_for_others_may_not() {
        assertThat(salariee.add(page, area(), TEXT).statusCode()).isEqualTo(302);
        HttpResponse<String> answer = salariee.act(page, "publier", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(PageAuthor.refusal(answer)).contains("Il manque encore quelque chose", "Il manque le texte.");
        HttpResponse<String> tooLong =
                salariee.write(page, salariee.form(page, area() + "/0"), Map.of("titre", "x".repeat(200)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(Browser.page(tooLong).select("#fiche-etat").text()).contains("120 caractères au plus");
        assertThat(Browser.page(tooLong).select("[name=titre]").attr("value")).hasSize(200);
    }

    @Test
    void what_has_no_form_and_what_is_another_page_s_is_said_in_words() {
        HttpResponse<String> none =
                salariee.browser().get("/espace/pages" + page + "?fiche=" + PageAuthor.encoded(area()));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(PageAuthor.refusal(none)).contains("n’a pas de formulaire");
        assertThat(salariee.act(page, "supprimer", Map.of("noeud", "website:/accueil/portes/0"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void nobody_without_the_right_sees_or_changes_a_page() {
        for (String account : new String[] {"adherent", "contributeur"}) {
            Browser browser = new PageAuthor(portal.port(), account).browser();
            assertThat(browser.get("/espace/pages").statusCode()).isEqualTo(403);
            assertThat(browser.get("/espace/pages" + page).statusCode()).isEqualTo(404);
            assertThat(browser.get("/espace/pages" + page + "?comme=ca").statusCode())
                    .isEqualTo(404);
            assertThat(browser.read("/espace").select("nav a[href='/espace/pages']"))
                    .isEmpty();
        }
        assertThat(new Browser(portal.port()).get("/espace/pages" + page).statusCode())
                .isEqualTo(401);
        assertThat(salariee.browser()
                        .post("/espace/pages" + page, Map.of("geste", "supprimer", "noeud", area() + "/0"))
                        .statusCode())
                .as("without the token of a form")
                .isEqualTo(403);
    }

    @Test
    void the_public_store_holds_nothing_of_the_review() {
        Stores stores = portal.context().getBean(Stores.class);
        String found = stores.published().read(Identity.SYSTEM, session -> {
            StringBuilder names = new StringBuilder();
            var properties = Workspace.WEBSITE.node(session, page).orElseThrow().getProperties();
            while (properties.hasNext()) {
                names.append(properties.nextProperty().getName()).append(' ');
            }
            return names.toString();
        });
        assertThat(found)
                .contains("title")
                .doesNotContain("etat", "auteur", "surLeSite", "bocage:revision ", "ModifiedBy");
    }
}
