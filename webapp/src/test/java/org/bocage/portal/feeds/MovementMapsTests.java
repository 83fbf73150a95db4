package org.bocage.portal.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.feeds.OpenAgendaEvents.Slot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps and agendas of the movement: they take from here what they say they require. */
class MovementMapsTests {

    private static final String ELEMENTS = "/reseau/acteurs.gogocarto.json";
    private static final String EVENTS = "/agenda.openagenda.json";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static HttpResponse<String> get(String path) {
        HttpResponse<String> answer = new Browser(portal.port()).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private static JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    private static Set<String> strings(Stream<JsonNode> nodes, String name) {
        return nodes.map(one -> one.path(name).asString()).collect(Collectors.toSet());
    }

    @Test
    void every_structure_of_the_map_has_what_gogocarto_requires() {
        List<JsonNode> elements = json(ELEMENTS).path("data").valueStream().toList();

        assertThat(elements)
                .hasSize(json("/reseau/acteurs.geojson").path("features").size());
        assertThat(elements).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("id").asString()).isNotBlank();
            assertThat(one.path("name").asString()).isNotBlank();
            assertThat(one.path("uid").asString()).startsWith(one.path("id").asString() + "@");
            assertThat(one.path("geo").path("latitude").asDouble()).isBetween(41.0, 52.0);
            assertThat(one.path("geo").path("longitude").asDouble()).isBetween(-6.0, 10.0);
            assertThat(one.path("taxonomy").isArray()).isTrue();
            assertThat(one.path("taxonomy").size()).isPositive();
            assertThat(one.path("address").path("addressLocality").asString()).isNotBlank();
            assertThat(one.path("address").path("postalCode").asString()).matches("[0-9]{5}");
            assertThat(Instant.parse(one.path("updatedAt").asString())).isNotNull();
        });
        assertThat(strings(elements.stream(), "id")).as("each its own").hasSameSizeAs(elements);
        assertThat(strings(json(ELEMENTS).path("data").valueStream(), "id"))
                .as("the same each time")
                .isEqualTo(strings(elements.stream(), "id"));
        assertThat(get(ELEMENTS).headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(new Browser(portal.port())
                        .get(ELEMENTS, "Origin", "https://carte.exemple")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void what_a_structure_keeps_to_itself_is_not_on_the_maps_of_others() {
        String table = get("/reseau/acteurs.csv").body();

        json(ELEMENTS).path("data").valueStream().forEach(one -> {
            for (String field : List.of("telephone", "email")) {
                if (one.has(field)) {
                    assertThat(table).contains(one.path(field).asString());
                }
            }
        });
        assertThat(get(ELEMENTS).body())
                .doesNotContain("accords", "etat", "visibilite")
                .isEqualTo(Browser.signedIn(portal.port(), "ca").get(ELEMENTS).body());
    }

    @Test
    void every_event_has_what_openagenda_requires() {
        List<JsonNode> events = json(EVENTS).path("events").valueStream().toList();

        assertThat(events).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("title").path("fr").asString()).isNotBlank().hasSizeLessThanOrEqualTo(140);
            assertThat(one.path("description").path("fr").asString())
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(200)
                    .doesNotContain("<");
            assertThat(one.path("longDescription").path("fr").asString())
                    .isNotBlank()
                    .doesNotContain("<p>");
            assertThat(one.path("timings").size()).isPositive();
            one.path("timings").valueStream().forEach(slot -> {
                OffsetDateTime begin = OffsetDateTime.parse(slot.path("begin").asString());
                OffsetDateTime end = OffsetDateTime.parse(slot.path("end").asString());
                assertThat(Duration.between(begin, end)).isPositive().isLessThanOrEqualTo(Duration.ofHours(24));
            });
            assertThat(one.path("attendanceMode").asInt()).isBetween(1, 3);
            if (one.path("attendanceMode").asInt() == 2) {
                assertThat(one.path("onlineAccessLink").asString()).startsWith("http");
            } else {
                assertThat(one.path("location").path("name").asString()).isNotBlank();
                assertThat(one.path("location").path("address").asString()).isNotBlank();
                assertThat(one.path("location").path("latitude").asDouble()).isBetween(41.0, 52.0);
                assertThat(one.path("location").path("longitude").asDouble()).isBetween(-6.0, 10.0);
            }
            assertThat(one.path("timezone").asString()).isEqualTo("Europe/Paris");
            assertThat(one.path("status").asInt()).isIn(1, 4, 5, 6);
            assertThat(one.path("extIds").get(0).path("value").asString()).isNotBlank();
            assertThat(Instant.parse(one.path("updatedAt").asString())).isNotNull();
        });
        assertThat(events.stream().map(one -> one.path("slug").asString()))
                .as("an event once, with all its dates")
                .doesNotHaveDuplicates();
        assertThat(events).as("a series").anyMatch(one -> one.path("timings").size() > 2);
        assertThat(events)
                .as("one that is off")
                .anyMatch(one -> one.path("status").asInt() == 6);
        assertThat(get(EVENTS).body())
                .doesNotContain("CA du mois")
                .isEqualTo(Browser.signedIn(portal.port(), "ca").get(EVENTS).body());
        assertThat(json(EVENTS + "?commune=guichen").path("events").size())
                .isPositive()
                .isLessThan(events.size());
    }

    @Test
    void an_event_without_an_end_in_sight_has_as_many_slots_as_anybody_reads() {
        assertThat(OpenAgendaEvents.slots(
                        Instant.parse("2026-06-05T16:00:00Z"), Instant.parse("9999-12-31T16:00:00Z"), PARIS))
                .hasSize(400);
    }

    @ParameterizedTest
    @CsvSource({
        // from, to, slots, the longest in hours
        "2026-06-05T16:00:00Z, 2026-06-05T18:00:00Z, 1, 2",
        "2026-06-04T22:00:00Z, 2026-06-05T22:00:00Z, 1, 24",
        "2026-06-05T16:00:00Z, 2026-06-07T15:00:00Z, 3, 24",
        // the night when clocks go back makes a day of 25 hours
        "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 2, 24",
        // and the one when they go forward a day of 23
        "2026-03-28T23:00:00Z, 2026-03-30T22:00:00Z, 2, 24",
        "2026-06-05T16:00:00Z, 2026-06-05T16:00:00Z, 0, 0",
        "2026-06-05T16:00:00Z, 2026-06-05T15:00:00Z, 0, 0",
    })
    void a_slot_lasts_a_day_at_most_and_none_is_lost(Instant from, Instant to, int number, int longest) {
        List<Slot> slots = OpenAgendaEvents.slots(from, to, PARIS);

        assertThat(slots).hasSize(number);
        assertThat(slots.stream()
                        .mapToLong(
                                one -> Duration.between(one.begin(), one.end()).toHours())
                        .max()
                        .orElse(0))
                .isEqualTo(longest);
        if (number > 0) {
            assertThat(slots.get(0).begin().toInstant()).isEqualTo(from);
            assertThat(slots.get(number - 1).end().toInstant()).isEqualTo(to);
            for (int i = 1; i < number; i++) {
                assertThat(slots.get(i).begin()).isEqualTo(slots.get(i - 1).end());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ELEMENTS, EVENTS})
    void the_page_of_feeds_leads_there(String path) {
        assertThat(new Browser(portal.port()).read("/flux").select("main a[href=" + path + "]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {ELEMENTS + "?commune=nulle-part", EVENTS + "?commune=nulle-part"})
    void a_commune_that_nobody_knows_has_nothing(String path) {
        assertThat(get(path).body()).contains("[]");
    }
}
