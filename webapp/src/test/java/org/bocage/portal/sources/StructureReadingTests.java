package org.bocage.portal.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bocage.portal.sources.reading.Entry;
import org.bocage.portal.sources.reading.Reading;
import org.bocage.portal.sources.reading.StructureEntry;
import org.bocage.portal.sources.reading.StructureReader;
import org.bocage.portal.sources.reading.Territory;
import org.bocage.portal.sources.reading.Unreadable;
import org.bocage.portal.territory.Communes;
import org.bocage.portal.territory.DemoCommunes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading lists of structures as maps give them out and as people keep them in tables, and as they should not. */
@Tag("fast")
class StructureReadingTests {

    private static final String GROCERY = """
            {"id": "4b1", "name": "L’épicerie du bourg", "geo": {"latitude": 47.9661, "longitude": -1.7942},
             "address": {"streetAddress": "3 place de l’Église", "postalCode": "35580", "addressLocality": "Guichen"},
             "categories": ["Association", {"id": 7, "name": "Alimentation et agriculture"}],
             "abstract": "Une épicerie tenue par ses clients.", "telephone": "+33 2 99 57 00 11",
             "email": "bonjour@epicerie.exemple", "website": "https://epicerie.exemple/",
             "sourceUrl": "https://carte.exemple/fiche/4b1", "updatedAt": "2026-03-01T10:00:00+01:00"}""";

    private final Territory territory = new Territory(new Communes(DemoCommunes.read()));

    private Reading read(byte[] bytes) throws Unreadable {
        return new StructureReader(territory, "carte.exemple").read(bytes);
    }

    private Reading read(String text) throws Unreadable {
        return read(text.getBytes(UTF_8));
    }

    private StructureEntry one(String text) throws Unreadable {
        List<Entry> entries = read(text).entries();
        assertThat(entries).hasSize(1);
        return (StructureEntry) entries.get(0);
    }

