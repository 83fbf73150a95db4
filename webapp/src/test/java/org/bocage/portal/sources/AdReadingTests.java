package org.bocage.portal.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bocage.portal.sources.reading.AdEntry;
import org.bocage.portal.sources.reading.AdReader;
import org.bocage.portal.sources.reading.Entry;
import org.bocage.portal.sources.reading.PortalDescriptor;
import org.bocage.portal.sources.reading.Reading;
import org.bocage.portal.sources.reading.Territory;
import org.bocage.portal.sources.reading.Unreadable;
import org.bocage.portal.sources.reading.Warning;
import org.bocage.portal.territory.Communes;
import org.bocage.portal.territory.DemoCommunes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading annonces as portals give them out, and as they should not. */
@Tag("fast")
class AdReadingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final Map<String, Set<String>> CHOICES =
            Map.of("type", Set.of("emploi", "benevolat"), "contrat", Set.of("cdi", "cdd"));

    private static final String JOB = """
            {"id": "b0ca0012-0000-4000-8000-000000000001@voisins.exemple", "url": "https://voisins.exemple/annonces/emploi/pain",
             "title": "Boulanger·ère, CDI 28 h", "content_html": "<p>On cuit le pain le matin, à trois.</p>",
             "authors": [{"name": "Le four banal"}], "tags": ["Alimentation et agriculture"],
             "_bocage": {"kind": "emploi", "last_day": "2026-06-30", "commune": "35126", "place": "Guichen", "remote": false,
              "details": {"contrat": "cdi", "tempsTravail": "28 h par semaine", "priseDePoste": "2026-07-01",
               "montantMax": "3000", "lienOfficiel": "https://four.exemple/offre", "eligibles": ["Associations"]}}}""";

    private final Territory territory = new Territory(new Communes(DemoCommunes.read()));

    private Reading read(String text) throws Unreadable {
        return new AdReader(territory, "voisins.exemple", TODAY, field -> CHOICES.getOrDefault(field, Set.of()))
                .read(text.getBytes(UTF_8));
    }

    private static String feed(String... items) {
        return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"_bocage\": {\"complete\": true}, \"items\": ["
                + String.join(",", items) + "]}";
    }

    private AdEntry one(String item) throws Unreadable {
        List<Entry> entries = read(feed(item)).entries();
        assertThat(entries).hasSize(1);
        return (AdEntry) entries.get(0);
    }

    @Test
    void an_annonce_is_read_with_all_that_it_tells() throws Unreadable {
        AdEntry job = one(JOB);

        assertThat(job.uid()).isEqualTo("b0ca0012-0000-4000-8000-000000000001@voisins.exemple");
        assertThat(job.title()).isEqualTo("Boulanger·ère, CDI 28 h");
        assertThat(job.kind()).isEqualTo("emploi");
        assertThat(job.lastDay()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(job.description()).isEqualTo("<p>On cuit le pain le matin, à trois.</p>");
        assertThat(job.structure()).isEqualTo("Le four banal");
        assertThat(job.commune()).contains("35126");
        assertThat(job.remote()).isFalse();
        assertThat(job.link()).isEqualTo("https://voisins.exemple/annonces/emploi/pain");
        assertThat(job.details())
                .containsOnly(
                        Map.entry("contrat", "cdi"),
                        Map.entry("tempsTravail", "28 h par semaine"),
                        Map.entry("priseDePoste", "2026-07-01"),
                        Map.entry("montantMax", "3000"),
                        Map.entry("lienOfficiel", "https://four.exemple/offre"));
        assertThat(job.audience()).containsExactly("Associations");
        assertThat(job.categories()).containsExactly("Alimentation et agriculture");
    }

    @Test
    void one_that_was_told_again_leads_to_where_it_was_made() throws Unreadable {
        String again =
                JOB.replace("\"url\":", "\"external_url\": \"https://origine.exemple/annonces/emploi/pain\", \"url\":");

        assertThat(one(again).link()).isEqualTo("https://origine.exemple/annonces/emploi/pain");
        assertThat(one(again.replace("https://origine.exemple", "javascript:alert(1)//"))
                        .link())
                .isEqualTo("https://voisins.exemple/annonces/emploi/pain");
    }

    @Test
    void spaces_that_keep_words_together_stay() throws Unreadable {
        assertThat(one(JOB.replace("CDI 28 h", " qui\u00a0? ")).title()).isEqualTo("Boulanger·ère, qui\u00a0?");
        assertThat(read(feed(JOB.replace("Boulanger·ère, CDI 28 h", "\u00a0 \u00a0")))
                        .entries())
                .isEmpty();
    }

    @Test
    void it_is_over_when_its_last_day_is() throws Unreadable {
        AdEntry job = one(JOB);
        ZoneId paris = ZoneId.of("Europe/Paris");

        assertThat(job.isOver(
                        job.lastDay().atTime(LocalTime.of(23, 59)).atZone(paris).toInstant()))
                .isFalse();
        assertThat(job.isOver(job.lastDay().plusDays(1).atStartOfDay(paris).toInstant()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"last_day\": \"2026-06-30\", | | no-last-day",
                "2026-06-30 | bientôt | no-last-day",
                "2026-06-30 | 2026-06-31 | no-last-day",
                "\"2026-06-30\" | 20260630 | no-last-day",
                "2026-06-30 | 2027-06-02 | far",
                "2026-06-30 | 9999-12-31 | far",
                "\"emploi\", | \"mariage\", | kind",
                "Boulanger·ère, CDI 28 h | <b></b> | no-title",
                "https://voisins.exemple/annonces | javascript:alert(1)// | no-link"
            })
    void one_that_lacks_what_none_can_do_without_is_left_and_told(String part, String instead, String warning)
            throws Unreadable {
        String broken = JOB.replace(part, instead == null ? "" : instead);
        assertThat(broken).isNotEqualTo(JOB);
        Reading reading = read(feed(broken, JOB.replace("000000000001@", "000000000002@")));

        assertThat(reading.entries())
                .extracting("uid")
                .containsExactly("b0ca0012-0000-4000-8000-000000000002@voisins.exemple");
        assertThat(reading.ignored()).isEqualTo(1);
        assertThat(reading.warnings()).extracting(Warning::key).containsExactly(warning);
    }

    @Test
    void answers_that_a_form_would_not_take_are_left_out() throws Unreadable {
        AdEntry job = one(JOB.replace("\"cdi\"", "\"<script>\"")
                .replace("28 h par semaine", "<b>28 h</b> " + "par semaine ".repeat(100))
                .replace("2026-07-01", "demain")
                .replace("\"3000\"", "\"-3\"")
                .replace("https://four.exemple/offre", "javascript:alert(1)"));

        assertThat(job.details()).containsOnlyKeys("tempsTravail");
        assertThat(job.details().get("tempsTravail"))
                .startsWith("28 h par semaine")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void texts_are_made_safe_and_cut() throws Unreadable {
        AdEntry job = one(
                JOB.replace("Boulanger·ère, CDI 28 h", "<img src=x onerror=alert(1)>Boulanger " + "très ".repeat(100))
                        .replace("Le four banal", "<script>alert(1)</script>Le four")
                        .replace(
                                "<p>On cuit le pain le matin, à trois.</p>",
                                "<p onclick='alert(1)'>On cuit<script>alert(2)</script><img src='https://traceur.exemple/x.gif'>"
                                        + "<a href='javascript:alert(3)'>ici</a><iframe src='https://x.exemple'></iframe></p>"));

        assertThat(job.title()).startsWith("Boulanger très").endsWith("…").hasSizeLessThanOrEqualTo(120);
        assertThat(job.structure()).isEqualTo("Le four");
        assertThat(job.description())
                .contains("On cuit")
                .doesNotContain("script", "onclick", "img", "iframe", "alert", "traceur");

        Reading long_ = read(feed(JOB.replace("à trois", "à trois ".repeat(5_000))));
        assertThat(((AdEntry) long_.entries().get(0)).description()).hasSizeLessThan(21_000);
        assertThat(long_.warnings()).extracting(Warning::key).containsExactly("long");
    }

    @Test
    void a_commune_that_is_not_ours_is_elsewhere_and_one_that_is_not_told_is_none() throws Unreadable {
        assertThat(one(JOB.replace("35126", "13055")).commune()).contains(Territory.ELSEWHERE);
        assertThat(one(JOB.replace("\"commune\": \"35126\",", "")).commune()).contains("35126");
        assertThat(one(JOB.replace("\"commune\": \"35126\", \"place\": \"Guichen\",", ""))
                        .commune())
                .isEmpty();
    }

    @Test
    void one_told_twice_is_taken_once_and_an_identifier_of_another_kind_becomes_that_of_its_host() throws Unreadable {
        Reading twice = read(feed(JOB, JOB));
        assertThat(twice.entries()).hasSize(1);
        assertThat(twice.ignored()).isEqualTo(1);
        assertThat(twice.complete()).isTrue();
        assertThat(one(JOB.replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"7\"")).uid())
                .isEqualTo("7@voisins.exemple");
        assertThat(one(JOB.replaceFirst("\"id\": \"[^\"]*\",", "")).uid())
                .isEqualTo("https://voisins.exemple/annonces/emploi/pain@voisins.exemple");
    }

    @Test
    void a_feed_that_goes_on_elsewhere_does_not_tell_everything() throws Unreadable {
        String some = feed(JOB).replace("\"items\"", "\"next_url\": \"https://voisins.exemple/2\", \"items\"");

        assertThat(read(some).complete()).isFalse();
        assertThat(read(feed(JOB).replace("true}", "false}")).complete()).isFalse();
    }

    @Test
    void no_annonces_at_all_are_none() throws Unreadable {
        assertThat(read(feed()).entries()).isEmpty();
        assertThat(read(feed()).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bonjour",
                "[]",
                "{}",
                "{\"items\": []}",
                "{\"version\": \"https://jsonfeed.org/version/1.1\"}",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": {}}",
                "{\"version\": \"https://exemple.org/version/1\", \"items\": []}",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", \"title\": \"Une actu\"}]}",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\""
            })
    void what_is_no_feed_of_annonces_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Unreadable.class).hasMessage("not-ads");
    }

    @Test
    void levels_without_end_and_lists_without_end_are_refused() throws Unreadable {
        String deep = feed("[".repeat(5_000) + "]".repeat(5_000));
        assertThatThrownBy(() -> read(deep)).isInstanceOf(Unreadable.class).hasMessage("not-ads");

        String[] many = IntStream.range(0, 2_001)
                .mapToObj(i -> JOB.replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"" + i + "\""))
                .toArray(String[]::new);
        assertThatThrownBy(() -> read(feed(many)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("too-many-ads");
        assertThat(read(feed(Arrays.copyOf(many, 2_000))).entries()).hasSize(2_000);
    }

    @Test
    void warnings_of_a_broken_feed_have_an_end() throws Unreadable {
        String broken = IntStream.range(0, 1_000)
                .mapToObj(i -> JOB.replace("Boulanger", "Boulanger " + i).replace("2026-06-30", "jamais"))
                .collect(Collectors.joining(","));

        assertThat(read(feed(broken)).warnings().size()).isEqualTo(100);
    }

    @Test
    void a_portal_tells_its_annonces_in_several_forms_and_the_one_that_is_read_is_found() throws Unreadable {
        String atom = "{\"kind\": \"annonces\", \"type\": \"application/atom+xml\", \"path\": \"annonces/atom.xml\"}";
        String json = "{\"kind\": \"annonces\", \"type\": \"application/feed+json\", \"path\": \"annonces/flux.json\"}";
        String portal = "{\"software\": \"bocage\", \"name\": \"Les voisins\", \"feeds\": [%s]}";

        assertThat(described(portal.formatted(atom + "," + json)).path("annonces", "application/feed+json"))
                .contains("annonces/flux.json");
        assertThat(described(portal.formatted(atom)).path("annonces", "application/feed+json"))
                .as("of an older portal")
                .isEmpty();
    }

    private static PortalDescriptor described(String text) throws Unreadable {
        return PortalDescriptor.read(text.getBytes(UTF_8));
    }
}
