package org.bocage.editorial.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are made, renamed, moved and put in order; their old addresses lead on; one looks at them as somebody else. */
class PageTreeTests {

    private static final String PAGE = "portail:pages/page";

    @TempDir
    static Path home;

    private static Portal portal;
    private static PageAuthor salariee;
    private static PageAuthor ca;

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

    private static HttpResponse<String> visit(String path) {
        return new Browser(portal.port()).get(path);
    }

    private static String created(PageAuthor who, String title, String above) {
        HttpResponse<String> made = who.tree("creer", Map.of("titre", title, "gabarit", PAGE, "sous", above));
        assertThat(made.statusCode()).isEqualTo(302);
        String address = made.headers().firstValue("Location").orElseThrow();
        return address.substring(address.indexOf("/espace/pages") + "/espace/pages".length(), address.indexOf('?'));
    }

    private static String published(String title, String above) {
        String page = created(salariee, title, above);
        salariee.addText(page, title, "<p>Bonjour</p>");
        assertThat(salariee.act(page, "publier", Map.of()).statusCode()).isEqualTo(302);
        return page;
    }

    private static HttpResponse<String> place(PageAuthor who, String page, String name, String above) {
        String revision = who.revision(page);
        return who.tree("placer", Map.of("page", page, "nom", name, "sous", above, "revision", revision));
    }

