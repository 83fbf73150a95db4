package org.bocage.portal.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.SiteAddress;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.sharing.ShareCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** Payloads of Mastodon, Mobilizon and Gancio, written as each of them writes, and the fields that each asks of ours. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, OtherProgramsTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "spring.mail.host="})
class OtherProgramsTests {

    private static final Path PAYLOADS = Path.of("webapp/src/test/resources/fediverse");
    private static final String SCREEN = "/espace/reglages/fediverse";
    private static final String EVENT = "/agenda/apero-des-idees";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final SettableClock CLOCK = new SettableClock();

    private static final Program MASTODON = new Program("(request-target)", "host", "date", "digest", "content-type");
    private static final Program MOBILIZON =
            new Program("(request-target)", "content-length", "date", "digest", "host");
    private static final Program GANCIO = new Program("(request-target)", "host", "date", "digest");

    private static final FediversePeer.Account ANOUK = MASTODON.account("/users/anouk", "mastodon-person");
    private static final FediversePeer.Account RELAY = MOBILIZON.account("/relay", "mobilizon-relay");
    private static final FediversePeer.Account LISE = MOBILIZON.account("/@lise", "mobilizon-person");
    private static final FediversePeer.Account LIBRE =
            GANCIO.account("/federation/u/agenda_libre", "gancio-application");

    private static @Nullable JsonNode told;

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
    private ShareCounter relays;

    /** A server of another program, with the headers that this one signs. */
    private static final class Program {

        private final FediversePeer peer = new FediversePeer();
        private final String[] signed;

        Program(String... signed) {
            this.signed = signed;
        }

