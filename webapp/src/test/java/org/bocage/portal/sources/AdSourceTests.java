package org.bocage.portal.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.e2e.Portal;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The annonces of another portal, on line or proposed, and kept as that portal tells them. */
class AdSourceTests {

    @TempDir
    static Path home;

    private static final FeedServer NEIGHBOURS = new FeedServer();
    private static final String BIKES = "b0ca0004-0000-4000-8000-000000000002";

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home, "--bocage.outgoing.allowed=" + NEIGHBOURS.place());
    }

    @AfterAll
    static void stop() {
        portal.close();
        NEIGHBOURS.close();
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(SourceFields.PARIS));
    }

    private static String ad(String id, String title, String words, LocalDate last, String kind, String details) {
        return "{\"id\": \"" + id + "\", \"url\": \"https://voisins.exemple/annonces/" + id + "\", \"title\": \""
                + title
                + "\", \"content_html\": \"<p>" + words + "</p>\", \"authors\": [{\"name\": \"Le four des voisins\"}],"
                + " \"_bocage\": {\"kind\": \"" + kind + "\", \"last_day\": \"" + last
                + "\", \"commune\": \"35126\", \"place\": \"Guichen\", \"remote\": false, \"details\": {" + details
                + "}}}";
    }

    private static String job(String id, String title, String words, LocalDate last) {
        return ad(
                id,
                title,
                words,
                last,
                "emploi",
                "\"contrat\": \"cdi\", \"tempsTravail\": \"28 h par semaine\", \"remuneration\": \"1 850 € brut\","
                        + " \"priseDePoste\": \"" + last.plusDays(10) + "\"");
    }

    private static String help(String id, String title, LocalDate last) {
        String words = "Venez quand vous voulez, avec ou sans bottes.";
        return ad(id, title, words, last, "benevolat", "\"engagement\": \"Une heure, le soir\"");
    }

    private static void serve(String path, String... ads) {
        NEIGHBOURS.serve(
                path,
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"_bocage\": {\"complete\": true}, \"items\": ["
                        + String.join(",", ads) + "]}");
    }

    private static HttpResponse<String> add(Browser salariee, String title, String kind, String mode, String path) {
        return salariee.write(
                "/espace/sources/nouveau",
                Map.of(
                        "titre", title,
                        "genre", kind,
                        "adresse", NEIGHBOURS.address(path),
                        "acteur", BIKES,
                        "couleur", "bleuet",
                        "mode", mode,
                        "rythme", "24"),
                "enregistrer");
    }

    /** Adds a source by its form; the address of its form. */
    private static String added(Browser salariee, String title, String mode, String path) {
        HttpResponse<String> added = add(salariee, title, "annonces", mode, path);
        assertThat(added.statusCode()).as(Browser.problems(added)).isEqualTo(302);
        return URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static String gesture(Browser who, String form, String ending) {
        String token = who.read(form)
                .select("form[action$=" + ending + "] input[name=_csrf]")
                .val();
        HttpResponse<String> done = who.post(form + ending, Map.of("_csrf", token));
        assertThat(done.statusCode()).isIn(200, 302);
        return Browser.plain(Browser.page(done).text());
    }

    private static Optional<String> id(String title) {
        Hits hits = portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("annonces").where("titre", title).page(0, 2), Identity.SYSTEM);
        assertThat(hits.hits()).hasSizeLessThan(2);
        return hits.hits().stream().map(Hits.Hit::id).findFirst();
    }

    private static String text(String id, String property) {
        return portal.context()
                .getBean(Stores.class)
                .author()
                .read(Identity.SYSTEM, session -> Source.text(session.getNodeByIdentifier(id), property));
    }

    private static Browser visitor() {
        return new Browser(portal.port());
    }

    @Test
    void annonces_of_a_portal_go_on_line_with_their_origin_change_with_it_and_leave_with_it() {
        serve(
                "/annonces.json",
                job(
                        "j",
                        "Pétrir à deux mains",
                        "On cuit le pain le matin, à trois, en chantant.",
                        today().plusDays(20)),
                help("h", "Arroser les simples", today().plusDays(10)),
                help("e", "Éclaircir les poireaux", today().plusDays(5)),
                help("p", "Une fête passée", today().minusDays(1)));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String source = added(salariee, "Le portail des voisins", "publier", "/annonces.json");

        assertThat(gesture(salariee, source, "/tester"))
                .contains(
                        "3 annonces", "Pétrir à deux mains Le four des voisins, jusqu’au", "finie, sans dernier jour");
        assertThat(id("Pétrir à deux mains")).isEmpty();

        gesture(salariee, source, "/lire");
        assertThat(id("Une fête passée"))
                .as("nobody is asked about what is over")
                .isEmpty();
        String job = id("Pétrir à deux mains").orElseThrow();
        assertThat(text(job, "etat")).isEqualTo("publie");
        String address = "/annonces/emploi/petrir-a-deux-mains";
        Document page = visitor().read(address);
        assertThat(Browser.plain(page.select("main").text()))
                .contains(
                        "Annoncé par Le portail des voisins",
                        "Le four des voisins",
                        "Guichen",
                        "CDI",
                        "28 h par semaine");
        assertThat(page.select(".article-facts .teller-bleuet")).hasSize(1);
        assertThat(page.select(".ways a[href='https://voisins.exemple/annonces/j']"))
                .as("it is answered where it was made")
                .isNotEmpty();
        assertThat(visitor().read("/annonces/emploi").select(".card:contains(Pétrir) .teller-bleuet"))
                .hasSize(1);
        assertThat(page.html()).doesNotContain(source.replaceAll(".*/", ""), "empreinte", "@127.0.0.1");

        // by hand one word is changed, through a form that asks nothing more; then the portal changes others
        Document form = salariee.read("/espace/annonces/" + job);
        assertThat(Browser.plain(form.text())).contains("Cela vient de « Le portail des voisins ».");
        assertThat(form.select("[name=source], [name=uid], [name=repere], [name=empreinte], [name=importe]"))
                .as("what is kept for the source alone")
                .isEmpty();
        assertThat(form.select("[name='type.emploi.contrat'] [selected]").val()).isEqualTo("cdi");
        assertThat(form.select("[name=cloture]").val())
                .isEqualTo(today().plusDays(20).toString());
        Map<String, String> fields = asItStands(form);
        fields.put("titre", "Pétrir à quatre mains");
        fields.put("action", "publier");
        HttpResponse<String> written = salariee.post("/espace/annonces/" + job, fields);
        assertThat(written.statusCode()).as(Browser.problems(written)).isEqualTo(302);
        serve(
                "/annonces.json",
                job("j", "Pétrir à deux mains", "On cuit le pain le soir.", today().plusDays(25)),
                help("e", "Éclaircir les poireaux", today().plusDays(5)));
        gesture(salariee, source, "/lire");
        Document changed = visitor().read(address);
        assertThat(changed.text()).contains("On cuit le pain le soir.", "Pétrir à quatre mains");
        assertThat(Browser.plain(salariee.read("/espace/annonces/" + job).text()))
                .contains("La source dit autre chose");
        gesture(salariee, "/espace/annonces/" + job, "/source");
        assertThat(text(job, "titre")).isEqualTo("Pétrir à deux mains");
        assertThat(text(job, "etat")).isEqualTo("publie");

        assertThat(text(id("Arroser les simples").orElseThrow(), "etat")).isEqualTo("archive");
        assertThat(visitor().get("/annonces/benevolat/arroser-les-simples").statusCode())
                .isEqualTo(410);
    }

    /** Returns the fields of a form as it is shown. */
    private static Map<String, String> asItStands(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : page.select("main form:has([name=titre]) [name]")) {
            boolean isChoice = field.is("[type=radio], [type=checkbox]");
            if (field.is("select")) {
                fields.put(field.attr("name"), field.select("[selected]").val());
            } else if (!field.is("button") && (!isChoice || field.hasAttr("checked"))) {
                fields.put(field.attr("name"), field.val());
            }
        }
        return fields;
    }

    @Test
    void one_whose_last_day_is_over_ends_as_those_made_here_do() {
        serve(
                "/fin.json",
                help("f1", "Ramasser les noix", today().plusDays(3)),
                help("f2", "Trier les graines", today().plusDays(3)));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String source = added(salariee, "Le portail qui finit", "publier", "/fin.json");
        gesture(salariee, source, "/lire");
        String ended = id("Ramasser les noix").orElseThrow();
        close(ended);
        serve("/fin.json");
        gesture(salariee, source, "/lire");

        assertThat(text(ended, "etat")).as("not withdrawn: it came to its end").isEqualTo("publie");
        HttpResponse<String> page = visitor().get("/annonces/benevolat/ramasser-les-noix");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("Ramasser les noix");
        assertThat(visitor().read("/annonces/benevolat").text()).doesNotContain("Ramasser les noix");
        assertThat(text(id("Trier les graines").orElseThrow(), "etat")).isEqualTo("archive");
    }

    /** Lets the last day of an annonce be over. */
    private static void close(String id) {
        Contents contents = portal.context().getBean(Contents.class);
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Contents.Arrivals arrivals = contents.arrivals(session, Actor.portalFor("Le pôle"));
            arrivals.move(
                    session.getNodeByIdentifier(id),
                    "diffuser",
                    item -> item.setProperty(
                            "cloture",
                            Dates.utc(today().minusDays(1)
                                    .atStartOfDay(SourceFields.PARIS)
                                    .toInstant())));
            arrivals.save();
        });
    }

    @Test
    void one_that_is_there_already_is_told_and_neither_published_nor_accepted_with_the_others() {
        String known = portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(
                        ContentQuery.in("annonces")
                                .where("name", "qui-lit-des-histoires-le-mercredi")
                                .page(0, 1),
                        Identity.SYSTEM)
                .hits()
                .get(0)
                .id();
        String title = text(known, "titre");
        String code = portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
            Node own = session.getNodeByIdentifier(known);
            return session.getNodeByIdentifier(Source.text(own, "commune"))
                    .getProperty("codeInsee")
                    .getString();
        });
        serve(
                "/doubles.json",
                help("d", title + " !", today().plusDays(10)).replace("35126", code),
                help("n", "Compter les hirondelles", today().plusDays(10)).replace("35126", code));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        gesture(salariee, added(salariee, "Le portail des doubles", "publier", "/doubles.json"), "/lire");

        assertThat(text(id("Compter les hirondelles").orElseThrow(), "etat")).isEqualTo("publie");
        String twin = id(title + " !").orElseThrow();
        assertThat(text(twin, "etat")).as("somebody looks at it first").isEqualTo("propose");
        Document form = salariee.read("/espace/annonces/" + twin);
        assertThat(Browser.plain(form.text())).contains("Peut-être un doublon");
        assertThat(form.select("a[href$=/espace/annonces/" + known + "]").eachText())
                .anyMatch(one -> Browser.plain(one).equals(Browser.plain(title)));

        serve(
                "/autres.json",
                help("d2", title + " ?", today().plusDays(10)).replace("35126", code),
                help("n2", "Compter les martinets", today().plusDays(10)),
                help("n3", "Nourrir les mésanges", today().plusDays(10)));
        gesture(salariee, added(salariee, "Le portail prudent", "proposer", "/autres.json"), "/lire");
        String second = id("Compter les martinets").orElseThrow();
        String doubtful = id(title + " ?").orElseThrow();
        assertThat(salariee.read("/espace/taches")
                        .select("input[type=hidden][name=choix]")
                        .eachAttr("value"))
                .as("what is accepted together")
                .anyMatch(one -> one.contains(second))
                .noneMatch(one -> one.contains(doubtful) || one.contains(twin));
        accept(salariee);
        assertThat(text(second, "etat")).isEqualTo("publie");
        assertThat(text(doubtful, "etat")).isEqualTo("propose");
    }

    /** Accepts what came of the sources together. */
    private static void accept(Browser salariee) {
        Document tasks = salariee.read("/espace/taches");
        List<String> choices =
                new ArrayList<>(tasks.select("input[type=hidden][name=choix]").eachAttr("value"));
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
    void what_is_odd_is_said_in_a_sentence_and_the_rest_is_taken() {
        serve(
                "/etrange.json",
                help("o1", "Sans fin", today()).replaceFirst("\"last_day\": \"[^\"]*\", ", ""),
                help("o2", "Un mariage", today().plusDays(3)).replace("benevolat", "mariage"),
                help("o3", "Dans dix ans", today().plusYears(10)),
                help("o4", "Balayer la cour", today().plusDays(3))
                        .replace("<p>Venez", "<p onclick='x()'><script>alert(1)</script>Venez"));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String source = added(salariee, "Le portail étrange", "publier", "/etrange.json");
        gesture(salariee, source, "/lire");

        assertThat(Browser.plain(salariee.read(source).text()))
                .contains(
                        "« Sans fin » n’a pas de dernier jour lisible, et n’est pas prise.",
                        "« Un mariage » est une annonce d’une sorte que l’on ne connaît pas ici, et n’est pas prise.",
                        "« Dans dix ans » finit dans plus d’un an, et n’est pas prise.",
                        "1 nouveau");
        assertThat(visitor()
                        .read("/annonces/benevolat/balayer-la-cour")
                        .select(".rich")
                        .html())
                .contains("Venez quand vous voulez")
                .doesNotContain("script", "onclick");
    }

    @Test
    void what_answers_is_said_when_it_is_no_feed_of_annonces_and_annonces_are_said_when_news_are_asked_for() {
        NEIGHBOURS.serve("/page", "<!doctype html><title>Bonjour</title>");
        serve("/liste.json", help("z", "Peindre la barrière", today().plusDays(3)));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");

        assertThat(refused(salariee, "annonces", "/page")).contains("il n’y a pas d’annonces lisibles");
        assertThat(refused(salariee, "ical", "/liste.json")).contains("ce sont des annonces qui répondent");
        assertThat(refused(salariee, "gogocarto", "/liste.json")).contains("ce sont des annonces qui répondent");
    }

    private static String refused(Browser salariee, String kind, String path) {
        HttpResponse<String> refused = add(salariee, "Les voisins", kind, "proposer", path);
        assertThat(refused.statusCode()).isEqualTo(422);
        return Browser.plain(Browser.page(refused).text());
    }
}
