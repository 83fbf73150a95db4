package org.bocage.cms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.search.text.SearchedTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class ContentIndexTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Identity VISITOR = Identity.anonymous(Set.of("visiteur"));
    private static final Identity CA = Identity.of("lea", Set.of("visiteur"), Set.of(Audience.MEMBERS, Audience.BOARD));
    private static final ContentQuery NEWEST =
            ContentQuery.in("actus").ofType("mgnl:content").orderBy("publie", true);

    @TempDir
    Path home;

    private WritableStore store;
    private ContentIndex index;

    @BeforeEach
    void open() {
        store = PreparedStores.open("published", home.resolve("store"));
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            AccessControl.setRole(session, ACTUS, "visiteur", List.of(new AccessRule("/*", 8)));
        });
        index = new ContentIndex(store, home.resolve("index"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
        store.close();
    }

    private static ContentQuery.Filter jour(ContentQuery.Comparison comparison, String day) {
        return new ContentQuery.Compared("jour", comparison, new ContentQuery.Operand(day, null, null, null));
    }

    /** Two events on three days each. */
    private void marketAndConcert() {
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensure(
                    session,
                    java.util.Map.of("bocage", "https://bocage.org/jcr/1.0"),
                    java.util.Map.of("bocage:date", "mgnl:contentNode"));
            for (String name : List.of("marche", "concert")) {
                Node event = ACTUS.root(session).addNode(name, "mgnl:content");
                event.setProperty("origine", name.equals("marche") ? "pole" : "territoire");
                event.setProperty("jour", "2026-01-01");
                Node dates = event.addNode("dates", "mgnl:contentNode");
                for (String day : List.of("2026-06-04", "2026-06-11", "2026-07-02")) {
                    dates.addNode(day.replace("-", ""), "bocage:date").setProperty("jour", day);
                }
            }
        });
    }

    @Test
    void an_item_stands_once_by_the_first_of_its_parts_that_are_asked_for() {
        marketAndConcert();
        store.update(
                Identity.SYSTEM,
                session -> session.getNode("/actus/concert/dates/20260604").remove());
        ContentQuery dates = ContentQuery.in("actus").ofType("bocage:date").orderBy("jour", false);

        Hits once = index.find(dates.oncePerItem(), VISITOR);
        assertThat(once.hits())
                .extracting(Hits.Hit::path)
                .containsExactly("/marche/dates/20260604", "/concert/dates/20260611");
        assertThat(once.total()).isEqualTo(2);
        assertThat(index.find(dates, VISITOR).total()).isEqualTo(5);

        ContentQuery july = dates.and(jour(ContentQuery.Comparison.AT_LEAST, "2026-07-01"));
        assertThat(index.find(july.oncePerItem().page(1, 1), VISITOR).hits())
                .extracting(Hits.Hit::path)
                .containsExactly("/marche/dates/20260702");
        for (ContentQuery deep : List.of(dates.page(5, 10), dates.page(1_000_000, 10), dates.page(0, 0))) {
            Hits none = index.find(deep.oncePerItem(), VISITOR);
            assertThat(none.hits()).isEmpty();
            assertThat(none.total()).isEqualTo(2);
        }
    }

    @Test
    void the_dates_of_an_event_are_listed_by_themselves_with_what_their_event_says() {
        marketAndConcert();
        ContentQuery june = ContentQuery.in("actus")
                .ofType("bocage:date")
                .and(jour(ContentQuery.Comparison.AT_LEAST, "2026-06-05"))
                .and(jour(ContentQuery.Comparison.LESS, "2026-07-02"))
                .orderBy("jour", false);

        assertThat(index.find(june, VISITOR).hits())
                .extracting(Hits.Hit::path)
                .containsExactly("/concert/dates/20260611", "/marche/dates/20260611");
        assertThat(index.find(june.where("origine", "pole"), VISITOR).total()).isEqualTo(1);
        assertThat(index.find(ContentQuery.in("actus"), VISITOR).total()).isEqualTo(2);

        store.update(
                Identity.SYSTEM, session -> session.getNode("/actus/marche").setProperty("origine", "partenaire"));
        store.update(
                Identity.SYSTEM,
                session -> session.getNode("/actus/concert/dates/20260611").remove());

        assertThat(index.find(june.where("origine", "partenaire"), VISITOR).total())
                .isEqualTo(1);
        assertThat(index.find(june, VISITOR).total()).isEqualTo(1);
    }

    @Test
    void what_was_just_saved_is_in_the_list_when_the_save_returns() {
        for (int i = 0; i < 20; i++) {
            add("a" + i, i, Audience.PUBLIC);
            assertThat(index.find(NEWEST, VISITOR).total()).isEqualTo(i + 1);
        }
    }

    @Test
    void sorts_by_date_and_pages() {
        for (int i = 1; i <= 25; i++) {
            add("a" + i, i, Audience.PUBLIC);
        }

        Hits second = index.find(NEWEST.page(12, 12), VISITOR);

        assertThat(second.total()).isEqualTo(25);
        assertThat(second.hits()).hasSize(12);
        assertThat(second.hits().get(0).path()).isEqualTo("/2026/a13");
    }

    @Test
    void totals_do_not_tell_what_one_may_not_read() {
        add("pour-tous", 1, Audience.PUBLIC);
        add("pour-le-ca", 2, Audience.BOARD);

        assertThat(index.find(NEWEST, VISITOR).total()).isEqualTo(1);
        assertThat(index.find(NEWEST, CA).total()).isEqualTo(2);
    }

    @Test
    void an_item_that_gets_other_readers_leaves_the_lists_of_those_who_lost_it() {
        add("change", 1, Audience.PUBLIC);

        store.update(
                Identity.SYSTEM,
                session -> AccessControl.setAudience(session.getNode("/actus/2026/change"), Audience.BOARD));

        assertThat(index.find(NEWEST, VISITOR).total()).isZero();
        assertThat(index.find(NEWEST, CA).total()).isEqualTo(1);
    }

    @Test
    void filters_by_any_of_several_values_and_by_absence() {
        add("a1", 1, Audience.PUBLIC);
        add("a2", 2, Audience.PUBLIC);

        assertThat(index.find(NEWEST.where("themes", "culture", "mobilite"), VISITOR)
                        .total())
                .isEqualTo(2);
        assertThat(index.find(NEWEST.where("rang", "2"), VISITOR).total()).isEqualTo(1);
        assertThat(index.find(NEWEST.and(new ContentQuery.Missing("rang", true)), VISITOR)
                        .total())
                .isZero();
    }

    @Test
    void words_of_the_title_are_found_by_their_beginnings_without_accents() {
        add("fete", 1, Audience.PUBLIC);

        assertThat(index.find(NEWEST.matching("commu FET"), VISITOR).total()).isEqualTo(1);
        assertThat(index.find(NEWEST.matching("communiste"), VISITOR).total()).isZero();
    }

    @Test
    void words_of_a_field_are_found_where_its_type_says_so() throws IOException {
        store.update(Identity.SYSTEM, session -> {
            Node node = ACTUS.root(session).addNode("a1", "mgnl:content");
            node.setProperty("amorce", "Une phrase qui attire");
            AccessControl.setAudience(node, Audience.PUBLIC);
        });
        assertThat(index.find(NEWEST.matching("phras"), CA).total()).isZero();

        index.close();
        index = new ContentIndex(store, home.resolve("other"), new Ordered());
        assertThat(index.find(NEWEST.matching("phras"), CA).total()).isEqualTo(1);
        assertThat(index.find(NEWEST.matching("a1"), CA).total()).isEqualTo(1);
    }

    @Test
    void what_stands_behind_the_others_does_so_within_its_day_where_the_type_names_the_day() throws IOException {
        for (int hour : List.of(9, 10, 11)) {
            moment("d1-" + hour, 1, hour, hour == 9);
            moment("d2-" + hour, 2, hour, false);
        }
        ContentQuery byMoment = ContentQuery.in("actus").ofType("mgnl:content").orderBy("moment", false);
        assertThat(index.find(byMoment, CA).hits())
                .extracting(Hits.Hit::path)
                .containsExactly("/d1-10", "/d1-11", "/d2-9", "/d2-10", "/d2-11", "/d1-9");

        index.close();
        index = new ContentIndex(store, home.resolve("other"), new Ordered());
        assertThat(index.find(byMoment, CA).hits())
                .extracting(Hits.Hit::path)
                .containsExactly("/d1-10", "/d1-11", "/d1-9", "/d2-9", "/d2-10", "/d2-11");
    }

    private void moment(String name, int day, int hour, boolean behind) {
        store.update(Identity.SYSTEM, session -> {
            Node node = ACTUS.root(session).addNode(name, "mgnl:content");
            node.setProperty("jour", "2026-01-0" + day);
            node.setProperty("moment", new GregorianCalendar(2026, Calendar.JANUARY, day, hour, 0));
            if (behind) {
                node.setProperty(ContentQuery.BEHIND, 1L);
            }
            AccessControl.setAudience(node, Audience.PUBLIC);
        });
    }

    /** A type whose items have moments and days, and a field besides the title by whose words lists are searched. */
    private static final class Ordered implements SearchedTypes {

        @Override
        public Optional<Map<String, Integer>> weights(String path, String nodeType) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> days(String workspace) {
            return Map.of("moment", "jour");
        }

        @Override
        public Set<String> worded(String workspace, String nodeType) {
            return Set.of("amorce");
        }

        @Override
        public String form() {
            return "ordered";
        }
    }

    @Test
    void what_is_removed_with_its_folder_leaves_the_list() {
        add("a1", 1, Audience.PUBLIC);

        store.update(Identity.SYSTEM, session -> session.getNode("/actus/2026").remove());

        assertThat(index.find(NEWEST, VISITOR).total()).isZero();
    }

    @Test
    void after_a_stop_it_catches_up_with_what_happened_meanwhile() throws IOException {
        add("avant", 1, Audience.PUBLIC);
        index.close();
        add("entre-temps", 2, Audience.PUBLIC);

        index = new ContentIndex(store, home.resolve("index"));

        assertThat(index.find(NEWEST, VISITOR).hits())
                .extracting(Hits.Hit::path)
                .containsExactly("/2026/entre-temps", "/2026/avant");
    }

    @Test
    void built_anew_it_says_the_same() {
        add("a1", 1, Audience.PUBLIC);
        add("a2", 2, Audience.BOARD);
        Hits before = index.find(NEWEST, CA);

        index.rebuild();

        assertThat(index.find(NEWEST, CA)).isEqualTo(before);
    }

    @Test
    void paging_deeper_than_a_list_goes_gives_an_empty_page_and_the_true_total() {
        add("a1", 1, Audience.PUBLIC);

        Hits hits = index.find(NEWEST.page(1_000_000, 12), VISITOR);

        assertThat(hits.hits()).isEmpty();
        assertThat(hits.total()).isEqualTo(1);
    }

    private void add(String name, int day, Audience audience) {
        store.update(Identity.SYSTEM, session -> {
            Node root = ACTUS.root(session);
            Node year = root.hasNode("2026") ? root.getNode("2026") : root.addNode("2026", "mgnl:folder");
            Node node = year.addNode(name, "mgnl:content");
            Calendar publie = new GregorianCalendar(2026, Calendar.JANUARY, 1);
            publie.add(Calendar.DAY_OF_YEAR, day);
            node.setProperty("titre", "La Fête des communs");
            node.setProperty("publie", publie);
            node.setProperty("rang", day);
            node.setProperty("themes", new String[] {"culture", "emploi"});
            AccessControl.setAudience(node, audience);
        });
    }
}
