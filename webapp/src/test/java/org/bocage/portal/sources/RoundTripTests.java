package org.bocage.portal.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.agenda.OtherCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a portal tells of its agenda is what another one hears. */
class RoundTripTests {

    @TempDir
    static Path home;

    @Test
    void AG_10_the_agenda_of_a_portal_becomes_the_same_agenda_in_an_empty_one() {
        String told;
        try (Portal demo = Portal.start(home.resolve("demo"))) {
            told = agenda(demo);
        }
        try (FeedServer server = new FeedServer()) {
            server.serve("/agenda.ics", told);
            try (Portal empty =
                    Portal.startEmpty(home.resolve("empty"), "--bocage.outgoing.allowed=" + server.place())) {
                assertThat(facts(agenda(empty))).isEmpty();
                follow(empty, server.address("/agenda.ics"));

                List<String> expected = facts(told);
                assertThat(expected).hasSizeGreaterThan(10).anyMatch(one -> one.contains("CANCELLED"));
                assertThat(facts(agenda(empty))).containsExactlyElementsOf(expected);
                String heard = agenda(empty);
                follow(empty, server.address("/agenda.ics"));
                assertThat(facts(agenda(empty))).as("the second time").isEqualTo(facts(heard));
            }
        }
    }

    private static String agenda(Portal portal) {
        return new Browser(portal.port()).get("/agenda.ics").body();
    }

    /** Has a portal read a calendar and put all of it on line. */
    private static void follow(Portal portal, String address) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            if (!session.nodeExists("/sources/l-autre")) {
                var source = session.getNode("/sources").addNode("l-autre", Source.TYPE);
                source.setProperty("titre", "L’autre portail");
                source.setProperty("name", "l-autre");
                source.setProperty("genre", "ical");
                source.setProperty("adresse", address);
                source.setProperty("origineParDefaut", "partenaire");
                source.setProperty("mode", "publier");
                source.setProperty("rythme", "24");
                source.setProperty("active", false);
                source.setProperty("cle", "uid");
                source.setProperty("etat", "brouillon");
            }
        });
        portal.context().getBean(Sources.class).readNow("/l-autre");
    }

    /** Of each event to come its title, status, place and length, and when it starts, as another library reads it. */
    private static List<String> facts(String calendar) {
        LocalDate from = LocalDate.now(Clock.system(Fields.PARIS)).plusDays(1);
        return OtherCalendar.of(calendar).events().stream()
                .map(event -> fact(event, OtherCalendar.starts(event, from, from.plusDays(500))))
                .filter(fact -> !fact.endsWith("[]"))
                .sorted()
                .toList();
    }

    private static String fact(VEvent event, Set<LocalDateTime> starts) {
        Duration length = event.getProperty(Property.DTEND).isPresent()
                ? Duration.between(OtherCalendar.start(event), OtherCalendar.end(event))
                : Duration.ZERO;
        return String.join(
                " | ",
                OtherCalendar.value(event, Property.SUMMARY),
                OtherCalendar.value(event, Property.STATUS),
                OtherCalendar.value(event, "X-BOCAGE-STATUT"),
                OtherCalendar.value(event, Property.LOCATION),
                length.toString(),
                starts.toString());
    }
}