    @Test
    void UX_25_a_renamed_page_is_at_once_at_its_new_address_with_its_pages_and_the_old_ones_lead_there() {
        String page = published("La ruche", "/");
        String below = published("Le miel", page);
        assertThat(below).isEqualTo("/la-ruche/le-miel");

        assertThat(place(salariee, page, "abeilles", "/contact").statusCode()).isEqualTo(302);

        assertThat(visit("/contact/abeilles").statusCode()).isEqualTo(200);
        assertThat(visit("/contact/abeilles/le-miel").body()).contains("Le miel");
        HttpResponse<String> old = visit("/la-ruche/le-miel?a=1");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(old.headers().firstValue("Location")).contains("/contact/abeilles/le-miel?a=1");
        assertThat(visit("/la-ruche").headers().firstValue("Location")).contains("/contact/abeilles");
        assertThat(visit("/la-ruche/rien").statusCode()).isEqualTo(404);
        salariee.addText("/contact/abeilles", "Suite", "<p>Après</p>");
        salariee.act("/contact/abeilles", "publier", Map.of());
        assertThat(visit("/contact/abeilles").body()).contains("Suite");
        assertThat(visit("/contact/abeilles/le-miel").statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_that_cannot_be_is_refused_in_words_and_what_was_typed_stays() {
        String page = published("Le verger", "/");
        assertThat(PageAuthor.refusal(place(salariee, page, "Été !", "/"))).contains("L’adresse s’écrit en minuscules");
        assertThat(PageAuthor.refusal(place(salariee, page, "espace", "/"))).contains("quelques mots sont réservés");
        HttpResponse<String> taken = place(salariee, page, "contact", "/");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(PageAuthor.refusal(taken)).contains("Il y a déjà une page à cette adresse");
        assertThat(place(salariee, "/actualites/actu", "info", "/actualites").statusCode())
                .isEqualTo(422);
        assertThat(PageAuthor.refusal(place(salariee, "/actualites", "infos", "/")))
                .contains("sa place et son adresse ne changent pas");
        HttpResponse<String> untitled =
                salariee.tree("creer", Map.of("titre", " ", "gabarit", PAGE, "sous", "/", "nom", "gardee"));
        assertThat(untitled.statusCode()).isEqualTo(422);
        assertThat(Browser.page(untitled).select("#nom").attr("value")).isEqualTo("gardee");
        assertThat(salariee.tree("creer", Map.of("titre", "x", "gabarit", "portail:pages/robots", "sous", "/"))
                        .statusCode())
                .as("a template that the site does not offer")
                .isEqualTo(422);
    }

    @Test
    void what_visitors_read_is_moved_by_reviewers_alone_and_a_draft_by_whoever_writes_pages() {
        String online = published("En ligne", "/");
        assertThat(place(ca, online, "ailleurs", "/").statusCode()).isEqualTo(403);
        String draft = created(ca, "Brouillon du CA", "/");
        assertThat(place(ca, draft, "autre-nom", "/").statusCode()).isEqualTo(302);
        assertThat(ca.open("/autre-nom").title()).contains("Brouillon du CA");
    }

    @Test
    void pages_keep_the_order_one_gives_them_on_line_too() {
        String first = published("Un", "/contact");
        String second = published("Deux", "/contact");
        salariee.tree("monter", Map.of("page", second));
        assertThat(order("/contact")).containsSubsequence("deux", "un");
        salariee.tree("descendre", Map.of("page", second));
        assertThat(order("/contact")).containsSubsequence("un", "deux");
        assertThat(first).isEqualTo("/contact/un");
    }

    @Test
    void an_imported_page_that_is_moved_can_be_gone_back_to_as_it_was_imported() {
        salariee.tree("monter", Map.of("page", "/reseau"));

        List<Revision> revisions = portal.context()
                .getBean(Stores.class)
                .author()
                .read(Identity.SYSTEM, session -> {
                    String id = Workspace.WEBSITE
                            .node(session, "/reseau")
                            .orElseThrow()
                            .getIdentifier();
                    return Revisions.of(session, id);
                });

        assertThat(revisions).extracting(Revision::number).containsExactly(1L, 0L);
        assertThat(revisions.get(1).snapshot()).contains("title:").doesNotContain("jcr:primaryType: mgnl:page\n    ");
        salariee.tree("descendre", Map.of("page", "/reseau"));
    }

    private static List<String> order(String page) {
        return portal.context().getBean(Stores.class).published().read(Identity.SYSTEM, session -> {
            List<String> names = new ArrayList<>();
            for (var below : Pages.below(Workspace.WEBSITE.node(session, page).orElseThrow())) {
                names.add(below.getName());
            }
            return names;
        });
    }

    @Test
    void a_page_leaves_the_site_after_those_below_it_and_is_removed_after_that() {
        String page = published("Saison", "/");
        String below = published("Hiver", page);
        assertThat(PageAuthor.refusal(salariee.act(page, "archiver", Map.of())))
                .contains("Des pages sont en ligne dessous");
        assertThat(salariee.act(below, "archiver", Map.of()).statusCode()).isEqualTo(302);
        assertThat(visit(below).statusCode()).isEqualTo(404);
        String revision = salariee.revision(page);
        assertThat(PageAuthor.refusal(salariee.tree("supprimer", Map.of("page", page, "revision", revision))))
                .contains("est en ligne");
        String archived = salariee.revision(below);
        assertThat(salariee.tree("supprimer", Map.of("page", below, "revision", archived))
                        .statusCode())
                .isEqualTo(302);
        assertThat(salariee.browser().get("/espace/pages" + below).statusCode()).isEqualTo(404);

        Document trash = salariee.browser().read("/espace/corbeille");
        Element line = trash.select("main li:has(form)").first();
        assertThat(line).isNotNull();
        Element form = Objects.requireNonNull(Objects.requireNonNull(line).selectFirst("form"));
        assertThat(line.text()).contains("Pages");
        HttpResponse<String> out = salariee.browser()
                .post(
                        form.attr("action"),
                        Map.of("_csrf", form.select("[name=_csrf]").val(), "action", "restaurer"));
        assertThat(out.headers().firstValue("Location").orElse("")).contains("/espace/pages" + below);
        assertThat(salariee.browser().get("/espace/pages" + below).statusCode())
                .as("where it was")
                .isEqualTo(200);
    }

    @Test
    void nothing_is_published_below_a_page_that_is_not_on_line() {
        String above = created(salariee, "Pas encore", "/");
        String page = created(salariee, "Dessous", above);
        salariee.addText(page, "Mot", "<p>x</p>");
        assertThat(PageAuthor.refusal(salariee.act(page, "publier", Map.of()))).contains("publiez-la d’abord");
    }

    @Test
    void a_draft_is_seen_as_each_audience_will_see_it_and_changes_nothing_on_line() {
        String page = published("Vue", "/");
        salariee.addText(page, "Bientôt là", "<p>Demain</p>");
        for (String who : List.of("public", "adherents", "ca")) {
            HttpResponse<String> seen = salariee.browser().get("/espace/pages" + page + "?comme=" + who);
            assertThat(seen.body()).contains("Bientôt là").doesNotContain("cms:area");
        }
        assertThat(salariee.browser()
                        .get("/espace/pages" + page + "?comme=tous")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visit(page).body()).doesNotContain("Bientôt là");
    }

    @Test
    void a_link_shows_the_draft_to_somebody_without_an_account_for_seven_days_and_to_nobody_who_made_it_up() {
        String page = created(ca, "À montrer", "/");
        ca.addText(page, "Regardez", "<p>Ceci</p>");
        String path = shared(page);
        HttpResponse<String> seen = visit(path);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).contains("Regardez");
        assertThat(seen.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(visit(page).statusCode()).isEqualTo(404);

        char last = path.charAt(path.length() - 2);
        String forged =
                path.substring(0, path.length() - 2) + (last == 'A' ? 'B' : 'A') + path.charAt(path.length() - 1);
        for (String lost : List.of(forged, "/apercu/rien")) {
            HttpResponse<String> answer = visit(lost);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Ce lien ne montre plus rien");
        }
        assertThat(visit(path + "/dam/jcr:00000000-0000-0000-0000-000000000000/x.png")
                        .statusCode())
                .isEqualTo(404);
        ShareLinks links = portal.context().getBean(ShareLinks.class);
        Instant now = Instant.now();
        String token = path.substring("/apercu/".length());
        assertThat(links.page(token, now.plus(Duration.ofDays(6)))).isPresent();
        assertThat(links.page(token, now.plus(Duration.ofDays(8)))).isEmpty();
    }

    @Test
    void whoever_reviews_a_page_reads_what_it_changes_of_the_one_on_line() {
        String page = created(salariee, "Le pré commun", "/");
        String kept = salariee.addText(page, "Ouvert le samedi", "<p>De dix heures à midi</p>");
        String gone = salariee.addText(page, "Bientôt fini", "<p>Au revoir</p>");
        salariee.act(page, "publier", Map.of());
        assertThat(salariee.open(page).select("a[href$=changements=]"))
                .as("nothing changed yet")
                .isEmpty();

        salariee.write(page, salariee.form(page, kept), Map.of("titre", "Ouvert le dimanche"));
        salariee.act(page, "supprimer", Map.of("noeud", gone));
        salariee.addText(page, "Tout neuf", "<p>Bonjour</p>");

        String address = salariee.open(page).select("a[href$=changements=]").attr("href");
        Document changes = salariee.browser().read(address);
        assertThat(changes.select(".changements > li > p").eachText())
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).startsWith("Modifié"),
                        one -> assertThat(one).startsWith("Ajouté").contains("Tout neuf"),
                        one -> assertThat(one).startsWith("Retiré").contains("Bientôt fini"));
        assertThat(changes.select(".changements del").text()).contains("samedi");
        assertThat(changes.select(".changements ins").text()).contains("dimanche");
    }

