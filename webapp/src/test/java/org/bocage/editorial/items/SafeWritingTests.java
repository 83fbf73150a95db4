package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.apache.jackrabbit.commons.JcrUtils;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.publishing.ComputedFields;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Nothing typed is lost: what was not sent, what two people wrote at once. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=accounts")
class SafeWritingTests {

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Rivals rivals;

    private Browser noor;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    @BeforeEach
    void open() {
        noor = signedIn("salariee");
    }

    @Test
    void what_was_typed_and_not_sent_is_offered_at_the_next_opening_and_forgotten_once_sent() {
        String address = "/espace/actus/" + create(noor, "Fête");
        assertThat(keep(noor, address, Map.of("titre", "Fête des haies", "chapo", "Un bol, une cuillère"), "1"))
                .isEqualTo(204);

        Browser nextDay = signedIn("salariee");
        Element offer = Objects.requireNonNull(
                nextDay.read(address).selectFirst(".offre a"), "after a crash and a new session");
        assertThat(nextDay.read("/espace").text()).contains("Fête des haies");
        HttpResponse<String> resumed = nextDay.get(offer.attr("href"));
        assertThat(Browser.page(resumed).select("[name=chapo]").text()).contains("Un bol, une cuillère");

        assertThat(nextDay.submitParts(resumed, Map.of("titre", "Fête des haies", "action", "enregistrer"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(nextDay.read(address).select(".offre")).isEmpty();
    }

    @Test
    void a_text_is_offered_to_whoever_typed_it_and_to_nobody_else() {
        String address = "/espace/actus/" + create(noor, "À moi");
        keep(noor, address, Map.of("titre", "Un secret"), "1");

        Browser admin = signedIn("admin");

        assertThat(admin.read(address).select(".offre")).isEmpty();
        assertThat(admin.get(address + "?reprise").body()).doesNotContain("Un secret");
    }

    @Test
    void a_text_begun_from_an_older_version_comes_back_as_a_conflict_and_not_over_the_newer_one() {
        String address = "/espace/actus/" + create(noor, "Avant");
        keep(noor, address, Map.of("titre", "Ma suite"), "1");
        Browser admin = signedIn("admin");
        admin.submitParts(admin.get(address), Map.of("titre", "La suite d’Admin", "action", "enregistrer"));

        HttpResponse<String> sent =
                noor.submitParts(noor.get(address + "?reprise"), Map.of("titre", "Ma suite", "action", "enregistrer"));

        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(Browser.page(sent).text()).contains("La suite d’Admin", "Ma suite");
    }

    @Test
    void what_arrives_after_the_form_was_received_is_not_kept_again() {
        String address = "/espace/actus/" + create(noor, "Course");
        HttpResponse<String> form = noor.get(address);
        String token = Browser.page(form).select("#ecrire [name=jeton]").val();
        noor.submitParts(form, Map.of("titre", "Course à pied", "action", "enregistrer"));

        keep(noor, address, Map.of("titre", "Course", "jeton", token), "1");

        assertThat(noor.read(address).select(".offre")).isEmpty();
    }

    @Test
    void the_text_about_an_item_that_was_deleted_goes_on_in_a_new_one() {
        String id = create(noor, "Éphémère");
        keep(noor, "/espace/actus/" + id, Map.of("titre", "Éphémère", "chapo", "Dix lignes de travail"), "1");
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> Workspace.byId(session, id).orElseThrow().remove());

        String address = noor.read("/espace").select("a[href*=" + id + "]").attr("href");
        HttpResponse<String> resumed = noor.get(address);

        assertThat(address).isEqualTo("/espace/actus/nouveau?reprise=" + id);
        assertThat(Browser.page(resumed).select("[name=chapo]").text()).isEqualTo("Dix lignes de travail");
        assertThat(noor.submitParts(resumed, Map.of("titre", "Éphémère", "action", "enregistrer"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(noor.read("/espace").select("a[href*=" + id + "]")).isEmpty();
    }

    @Test
    void a_text_too_large_to_be_a_form_is_refused_and_so_is_one_without_session() {
        String address = "/espace/actus/" + create(noor, "Long");
        Map<String, String> large = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            large.put("champ" + i, "x".repeat(190_000));
        }
        assertThat(keep(noor, address, large, "1")).isEqualTo(413);

        Browser gone = new Browser(port);
        Map<String, String> fields = Map.of("_csrf", csrf(gone, "/connexion"), "titre", "Trop tard");
        assertThat(gone.post(address.replace("/espace/", "/espace/saisies/"), fields)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_is_changed_on_a_form_one_came_back_to_is_not_taken_for_what_was_sent_before() {
        HttpResponse<String> first = noor.get("/espace/actus/nouveau");
        noor.submitParts(first, Map.of("titre", "Une soupe", "action", "enregistrer"));
        HttpResponse<String> again = noor.submitParts(first, Map.of("titre", "Une soupe", "action", "enregistrer"));
        assertThat(again.headers().firstValue("Location").orElseThrow()).contains("deja-envoye");

        HttpResponse<String> changed = noor.submitParts(first, Map.of("titre", "Deux soupes", "action", "enregistrer"));
        String resumed = changed.headers().firstValue("Location").orElseThrow().replaceFirst(".*(?=/espace/)", "");
        assertThat(resumed).endsWith("?reprise");
        assertThat(noor.read(resumed).select("[name=titre]").val()).isEqualTo("Deux soupes");

        HttpResponse<String> form = noor.get(resumed.replace("?reprise", ""));
        noor.submitParts(form, Map.of("titre", "Trois soupes", "action", "enregistrer"));
        HttpResponse<String> conflict =
                noor.submitParts(form, Map.of("titre", "Quatre soupes", "action", "enregistrer"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(Browser.page(conflict).text()).contains("Trois soupes", "Quatre soupes");
    }

    @Test
    void a_text_of_300_kilobytes_and_a_title_with_an_apostrophe_are_kept_whole() {
        String paragraph = "<p>" + "Le pré n’est pas là, l’été non plus. ".repeat(40) + "</p>";
        String text = paragraph.repeat(300_000 / paragraph.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        String title = "L’an 2000 d’aujourd'hui, vu d’ici".repeat(6).substring(0, 120);
        String address = "/espace/actus/" + create(noor, "Long");

        HttpResponse<String> saved =
                noor.submitParts(noor.get(address), Map.of("titre", title, "corps", text, "action", "enregistrer"));

        assertThat(saved.statusCode()).isEqualTo(302);
        var form = noor.read(address);
        assertThat(form.select("[name=titre]").val()).isEqualTo(title);
        assertThat(form.select("[name=corps]").text().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void who_else_writes_here_is_told_to_both() {
        String address = "/espace/actus/" + create(noor, "À deux");
        assertThat(noor.read(address).select(".presence").text()).isEmpty();

        Browser admin = signedIn("admin");
        assertThat(admin.read(address).select(".presence").text()).contains("Noor", "écrit ici aussi");
        assertThat(noor.get(address.replace("/espace/", "/espace/presences/")).body())
                .contains("Admin démo");
    }

    @Test
    void CT_10_two_who_write_are_shown_the_difference_what_only_one_changed_is_kept_and_two_texts_can_both_be() {
        String address = "/espace/actus/" + create(noor, "Titre d’avant");
        Browser admin = signedIn("admin");
        HttpResponse<String> mine = noor.get(address);
        admin.submitParts(
                admin.get(address),
                Map.of(
                        "titre",
                        "Titre d’Admin",
                        "chapo",
                        "Chapô d’Admin, assez long pour être pris par le formulaire.",
                        "action",
                        "enregistrer"));

        HttpResponse<String> conflict = noor.submitParts(
                mine,
                Map.of(
                        "titre",
                        "Titre d’avant",
                        "chapo",
                        "Chapô de Noor, assez long lui aussi pour être pris tel quel.",
                        "action",
                        "enregistrer"));

        assertThat(conflict.statusCode()).isEqualTo(409);
        var page = Browser.page(conflict);
        assertThat(page.select("[name=conflit.titre]"))
                .as("asked of what both changed alone")
                .isEmpty();
        assertThat(page.select("[name=titre]").val()).isEqualTo("Titre d’Admin");
        assertThat(Browser.plain(page.select(".conflit").text())).contains("Pris de son côté : Titre");
        assertThat(page.select("[name=conflit.chapo][checked]").val()).isEqualTo("mine");
        noor.submitParts(
                conflict,
                Map.of(
                        "titre", "Titre d’Admin",
                        "chapo", "Chapô de Noor, assez long lui aussi pour être pris tel quel.",
                        "conflit.chapo", "both",
                        "action", "enregistrer"));
        var saved = noor.read(address);
        assertThat(saved.select("[name=titre]").val()).isEqualTo("Titre d’Admin");
        assertThat(saved.select("[name=chapo]").text())
                .contains("Chapô de Noor, assez long lui aussi pour être pris tel quel.")
                .contains("Chapô d’Admin, assez long pour être pris par le formulaire.");
    }

    @Test
    void a_new_item_that_others_get_ahead_of_each_time_comes_back_whole_and_nothing_of_it_is_saved() {
        Map<String, String> typed = Map.of(
                "titre",
                "Une soupe « d’orties »",
                "chapo",
                "Un bol, une cuillère, & l’envie de goûter <tout> ce qui pique.",
                "corps",
                "<p>On se retrouve à <strong>midi</strong>.</p>");
        HttpResponse<String> form = noor.get("/espace/actus/nouveau");

        rivals.comeFirst("une-soupe-d-orties", 100);
        HttpResponse<String> refused = noor.submitParts(form, with(typed, "action", "enregistrer"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Browser.problems(refused))
                .contains("D’autres enregistraient au même instant. Rien n’est perdu : envoyez de nouveau.");
        Map<String, String> shown = shown(refused);
        assertThat(shown).containsAllEntriesOf(typed);
        assertThat(rivals.first).as("tries").isEqualTo(4);
        assertThat(holding("d’orties")).isEmpty();

        rivals.comeFirst("une-soupe-d-orties", 0);
        HttpResponse<String> saved = noor.post("/espace/actus/nouveau", with(shown, "action", "enregistrer"));

        assertThat(saved.statusCode()).isEqualTo(302);
        String address = saved.headers().firstValue("Location").orElseThrow().replaceFirst("[?].*", "");
        assertThat(shown(noor.get(address.replaceFirst("^https?://[^/]+", "")))).containsAllEntriesOf(typed);
        assertThat(holding("d’orties")).as("once it is saved").isNotEmpty();
    }

    @Test
    void a_new_item_that_others_get_ahead_of_three_times_is_saved_under_the_next_name() {
        rivals.comeFirst("un-bol", 3);

        String id = create(noor, "Un bol");

        String name = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.byId(session, id).orElseThrow().getName());
        assertThat(name).isEqualTo("un-bol-4");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    /** The fields of a form as they are filled in. */
    private static Map<String, String> shown(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        for (Element field : Browser.page(page)
                .select(
                        "#ecrire [name]:not(button):not([type=radio]:not([checked])):not([type=checkbox]:not([checked]))")) {
            fields.put(field.attr("name"), field.val());
        }
        return fields;
    }

    /** Where in the author store a word stands. */
    private List<String> holding(String word) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> found = new ArrayList<>();
            collect(session.getRootNode(), word, found);
            return found;
        });
    }

    private static void collect(Node node, String word, List<String> found) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                if (value.getString().contains(word)) {
                    found.add(property.getPath());
                }
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            collect(children.nextNode(), word, found);
        }
    }

    /** Others who save something under the name of a new item, right before it is saved. */
    static final class Rivals implements ComputedFields {

        private final Stores stores;
        private String name = "";
        private int times;
        private int first;

        Rivals(Stores stores) {
            this.stores = stores;
        }

        void comeFirst(String slug, int often) {
            name = slug;
            times = often;
            first = 0;
        }

        @Override
        public void derive(Node item) throws RepositoryException {
            if (!name.isEmpty() && item.getName().startsWith(name) && first < times) {
                first++;
                String folder = item.getParent().getPath();
                String taken = item.getName();
                // somebody else's: what one thread saves, its other sessions see
                CompletableFuture.runAsync(() -> stores.author().update(Identity.SYSTEM, session -> {
                            Node there = JcrUtils.getOrCreateByPath(folder, "mgnl:folder", session);
                            there.addNode(taken, "bocage:actu").setProperty("name", taken);
                        }))
                        .join();
            }
        }
    }

    @TestConfiguration
    static class WithRivals {

        @Bean
        Rivals rivals(Stores stores) {
            return new Rivals(stores);
        }
    }

    private int keep(Browser who, String address, Map<String, String> typed, String revision) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("_csrf", csrf(who, "/espace"));
        fields.put("revision", revision);
        return who.post(address.replace("/espace/", "/espace/saisies/"), fields).statusCode();
    }

    private static String csrf(Browser who, String page) {
        return Browser.page(who.get(page))
                .select("main [name=_csrf], header [name=_csrf]")
                .val();
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(port, account);
    }

    private static String create(Browser who, String title) {
        HttpResponse<String> saved =
                who.submitParts(who.get("/espace/actus/nouveau"), Map.of("titre", title, "action", "enregistrer"));
        assertThat(saved.statusCode()).isEqualTo(302);
        return saved.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/espace/actus/([0-9a-f-]{36}).*", "$1");
    }
}
