package org.bocage.portal.fediverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.SiteAddress;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
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

/** Inboxes of the fediverse: what proves nothing is refused, whatever its shape, and what goes on at a thousand followers. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, InboxTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "spring.mail.host="})
class InboxTests {

    private static final SettableClock CLOCK = new SettableClock();
    private static final FediversePeer PEER = new FediversePeer();
    private static final FediversePeer OTHER = new FediversePeer();
    private static final FediversePeer SLOW = new FediversePeer(Duration.ofSeconds(1));
    private static final ServerSocket DEAD = silent();
    private static final String SCREEN = "/espace/reglages/fediverse";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private SiteAddress site;

    @Autowired
    private Followers followers;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private FederatedItems items;

    @Autowired
    private FediverseAddresses addresses;

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Time {
        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("inbox"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
        registry.add(
                "bocage.outgoing.allowed",
                () -> String.join(",", PEER.place(), OTHER.place(), SLOW.place(), "127.0.0.1:" + DEAD.getLocalPort()));
    }

    @AfterAll
    static void stop() throws IOException {
        PEER.close();
        OTHER.close();
        SLOW.close();
        DEAD.close();
    }

    @BeforeEach
    void open() {
        stores.author().update(Identity.SYSTEM, session -> site.write(session, address()));
        Browser admin = Browser.signedIn(port, "admin");
        assertThat(admin.postWithToken(SCREEN, Map.of("suivi", "oui")).statusCode())
                .isEqualTo(302);
        // another minute, so that no test counts for the next one
        CLOCK.forward(Duration.ofMinutes(1));
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private String agenda() {
        return address() + "/fediverse/agenda";
    }

    private String inbox() {
        return agenda() + "/inbox";
    }

    private FediversePeer.Delivery follow(FediversePeer.Account who) {
        return who.delivery(inbox(), who.activity("Follow", agenda())).at(CLOCK.instant());
    }

    private HttpResponse<String> send(FediversePeer.Account who, String activity) {
        return who.delivery(inbox(), activity).at(CLOCK.instant()).send();
    }

    private void refused(FediversePeer.Account who, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":{");
        assertThat(followers.isOne(who.id())).isFalse();
    }

    @Test
    void a_follower_who_signs_is_taken_by_the_draft_and_by_the_standard() {
        FediversePeer.Account draft = PEER.account("brouillon");
        FediversePeer.Account standard = PEER.account("norme");

        assertThat(follow(draft).send().statusCode()).isEqualTo(202);
        assertThat(follow(standard).sendByTheStandard().statusCode()).isEqualTo(202);

        assertThat(followers.isOne(draft.id())).isTrue();
        assertThat(followers.isOne(standard.id())).isTrue();
    }

    @Test
    void a_wrong_signature_is_refused() {
        FediversePeer.Account who = PEER.account("faux");
        String other = Base64.getEncoder().encodeToString(who.sign("quelque chose d’autre"));

        refused(who, follow(who).withSignature(other).send(), 401);
        refused(who, follow(who).withSignature(other).sendByTheStandard(), 401);
        refused(who, follow(who).withSignature("pas-du-base64-!").send(), 401);
        refused(who, follow(who).post(Map.of()), 401);
        refused(who, follow(who).post(Map.of("Signature", "\"".repeat(3_000), "Date", "hier")), 401);
    }

    @Test
    void an_old_date_and_one_of_the_future_are_refused() {
        FediversePeer.Account who = PEER.account("hier");

        refused(who, follow(who).at(CLOCK.instant().minus(Duration.ofHours(2))).send(), 401);
        refused(who, follow(who).at(CLOCK.instant().plus(Duration.ofHours(2))).send(), 401);
        refused(who, follow(who).at(CLOCK.instant().minus(Duration.ofHours(2))).sendByTheStandard(), 401);
    }

    @Test
    void a_digest_that_differs_from_the_body_is_refused() {
        FediversePeer.Account who = PEER.account("condense");

        refused(who, follow(who).withDigestOf("{}").send(), 401);
    }

    @Test
    void a_key_of_another_host_and_one_of_somebody_else_are_refused() {
        FediversePeer.Account who = PEER.account("volee");
        FediversePeer.Account neighbour = PEER.account("voisine");
        FediversePeer.Account stranger = OTHER.account("etrangere");

        refused(who, follow(who).withKey(stranger.key()).send(), 401);
        refused(
                who,
                neighbour
                        .delivery(inbox(), who.activity("Follow", agenda()))
                        .at(CLOCK.instant())
                        .send(),
                401);
        // a document of one host that says that its key is that of an actor of another one
        PEER.serve(
                "/users/menteuse",
                who.document(PEER.at("/users/menteuse"), PEER.at("/users/menteuse#main-key"), stranger.id()));
        refused(who, follow(who).withKey(PEER.at("/users/menteuse#main-key")).send(), 401);
    }

    @Test
    void a_host_that_sends_readers_on_to_another_one_does_not_let_that_one_speak_for_its_people() {
        FediversePeer.Account victim = PEER.account("victime");
        FediversePeer.Account thief = OTHER.account("voleuse");
        for (String key : List.of("/sortie", "/users/victime/sortie")) {
            OTHER.serve(
                    "/faux" + key,
                    thief.document(victim.id(), PEER.at(key), victim.id()).replace(OTHER.place(), PEER.place()));
            PEER.redirect(key, OTHER.at("/faux" + key));

            refused(
                    victim,
                    thief.delivery(inbox(), victim.activity("Follow", agenda()))
                            .withKey(PEER.at(key))
                            .at(CLOCK.instant())
                            .send(),
                    401);
        }
    }

    @Test
    void a_key_that_changes_is_read_anew_and_the_former_one_no_longer_counts() {
        FediversePeer.Account who = PEER.account("tournante");
        assertThat(follow(who).send().statusCode()).isEqualTo(202);
        CLOCK.forward(Duration.ofMinutes(2));

        who.changeKey();
        assertThat(send(who, who.activity("Undo", who.activity("Follow", agenda())))
                        .statusCode())
                .as("a key that its document does not tell")
                .isEqualTo(401);
        who.publish();
        assertThat(send(who, who.activity("Undo", who.activity("Follow", agenda())))
                        .statusCode())
                .as("not asked for again at each try")
                .isEqualTo(401);
        CLOCK.forward(Duration.ofMinutes(2));
        assertThat(send(who, who.activity("Undo", who.activity("Follow", agenda())))
                        .statusCode())
                .isEqualTo(202);
        assertThat(followers.isOne(who.id())).isFalse();
        assertThat(PEER.asked("/users/tournante")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/users/a",
                "http://10.0.0.1/users/a",
                "http://[::1]/users/a",
                "http://localhost/users/a",
                "ftp://exemple.org/a",
                "pas une adresse"
            })
    void an_actor_at_a_private_address_is_not_asked_for(String id) {
        FediversePeer.Account who = PEER.account("interieur");
        String activity = who.activity("Follow", agenda()).replace(who.id(), id);

        HttpResponse<String> answer = who.delivery(inbox(), activity)
                .at(CLOCK.instant())
                .withKey(id + "#main-key")
                .send();

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
    }

    @Test
    void a_redirect_to_a_private_address_is_not_followed() throws IOException {
        HttpServer inner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();
        inner.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inner.start();
        try {
            FediversePeer.Account who = PEER.account("detour");
            PEER.redirect(
                    "/users/detour", "http://127.0.0.1:" + inner.getAddress().getPort() + "/secret");

            refused(who, follow(who).send(), 401);
            assertThat(asked).isEmpty();
        } finally {
            inner.stop(0);
        }
    }

    @Test
    void an_activity_of_10_megabytes_is_refused_and_so_is_a_document_of_an_actor() {
        FediversePeer.Account who = PEER.account("enorme");
        String activity = who.activity("Follow", agenda())
                .replace("\"Follow\"", "\"Follow\", \"x\": \"" + "x".repeat(10_000_000) + "\"");

        refused(who, who.delivery(inbox(), activity).at(CLOCK.instant()).send(), 413);
        PEER.serve(
                "/users/enorme",
                who.document(who.id(), who.key(), who.id())
                        .replace("\"Person\"", "\"Person\", \"x\": \"" + "x".repeat(10_000_000) + "\""));
        refused(who, follow(who).send(), 401);
    }

    @Test
    void ten_thousand_levels_are_refused_and_so_are_those_of_the_document_of_an_actor() {
        FediversePeer.Account who = PEER.account("profonde");
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String activity = who.activity("Follow", agenda()).replace("\"Follow\"", "\"Follow\", \"x\": " + deep);

        refused(who, who.delivery(inbox(), activity).at(CLOCK.instant()).send(), 400);
        PEER.serve(
                "/users/profonde",
                who.document(who.id(), who.key(), who.id()).replace("\"Person\"", "\"Person\", \"x\": " + deep));
        refused(who, follow(who).send(), 401);
        for (String body : new String[] {"", "null", "[]", "\"texte\"", "{", "{\"type\": [1], \"actor\": {}}"}) {
            HttpResponse<String> answer =
                    who.delivery(inbox(), body).at(CLOCK.instant()).send();
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void replies_that_answer_each_other_in_a_circle_are_left_aside_and_nothing_is_asked() {
        FediversePeer.Account who = PEER.account("ronde");
        String one = PEER.at("/notes/un");
        String two = PEER.at("/notes/deux");
        follow(who).send();

        for (String[] pair : new String[][] {{one, two}, {two, one}, {one, one}}) {
            String note = "{\"id\": \"" + pair[0] + "\", \"type\": \"Note\", \"attributedTo\": \"" + who.id()
                    + "\", \"inReplyTo\": \"" + pair[1] + "\", \"content\": \"rond\"}";
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThat(send(who, who.activity("Create", note)).statusCode())
                            .isEqualTo(202));
        }
        assertThat(PEER.asked("/notes/un") + PEER.asked("/notes/deux")).isZero();
        assertThat(Browser.signedIn(port, "admin").read(SCREEN).text()).doesNotContain("rond");
    }

    @Test
    void unknown_kinds_are_taken_without_anything_being_done_or_asked() {
        FediversePeer.Account who = PEER.account("bizarre");

        for (String kind : new String[] {"Like", "Flag", "Join", "Move", "N’importe quoi", ""}) {
            assertThat(send(who, who.activity(kind, agenda())).statusCode()).isEqualTo(202);
        }
        assertThat(PEER.asked("/users/bizarre")).isZero();
    }

    @Test
    void a_deletion_of_what_was_never_here_changes_nothing_and_one_by_somebody_else_neither() {
        FediversePeer.Account who = PEER.account("efface");
        FediversePeer.Account stays = PEER.account("reste");
        assertThat(follow(stays).send().statusCode()).isEqualTo(202);

        assertThat(send(who, who.activity("Delete", who.id())).statusCode()).isEqualTo(202);
        assertThat(send(stays, stays.activity("Delete", PEER.at("/notes/jamais")))
                        .statusCode())
                .isEqualTo(202);
        assertThat(PEER.asked("/users/efface")).as("nobody asks who that was").isZero();
        assertThat(send(stays, stays.activity("Delete", OTHER.at("/notes/ailleurs")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(followers.isOne(stays.id())).isTrue();
    }

    @Test
    void an_account_that_is_deleted_follows_no_more_even_when_its_key_is_gone_with_it() {
        FediversePeer.Account who = PEER.account("adieu");
        FediversePeer.Account forgotten = PEER.account("oubliee");
        follow(who).send();
        follow(forgotten).send();

        assertThat(send(who, who.activity("Delete", who.id())).statusCode()).isEqualTo(202);
        CLOCK.forward(Duration.ofMinutes(2));
        PEER.status("/users/oubliee", 410);
        // signed with a key that is not the known one, so that it is asked for again
        forgotten.changeKey();
        assertThat(send(forgotten, forgotten.activity("Delete", forgotten.id())).statusCode())
                .isEqualTo(202);

        assertThat(followers.isOne(who.id())).isFalse();
        assertThat(followers.isOne(forgotten.id())).isFalse();
    }

    @Test
    void a_change_by_another_host_and_an_end_of_following_in_the_name_of_somebody_else_are_refused() {
        FediversePeer.Account who = PEER.account("intruse");
        FediversePeer.Account stays = PEER.account("fidele");
        follow(stays).send();

        String foreign = "{\"id\": \"" + OTHER.at("/notes/a") + "\", \"type\": \"Note\"}";
        assertThat(send(who, who.activity("Update", foreign)).statusCode()).isEqualTo(403);
        assertThat(send(who, who.activity("Undo", stays.activity("Follow", agenda())))
                        .statusCode())
                .isEqualTo(403);
        assertThat(followers.isOne(stays.id())).isTrue();
    }

    @Test
    void a_follow_of_what_is_no_actor_is_refused() {
        FediversePeer.Account who = PEER.account("perdue");

        refused(who, send(who, who.activity("Follow", address() + "/fediverse/personne")), 403);
    }

    @Test
    void a_flood_of_one_host_is_stopped_until_the_next_minute() {
        FediversePeer.Account who = PEER.account("flot");
        CLOCK.hold();
        try {
            Set<Integer> statuses = IntStream.range(0, 320)
                    .mapToObj(i -> send(who, who.activity("Like", agenda())).statusCode())
                    .collect(Collectors.toSet());

            assertThat(statuses).containsExactlyInAnyOrder(202, 429);
            HttpResponse<String> stopped = send(who, who.activity("Like", agenda()));
            assertThat(stopped.statusCode()).isEqualTo(429);
            assertThat(stopped.headers().firstValue("Retry-After")).contains("60");
            CLOCK.forward(Duration.ofMinutes(1));
            assertThat(send(who, who.activity("Like", agenda())).statusCode()).isEqualTo(202);
        } finally {
            CLOCK.release();
        }
    }

    @Test
    void what_is_no_json_and_what_is_compressed_is_refused() {
        HttpResponse<String> form = new Browser(port).post("/fediverse/inbox", Map.of("type", "Follow"));
        assertThat(form.statusCode()).isEqualTo(415);
    }

    /** Of the two that are slow each takes a second to answer, the five dead ones let anybody in and never say a word. */
    @Test
    void a_thousand_followers_have_an_activity_though_two_are_slow_and_five_are_dead() {
        FederatedItem item = items.latest(LocalActor.AGENDA, 0, 1).get(0);
        List<String> inboxes = new ArrayList<>();
        IntStream.range(0, 993).forEach(i -> inboxes.add(PEER.at("/mille/" + i + "/inbox")));
        IntStream.range(0, 2).forEach(i -> inboxes.add(i * 300, SLOW.at("/lent/" + i)));
        IntStream.range(0, 5).forEach(i -> inboxes.add(i * 100, "http://127.0.0.1:" + DEAD.getLocalPort() + "/" + i));
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> queue.add(
                                session,
                                LocalActor.AGENDA,
                                "Create",
                                item.id(),
                                item.activity("Create", addresses),
                                inboxes));

        deliveries.deliver();

        assertThat(PEER.received().stream().filter(one -> one.path().startsWith("/mille/")))
                .hasSize(993);
        assertThat(SLOW.received()).hasSize(2);
        assertThat(queue.size()).as("the dead ones are tried again").isEqualTo(1);
    }
}