    @Test
    void a_component_is_taken_on_one_page_and_a_copy_of_it_put_on_another() {
        String from = created(salariee, "Le modèle", "/");
        String key = salariee.addText(from, "Horaires", "<p>De dix heures à midi</p>");
        String to = created(salariee, "La copie", "/");
        String area = "website:" + to + "/contenu";
        String add = "/espace/pages" + to + "?ajouter=" + PageAuthor.encoded(area);
        assertThat(salariee.browser().read(add).text()).doesNotContain("Coller");

        assertThat(salariee.act(from, "prendre", Map.of("noeud", key)).statusCode())
                .isEqualTo(302);
        assertThat(salariee.browser().read(add).text()).contains("Coller ce que vous avez copié", "Horaires");
        assertThat(salariee.act(to, "coller", Map.of("noeud", area)).statusCode())
                .isEqualTo(302);

        assertThat(salariee.bricks(to)).singleElement().asString().contains("Horaires");
        assertThat(salariee.bricks(from)).hasSize(1);
        assertThat(PageAuthor.refusal(ca.act(created(ca, "À elle", "/"), "coller", Map.of("noeud", area))))
                .as("what somebody else took is not hers to put")
                .isNotEmpty();
    }

    @Test
    void a_link_that_was_given_is_taken_back_and_another_one_may_be_given() {
        String page = created(ca, "À ne plus montrer", "/");
        String given = shared(page);
        assertThat(visit(given).statusCode()).isEqualTo(200);
        String csrf =
                ca.browser().read("/espace/pages" + page).select("[name=_csrf]").val();

        HttpResponse<String> taken =
                ca.browser().post("/espace/pages" + page, Map.of("_csrf", csrf, "geste", "ne-plus-montrer"));

        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(visit(given).statusCode()).isEqualTo(404);
        assertThat(visit(shared(page)).statusCode()).isEqualTo(200);
    }

    private String shared(String page) {
        String link = ca.browser()
                .read("/espace/pages" + page + "?partager=")
                .select("#lien-partage")
                .attr("value");
        return link.substring(link.indexOf("/apercu/"));
    }
}
