package org.bocage.portal.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import org.bocage.cms.definition.DefinitionRegistry;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three portals that follow each other in a ring, each with a store and a server of its own. */
class PortalLoopTests {

    @TempDir
    static Path home;

    private static final List<PortalRelay> RELAYS = List.of(new PortalRelay(), new PortalRelay(), new PortalRelay());
    private static final List<Portal> PORTALS = new ArrayList<>();
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    @BeforeAll
    static void start() {
        String allowed =
                String.join(",", RELAYS.stream().map(PortalRelay::place).toList());
        for (int i = A; i <= C; i++) {
            Portal portal = Portal.startEmpty(
                    home.resolve("portal-" + i),
                    "--bocage.outgoing.allowed=" + allowed,
                    "--bocage.address=http://portail-" + i + ".exemple.org");
            PORTALS.add(portal);
            RELAYS.get(i).leadTo(portal.port());
        }
        follow(B, A);
        follow(C, B);
        follow(A, C);
    }

    @AfterAll
    static void stop() {
        PORTALS.forEach(Portal::close);
        RELAYS.forEach(PortalRelay::close);
    }

    /** Follows a portal by the form on the list of the sources, and has what comes from there put on line at once. */
    private static void follow(int who, int whom) {
        Browser salariee = signedIn(who);
        Document list = salariee.read("/espace/sources");
        assertThat(list.select("form[action$=/suivre] input[name=portail]")).hasSize(1);
        HttpResponse<String> followed = gesture(salariee, RELAYS.get(whom).address());
        assertThat(followed.statusCode()).as(Browser.plain(followed.body())).isEqualTo(302);
        assertThat(followed.headers().firstValue("Location").orElseThrow()).contains("fait=portail-suivi");
        stores(who).author().update(Identity.SYSTEM, session -> {
            for (NodeIterator all = session.getNode("/sources").getNodes(); all.hasNext(); ) {
                Node node = all.nextNode();
                if (node.isNodeType(Source.TYPE)) {
                    assertThat(Source.text(node, "mode")).isEqualTo("proposer");
                    node.setProperty("mode", "publier");
                    // they are read when the test says so
                    node.setProperty("active", false);
                }
            }
        });
    }

    private static HttpResponse<String> gesture(Browser who, String typed) {
        String token = who.read("/espace/sources/suivre")
                .select("main input[name=_csrf]")
                .attr("value");
        return who.post("/espace/sources/suivre", Map.of("_csrf", token, "portail", typed));
    }

    private static Browser signedIn(int who) {
        return Browser.signedIn(PORTALS.get(who).port(), "salariee");
    }

    private static Stores stores(int of) {
        return PORTALS.get(of).context().getBean(Stores.class);
    }

    /** Every portal reads what it follows, three times round. */
    private static void goRound() {
        for (int round = 0; round < 3; round++) {
            for (int who : List.of(B, C, A)) {
                readAll(who);
            }
        }
    }

    private static String publish(int where, String title) {
        LocalDateTime from = LocalDateTime.now(Clock.system(SourceFields.PARIS))
                .truncatedTo(ChronoUnit.MINUTES)
                .plusDays(5);
        RoundTripTests.publish(signedIn(where), title, from, from.plusHours(2));
        Hits hits = PORTALS.get(where)
                .context()
                .getBean(ContentIndexes.class)
                .author()
                .find(
                        ContentQuery.in("evenements")
                                .ofType("bocage:evenement")
                                .where("titre", title)
                                .page(0, 2),
                        Identity.SYSTEM);
        assertThat(hits.hits()).hasSize(1);
        return hits.hits().get(0).id();
    }

    /** Titles on the public agenda. */
    private static List<String> agenda(int of) {
        return new Browser(PORTALS.get(of).port())
                .read("/agenda")
                .select("main .rdv-title a")
                .eachText();
    }

