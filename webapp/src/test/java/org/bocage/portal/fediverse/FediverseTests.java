package org.bocage.portal.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteAddress;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.sharing.ShareCounter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Being followed from the fediverse: found, followed, and told what goes on line, changes and leaves. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, FediverseTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "spring.mail.host="})
class FediverseTests {

    private static final SettableClock CLOCK = new SettableClock();
    private static final FediversePeer PEER = new FediversePeer();
    private static final String SCREEN = "/espace/reglages/fediverse";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private SiteAddress site;

    @Autowired
    private Publications publications;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Followers followers;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private ShareCounter relays;

    static final class Time {
        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("fediverse"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
        registry.add("bocage.outgoing.allowed", PEER::place);
    }

    @AfterAll
    static void stop() {
        PEER.close();
    }

    @BeforeEach
    void open() {
        stores.author().update(Identity.SYSTEM, session -> site.write(session, address()));
        switchTo("oui");
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private void switchTo(String answer) {
        Browser admin = Browser.signedIn(port, "admin");
        HttpResponse<String> sent = admin.postWithToken(SCREEN, Map.of("suivi", answer));
        assertThat(sent.statusCode()).isEqualTo(302);
    }

    private String actor(String name) {
        return address() + "/fediverse/" + name;
    }

    private HttpResponse<String> get(String path, String... headers) {
        return new Browser(port).get(path, headers);
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = get(path.replace(address(), ""));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private void follow(FediversePeer.Account who, String actor) {
        assertThat(who.send(actor(actor) + "/inbox", who.activity("Follow", actor(actor)))
                        .statusCode())
                .isEqualTo(202);
    }

    /** The portal looks at what is on line, and delivers. */
    private void round() {
        publications.look();
        deliveries.deliver();
    }

    private static Map<String, String> event(String title) {
        LocalDate day = LocalDate.now(Clock.system(PARIS)).plusDays(12);
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("origine", "pole");
        filled.put("debut", day + "T09:00");
        filled.put("fin", day + "T11:00");
        filled.put("lieu.nom", "La Grange");
        filled.put("lieu.adresse", "3 rue du Four");
        filled.put("commune", "b0ca0003-0000-4000-8000-000000035126");
        filled.put("description", "<p>On se retrouve, <a href=\"/le-pole\">et l’on parle</a>.</p>");
        filled.put("organisateurs[0].nom", "Le pôle");
        filled.put("tarif", "gratuit");
        filled.put("statut", "prevu");
        filled.put("visibilite", "public");
        return filled;
    }

    private static Map<String, String> news(String title) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("origine", "pole");
        filled.put("chapo", "Une nouvelle qui sort du four, et qui sent déjà bon depuis la rue d’à côté.");
        filled.put("corps", "<p>La voilà.</p>");
        filled.put("themes", "b0ca0002-0000-4000-8000-000000000006");
        filled.put("contactStructure", "b0ca0004-0000-4000-8000-000000000000");
        filled.put("visibilite", "public");
        return filled;
    }

    /** Puts something on line, or a change of it. */
    private void publish(String at, Map<String, String> filled) {
        HttpResponse<String> sent = Browser.signedIn(port, "salariee").write(at, filled, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
    }

    /** Puts a new event on line and lets it be told; returns its object. */
    private String announce(String title) {
        publish("/espace/evenements/nouveau", event(title));
        round();
        return only("Create", title).activity().path("object").path("id").asString();
    }

    /** Where an object is written. */
    private static String screen(String object) {
        return "/espace/evenements/" + object.substring(object.lastIndexOf('/') + 1);
    }

    private void archive(String screen) {
        Browser salariee = Browser.signedIn(port, "salariee");
        String revision = salariee.read(screen).select("[name=revision]").val();
        assertThat(salariee.postWithToken(screen + "/ranger", Map.of("action", "archiver", "revision", revision))
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/webfinger?resource=acct:agenda@localhost",
                "/.well-known/nodeinfo",
                "/nodeinfo/2.1",
                "/fediverse/agenda",
                "/fediverse/agenda/outbox",
                "/fediverse/actus/followers"
            })
    void while_it_is_off_there_is_nothing_at_any_address(String path) {
        switchTo("non");

        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(new Browser(port)
                        .post("/fediverse/inbox", "application/activity+json", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port).read("/flux").select("#flux-fediverse")).isEmpty();
        assertThat(get("/agenda/apero-des-idees", "Accept", "application/activity+json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_handle_that_the_page_shows_leads_to_the_actor_and_its_key() {
        String handle =
                new Browser(port).read("/flux").select("#flux-fediverse-agenda").val();
        assertThat(handle).isEqualTo("@agenda@localhost:" + port);

        JsonNode found = json("/.well-known/webfinger?resource=acct:" + handle.substring(1));
        String id = found.path("links")
                .valueStream()
                .filter(one -> one.path("rel").asString().equals("self"))
                .findFirst()
                .orElseThrow()
                .path("href")
                .asString();

        JsonNode agenda = json(id);
        assertThat(agenda.path("id").asString()).isEqualTo(id).isEqualTo(actor("agenda"));
        assertThat(agenda.path("preferredUsername").asString()).isEqualTo("agenda");
        assertThat(agenda.path("publicKey").path("id").asString()).isEqualTo(id + "#main-key");
        assertThat(agenda.path("publicKey").path("publicKeyPem").asString()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(agenda.path("endpoints").path("sharedInbox").asString()).isEqualTo(address() + "/fediverse/inbox");
        assertThat(get("/fediverse/agenda").headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/activity+json");
        assertThat(get("/.well-known/webfinger?resource=acct:personne@localhost")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/.well-known/webfinger").statusCode()).isEqualTo(400);
    }

    @Test
    void nodeinfo_tells_what_software_this_is() {
        JsonNode links = json("/.well-known/nodeinfo").path("links");
        JsonNode info = json(links.get(0).path("href").asString());

        assertThat(links.get(0).path("rel").asString()).isEqualTo("http://nodeinfo.diaspora.software/ns/schema/2.1");
        assertThat(info.path("version").asString()).isEqualTo("2.1");
        assertThat(info.path("software").path("name").asString()).isEqualTo("bocage");
        assertThat(info.path("protocols").get(0).asString()).isEqualTo("activitypub");
        assertThat(info.path("openRegistrations").isBoolean()).isTrue();
        assertThat(info.path("usage").path("users").path("total").asInt()).isEqualTo(2);
    }

    @Test
    void every_event_of_the_outbox_has_what_gancio_mastodon_and_mobilizon_ask_of_one() {
        JsonNode outbox = json("/fediverse/agenda/outbox");
        JsonNode page = json(outbox.path("first").asString());

        assertThat(outbox.path("totalItems").asInt()).isPositive();
        assertThat(page.path("orderedItems").size()).isPositive();
        page.path("orderedItems").valueStream().forEach(activity -> {
            JsonNode event = activity.path("object");
            assertThat(activity.path("type").asString()).isEqualTo("Create");
            assertThat(event.path("type").asString()).isEqualTo("Event");
            assertThat(event.path("id").asString()).startsWith(address());
            assertThat(event.path("url").asString()).startsWith(address() + "/agenda/");
            assertThat(event.path("name").asString()).isNotBlank();
            assertThat(OffsetDateTime.parse(event.path("startTime").asString())).isNotNull();
            assertThat(event.path("content").asString()).isNotBlank().doesNotContain("href=\"/");
            assertThat(event.path("attachment").isArray()).isTrue();
            assertThat(event.path("joinMode").asString()).isEqualTo("external");
            assertThat(event.path("ical:status").asString()).isIn("CONFIRMED", "TENTATIVE", "CANCELLED");
            assertThat(event.path("attributedTo").asString()).isEqualTo(actor("agenda"));
            assertThat(event.path("to").get(0).asString()).endsWith("#Public");
        });
        assertThat(page.toString())
                .contains("\"type\":\"Place\"", "\"addressLocality\"", "\"type\":\"Document\"")
                .doesNotContain("CA du mois");
        JsonNode one = page.path("orderedItems").get(0).path("object");
        assertThat(json(one.path("id").asString()).path("name")).isEqualTo(one.path("name"));
    }

    @Test
    void the_page_of_an_event_leads_who_asks_for_activitystreams_to_the_object_and_everybody_else_to_the_page() {
        HttpResponse<String> led = get("/agenda/apero-des-idees", "Accept", "application/activity+json");

        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(json(led.headers().firstValue("Location").orElseThrow())
                        .path("name")
                        .asString())
                .isEqualTo("Apéro des idées");
        assertThat(get("/agenda/apero-des-idees").statusCode()).isEqualTo(200);
        assertThat(get("/agenda/nulle-part", "Accept", "application/activity+json")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_follows_is_accepted_told_what_goes_on_line_changes_and_leaves_and_no_more_once_they_no_longer_follow() {
        FediversePeer.Account camille = PEER.account("camille");
        follow(camille, "agenda");
        round();
        assertThat(PEER.received("Accept", camille.id())).hasSize(1);
        assertThat(json("/fediverse/agenda/followers").path("totalItems").asInt())
                .isPositive();
        assertThat(json("/fediverse/agenda/followers").toString()).doesNotContain("camille");

        String object = announce("Bal des abeilles");

        FediversePeer.Received told = only("Create", "Bal des abeilles");
        JsonNode event = told.activity().path("object");
        assertThat(event.path("startTime").asString()).contains("T09:00:00+0");
        assertThat(event.path("endTime").asString()).contains("T11:00:00+0");
        assertThat(event.path("location").path("name").asString()).isEqualTo("La Grange");
        assertThat(event.path("location")
                        .path("address")
                        .path("addressLocality")
                        .asString())
                .isEqualTo("Guichen");
        assertThat(event.path("content").asString()).contains("href=\"" + address() + "/le-pole\"");
        assertThat(isSigned(told)).isTrue();
        round();
        assertThat(PEER.received("Create", "Bal des abeilles").stream()
                        .filter(one -> one.path().equals(camille.inbox())))
                .as("once")
                .hasSize(1);

        Map<String, String> changed = event("Bal des abeilles");
        changed.put("statut", "annule");
        publish(screen(object), changed);
        round();
        assertThat(only("Update", "Bal des abeilles")
                        .activity()
                        .path("object")
                        .path("ical:status")
                        .asString())
                .isEqualTo("CANCELLED");

        archive(screen(object));
        round();
        assertThat(only("Delete", object).activity().path("object").path("type").asString())
                .as("Gancio takes away what it knows as an event")
                .isEqualTo("Event");
        assertThat(get(object.replace(address(), "")).statusCode()).isEqualTo(410);
        assertThat(get(object.replace(address(), "")).body()).contains("Tombstone");

        String undo = camille.activity("Undo", camille.activity("Follow", actor("agenda")));
        assertThat(camille.send(actor("agenda") + "/inbox", undo).statusCode()).isEqualTo(202);
        publish("/espace/evenements/nouveau", event("Bal des bourdons"));
        round();
        assertThat(PEER.received("Create", "Bal des bourdons").stream()
                        .filter(one -> one.path().equals(camille.inbox())))
                .isEmpty();
    }

    @Test
    void news_go_to_who_follows_the_news_as_a_note_that_is_read_whole() {
        FediversePeer.Account dominique = PEER.account("dominique");
        follow(dominique, "actus");

        publish("/espace/actus/nouveau", news("Le four est chaud"));
        publish("/espace/evenements/nouveau", event("Bal du four"));
        round();

        FediversePeer.Received told = only("Create", "Le four est chaud");
        assertThat(told.path()).isEqualTo(dominique.inbox());
        assertThat(told.activity().path("object").path("type").asString()).isEqualTo("Note");
        assertThat(told.activity().path("object").path("content").asString())
                .contains("Le four est chaud", "qui sort du four", "href=\"" + address() + "/actualites/");
        assertThat(PEER.received("Create", "Bal du four").stream()
                        .filter(one -> one.path().equals(dominique.inbox())))
                .isEmpty();
    }

    @Test
    void what_only_members_read_and_what_was_on_line_before_is_told_to_nobody() {
        FediversePeer.Account eli = PEER.account("eli");
        follow(eli, "agenda");
        Map<String, String> inner = event("Réunion des adhérents");
        inner.put("visibilite", "adherents");

        publish("/espace/evenements/nouveau", inner);
        round();

        assertThat(PEER.received("Create", "Réunion des adhérents")).isEmpty();
        assertThat(PEER.received("Create", "Apéro des idées")).isEmpty();
        assertThat(json("/fediverse/agenda/outbox?page=1").toString()).doesNotContain("Réunion des adhérents");
    }

    @Test
    void a_reply_is_a_remark_for_the_team_until_who_wrote_it_takes_it_away_and_is_on_no_page() {
        FediversePeer.Account fanny = PEER.account("fanny");
        follow(fanny, "agenda");
        String object = announce("Bal des lucioles");
        String screen = screen(object);
        String note = PEER.at("/notes/1");
        String reply = "{\"id\": \"" + note + "\", \"type\": \"Note\", \"attributedTo\": \"" + fanny.id()
                + "\", \"inReplyTo\": \"" + object + "\", \"content\": \"<p>Faut-il <b>des lampions</b> ?</p>\"}";

        assertThat(fanny.send(address() + "/fediverse/inbox", fanny.activity("Create", reply))
                        .statusCode())
                .isEqualTo(202);
        assertThat(fanny.send(address() + "/fediverse/inbox", fanny.activity("Create", reply))
                        .statusCode())
                .as("the same once more")
                .isEqualTo(202);

        Browser salariee = Browser.signedIn(port, "salariee");
        assertThat(salariee.get(screen).body()).containsOnlyOnce("Faut-il des lampions ?");
        assertThat(Browser.plain(salariee.read("/espace").text()))
                .contains("Une réponse est arrivée du fédivers à « Bal des lucioles »");
        assertThat(Browser.signedIn(port, "admin").read(SCREEN).text())
                .contains("Faut-il des lampions ?", "@fanny@" + PEER.place());
        assertThat(get("/agenda/bal-des-lucioles").body()).doesNotContain("lampions");
        assertThat(get(object.replace(address(), "")).body()).doesNotContain("lampions");

        assertThat(fanny.send(address() + "/fediverse/inbox", fanny.activity("Delete", note))
                        .statusCode())
                .isEqualTo(202);
        assertThat(salariee.get(screen).body()).doesNotContain("lampions").contains("Réponse retirée");
        assertThat(salariee.read("/espace").text()).doesNotContain("du fédivers");
    }

    @Test
    void a_link_to_another_page_is_its_whole_address_and_one_to_what_is_not_on_line_leads_nowhere() {
        String page = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("website")
                                .node(session, "/le-pole")
                                .orElseThrow()
                                .getIdentifier());
        follow(PEER.account("lena"), "agenda");
        Map<String, String> filled = event("Bal des liens");
        filled.put(
                "description",
                "<p><a href=\"${link:{uuid:{" + page
                        + "},repository:{website},path:{/le-pole},nodeData:{},extension:{html}}}\">Le pôle</a>, "
                        + "<a href=\"${link:{uuid:{00000000-0000-4000-8000-00000000dead},repository:{actus},"
                        + "path:{/secret},nodeData:{},extension:{html}}}\">rien</a></p>");

        publish("/espace/evenements/nouveau", filled);
        round();

        assertThat(only("Create", "Bal des liens")
                        .activity()
                        .path("object")
                        .path("content")
                        .asString())
                .contains("href=\"" + address() + "/le-pole\"")
                .doesNotContain("${link", "secret", page);
    }

    @Test
    void a_part_of_an_item_is_no_object() {
        follow(PEER.account("parti"), "agenda");
        String object = announce("Bal des morceaux");
        String part = stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("evenements")
                                .nodeById(session, object.substring(object.lastIndexOf('/') + 1))
                                .orElseThrow()
                                .getNode("occurrences")
                                .getNodes()
                                .nextNode()
                                .getIdentifier());

        assertThat(get("/fediverse/objets/" + part).statusCode()).isEqualTo(404);
    }

    @Test
    void what_left_before_it_was_delivered_is_shown_to_nobody() {
        FediversePeer.Account noor = PEER.account("noor");
        follow(noor, "agenda");
        publish("/espace/evenements/nouveau", event("Bal des regrets"));
        publications.look();
        archive("/espace/evenements/" + idOf("bal-des-regrets"));

        deliveries.deliver();

        assertThat(PEER.received("Create", "Bal des regrets")).isEmpty();
    }

    @Test
    void what_waits_is_forgotten_once_it_is_closed_and_who_asks_again_and_again_waits_once() {
        deliveries.deliver();
        int before = queue.size();
        FediversePeer.Account paul = PEER.account("paul");

        follow(paul, "agenda");
        follow(paul, "agenda");
        follow(paul, "agenda");

        assertThat(queue.size()).isEqualTo(before + 1);
        switchTo("non");
        assertThat(queue.size()).isZero();
    }

    @Test
    void under_another_address_of_the_site_nobody_follows_yet() {
        FediversePeer.Account rose = PEER.account("rose");
        follow(rose, "agenda");
        round();
        assertThat(followers.isOne(rose.id())).isTrue();

        stores.author().update(Identity.SYSTEM, session -> site.write(session, "http://127.0.0.1:" + port));
        publications.look();

        assertThat(followers.isOne(rose.id())).isFalse();
    }

    private String idOf(String name) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> named(new Workspace("evenements").root(session), name)
                                .orElseThrow()
                                .getIdentifier());
    }

    private static Optional<Node> named(Node folder, String name) throws RepositoryException {
        if (folder.hasNode(name)) {
            return Optional.of(folder.getNode(name));
        }
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            Node child = nodes.nextNode();
            Optional<Node> found = child.getPrimaryNodeType().getName().equals("bocage:evenement")
                    ? Optional.empty()
                    : named(child, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Test
    void what_a_follower_passes_on_is_counted_as_a_relay_and_what_a_stranger_does_is_not() {
        FediversePeer.Account gwen = PEER.account("gwen");
        FediversePeer.Account stranger = PEER.account("personne");
        follow(gwen, "agenda");
        String object = announce("Bal des relais");
        String id = object.substring(object.lastIndexOf('/') + 1);

        gwen.send(address() + "/fediverse/inbox", gwen.activity("Announce", object));
        gwen.send(address() + "/fediverse/inbox", gwen.activity("Announce", object));
        stranger.send(address() + "/fediverse/inbox", stranger.activity("Announce", object));

        assertThat(relays.of(id)).isEqualTo(1);
    }

    @Test
    void an_inbox_that_fails_is_tried_again_later_and_a_follower_whose_inbox_is_gone_is_dropped() {
        FediversePeer.Account slow = PEER.account("hiver");
        FediversePeer.Account gone = PEER.account("parti");
        follow(slow, "agenda");
        follow(gone, "agenda");
        round();
        PEER.status(slow.inbox(), 503);
        PEER.status(gone.inbox(), 410);

        publish("/espace/evenements/nouveau", event("Bal de la neige"));
        round();
        assertThat(PEER.received("Create", "Bal de la neige").stream().map(FediversePeer.Received::path))
                .doesNotContain(slow.inbox(), gone.inbox());
        assertThat(followers.isOne(gone.id())).isFalse();
        assertThat(followers.isOne(slow.id())).isTrue();

        PEER.status(slow.inbox(), 202);
        deliveries.deliver();
        assertThat(PEER.received("Create", "Bal de la neige").stream().map(FediversePeer.Received::path))
                .as("not at once")
                .doesNotContain(slow.inbox());
        CLOCK.forward(Duration.ofMinutes(2));
        deliveries.deliver();
        assertThat(PEER.received("Create", "Bal de la neige").stream().map(FediversePeer.Received::path))
                .contains(slow.inbox());
    }

    @Test
    void a_follower_whose_inbox_takes_nothing_for_more_than_a_week_is_dropped_and_nothing_waits_for_ever() {
        FediversePeer.Account dead = PEER.account("silence");
        follow(dead, "agenda");
        round();
        PEER.status(dead.inbox(), 500);
        publish("/espace/evenements/nouveau", event("Bal du silence"));
        round();
        for (int i = 0; i < DeliveryQueue.PAUSES.size(); i++) {
            CLOCK.forward(DeliveryQueue.PAUSES.get(i).plusSeconds(1));
            deliveries.deliver();
        }
        assertThat(queue.size()).as("given up").isZero();
        CLOCK.forward(Followers.PATIENCE);

        publish("/espace/evenements/nouveau", event("Bal du silence encore"));
        round();

        assertThat(followers.isOne(dead.id())).isFalse();
    }

    /** The first of its kind with these words, which there must be. */
    private FediversePeer.Received only(String type, String words) {
        List<FediversePeer.Received> found = PEER.received(type, words);
        assertThat(found).as(type + " " + words).isNotEmpty();
        return found.get(0);
    }

    /** Whether the actor signed it, checked by code of its own. */
    private boolean isSigned(FediversePeer.Received told) {
        Map<String, String> headers = told.headers();
        Matcher signature = Pattern.compile("keyId=\"([^\"]+)\".*headers=\"([^\"]+)\",signature=\"([^\"]+)\"")
                .matcher(headers.getOrDefault("signature", ""));
        assertThat(signature.find()).isTrue();
        assertThat(signature.group(2)).isEqualTo("(request-target) host date digest");
        String covered = "(request-target): post " + told.path() + "\nhost: " + headers.get("host") + "\ndate: "
                + headers.get("date") + "\ndigest: " + headers.get("digest");
        String pem = json(signature.group(1).replaceFirst("#.*", ""))
                .path("publicKey")
                .path("publicKeyPem")
                .asString()
                .replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(covered.getBytes(StandardCharsets.UTF_8));
            assertThat(Duration.between(Instant.from(FediversePeer.DATE.parse(headers.get("date"))), CLOCK.instant())
                            .abs())
                    .isLessThan(Duration.ofMinutes(1));
            return check.verify(Base64.getDecoder().decode(signature.group(3)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
