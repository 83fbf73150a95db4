package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What an item was, its old addresses, and what becomes of one that nobody wants any more. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class HistoryAndTrashTests {

    private static final String TRENTE_CHAISES = "trente";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    private Browser noor;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @BeforeEach
    void open() {
        noor = signedIn("salariee");
    }

    @Test
    void the_history_tells_word_by_word_what_each_version_changed_and_leads_back_to_one() {
        String address = create("Soupe au four", "Venez samedi midi sur la place de l’église avec un bol.");
        send(
                address,
                Map.of(
                        "titre",
                        "Soupe au four",
                        "chapo",
                        "Venez samedi midi sur la place de l’église avec un bol et une cuillère."),
                "enregistrer");

        Document history = noor.read(address + "/historique");
        assertThat(history.select("ol.lignes li")).hasSize(2);
        Document second = noor.read(address + "/historique/2");
        assertThat(second.select("ins").text()).isEqualTo("et une cuillère");

        HttpResponse<String> back = noor.submit(noor.get(address + "/historique/1"), Map.of());
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(noor.read(address).select("[name=chapo]").text())
                .isEqualTo("Venez samedi midi sur la place de l’église avec un bol.");
        assertThat(noor.read(address + "/historique").select("ol.lignes li")).hasSize(3);
    }

    @Test
    void what_is_written_and_not_yet_on_line_is_shown_against_what_is() {
        String address = address(TRENTE_CHAISES);
        Document form = noor.read(address);
        send(
                address,
                Map.of(
                        "titre",
                        "Cent chaises",
                        "name",
                        form.select("[name=name]").val()),
                "enregistrer");

        Document history = noor.read(address + "/historique");

        assertThat(history.select("#attente").text()).isNotEmpty();
        assertThat(history.select(".version--apres ins").text()).contains("Cent");
        assertThat(history.select("ol.lignes li"))
                .as("what was imported, and what was saved")
                .hasSize(2);
        assertThat(noor.read(address + "/historique/1").select("ins").text()).isEqualTo("Cent");
    }

    @Test
    void going_back_is_for_those_who_may_write_it() {
        String address = address(TRENTE_CHAISES);
        send(
                address,
                Map.of("chapo", "Rien que pour l’équipe, qui le lit avant tout le monde ici.", "titre", "Réservé"),
                "enregistrer");
        Browser lea = signedIn("ca");

        assertThat(lea.get(address + "/historique/1").statusCode()).isEqualTo(200);
        assertThat(Browser.page(lea.get(address + "/historique/1")).select("main form[action*=historique]"))
                .isEmpty();
        assertThat(post(lea, address + "/historique/1", Map.of("revision", "1")).statusCode())
                .isEqualTo(403);
        assertThat(signedIn("adherent").get(address + "/historique").statusCode())
                .isEqualTo(404);
        assertThat(noor.get(address + "/historique/99").statusCode()).isEqualTo(404);
    }

    @Test
    void UX_25_an_item_that_gets_another_name_is_found_at_its_old_address_by_a_redirect() {
        Element row =
                Objects.requireNonNull(noor.read("/espace/acteurs?q=fournil").selectFirst("tbody a"));
        String address = row.attr("href");
        assertThat(noor.get("/reseau/acteurs/le-fournil-des-mots").statusCode()).isEqualTo(200);

        HttpResponse<String> saved = renamed(address, "le-grand-fournil");

        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
        assertThat(new Browser(port).get("/reseau/acteurs/le-grand-fournil").statusCode())
                .isEqualTo(200);
        HttpResponse<String> old = new Browser(port).get("/reseau/acteurs/le-fournil-des-mots");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(old.headers().firstValue("Location")).hasValue("/reseau/acteurs/le-grand-fournil");

        renamed(address, "le-fournil-des-mots");
        assertThat(new Browser(port).get("/reseau/acteurs/le-fournil-des-mots").statusCode())
                .as("its first name again")
                .isEqualTo(200);
        assertThat(new Browser(port).get("/reseau/acteurs/le-grand-fournil").statusCode())
                .isEqualTo(301);
    }

    @Test
    void UX_25_a_name_that_is_in_preparation_changes_no_address_until_it_is_on_line() {
        String address = Objects.requireNonNull(
                        noor.read("/espace/acteurs?q=fournil").selectFirst("tbody a"))
                .attr("href");

        assertThat(renamed(address, "le-fournil-d-hiver", "enregistrer").statusCode())
                .isEqualTo(302);

        assertThat(status("/reseau/acteurs/le-fournil-des-mots")).isEqualTo(200);
        assertThat(new Browser(port)
                        .read("/reseau/acteurs")
                        .select("a[href*=fournil]")
                        .eachAttr("href"))
                .containsOnly("/reseau/acteurs/le-fournil-des-mots");
        assertThat(status("/reseau/acteurs/le-fournil-d-hiver")).isEqualTo(404);

        renamed(address, "le-fournil-d-hiver", "publier");
        assertThat(status("/reseau/acteurs/le-fournil-d-hiver")).isEqualTo(200);
        assertThat(status("/reseau/acteurs/le-fournil-des-mots")).isEqualTo(301);
        renamed(address, "le-fournil-des-mots", "publier");
    }

    private int status(String path) {
        return new Browser(port).get(path).statusCode();
    }

    private HttpResponse<String> renamed(String address, String name) {
        return renamed(address, name, "publier");
    }

    private HttpResponse<String> renamed(String address, String name, String action) {
        HttpResponse<String> form = noor.get(address);
        Map<String, String> fields = new HashMap<>();
        for (Element field : Browser.page(form)
                .select(
                        "#ecrire :is(input[type=text], input[type=url], input[type=tel], input[type=email], input[type=number], input[type=date], input[type=datetime-local], textarea)")) {
            fields.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.val());
        }
        for (Element field : Browser.page(form).select("#ecrire :is([checked], option[selected])")) {
            Element named = field.is("option") ? Objects.requireNonNull(field.closest("select")) : field;
            fields.put(named.attr("name"), field.val());
        }
        fields.put("name", name);
        fields.put("action", action);
        return noor.submitParts(form, fields);
    }

    @Test
    void what_others_name_is_put_away_only_after_they_are_told() {
        String address = Objects.requireNonNull(
                        noor.read("/espace/acteurs?q=mains").selectFirst("tbody a"))
                .attr("href");

        HttpResponse<String> asked = post(noor, address + "/ranger", Map.of("action", "archiver", "revision", "0"));

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(Browser.page(asked).select(".bilan li a")).isNotEmpty();
        assertThat(new Browser(port)
                        .get("/reseau/acteurs/les-mains-vertes-du-haut")
                        .statusCode())
                .as("nothing is done yet")
                .isEqualTo(200);
        assertThat(noor.submit(asked, Map.of("confirme", "oui")).statusCode()).isEqualTo(302);
        assertThat(new Browser(port)
                        .get("/reseau/acteurs/les-mains-vertes-du-haut")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void words_about_what_somebody_threw_away_meanwhile_are_given_back() {
        String address = create(
                "Jetée pendant qu’on la relit", "Une autre personne y écrivait encore, sans savoir que c’était parti.");
        Document seen = noor.read(address);
        post(noor, address + "/ranger", Map.of("action", "jeter", "revision", "1"));

        HttpResponse<String> late = post(
                noor, address + "/commentaires", Map.of("texte", "Est-ce bien <à> 18 h ?", "champ", "", "jeton", ""));
        assertThat(seen.select("form[action$=commentaires]")).isNotEmpty();
        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(Browser.page(late).select(".bulle").eachText()).containsExactly("Est-ce bien <à> 18 h ?");

        String task = address.replace("/espace/", "/espace/taches/");
        HttpResponse<String> decided = post(
                noor,
                task,
                Map.of(
                        "decision",
                        "reprendre",
                        "commentaire",
                        "Trop long",
                        "remarque.titre",
                        "Plus court ?",
                        "revision",
                        "1"));
        assertThat(decided.statusCode()).isEqualTo(404);
        assertThat(Browser.page(decided).select(".bulle").eachText())
                .containsExactlyInAnyOrder("Trop long", "Plus court ?");
        assertThat(Browser.page(noor.get(task)).select(".bulle")).isEmpty();
        assertThat(Browser.page(decided).select("h1").text()).isEqualTo("Ce n’est plus à relire");
        assertThat(Browser.page(decided).select(".elan a").attr("href")).endsWith("/espace/taches");
    }

    @Test
    void a_draft_goes_to_the_trash_and_comes_out_as_it_was() {
        String address = create("À jeter", "Ou pas, si quelqu’un change d’avis d’ici la fin du mois prochain.");
        String id = address.substring(address.lastIndexOf('/') + 1);

        assertThat(post(noor, address + "/ranger", Map.of("action", "jeter", "revision", "1"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(noor.get(address).statusCode()).isEqualTo(404);
        assertThat(noor.read("/espace/actus?q=jeter").select("tbody tr")).isEmpty();
        assertThat(noor.read("/espace/corbeille").text()).contains("À jeter");
        assertThat(signedIn("contributeur").read("/espace/corbeille").text()).doesNotContain("À jeter");
        assertThat(post(signedIn("contributeur"), "/espace/corbeille/" + id, Map.of("action", "restaurer"))
                        .statusCode())
                .isEqualTo(403);

        assertThat(post(noor, "/espace/corbeille/" + id, Map.of("action", "restaurer"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(noor.read(address).select("[name=chapo]").text())
                .isEqualTo("Ou pas, si quelqu’un change d’avis d’ici la fin du mois prochain.");
        assertThat(noor.read(address + "/historique").select("ol.lignes li")).hasSize(1);
    }

    @Test
    void what_is_on_line_is_not_thrown_away() {
        String address = address("parcours");

        assertThat(post(noor, address + "/ranger", Map.of("action", "jeter", "revision", "0", "confirme", "oui"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(noor.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void a_double_is_a_draft_with_the_same_words_and_its_own_address() {
        String address = create("Modèle", "Toujours la même chose chaque année, et pourtant jamais pareil.");

        HttpResponse<String> made = post(noor, address + "/double", Map.of("jeton", "double-1"));
        HttpResponse<String> again = post(noor, address + "/double", Map.of("jeton", "double-1"));

        String copy = made.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
        assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith(copy);
        Document form = noor.read(copy.replaceFirst("https?://[^/]+", ""));
        assertThat(form.select("[name=titre]").val()).isEqualTo("Modèle (double)");
        assertThat(form.select("[name=chapo]").text())
                .isEqualTo("Toujours la même chose chaque année, et pourtant jamais pareil.");
        assertThat(form.select("[name=name]").val()).isEqualTo("modele-double");
    }

    private String address(String words) {
        return Objects.requireNonNull(
                        noor.read("/espace/actus?tri=titre+asc&q=" + words).selectFirst("tbody a"))
                .attr("href");
    }

    private void send(String address, Map<String, String> typed, String action) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("action", action);
        HttpResponse<String> saved = noor.submitParts(noor.get(address), fields);
        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
    }

    private static HttpResponse<String> post(Browser who, String address, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", who.read("/espace").select("[name=_csrf]").val());
        return who.post(address, all);
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(port, account);
    }

    private String create(String title, String chapo) {
        HttpResponse<String> saved = noor.submitParts(
                noor.get("/espace/actus/nouveau"), Map.of("titre", title, "chapo", chapo, "action", "enregistrer"));
        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
        return "/espace/actus/"
                + saved.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst(".*/espace/actus/([0-9a-f-]{36}).*", "$1");
    }
}
