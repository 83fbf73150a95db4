package org.bocage.portal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A new portal becomes somebody's: from the link in the console to the opening, by the screens alone. */
@ExtendWith(OutputCaptureExtension.class)
class SetupTests {

    private static final String PASSWORD = "une phrase assez longue";
    private static final String ASSOCIATION = "/espace/reglages/association";
    private static final String OPENING = "/espace/installer";
    private static final String TEXTS = "/espace/installer/textes";
    private static final String NOTICE = ".ribbon";

    @TempDir
    Path home;

    private Portal portal;
    private String link = "";
    private Browser admin;

    @BeforeEach
    void start(CapturedOutput output) {
        int before = output.getOut().length();
        portal = Portal.startNobodys(home.resolve("data"));
        String said = output.getOut().substring(before);
        link = said.substring(said.indexOf("/connexion/premier-compte?jeton="))
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
        admin = new Browser(portal.port());
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private HttpResponse<String> createAccount(Browser browser) {
        return browser.submit(
                browser.get(link),
                Map.of("titre", "Camille Le Gall", "courriel", "camille@reseau.invalid", "password", PASSWORD));
    }

    private HttpResponse<String> nameAssociation(String name) {
        return admin.submit(admin.get(ASSOCIATION), Map.of("nomSite", name, "contactCourriel", "ici@reseau.invalid"));
    }

    private HttpResponse<String> open(String start) {
        List<String> fields = new ArrayList<>(List.of("contenu=" + start));
        admin.read(OPENING).select("input[name=rubrique]").forEach(one -> fields.add("rubrique=" + one.val()));
        return send(OPENING, fields);
    }

    private HttpResponse<String> send(String address, List<String> fields) {
        byte[] body = String.join("&", fields).getBytes(StandardCharsets.UTF_8);
        return admin.call("POST", address, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
    }

    private static List<String> steps(Document page) {
        return page.select(".chemin__pas a").stream()
                .map(one -> one.attr("href"))
                .toList();
    }

    private String notice() {
        return new Browser(portal.port()).read("/").select(NOTICE).text();
    }

    @Test
    void the_link_makes_one_account_signs_it_in_and_then_says_that_it_is_used_up() {
        assertThat(notice()).contains("Installer le portail");

        HttpResponse<String> wrong = admin.get(link + "x");
        assertThat(wrong.statusCode()).isEqualTo(410);
        assertThat(Browser.page(wrong).text()).contains("Un nouveau lien est écrit dans la console");

        assertThat(path(createAccount(admin))).isEqualTo("/espace");
        assertThat(admin.read("/espace").select(".chemin").text()).contains("Installer le portail", "Commencer");

        Browser second = new Browser(portal.port());
        HttpResponse<String> late = second.get(link);
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(Browser.page(late).text()).contains("Il ne servait qu’une fois");
        assertThat(Browser.page(late).select("main a").eachAttr("href")).containsExactly("/connexion");
        assertThat(second.signIn("camille@reseau.invalid", PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_steps_follow_one_another_and_what_is_kept_stays_when_somebody_leaves_in_the_middle() {
        createAccount(admin);
        Document week = admin.read("/espace");
        List<String> steps = steps(week);
        assertThat(steps).hasSizeGreaterThanOrEqualTo(5).startsWith(ASSOCIATION).endsWith(OPENING);
        assertThat(week.select(".chemin__suite a").attr("href")).isEqualTo(ASSOCIATION);
        for (int at = 0; at < steps.size(); at++) {
            Document step = admin.read(steps.get(at));
            assertThat(step.select(".chemin [aria-current=step]").attr("href")).isEqualTo(steps.get(at));
            assertThat(step.select(".chemin__suite a").eachAttr("href"))
                    .isEqualTo(at + 1 < steps.size() ? List.of(steps.get(at + 1)) : List.of());
        }

        assertThat(nameAssociation("Les Trois Fontaines").statusCode()).isEqualTo(302);
        Browser later = new Browser(portal.port());
        later.signIn("camille@reseau.invalid", PASSWORD);
        Document again = later.read("/espace");
        assertThat(again.select(".chemin__fait").text()).contains("L’association");
        assertThat(again.select(".chemin__suite a").attr("href")).isEqualTo(steps.get(1));
        assertThat(later.read("/espace/actus").select(".chemin")).isEmpty();
    }

    @Test
    void a_screen_that_belongs_to_a_step_keeps_the_way_and_a_step_that_was_passed_is_not_asked_again() {
        createAccount(admin);
        nameAssociation("Les Trois Fontaines");
        for (String screen : List.of("/espace/reglages/logo", "/espace/reglages/paysage", "/espace/comptes")) {
            assertThat(admin.read(screen).select(".chemin [aria-current=step]"))
                    .as(screen)
                    .hasSize(1);
        }

        HttpResponse<String> invited = admin.submit(
                admin.get("/espace/comptes/inviter"),
                Map.of("titre", "Léon Marguet", "courriel", "leon@reseau.invalid", "role", "ca"));
        Document accounts = admin.read(path(invited));
        assertThat(accounts.select(".annonce a").attr("href"))
                .as("no mail leaves: the link is there")
                .isEqualTo("/espace/courriers");
        assertThat(accounts.select("main").text())
                .contains("invitation à transmettre")
                .doesNotContain("invitation envoyée");
        assertThat(accounts.select(".chemin__suite a").attr("href")).isEqualTo(OPENING);
        assertThat(admin.read("/espace").select(".chemin__suite a").attr("href"))
                .as("what was passed before is in « Ma semaine »")
                .isEqualTo(OPENING);
    }

    @Test
    void the_named_association_has_its_entry_and_its_first_news_is_taken() {
        createAccount(admin);
        nameAssociation("Les Trois Fontaines");

        assertThat(new Browser(portal.port())
                        .read("/reseau/acteurs/les-trois-fontaines")
                        .select("h1")
                        .text())
                .isEqualTo("Les Trois Fontaines");
        nameAssociation("Les Quatre Fontaines");
        assertThat(admin.read("/espace/acteurs").select("main").text())
                .contains("Les Trois Fontaines")
                .doesNotContain("Les Quatre Fontaines");

        Document form = admin.read("/espace/actus/nouveau");
        Element structure = form.selectFirst("[name=contactStructure] option[selected]");
        assertThat(structure).isNotNull();
        assertThat(structure.text()).isEqualTo("Les Trois Fontaines");
    }

    @Test
    void the_portal_opens_once_with_the_rubriques_that_were_kept() {
        createAccount(admin);
        nameAssociation("Les Trois Fontaines");
        Document page = admin.read(OPENING);
        List<Element> rubriques = page.select("input[name=rubrique]");
        assertThat(rubriques).hasSizeGreaterThan(3).allMatch(one -> one.hasAttr("checked"));
        String gone = rubriques.get(2).val();
        String left = page.select("label:has(input[value=" + gone + "])").text();

        HttpResponse<String> nothing = send(OPENING, List.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(Browser.page(nothing).select(".bilan").text())
                .contains("Dites avec quoi commencer.", "Gardez au moins une rubrique dans le menu.");

        List<String> fields = new ArrayList<>(List.of("contenu=textes"));
        rubriques.stream().filter(one -> !one.val().equals(gone)).forEach(one -> fields.add("rubrique=" + one.val()));
        assertThat(path(send(OPENING, fields))).isEqualTo("/espace?fait=installe");

        Document site = new Browser(portal.port()).read("/");
        assertThat(site.select(NOTICE)).isEmpty();
        assertThat(Browser.plain(site.select("nav.menu").text())).doesNotContain(left);
        assertThat(admin.read("/espace").select(".chemin")).isEmpty();
        HttpResponse<String> twice = open("textes");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(Browser.page(twice).text()).contains("Le portail est déjà ouvert.");
    }

    @Test
    void the_checklist_of_the_administrator_empties_as_things_are_done() {
        createAccount(admin);
        open("textes");

        Document week = admin.read("/espace");
        assertThat(week.text()).doesNotContain("tout est à jour");
        assertThat(week.select("#installation").text()).isNotEmpty();
        assertThat(todo(week))
                .contains(
                        "Dire qui vous êtes",
                        "Régler le serveur de mail",
                        "Inviter quelqu’un",
                        "Choisir votre territoire",
                        "Compléter les mentions légales");
        assertThat(todo(week)).anyMatch(line -> line.startsWith("Réécrire « Accueil"));

        nameAssociation("Les Trois Fontaines");
        assertThat(todo(admin.read("/espace"))).doesNotContain("Dire qui vous êtes", "Donner un moyen de vous joindre");

        Document texts = admin.read(TEXTS);
        int pages = texts.select("input[name=page]").size();
        assertThat(pages).isGreaterThan(4);
        String first = texts.select("input[name=page]").val();
        assertThat(admin.read("/espace/pages" + first).select(".mot").text()).contains("texte");
        assertThat(path(send(TEXTS, List.of("page=" + first)))).isEqualTo(TEXTS + "?fait=texte-garde");
        assertThat(admin.read(TEXTS).select("input[name=page]")).hasSize(pages - 1);
        assertThat(send(TEXTS, List.of("page=" + first)).statusCode()).isEqualTo(404);
        for (Element one : admin.read(TEXTS).select("input[name=page]")) {
            send(TEXTS, List.of("page=" + one.val()));
        }
        assertThat(admin.read(TEXTS).text()).contains("Plus aucun texte de départ");
        assertThat(todo(admin.read("/espace"))).noneMatch(line -> line.startsWith("Réécrire"));
    }

    private static List<String> todo(Document week) {
        return week.select("section[aria-labelledby=installation] h3").stream()
                .map(one -> Browser.plain(one.text()))
                .toList();
    }

    @Test
    void a_portal_opened_with_empty_pages_has_no_starting_text_on_line() {
        createAccount(admin);
        String before = new Browser(portal.port())
                .read("/le-pole/presentation")
                .select("main")
                .text();
        assertThat(before).contains("On relie celles et ceux");

        assertThat(path(open("vide"))).isEqualTo("/espace?fait=installe");

        Document page = new Browser(portal.port()).read("/le-pole/presentation");
        assertThat(page.select("h1").text()).isEqualTo("Qui sommes-nous ?");
        assertThat(page.select("main").text()).doesNotContain("On relie celles et ceux");
    }

    @Test
    void a_portal_opened_with_the_demo_shows_it_under_its_own_name_until_it_is_taken_away() {
        createAccount(admin);
        nameAssociation("Les Trois Fontaines");

        assertThat(path(open("demo"))).isEqualTo("/espace?fait=installe");

        Browser visitor = new Browser(portal.port());
        Document agenda = visitor.read("/agenda");
        assertThat(agenda.select(".logo-name").text()).isEqualTo("Les Trois Fontaines");
        assertThat(visitor.read("/reseau/acteurs").select("main").text()).containsIgnoringCase("mains vertes");
        send("/espace/reglages/demonstration", List.of("oui=oui"));
        assertThat(visitor.read("/reseau/acteurs").select("main").text()).doesNotContainIgnoringCase("mains vertes");
        assertThat(visitor.read("/").select(".logo-name").text()).isEqualTo("Les Trois Fontaines");
    }
}