    @Test
    void an_element_of_a_map_is_read_with_all_that_it_tells() throws Unreadable {
        Reading reading = read("{\"licence\": \"ODbL\", \"data\": [" + GROCERY + "]}");
        StructureEntry grocery = (StructureEntry) reading.entries().get(0);

        assertThat(reading.complete()).isTrue();
        assertThat(grocery.uid()).isEqualTo("4b1@carte.exemple");
        assertThat(grocery.title()).isEqualTo("L’épicerie du bourg");
        assertThat(grocery.commune()).contains("35126");
        assertThat(grocery.street()).isEqualTo("3 place de l’Église");
        assertThat(grocery.categories()).containsExactly("Association", "Alimentation et agriculture");
        assertThat(grocery.summary()).isEqualTo("Une épicerie tenue par ses clients.");
        assertThat(grocery.description()).isEqualTo("<p>Une épicerie tenue par ses clients.</p>");
        assertThat(grocery.telephone()).isEqualTo("02 99 57 00 11");
        assertThat(grocery.mail()).isEqualTo("bonjour@epicerie.exemple");
        assertThat(grocery.site()).isEqualTo("https://epicerie.exemple/");
        assertThat(grocery.link()).isEqualTo("https://carte.exemple/fiche/4b1");
        assertThat(grocery.point()).contains(new StructureEntry.Point(47.9661, -1.7942, true));
        assertThat(grocery.updated()).contains(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    void a_bare_list_and_geojson_say_the_same() throws Unreadable {
        StructureEntry bare = one("[" + GROCERY + "]");
        String properties = GROCERY.replaceFirst("\"geo\": \\{[^}]*}, ?\\s*", "");
        StructureEntry feature =
                one("{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"geometry\":"
                        + " {\"type\": \"Point\", \"coordinates\": [-1.7942, 47.9661]}, \"properties\": " + properties
                        + "}]}");

        assertThat(feature).isEqualTo(bare);
    }

    @Test
    void a_table_says_the_same_whatever_parts_its_columns_and_whoever_wrote_its_letters() throws Unreadable {
        String head = "id;Name;Latitude;Longitude;Taxonomy;streetAddress;postalCode;addressLocality;abstract;telephone";
        String line = "4b1;L'épicerie du bourg;47,9661;-1,7942;\"Association, Mobilité\";3 place de l'Église;35580;"
                + "Guichen;Une épicerie.;0299570011";
        for (String table : List.of(head + "\n" + line, "\uFEFF" + head + "\r\n" + line + "\r\n")) {
            StructureEntry grocery = one(table);
            assertThat(grocery.title()).isEqualTo("L'épicerie du bourg");
            assertThat(grocery.uid()).isEqualTo("4b1@carte.exemple");
            assertThat(grocery.commune()).contains("35126");
            assertThat(grocery.categories()).contains("Association", "Mobilité");
            assertThat(grocery.point()).contains(new StructureEntry.Point(47.9661, -1.7942, true));
            assertThat(grocery.telephone()).isEqualTo("02 99 57 00 11");
        }
        Reading windows = read((head + "\n" + line).getBytes(Charset.forName("windows-1252")));
        assertThat(windows.entries().get(0).title()).isEqualTo("L'épicerie du bourg");
        assertThat(windows.warnings()).extracting("key").contains("charset");
        assertThat(one("nom,adresse\nLa ressourcerie,\"2 rue du Lavoir, 35580 Guichen\"")
                        .street())
                .isEqualTo("2 rue du Lavoir");
    }

    @Test
    void one_without_an_identifier_is_known_by_its_name_and_place() throws Unreadable {
        String some = "[{\"name\": \"Le fournil\", \"address\": {\"addressLocality\": \"Guichen\"}}]";

        assertThat(one(some).uid())
                .isEqualTo(one(some).uid())
                .contains("fournil")
                .endsWith("@carte.exemple");
        assertThat(one(some.replace("Guichen", "Pléchâtel")).uid())
                .isNotEqualTo(one(some).uid());
    }

    @Test
    void what_has_no_name_or_comes_twice_is_left_and_told() throws Unreadable {
        Reading reading =
                read("[" + GROCERY + "," + GROCERY + ", {\"id\": 2, \"name\": \"  \"}, {\"id\": 3}, 4, null]");

        assertThat(reading.entries()).hasSize(1);
        assertThat(reading.ignored()).isEqualTo(5);
        assertThat(reading.warnings()).extracting("key").containsExactly("no-title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"geo\": {\"latitude\": 0, \"longitude\": 0}",
                "\"geo\": {\"latitude\": \"NaN\", \"longitude\": \"NaN\"}",
                "\"geo\": {\"latitude\": 4796, \"longitude\": -1}",
                "\"geo\": {\"latitude\": \"ici\", \"longitude\": \"là\"}",
                "\"geo\": [47, -1]",
                "\"geo\": {\"latitude\": 47, \"longitude\": -1}, \"precision\": \"commune\"",
                "\"geo\": null"
            })
    void a_place_that_is_none_is_left_out_and_the_structure_stays(String geo) throws Unreadable {
        assertThat(one("[{\"name\": \"Le fournil\", " + geo + "}]").point()).isEmpty();
    }

    @Test
    void hostile_texts_are_made_harmless() throws Unreadable {
        StructureEntry hostile = one(
                "[{\"name\": \"<b>Le</b> fournil<script>alert(1)</script>\", \"description\": \"<p onclick=x>Du pain"
                        + "<img src=https://espion.exemple/a.png></p>\", \"website\": \"javascript:alert(1)\","
                        + " \"email\": \"a b@c\", \"sourceUrl\": \"data:text/html,x\", \"telephone\": \"<script>\"}]");

        assertThat(hostile.title()).isEqualTo("Le fournil");
        assertThat(hostile.description()).isEqualTo("<p>Du pain</p>");
        assertThat(List.of(hostile.site(), hostile.mail(), hostile.link(), hostile.telephone()))
                .containsOnly("");
    }

    @Test
    void long_texts_are_cut_between_words() throws Unreadable {
        StructureEntry endless =
                one("[{\"name\": \"" + "pain ".repeat(400) + "\", \"description\": \"" + "brioche ".repeat(9_000)
                        + "\", \"address\": \"" + "rue ".repeat(300) + "\", \"id\": \"" + "9".repeat(9_000) + "\"}]");

        assertThat(endless.title()).hasSizeLessThanOrEqualTo(120).endsWith("pain…");
        assertThat(endless.summary()).hasSizeLessThanOrEqualTo(140).endsWith("brioche…");
        assertThat(endless.street()).hasSizeLessThanOrEqualTo(160);
        assertThat(endless.description()).hasSizeLessThanOrEqualTo(20_100);
        assertThat(endless.uid()).hasSizeLessThanOrEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<!doctype html><html><body>Bonjour</body></html>",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
                "{\"data\": [{\"name\": \"Le fournil\"}",
                "{\"erreur\": \"interdit\"}",
                "{\"data\": \"bientôt\"}",
                "[[1], [2]]",
                "[1, 2, 3]",
                "prix;quantité\n3;4",
                "nom;adresse\n\"jamais fermé"
            })
    void what_is_no_list_of_structures_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Unreadable.class).hasMessage("not-structures");
    }

    @Test
    void levels_without_end_and_lists_without_end_are_refused() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String many = IntStream.rangeClosed(0, 2_000)
                .mapToObj(i -> "{\"id\": " + i + ", \"name\": \"Le fournil " + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        String table = "nom\n"
                + String.join(
                        "\n",
                        IntStream.range(0, 9_000)
                                .mapToObj(i -> "Le fournil " + i)
                                .toList());

        assertThatThrownBy(() -> read(deep)).isInstanceOf(Unreadable.class).hasMessage("not-structures");
        for (String one : Arrays.asList(many, table)) {
            assertThatThrownBy(() -> read(one)).isInstanceOf(Unreadable.class).hasMessage("too-many-structures");
        }
    }

    @Test
    void an_empty_list_tells_of_nothing() throws Unreadable {
        for (String empty : List.of("[]", "{\"data\": []}", "nom;adresse\n")) {
            assertThat(read(empty).entries()).isEmpty();
            assertThat(read(empty).complete()).isTrue();
        }
    }
}
