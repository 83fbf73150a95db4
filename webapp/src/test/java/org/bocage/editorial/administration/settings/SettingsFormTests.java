package org.bocage.editorial.administration.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.SessionWork;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** « Réglages › L’association », as those who review fill it in. */
class SettingsFormTests {

    private static final String ADDRESS = "/espace/reglages/association";
    private static final String HOME = "/espace/pages/accueil";
    private static final String HOME_FORM = HOME + "?fiche=website%3A%2Faccueil";

    @TempDir
    static Path home;

    private static Portal portal;

    private Browser salariee;
    private Browser visitor;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void open() {
        salariee = Browser.signedIn(portal.port(), "salariee");
        visitor = new Browser(portal.port());
        author(session -> {
            if (session.nodeExists("/website/accueil/reglages")) {
                session.getNode("/website/accueil/reglages").remove();
            }
        });
    }

    private static void author(SessionWork work) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, work);
    }

    private static Map<String, String> fields(Document page, String form) {
        Element shown = Objects.requireNonNull(page.selectFirst(form));
        Map<String, String> fields = new LinkedHashMap<>();
        shown.select("input[name]:not([type=file]), textarea[name], select[name]").stream()
                .filter(field -> !field.is("[type=checkbox]:not([checked]), [type=radio]:not([checked])"))
                .forEach(field -> fields.put(field.attr("name"), value(field)));
        return fields;
    }

    private static String value(Element field) {
        return switch (field.tagName()) {
            case "select" -> field.select("option[selected]").attr("value");
            case "textarea" -> field.wholeText();
            default -> field.val();
        };
    }

    private static String value(Document page, String name) {
        return value(Objects.requireNonNull(page.selectFirst("main form.ecrire [name=" + name + "]")));
    }

    private static HttpResponse<String> send(Browser browser, Document page, Map<String, String> typed) {
        Map<String, String> fields = fields(page, "main form.ecrire");
        fields.putAll(typed);
        return browser.post(ADDRESS, fields);
    }

    private HttpResponse<String> send(Map<String, String> typed) {
        return send(salariee, salariee.read(ADDRESS), typed);
    }

    private static String text(HttpResponse<String> answer) {
        return Browser.plain(Browser.page(answer).select("main").text());
    }

    @Test
    void a_kept_name_is_on_line_at_once_on_every_page_while_a_draft_of_the_home_page_waits() {
        Map<String, String> draft = fields(salariee.read(HOME_FORM), "#fiche");
        draft.put("texte", "Ce texte attend encore qu’on le publie.");
        assertThat(salariee.post(HOME, draft).statusCode()).isEqualTo(200);

        HttpResponse<String> kept = send(Map.of(
                "nomSite", "Réseau des Trois Fontaines",
                "nomCourt", "R3F",
                "nature", "reseau",
                "contactTelephone", "02 61 91 55 33",
                "contactCourriel", "ici@fontaines.example",
                "ouverture", "Le jeudi, de dix heures à midi"));
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(salariee.read(ADDRESS + "?fait=reglages-gardes")
                        .select(".annonce")
                        .text())
                .contains("C’est enregistré, et déjà sur le site.");

        for (String address : List.of("/", "/contact", "/agenda", "/le-pole/missions", "/nulle-part")) {
            Document page = Browser.page(visitor.get(address));
            assertThat(page.select(".logo-name").text()).as(address).isEqualTo("Réseau des Trois Fontaines");
            assertThat(page.select(".footer-about").text())
                    .as(address)
                    .contains("Réseau des Trois Fontaines", "Réseau d’associations et d’entreprises");
            assertThat(page.select("footer a[href='tel:+33261915533']"))
                    .as(address)
                    .isNotEmpty();
            assertThat(page.html()).as(address).doesNotContain("Deux Vallons</span>", "02 61 91 00 00");
        }
        assertThat(visitor.read("/contact").select(".whereabouts").text())
                .contains("Le jeudi, de dix heures à midi")
                .contains("1 place du Four");
        assertThat(visitor.get("/.well-known/security.txt").body()).contains("mailto:ici@fontaines.example");
        assertThat(visitor.get("/actualites/atom.xml").body()).contains("Réseau des Trois Fontaines");
        assertThat(salariee.read("/espace").select(".maison__nom").text()).isEqualTo("Réseau des Trois Fontaines");
        assertThat(visitor.get("/").body()).doesNotContain("attend encore");

        Map<String, String> published = fields(salariee.read(HOME), "form:has([value=publier])");
        assertThat(salariee.post(HOME, published).statusCode()).isEqualTo(302);
        Document after = visitor.read("/");
        assertThat(after.text()).contains("attend encore");
        assertThat(after.select(".logo-name").text()).isEqualTo("Réseau des Trois Fontaines");
    }

    @Test
    void what_stood_on_the_pages_before_is_shown_and_only_what_changes_is_kept() {
        Document screen = salariee.read(ADDRESS);
        assertThat(value(screen, "nomSite")).isEqualTo("Pôle ESS des Deux Vallons");
        assertThat(value(screen, "contactTelephone")).isEqualTo("02 61 91 00 00");
        assertThat(value(screen, "adresse")).contains("1 place du Four");
        assertThat(screen.select("[name=structure] option[selected]").text()).contains("Deux Vallons");

        assertThat(send(Map.of("baseline", "On sème, on partage.")).statusCode())
                .isEqualTo(302);
        author(session -> {
            var node = session.getNode("/website/accueil/reglages");
            assertThat(node.getProperty("baseline").getString()).isEqualTo("On sème, on partage.");
            assertThat(node.hasProperty("nomSite")).isFalse();
            assertThat(node.getProperty("mgnl:lastModifiedBy").getString()).isEqualTo("salariee");
        });
        assertThat(visitor.read("/").select(".footer-about").text()).contains("On sème, on partage.");
    }

    @Test
    void what_is_emptied_stays_empty_though_a_page_said_it_before() {
        assertThat(send(Map.of("contactTelephone", "", "contactPrenom", "", "adresse", ""))
                        .statusCode())
                .isEqualTo(302);

        Document contact = visitor.read("/contact");
        assertThat(contact.select("a[href^=tel:]")).isEmpty();
        assertThat(contact.select(".whereabouts").text()).doesNotContain("Noor", "place du Four");
        assertThat(value(salariee.read(ADDRESS), "contactTelephone")).isEmpty();
        assertThat(send(Map.of("baseline", "Autrement.")).statusCode()).isEqualTo(302);
        assertThat(visitor.read("/contact").select("a[href^=tel:]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nomSite, '', 0, Il manque le nom.",
        "nomSite, n, 61, 60 caractères",
        "nomCourt, n, 21, 20 caractères",
        "contactCourriel, bonjour@, 0, Cette adresse mail semble incomplète.",
        "contactCourriel, deux@exemple.fr trois@exemple.fr, 0, Cette adresse mail semble incomplète.",
        "contactTelephone, 02 61, 0, Dix chiffres",
        "adresse, n, 301, 300 caractères",
        "venir, n, 601, 600 caractères",
        "nature, nuage, 0, ''",
        "structure, b0ca0004-0000-4000-8000-00000000dead, 0, ''"
    })
    void what_cannot_be_is_told_by_its_field_and_stays_in_the_form(
            String field, String typed, int times, String sentence) {
        String value = times > 0 ? typed.repeat(times) : typed;
        HttpResponse<String> refused = send(Map.of(field, value, "baseline", "Une autre devise"));

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Browser.page(refused);
        assertThat(Browser.plain(page.select("#champ-" + field + "-erreur").text()))
                .isNotEmpty()
                .contains(sentence);
        assertThat(value(page, field)).isEqualTo(value);
        assertThat(value(page, "baseline")).isEqualTo("Une autre devise");
        assertThat(page.select("details:has(#champ-" + field + "-erreur):not([open])"))
                .isEmpty();
        assertThat(visitor.read("/").select(".footer-about").text())
                .contains("Pôle ESS des Deux Vallons")
                .doesNotContain("Une autre devise");
    }

    @Test
    void two_people_at_once_keep_both_their_changes_and_choose_where_they_changed_the_same() {
        Browser admin = Browser.signedIn(portal.port(), "admin");
        Document hers = salariee.read(ADDRESS);
        Document his = admin.read(ADDRESS);
        assertThat(send(salariee, hers, Map.of("contactTelephone", "02 61 91 55 01"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(send(admin, his, Map.of("contactPrenom", "Youna")).statusCode())
                .as("another field")
                .isEqualTo(302);
        Document both = salariee.read(ADDRESS);
        assertThat(value(both, "contactTelephone")).isEqualTo("02 61 91 55 01");
        assertThat(value(both, "contactPrenom")).isEqualTo("Youna");

        Document now = admin.read(ADDRESS);
        assertThat(send(salariee, both, Map.of("contactTelephone", "02 61 91 55 02"))
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> asked = send(admin, now, Map.of("contactTelephone", "02 61 91 55 03"));
        assertThat(asked.statusCode()).isEqualTo(409);
        Document choice = Browser.page(asked);
        assertThat(choice.select(".conflit legend").eachText()).containsExactly("Téléphone");
        assertThat(text(asked)).contains("Vous étiez deux à écrire", "02 61 91 55 02", "02 61 91 55 03");

        assertThat(send(admin, choice, Map.of("conflit.contactTelephone", "theirs"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(value(admin.read(ADDRESS), "contactTelephone")).isEqualTo("02 61 91 55 02");
    }

    @Test
    void it_is_for_those_who_review_and_asks_for_the_token_of_its_form() {
        Map<String, String> typed = fields(salariee.read(ADDRESS), "main form.ecrire");
        typed.put("nomSite", "Pris");
        Browser board = Browser.signedIn(portal.port(), "ca");
        assertThat(board.get(ADDRESS).statusCode()).isEqualTo(403);
        Map<String, String> theirs = new LinkedHashMap<>(typed);
        theirs.put(
                "_csrf",
                Objects.requireNonNull(board.read("/espace/compte").selectFirst("input[name=_csrf]"))
                        .val());
        assertThat(board.post(ADDRESS, theirs).statusCode()).isEqualTo(403);
        typed.remove("_csrf");
        assertThat(salariee.post(ADDRESS, typed).statusCode()).isEqualTo(403);
        assertThat(salariee.get("/espace/reglages/nuages").statusCode()).isEqualTo(404);
        assertThat(salariee.read("/espace/reglages").select("main a[href='" + ADDRESS + "']"))
                .hasSize(1);
        assertThat(visitor.read("/").select(".logo-name").text()).isEqualTo("Pôle ESS des Deux Vallons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accueil", "contact"})
    void the_pages_that_said_it_before_say_where_it_is_now(String page) {
        Document form = salariee.read("/espace/pages/" + page + "?fiche=website%3A%2F" + page);
        assertThat(form.select("#fiche [name=nomSite], #fiche [name=contactTelephone], #fiche [name=adresse]"))
                .isEmpty();
        assertThat(form.select("#fiche .champ--fixe a").eachAttr("href")).containsExactly(ADDRESS);
    }

    @Test
    void a_fiche_that_is_gone_keeps_nobody_from_saving(@TempDir Path nobodys) {
        try (Portal other = Portal.startEmpty(nobodys.resolve("data"))) {
            Stores stores = other.context().getBean(Stores.class);
            stores.author()
                    .update(
                            Identity.SYSTEM,
                            session -> session.getNode("/website/accueil")
                                    .setProperty("structure", "b0ca0004-0000-4000-8000-000000000000"));
            Browser browser = Browser.signedIn(other.port(), "salariee");
            Map<String, String> page = fields(browser.read(HOME_FORM), "#fiche");
            page.put("phrase", "Bonjour par ici.");
            assertThat(browser.post(HOME, page).statusCode()).isEqualTo(200);
            assertThat(send(browser, browser.read(ADDRESS), Map.of("nomSite", "Les Semeuses"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(new Browser(other.port()).read("/").select(".logo-name").text())
                    .isEqualTo("Les Semeuses");
        }
    }

    @Test
    void the_site_has_the_word_of_the_kind_for_the_association_at_once_else_that_of_its_name() {
        assertThat(tabs()).contains("Le pôle");

        send(Map.of("nature", "collectif"));
        assertThat(tabs()).contains("Le collectif").doesNotContain("pôle");
        assertThat(Browser.plain(visitor.read("/le-pole/equipe").text())).doesNotContain("du pôle dans");
        assertThat(salariee.read("/espace/actus/nouveau").select("form.ecrire").text())
                .contains("Du collectif")
                .doesNotContain("du pôle");

        send(Map.of("nature", "", "nomSite", "Fédération des haies"));
        assertThat(tabs()).contains("La fédération");

        send(Map.of("nature", "", "nomSite", "Les haies d’ici"));
        assertThat(tabs()).contains("L’association");
        assertThat(Browser.plain(visitor.get("/actualites/atom.xml").body())).doesNotContain("du pôle et");

        send(Map.of("nature", "", "nomSite", "Les Pôles d’ici"));
        assertThat(tabs()).contains("L’association");

        send(Map.of("nature", "pole"));
        assertThat(tabs()).contains("Le pôle");
    }

    private String tabs() {
        return visitor.read("/actualites").select("nav.tabs, .tabs").text();
    }
}