    /** States and titles of all that a portal has, on line or not. */
    private static List<String> stored(int of) {
        Hits hits = PORTALS.get(of)
                .context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("evenements").ofType("bocage:evenement").page(0, 100), Identity.SYSTEM);
        return stores(of).author().read(Identity.SYSTEM, session -> {
            List<String> all = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Node node = session.getNode("/evenements" + hit.path());
                all.add(Source.text(node, "etat") + " " + Source.text(node, "titre"));
            }
            return all.stream().sorted().toList();
        });
    }

    private static String uids(int of) {
        return String.join(
                " ",
                new Browser(PORTALS.get(of).port())
                        .get("/agenda.ics")
                        .body()
                        .replaceAll("\r?\n ", "")
                        .lines()
                        .filter(line -> line.startsWith("UID:"))
                        .toList());
    }

    @Test
    void what_one_publishes_goes_round_once_changes_everywhere_and_is_gone_everywhere() {
        String event = publish(A, "La fête des haies");
        goRound();
        for (int i = A; i <= C; i++) {
            assertThat(agenda(i)).as("portal %s", i).containsExactly("La fête des haies");
            assertThat(stored(i)).as("portal %s", i).containsExactly("publie La fête des haies");
            assertThat(uids(i)).as("portal %s", i).isEqualTo(uids(A)).contains("@portail-0.exemple.org");
        }

        rename(A, event, "La grande fête des haies");
        goRound();
        for (int i = A; i <= C; i++) {
            assertThat(stored(i)).as("portal %s", i).containsExactly("publie La grande fête des haies");
        }

        // and what another one publishes goes the same way
        publish(C, "La veillée");
        goRound();
        for (int i = A; i <= C; i++) {
            assertThat(agenda(i))
                    .as("portal %s", i)
                    .containsExactlyInAnyOrder("La grande fête des haies", "La veillée");
        }

        // erased before the others look: they still tell it
        erase(A, event);
        readAll(A);
        assertThat(agenda(A)).containsExactly("La veillée");
        goRound();
        for (int i = A; i <= C; i++) {
            assertThat(agenda(i)).as("portal %s", i).containsExactly("La veillée");
        }
        assertThat(stored(A)).containsExactly("publie La veillée");
        assertThat(stored(C)).containsExactly("archive La grande fête des haies", "publie La veillée");
    }

    @Test
    void a_structure_goes_round_once_is_reviewed_by_each_changes_everywhere_and_is_gone_everywhere() {
        String structure = register("Le four des trois portails");
        assertThat(directory(A)).containsExactly("publie Le four des trois portails 02 99 57 00 11");
        for (int who : List.of(B, C)) {
            goRound();
            assertThat(directory(who))
                    .as("portal %s", who)
                    .containsExactly("propose Le four des trois portails 02 99 57 00 11");
            accept(who);
        }
        goRound();
        for (int i = A; i <= C; i++) {
            assertThat(directory(i))
                    .as("portal %s", i)
                    .containsExactly("publie Le four des trois portails 02 99 57 00 11");
            assertThat(new Browser(PORTALS.get(i).port())
                            .read("/reseau/acteurs")
                            .text())
                    .as("portal %s", i)
                    .contains("Le four des trois portails");
            assertThat(new Browser(PORTALS.get(i).port())
                            .get("/reseau/acteurs.gogocarto.json")
                            .body())
                    .contains(structure + "@portail-0.exemple.org");
        }

        rename(A, structure, "Le four de tous les portails");
        for (int who : List.of(B, C)) {
            goRound();
            accept(who);
            assertThat(directory(who))
                    .as("portal %s", who)
                    .containsExactly("publie Le four de tous les portails 02 99 57 00 11");
        }
        goRound();
        assertThat(directory(A)).hasSize(1);

        erase(A, structure);
        goRound();
        assertThat(directory(A)).isEmpty();
        for (int i = A; i <= C; i++) {
            assertThat(directory(i))
                    .as("portal %s", i)
                    .noneMatch(one -> one.startsWith("publie") || one.startsWith("propose"));
            assertThat(new Browser(PORTALS.get(i).port())
                            .read("/reseau/acteurs")
                            .text())
                    .as("portal %s", i)
                    .doesNotContain("Le four");
        }
    }

    @Test
    void an_annonce_goes_round_once_changes_everywhere_and_is_gone_everywhere() {
        String ad = post("Qui arrose les trois jardins ?");
        String own = "publie Qui arrose les trois jardins ? | benevolat | " + lastDay(20) + " | Une heure, le soir";
        goRound();
        for (int i = A; i <= C; i++) {
            assertThat(ads(i)).as("portal %s", i).containsExactly(own);
            assertThat(adFeed(i)
                            .path("items")
                            .valueStream()
                            .map(one -> one.path("id").asString()))
                    .as("portal %s", i)
                    .containsExactly(ad + "@portail-0.exemple.org");
            Document page = new Browser(PORTALS.get(i).port()).read("/annonces/benevolat/" + AD_NAME);
            assertThat(page.text()).as("portal %s", i).contains("Le jardin a soif", "Les voisins du bas");
            assertThat(page.select(".article-facts .teller")).hasSize(i == A ? 0 : 1);
            assertThat(page.select(".article-facts").text().contains("Annoncé par"))
                    .isEqualTo(i != A);
            assertThat(page.select(".article-facts").text())
                    .as("the portal by its name, not the source by its title")
                    .doesNotContain("ses annonces");
        }
        String made = adFeed(A).path("items").path(0).path("url").asString();
        assertThat(adFeed(C).path("items").path(0).path("external_url").asString())
                .as("answered where it was made, however far it went")
                .isEqualTo(made);
        assertThat(new Browser(PORTALS.get(C).port())
                        .read("/annonces/benevolat/" + AD_NAME)
                        .select(".ways a[href='" + made + "']"))
                .isNotEmpty();
        assertThat(adFeed(A).toString()).doesNotContain("secret@jardin.exemple", "02 61 91 10 30");

        rename(A, ad, "Qui arrose les quatre jardins ?");
        goRound();
        for (int i = A; i <= C; i++) {
            assertThat(ads(i)).as("portal %s", i).containsExactly(own.replace("trois", "quatre"));
        }

        // what was withdrawn where it was made is withdrawn everywhere, and does not come back
        erase(A, ad);
        readAll(A);
        assertThat(ads(A)).isEmpty();
        goRound();
        assertThat(ads(A)).isEmpty();
        for (int i = B; i <= C; i++) {
            assertThat(ads(i))
                    .as("portal %s", i)
                    .containsExactly(own.replace("trois", "quatre").replace("publie", "archive"));
            assertThat(adFeed(i).path("items").size()).as("portal %s", i).isZero();
        }
    }

    @Test
    void an_actu_goes_round_once_is_reviewed_by_each_changes_everywhere_and_is_gone_everywhere() {
        tell("Trois portails se suivent");
        String actu = news(A).keySet().iterator().next();
        for (int who : List.of(B, C)) {
            goRound();
            assertThat(news(who).values()).as("portal %s", who).containsExactly("propose Trois portails se suivent");
            acceptNews(who);
        }
        goRound();
        for (int i = A; i <= C; i++) {
            assertThat(news(i).values()).as("portal %s", i).containsExactly("publie Trois portails se suivent");
            assertThat(new Browser(PORTALS.get(i).port())
                            .get("/actualites/flux.json")
                            .body())
                    .as("portal %s", i)
                    .contains("\"" + actu + "@portail-0.exemple.org\"");
            assertThat(new Browser(PORTALS.get(i).port()).read("/actualites").select("main .teller"))
                    .as("portal %s", i)
                    .hasSize(i == A ? 0 : 1);
        }

        rename(A, actu, "Trois portails se suivent encore");
        for (int who : List.of(B, C)) {
            goRound();
            assertThat(news(who).values()).containsExactly("propose Trois portails se suivent encore");
            acceptNews(who);
        }
        goRound();
        assertThat(news(A).values()).containsExactly("publie Trois portails se suivent encore");

        erase(A, actu);
        goRound();
        assertThat(news(A)).isEmpty();
        for (int i = B; i <= C; i++) {
            assertThat(news(i).values()).as("portal %s", i).containsExactly("archive Trois portails se suivent encore");
        }
    }

    /** Puts an actu of A on line. */
    private static void tell(String title) {
        Contents contents = PORTALS.get(A).context().getBean(Contents.class);
        DefinitionRegistry definitions = PORTALS.get(A).context().getBean(DefinitionRegistry.class);
        stores(A).author().update(Identity.SYSTEM, session -> {
            Contents.Arrivals arrivals = contents.arrivals(session, Actor.portalFor("Le pôle"));
            arrivals.add(
                    definitions.current().contentType("actus").orElseThrow(),
                    List.of("trois-portails"),
                    "diffuser",
                    Instant.now(),
                    Instant.now(),
                    item -> {
                        item.setProperty("titre", title);
                        item.setProperty("origine", "pole");
                        item.setProperty("chapo", "Ils se suivent, et l’on ne sait plus qui a commencé.");
                        item.setProperty("corps", "<p>Les voilà.</p>");
                        item.setProperty("visibilite", "public");
                    });
            arrivals.save();
        });
    }

    /** State and title of each actu that a portal has, by its identifier. */
    private static Map<String, String> news(int of) {
        Hits hits = PORTALS.get(of)
                .context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("actus").ofType("bocage:actu").page(0, 100), Identity.SYSTEM);
        return stores(of).author().read(Identity.SYSTEM, session -> {
            Map<String, String> all = new LinkedHashMap<>();
            for (Hits.Hit hit : hits.hits()) {
                Node node = session.getNode("/actus" + hit.path());
                all.put(node.getIdentifier(), Source.text(node, "etat") + " " + Source.text(node, "titre"));
            }
            return all;
        });
    }

    /** Whoever reviews there puts the actus that were proposed on line. */
    private static void acceptNews(int where) {
        Contents contents = PORTALS.get(where).context().getBean(Contents.class);
        List<String> ids = List.copyOf(news(where).keySet());
        stores(where).author().update(Identity.SYSTEM, session -> {
            Contents.Arrivals arrivals = contents.arrivals(session, Actor.portalFor("Le pôle"));
            for (String id : ids) {
                arrivals.move(session.getNodeByIdentifier(id), "diffuser", item -> {});
            }
            arrivals.save();
        });
    }

    private static final String AD_NAME = "qui-arrose-les-trois-jardins";

    private static LocalDate lastDay(int days) {
        return LocalDate.now(Clock.system(SourceFields.PARIS)).plusDays(days);
    }

    /** Puts an annonce of A on line by its form. */
    private static String post(String title) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("type.type", "benevolat");
        filled.put("type.benevolat.engagement", "Une heure, le soir");
        filled.put("description", "<p>Le jardin a soif et on est tous en vacances, loin d’ici.</p>");
        filled.put("structure.nom", "Les voisins du bas");
        filled.put("aDistance", "true");
        filled.put("cloture", lastDay(20).toString());
        filled.put("commentRepondre[0].genre", "courriel");
        filled.put("commentRepondre[0].valeur", "secret@jardin.exemple");
        filled.put("commentRepondre[1].genre", "telephone");
        filled.put("commentRepondre[1].valeur", "02 61 91 10 30");
        filled.put("visibilite", "public");
        HttpResponse<String> sent = signedIn(A).write("/espace/annonces/nouveau", filled, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        return PORTALS.get(A)
                .context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("annonces").where("titre", title).page(0, 2), Identity.SYSTEM)
                .hits()
                .get(0)
                .id();
    }

    private static JsonNode adFeed(int of) {
        HttpResponse<String> answer = new Browser(PORTALS.get(of).port()).get("/annonces/flux.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** State, title, kind, last day and answer of each annonce that a portal has. */
    private static List<String> ads(int of) {
        Hits hits = PORTALS.get(of)
                .context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("annonces").ofType("bocage:annonce").page(0, 100), Identity.SYSTEM);
        return stores(of).author().read(Identity.SYSTEM, session -> {
            List<String> all = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Node node = session.getNode("/annonces" + hit.path());
                all.add(Source.text(node, "etat") + " " + Source.text(node, "titre") + " | " + Source.text(node, "type")
                        + " | " + SourceFields.read(node, "cloture") + " | " + Source.text(node, "engagement"));
            }
            return all;
        });
    }

    private static void readAll(int who) {
        Sources sources = PORTALS.get(who).context().getBean(Sources.class);
        sources.all().hits().forEach(hit -> sources.readNow(hit.path()));
    }

    /** Puts a structure of A on line. */
    private static String register(String title) {
        Contents contents = PORTALS.get(A).context().getBean(Contents.class);
        DefinitionRegistry definitions = PORTALS.get(A).context().getBean(DefinitionRegistry.class);
        stores(A).author().update(Identity.SYSTEM, session -> {
            Contents.Arrivals arrivals = contents.arrivals(session, Actor.portalFor("Le pôle"));
            arrivals.add(
                    definitions.current().contentType("acteurs").orElseThrow(),
                    List.of("le-four"),
                    "diffuser",
                    Instant.now(),
                    Instant.now(),
                    item -> {
                        item.setProperty("titre", title);
                        item.setProperty("accroche", "On y cuit son pain ensemble.");
                        item.setProperty("description", "<p>On y cuit son pain ensemble.</p>");
                        item.setProperty("visibilite", "public");
                        item.setProperty("verifieLe", Dates.utc(Instant.now()));
                        Node position = item.addNode("position", "mgnl:contentNode");
                        position.setProperty("lat", 47.9661);
                        position.setProperty("lon", -1.7942);
                        position.setProperty("precision", "exacte");
                        Node contact = item.addNode("contact", "mgnl:contentNode");
                        contact.setProperty("telephone", "02 99 57 00 11");
                        contact.setProperty("telephonePublic", true);
                        contact.setProperty("courriel", "cache@four.exemple");
                        contact.setProperty("courrielPublic", false);
                    });
            arrivals.save();
        });
        return node(A).orElseThrow();
    }

    private static Optional<String> node(int of) {
        return PORTALS
                .get(of)
                .context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("acteurs").ofType("bocage:acteur").page(0, 2), Identity.SYSTEM)
                .hits()
                .stream()
                .map(Hits.Hit::id)
                .findFirst();
    }

    /** State, title and telephone of each structure that a portal has; what another one keeps to itself never comes. */
    private static List<String> directory(int of) {
        Hits hits = PORTALS.get(of)
                .context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("acteurs").ofType("bocage:acteur").page(0, 100), Identity.SYSTEM);
        return stores(of).author().read(Identity.SYSTEM, session -> {
            List<String> all = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Node node = session.getNode("/acteurs" + hit.path());
                if (of != A) {
                    assertThat(Source.text(node, "contact/courriel")).isEmpty();
                    assertThat(Source.text(node, "contact/courrielPublic")).isEqualTo("false");
                    assertThat(Source.text(node, "contact/telephonePublic")).isEqualTo("true");
                }
                all.add(Source.text(node, "etat") + " " + Source.text(node, "titre") + " "
                        + Source.text(node, "contact/telephone"));
            }
            return all;
        });
    }

    /** Whoever reviews there puts what was proposed on line. */
    private static void accept(int where) {
        Contents contents = PORTALS.get(where).context().getBean(Contents.class);
        String id = node(where).orElseThrow();
        stores(where).author().update(Identity.SYSTEM, session -> {
            Contents.Arrivals arrivals = contents.arrivals(session, Actor.portalFor("Le pôle"));
            arrivals.move(session.getNodeByIdentifier(id), "diffuser", item -> {});
            arrivals.save();
        });
    }

    private static void rename(int where, String event, String title) {
        Contents contents = PORTALS.get(where).context().getBean(Contents.class);
        stores(where).author().update(Identity.SYSTEM, session -> {
            Contents.Arrivals arrivals = contents.arrivals(session, Actor.portalFor("Le pôle"));
            arrivals.move(session.getNodeByIdentifier(event), "diffuser", item -> item.setProperty("titre", title));
            arrivals.save();
        });
    }

    private static void erase(int where, String id) {
        Contents contents = PORTALS.get(where).context().getBean(Contents.class);
        stores(where).author().update(Identity.SYSTEM, session -> {
            Contents.Arrivals arrivals = contents.arrivals(session, Actor.portalFor("Le pôle"));
            arrivals.move(session.getNodeByIdentifier(id), "archiver", item -> {});
            arrivals.save();
        });
        stores(where)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNodeByIdentifier(id).remove());
    }

    @Test
    void an_address_that_is_no_portals_is_told_in_a_sentence() {
        Browser salariee = signedIn(B);
        try (FeedServer none = new FeedServer()) {
            none.serve("/", "<p>Bonjour</p>");
            Map<String, String> told = Map.of(
                    "",
                    "Ce n’est pas l’adresse d’un portail.",
                    "bonjour",
                    "Ce n’est pas l’adresse d’un portail.",
                    "bonjour tout le monde",
                    "Ce n’est pas l’adresse d’un portail.",
                    none.address("/agenda"),
                    "porte inhabituelle",
                    "http://192.168.1.1/",
                    "réseau privé",
                    RELAYS.get(A).address() + "/agenda?q=1",
                    "est déjà suivi",
                    RELAYS.get(B).address(),
                    "C’est l’adresse de ce portail-ci.");
            told.forEach((typed, sentence) -> {
                HttpResponse<String> refused = gesture(salariee, typed);
                assertThat(refused.statusCode()).as(typed).isEqualTo(422);
                Document page = Browser.page(refused);
                assertThat(Browser.plain(page.text())).as(typed).contains(sentence);
                assertThat(page.select("input[name=portail]").attr("value")).isEqualTo(typed);
            });
        }
        assertThat(PORTALS.get(B).context().getBean(Sources.class).all().hits())
                .as("its agenda, its structures, its actus and its annonces, once each")
                .hasSize(4);
    }
}
