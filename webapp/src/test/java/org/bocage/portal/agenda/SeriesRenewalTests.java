package org.bocage.portal.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.tree.TreeWriter;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Series without an end, some years after anybody touched them. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=accounts")
class SeriesRenewalTests {

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Workspace EVENTS = new Workspace("evenements");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path home;

    @Autowired
    private Stores stores;

    @Autowired
    private Review review;

    @Autowired
    private SeriesRenewal renewal;

    @Autowired
    private SettableClock clock;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    @TestConfiguration
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    private LocalDate today;

    @BeforeEach
    void setsOut() {
        today = LocalDate.ofInstant(clock.instant(), PARIS);
    }

    @Test
    void AG_08_a_series_on_line_goes_on_whether_its_rhythm_was_chosen_or_received_from_a_calendar() {
        publish("marche", Map.of("rythme", "semaine"));
        publish("atelier", Map.of("regle", "FREQ=WEEKLY"));

        threeYearsLater();

        for (String name : List.of("marche", "atelier")) {
            for (Store store : List.of(stores.author(), stores.published())) {
                assertThat(daysBetween(store, name))
                        .as(name + " " + store.name())
                        .containsOnly(7L);
            }
        }
    }

    @Test
    void AG_08_while_another_rhythm_is_in_preparation_the_one_on_line_goes_on() {
        publish("repas", Map.of("rythme", "semaine"));
        prepare("repas", node -> node.getNode("recurrence").setProperty("rythme", "mois-date"));

        threeYearsLater();

        assertThat(daysBetween(stores.published(), "repas")).containsOnly(7L);
        assertThat(daysBetween(stores.author(), "repas")).allMatch(days -> days >= 28);
    }

    @Test
    void AG_08_a_series_on_line_goes_on_though_a_single_date_is_to_take_its_place() {
        publish("veillee", Map.of("rythme", "semaine"));
        prepare("veillee", node -> node.getNode("recurrence").remove());

        threeYearsLater();

        assertThat(daysBetween(stores.published(), "veillee")).containsOnly(7L);
        assertThat(days(stores.author(), "veillee")).hasSize(1);
    }

    private void publish(String name, Map<String, Object> recurrence) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = EVENTS.root(session).addNode(name, EventDates.EVENT);
            item.setProperty("auteur", NOOR.name());
            review.move(session, item, "publier", NOOR, 0, "", node -> {
                node.setProperty("titre", name);
                node.setProperty(
                        "debut",
                        Dates.utc(LocalDateTime.of(today.plusDays(1), LocalTime.NOON)
                                .atZone(PARIS)
                                .toInstant()));
                TreeWriter.put(node, Map.of("recurrence", recurrence));
            });
        });
    }

    private void prepare(String name, Review.Edit change) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = EVENTS.root(session).getNode(name);
            review.move(session, item, "enregistrer", NOOR, Revisions.number(item), "", change);
        });
    }

    private void threeYearsLater() {
        clock.forward(Duration.ofDays(3 * 365));
        renewal.renew();
        today = LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private List<LocalDate> days(Store store, String name) {
        return store.read(Identity.SYSTEM, session -> {
            List<LocalDate> days = new ArrayList<>();
            Node item = EVENTS.root(session).getNode(name);
            for (NodeIterator all = item.getNode("occurrences").getNodes(); all.hasNext(); ) {
                days.add(LocalDate.parse(all.nextNode().getProperty("jour").getString()));
            }
            return days.stream().sorted().toList();
        });
    }

    /** Days from one date to the next, of those to come; there are some. */
    private List<Long> daysBetween(Store store, String name) {
        List<LocalDate> days =
                days(store, name).stream().filter(day -> day.isAfter(today)).toList();
        List<Long> between = new ArrayList<>();
        for (int at = 1; at < days.size(); at++) {
            between.add(days.get(at).toEpochDay() - days.get(at - 1).toEpochDay());
        }
        assertThat(between).as("dates to come").isNotEmpty();
        return between;
    }
}