        /** An account, read as the program writes it: Mobilizon has its keys bare. */
        FediversePeer.Account account(String path, String document) {
            FediversePeer.Account account = peer.accountAt(path);
            String key = document.startsWith("mobilizon") ? account.barePem() : account.pem();
            account.publish(payload(document, peer, "", "").replace("{{key}}", key));
            return account;
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
        String data = DemoHome.at(home.resolve("programs"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
        registry.add(
                "bocage.outgoing.allowed",
                () -> String.join(",", MASTODON.peer.place(), MOBILIZON.peer.place(), GANCIO.peer.place()));
    }

    @AfterAll
    static void stop() {
        Stream.of(MASTODON, MOBILIZON, GANCIO).forEach(program -> program.peer.close());
        told = null;
    }

    @BeforeEach
    void open() {
        stores.author().update(Identity.SYSTEM, session -> site.write(session, address()));
        Browser admin = Browser.signedIn(port, "admin");
        assertThat(admin.postWithToken(SCREEN, Map.of("suivi", "oui")).statusCode())
                .isEqualTo(302);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static String payload(String name, FediversePeer peer, String portal, String object) {
        try {
            return Files.readString(PAYLOADS.resolve(name + ".json"))
                    .replace("{{host}}", peer.at(""))
                    .replace("{{portal}}", portal)
                    .replace("{{object}}", object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event of the demo, as others know it. */
    private String object() {
        return new Browser(port)
                .get(EVENT, "Accept", "application/activity+json")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String id(String object) {
        return object.substring(object.lastIndexOf('/') + 1);
    }

    private FediversePeer.Delivery delivery(Program program, FediversePeer.Account by, String payload) {
        return by.delivery(address() + "/fediverse/inbox", payload(payload, program.peer, address(), object()))
                .covering(program.signed);
    }

    private void taken(Program program, FediversePeer.Account by, String... payloads) {
        for (String payload : payloads) {
            HttpResponse<String> answer = delivery(program, by, payload).send();
            assertThat(answer.statusCode()).as(payload + " " + answer.body()).isEqualTo(202);
        }
    }

    private void round() {
        publications.look();
        deliveries.deliver();
    }

    private void publish(String title) {
        LocalDate day = LocalDate.now(Clock.system(PARIS)).plusDays(12);
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("origine", "pole");
        filled.put("debut", day + "T09:00");
        filled.put("fin", day + "T11:00");
        filled.put("lieu.nom", "La Grange");
        filled.put("lieu.adresse", "3 rue du Four");
        filled.put("commune", "b0ca0003-0000-4000-8000-000000035126");
        filled.put("description", "<p>On se retrouve, et l’on parle.</p>");
        filled.put("organisateurs[0].nom", "Le pôle");
        filled.put("tarif", "gratuit");
        filled.put("statut", "prevu");
        filled.put("visibilite", "public");
        HttpResponse<String> sent =
                Browser.signedIn(port, "salariee").write("/espace/evenements/nouveau", filled, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
    }

    @Test
    void somebody_at_mastodon_follows_is_told_at_the_inbox_of_the_server_and_undoes_it() {
        taken(MASTODON, ANOUK, "mastodon-follow");
        assertThat(followers.isOne(ANOUK.id())).isTrue();

        publish("Bal des haies");
        round();

        FediversePeer.Received accepted =
                MASTODON.peer.received("Accept", ANOUK.id() + "#follows/71").get(0);
        assertThat(accepted.path()).isEqualTo("/users/anouk/inbox");
        assertThat(MASTODON.peer.received("Create", "Bal des haies"))
                .extracting(FediversePeer.Received::path)
                .containsExactly("/inbox");
        taken(MASTODON, ANOUK, "mastodon-undo-follow");
        assertThat(followers.isOne(ANOUK.id())).isFalse();
    }

    @Test
    void the_relay_of_a_mobilizon_follows_is_told_at_the_inbox_of_the_server_and_undoes_it() {
        taken(MOBILIZON, RELAY, "mobilizon-follow");
        assertThat(followers.isOne(RELAY.id())).isTrue();

        publish("Bal des mares");
        round();

        assertThat(MOBILIZON.peer.received("Accept", MOBILIZON.peer.at("/follow/2f4cbb0a")))
                .extracting(FediversePeer.Received::path)
                .contains("/inbox");
        assertThat(MOBILIZON.peer.received("Create", "Bal des mares"))
                .extracting(FediversePeer.Received::path)
                .containsExactly("/inbox");
        taken(MOBILIZON, RELAY, "mobilizon-undo-follow");
        assertThat(followers.isOne(RELAY.id())).isFalse();
    }

    @Test
    void a_gancio_follows_is_told_at_its_own_inbox_and_undoes_it_without_saying_again_who_followed() {
        taken(GANCIO, LIBRE, "gancio-follow");
        assertThat(followers.isOne(LIBRE.id())).isTrue();

        publish("Bal des gares");
        round();

        assertThat(GANCIO.peer.received("Accept", "#follow"))
                .extracting(FediversePeer.Received::path)
                .contains("/federation/u/agenda_libre/inbox");
        assertThat(GANCIO.peer.received("Create", "Bal des gares"))
                .extracting(FediversePeer.Received::path)
                .containsExactly("/federation/u/agenda_libre/inbox");
        taken(GANCIO, LIBRE, "gancio-undo-follow");
        assertThat(followers.isOne(LIBRE.id())).isFalse();
    }

    @Test
    void an_older_gancio_that_names_its_key_by_its_actor_alone_is_believed() {
        HttpResponse<String> answer =
                delivery(GANCIO, LIBRE, "gancio-follow").withKey(LIBRE.id()).send();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(followers.isOne(LIBRE.id())).isTrue();
        taken(GANCIO, LIBRE, "gancio-undo-follow");
    }

    @Test
    void a_reply_from_mastodon_is_a_remark_until_its_tombstone_comes() {
        String screen = "/espace/evenements/" + id(object());
        Browser salariee = Browser.signedIn(port, "salariee");

        taken(MASTODON, ANOUK, "mastodon-reply");
        assertThat(salariee.read(screen).text()).contains("avec une brouette");
        assertThat(Browser.signedIn(port, "admin").read(SCREEN).text()).contains("@anouk@" + MASTODON.peer.place());
        assertThat(new Browser(port).get(EVENT).body()).doesNotContain("brouette");

        taken(MASTODON, ANOUK, "mastodon-delete-reply");
        assertThat(salariee.read(screen).text()).doesNotContain("brouette").contains("Réponse retirée");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilizon-comment", "mobilizon-comment-of-group"})
    void a_comment_from_mobilizon_even_in_the_name_of_a_group_is_a_remark_until_its_tombstone_comes(String comment) {
        String screen = "/espace/evenements/" + id(object());
        Browser salariee = Browser.signedIn(port, "salariee");

        taken(MOBILIZON, LISE, comment);
        assertThat(salariee.read(screen).text()).contains("On apporte deux épuisettes et le goûter.");
        assertThat(Browser.signedIn(port, "admin").read(SCREEN).text()).contains("@lise@" + MOBILIZON.peer.place());

        taken(MOBILIZON, LISE, "mobilizon-delete-comment");
        assertThat(salariee.read(screen).text()).doesNotContain("épuisettes").contains("Réponse retirée");
    }

    @Test
    void a_boost_by_its_identifier_and_an_announcement_with_the_whole_event_are_a_relay_each() {
        String item = id(object());
        long before = relays.of(item);
        taken(MASTODON, ANOUK, "mastodon-follow");
        taken(MOBILIZON, RELAY, "mobilizon-follow");

        taken(MASTODON, ANOUK, "mastodon-boost", "mastodon-undo-boost");
        taken(MOBILIZON, RELAY, "mobilizon-announce");

        assertThat(relays.of(item)).isEqualTo(before + 2);
    }

    @Test
    void an_account_of_mastodon_that_changes_goes_on_following_and_one_that_is_closed_does_not() {
        taken(MASTODON, ANOUK, "mastodon-follow", "mastodon-update-account");
        assertThat(followers.isOne(ANOUK.id())).isTrue();

        taken(MASTODON, ANOUK, "mastodon-delete-account");
        assertThat(followers.isOne(ANOUK.id())).isFalse();
    }

    @Test
    void what_others_tell_of_their_own_is_taken_and_is_nowhere_to_be_read() {
        taken(MOBILIZON, LISE, "mobilizon-event", "mobilizon-update-event", "mobilizon-post", "mobilizon-join");
        taken(GANCIO, LIBRE, "gancio-event");

        Browser salariee = Browser.signedIn(port, "salariee");
        for (String path : List.of("/agenda", "/actualites", "/espace/taches", "/espace")) {
            assertThat(salariee.read(path).text())
                    .as(path)
                    .doesNotContain("Curage de la mare", "Trente tritons", "Cantine de la gare");
        }
    }

    @Test
    void who_follows_undoes_it_by_the_identifier_alone_and_nobody_else_does() {
        FediversePeer.Account marc = MASTODON.peer.account("marc");
        FediversePeer.Account other = MASTODON.peer.account("autre");
        String inbox = address() + "/fediverse/inbox";
        String follow = marc.activity("Follow", address() + "/fediverse/agenda");
        String name = JsonMapper.shared().readTree(follow).path("id").asString();
        marc.send(inbox, follow);

        assertThat(other.send(inbox, other.activity("Undo", name)).statusCode()).isEqualTo(202);
        assertThat(marc.send(inbox, marc.activity("Undo", marc.id() + "#autre-chose"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(followers.isOne(marc.id())).isTrue();

        assertThat(marc.send(inbox, marc.activity("Undo", name)).statusCode()).isEqualTo(202);
        assertThat(followers.isOne(marc.id())).isFalse();
    }

    @Test
    void a_key_among_several_a_digest_in_small_letters_and_an_author_among_several_are_understood() {
        FediversePeer.Account nina = MASTODON.peer.account("nina");
        FediversePeer.Account former = MASTODON.peer.accountAt("/users/nina");
        nina.publish(nina.document(nina.id(), nina.key(), nina.id())
                .replace(
                        "\"publicKey\": {",
                        "\"publicKey\": [{\"id\": \"" + nina.id() + "#ancienne\", \"owner\": \"" + nina.id()
                                + "\", \"publicKeyPem\": \"" + former.pem() + "\"}, {")
                .replaceFirst("}}$", "}]}"));
        String note = "{\"id\": \"" + MASTODON.peer.at("/notes/nina") + "\", \"type\": \"Note\", \"attributedTo\": ["
                + "{\"type\": \"Person\", \"id\": \"" + nina.id() + "\"}, {\"type\": \"Group\", \"id\": \""
                + MASTODON.peer.at("/groups/haies") + "\"}], \"inReplyTo\": [\"" + object()
                + "\"], \"content\": \"<p>Un mot de plusieurs mains</p>\"}";

        HttpResponse<String> answer = nina.delivery(address() + "/fediverse/inbox", nina.activity("Create", note))
                .withSmallDigest()
                .send();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(Browser.signedIn(port, "admin").read(SCREEN).text()).contains("Un mot de plusieurs mains");
    }

    @Test
    void a_note_of_somebody_else_at_the_same_server_is_refused() {
        String note = payload("mobilizon-comment", MOBILIZON.peer, address(), object())
                .replace("/@lise", "/@paul")
                .replaceFirst("/@paul", "/@lise");

        assertThat(LISE.delivery(address() + "/fediverse/inbox", note)
                        .covering(MOBILIZON.signed)
                        .send()
                        .statusCode())
                .isEqualTo(403);
    }

    /** Returns what a follower is told of an event that says all it can, once for all fields. */
    private JsonNode told() {
        if (told == null) {
            taken(MASTODON, ANOUK, "mastodon-follow");
            publish("Bal des tables");
            round();
            told = MASTODON.peer.received("Create", "Bal des tables").get(0).activity();
        }
        return told;
    }

    @ParameterizedTest(name = "{0} asks for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Gancio    | /object/type                             | Event",
                "Gancio    | /object/id                               | http://localhost:\\d+/fediverse/objets/.{36}",
                "Gancio    | /object/name                             | Bal des tables",
                "Gancio    | /object/startTime                        | 20\\d\\d-\\d\\d-\\d\\dT09:00:00[+]0[12]:00",
                "Mastodon  | /id                                      | http://localhost:\\d+/.+",
                "Mastodon  | /actor                                   | http://localhost:\\d+/fediverse/agenda",
                "Mastodon  | /to/0                                    | https://www.w3.org/ns/activitystreams#Public",
                "Mastodon  | /object/attributedTo                     | http://localhost:\\d+/fediverse/agenda",
                "Mastodon  | /object/to/0                             | https://www.w3.org/ns/activitystreams#Public",
                "Mastodon  | /object/name                             | Bal des tables",
                "Mastodon  | /object/url                              | http://localhost:\\d+/agenda/bal-des-tables",
                "Mobilizon | /object/name                             | Bal des tables",
                "Mobilizon | /object/startTime                        | 20\\d\\d-\\d\\d-\\d\\dT09:00:00[+]0[12]:00",
                "Mobilizon | /object/endTime                          | 20\\d\\d-\\d\\d-\\d\\dT11:00:00[+]0[12]:00",
                "Mobilizon | /object/location/type                    | Place",
                "Mobilizon | /object/location/name                    | La Grange",
                "Mobilizon | /object/location/address/type            | PostalAddress",
                "Mobilizon | /object/location/address/streetAddress   | 3 rue du Four",
                "Mobilizon | /object/location/address/postalCode      | 35580",
                "Mobilizon | /object/location/address/addressLocality | Guichen",
                "Mobilizon | /object/location/address/addressCountry  | FR",
                "Mobilizon | /object/attachment/0/type                | Link",
                "Mobilizon | /object/attachment/0/mediaType           | text/html",
                "Mobilizon | /object/attachment/0/name                | Website",
                "Mobilizon | /object/attachment/0/href                | http://localhost:\\d+/agenda/bal-des-tables",
                "Mobilizon | /object/joinMode                         | external",
                "Mobilizon | /object/externalParticipationUrl         | http://localhost:\\d+/agenda/bal-des-tables",
                "Mobilizon | /object/ical:status                      | CONFIRMED",
            })
    void an_event_of_ours_has_each_field_that_another_program_asks_for(String program, String field, String value) {
        assertThat(told().at(field).asString()).as(program + " " + field).matches(value);
    }
}
