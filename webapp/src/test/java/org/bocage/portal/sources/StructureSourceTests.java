package org.bocage.portal.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of structures of a partner's map, proposed for the directory and kept as the map tells it. */
class StructureSourceTests {

    @TempDir
    static Path home;

    private static final FeedServer MAPS = new FeedServer();
    private static final String BIKES = "b0ca0004-0000-4000-8000-000000000002";

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home, "--bocage.outgoing.allowed=" + MAPS.place());
    }

    @AfterAll
    static void stop() {
        portal.close();
        MAPS.close();
    }

    private static String element(String id, String name, String summary) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + name + "\", \"abstract\": \"" + summary + "\","
                + " \"categories\": [\"Association\", \"Mobilité\"], \"geo\": {\"latitude\": 47.9661, \"longitude\": -1.7942},"
                + " \"address\": {\"streetAddress\": \"3 rue du Four\", \"postalCode\": \"35580\", \"addressLocality\": \"Guichen\"},"
                + " \"telephone\": \"02 99 57 00 11\", \"sourceUrl\": \"https://carte.exemple/" + id + "\","
                + " \"updatedAt\": \"2026-03-01T10:00:00Z\"}";
    }

    private static void serve(String path, String... elements) {
        MAPS.serve(path, "{\"data\": [" + String.join(",", elements) + "]}");
    }

    /** Adds a source by its form; the address of its form. */
    private static String added(Browser salariee, String title, String path) {
        HttpResponse<String> added = salariee.write(
                "/espace/sources/nouveau",
                Map.of(
                        "titre", title,
                        "genre", "gogocarto",
                        "adresse", MAPS.address(path),
                        "acteur", BIKES,
                        "couleur", "bleuet",
                        "mode", "publier",
                        "rythme", "24"),
                "enregistrer");
        assertThat(added.statusCode()).as(Browser.problems(added)).isEqualTo(302);
        return URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static void gesture(Browser who, String form, String ending) {
        String token = who.read(form)
                .select("form[action$=" + ending + "] input[name=_csrf]")
                .val();
        assertThat(who.post(form + ending, Map.of("_csrf", token)).statusCode()).isIn(200, 302);
    }

    private static Optional<String> id(String title) {
        Hits hits = portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("acteurs").where("titre", title).page(0, 2), Identity.SYSTEM);
        assertThat(hits.hits()).hasSizeLessThan(2);
        return hits.hits().stream().map(Hits.Hit::id).findFirst();
    }

    private static String text(String title, String property) {
        String id = id(title).orElseThrow();
        return portal.context()
                .getBean(Stores.class)
                .author()
                .read(Identity.SYSTEM, session -> Source.text(session.getNodeByIdentifier(id), property));
    }

    private static Document form(Browser who, String title) {
        return who.read("/espace/acteurs/" + id(title).orElseThrow());
    }

    @Test
    void structures_of_a_map_are_proposed_reviewed_followed_and_taken_away() {
        serve(
                "/carte.json",
                element("f", "Le four banal", "On y cuit son pain ensemble, le samedi."),
                element("l", "Le lavoir", "On y lave son linge en chantant."));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String source = added(salariee, "La carte des communs", "/carte.json");

        HttpResponse<String> tried = salariee.post(
                source + "/tester",
                Map.of(
                        "_csrf",
                        salariee.read(source)
                                .select("form[action$=/tester] input[name=_csrf]")
                                .val()));
        assertThat(Browser.plain(Browser.page(tried).text())).contains("2 structures", "Le four banal Guichen");
        assertThat(id("Le four banal")).isEmpty();

        gesture(salariee, source, "/lire");
        assertThat(text("Le four banal", "etat")).as("never on line unseen").isEqualTo("propose");
        assertThat(text("Le four banal", "contact/telephonePublic")).isEqualTo("false");
        Document form = form(salariee, "Le four banal");
        assertThat(Browser.plain(form.text())).contains("Cela vient de « La carte des communs ».");
        assertThat(form.select("[name=accroche]").val()).isEqualTo("On y cuit son pain ensemble, le samedi.");
        assertThat(form.select("[name=adresse]").val()).isEqualTo("3 rue du Four");
        assertThat(form.select("[name='contact.telephone']").val()).isEqualTo("02 99 57 00 11");

        assertThat(form.select("[name=source], [name=uid], [name=repere], [name=empreinte], [name=importe]"))
                .as("what is kept for the source alone")
                .isEmpty();
        String task = "/espace/taches/acteurs/" + id("Le four banal").orElseThrow();
        assertThat(salariee.read(task).text())
                .contains("3 rue du Four")
                .doesNotContain("Empreinte", "Repere", "Importe", "@127.0.0.1");

        accept(salariee);
        assertThat(text("Le four banal", "etat")).isEqualTo("publie");
        Document page = new Browser(portal.port()).read("/reseau/acteurs/le-four-banal");
        assertThat(page.text()).contains("On y cuit son pain").doesNotContain("02 99 57 00 11");
        assertThat(page.select("main a[href='https://carte.exemple/f']")).hasSize(1);
        assertThat(page.html()).doesNotContain("4b1", "empreinte", "@127.0.0.1");

        // by hand one word is changed; then the map changes another, and drops one
        write("Le four banal", "adresse", "3 bis rue du Four");
        serve("/carte.json", element("f", "Le four banal", "On y cuit son pain ensemble, le dimanche."));
        gesture(salariee, source, "/lire");
        assertThat(text("Le four banal", "accroche")).endsWith("le dimanche.");
        assertThat(text("Le four banal", "adresse")).isEqualTo("3 bis rue du Four");
        assertThat(Browser.plain(form(salariee, "Le four banal").text())).contains("La source dit autre chose");
        assertThat(text("Le lavoir", "etat")).isEqualTo("archive");
        assertThat(new Browser(portal.port()).get("/reseau/acteurs/le-lavoir").statusCode())
                .isEqualTo(410);
        gesture(salariee, "/espace/acteurs/" + id("Le four banal").orElseThrow(), "/source");
        assertThat(text("Le four banal", "adresse")).isEqualTo("3 rue du Four");
    }

    private static void write(String title, String property, String value) {
        String id = id(title).orElseThrow();
        Stores stores = portal.context().getBean(Stores.class);
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNodeByIdentifier(id).setProperty(property, value));
    }

    /** Accepts what came of the sources together. */
    private static void accept(Browser salariee) {
        Document tasks = salariee.read("/espace/taches");
        List<String> choices =
                new ArrayList<>(tasks.select("input[type=hidden][name=choix]").eachAttr("value"));
        assertThat(choices).isNotEmpty();
        StringBuilder body = new StringBuilder("_csrf=")
                .append(tasks.select("main form:has([type=hidden][name=choix]) input[name=_csrf]")
                        .val());
        choices.forEach(choice -> body.append("&choix=").append(URLEncoder.encode(choice, UTF_8)));
        HttpResponse<String> accepted = salariee.post(
                "/espace/taches",
                "application/x-www-form-urlencoded",
                body.toString().getBytes(UTF_8));
        assertThat(accepted.statusCode()).isEqualTo(302);
    }

    @Test
    void one_that_is_in_the_directory_already_is_told_and_not_accepted_with_the_others() {
        String known = portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
            Node node = session.getNodeByIdentifier(BIKES);
            return Source.text(node, "titre") + "|"
                    + session.getNodeByIdentifier(Source.text(node, "commune"))
                            .getProperty("titre")
                            .getString();
        });
        String[] parts = known.split("\\|");
        String twin = element("d", "Association " + parts[0], "Des vélos réparés par qui les monte.")
                .replace("\"postalCode\": \"35580\", ", "")
                .replace("Guichen", parts[1]);
        serve(
                "/doubles.json",
                twin,
                element("m", "Le moulin partagé", "On y moud le blé des voisins."),
                element("n", "La noria", "On y puise l’eau à tour de rôle.")
                        .replaceAll(",\\s*\"updatedAt\": \"[^\"]*\"", ""));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        gesture(salariee, added(salariee, "La carte des doubles", "/doubles.json"), "/lire");

        assertThat(text("La noria", "verifieLe")).as("the day it came").isNotEmpty();
        String id = id("Association " + parts[0]).orElseThrow();
        Document tasks = salariee.read("/espace/taches");
        assertThat(tasks.select("input[type=hidden][name=choix]").eachAttr("value"))
                .as("what is accepted together")
                .anyMatch(one -> one.contains(id("La noria").orElseThrow()))
                .noneMatch(one -> one.contains(id));
        assertThat(Browser.plain(salariee.read("/espace/acteurs/" + id).text())).contains("Déjà dans l’annuaire ?");
    }

    @Test
    void what_answers_is_said_when_it_is_no_list_and_a_list_is_said_when_an_agenda_is_asked_for() {
        MAPS.serve("/page", "<!doctype html><title>Bonjour</title>");
        serve("/liste.json", element("z", "La zone de gratuité", "On y donne et on y prend."));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");

        assertThat(refused(salariee, "gogocarto", "/page")).contains("il n’y a pas de liste de structures lisible");
        assertThat(refused(salariee, "ical", "/liste.json")).contains("c’est une liste de structures qui répond");
        assertThat(refused(salariee, "rss", "/liste.json")).contains("c’est une liste de structures qui répond");
    }

    private static String refused(Browser salariee, String kind, String path) {
        HttpResponse<String> refused = salariee.write(
                "/espace/sources/nouveau",
                Map.of(
                        "titre", "La carte",
                        "genre", kind,
                        "adresse", MAPS.address(path),
                        "acteur", BIKES,
                        "couleur", "bleuet",
                        "mode", "proposer",
                        "rythme", "6"),
                "enregistrer");
        assertThat(refused.statusCode()).isEqualTo(422);
        return Browser.plain(Browser.page(refused).text());
    }
}
