package org.bocage.portal.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.agenda.OtherCalendar;
import org.bocage.portal.territory.DemoCommunes;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a portal tells of its agenda is what another one hears. */
class RoundTripTests {

    private static final DateTimeFormatter HEADING = FrenchDays.format("EEEE d MMMM");

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static FeedServer server;

    @SuppressWarnings("NullAway.Init")
    private static Portal empty;

    @BeforeAll
    static void start() {
        server = new FeedServer();
        empty = Portal.startEmpty(home.resolve("empty"), "--bocage.outgoing.allowed=" + server.place());
        chooseTerritory(Browser.signedIn(empty.port(), "salariee"));
    }

    /** Both portals have the same communes, so that the places of events are understood. */
    private static void chooseTerritory(Browser salariee) {
        String address = "/espace/reglages/territoire";
        String fields = "geste=garder&_csrf="
                + URLEncoder.encode(
                        salariee.read(address).select("main input[name=_csrf]").attr("value"), UTF_8)
                + DemoCommunes.read().stream()
                        .map(commune -> "&commune=" + commune.code())
                        .collect(Collectors.joining());
        HttpResponse<String> kept = salariee.post(address, "application/x-www-form-urlencoded", fields.getBytes(UTF_8));
        assertThat(kept.statusCode()).isEqualTo(302);
    }

    @AfterAll
    static void stop() {
        empty.close();
        server.close();
    }

    @Test
    void AG_01_of_three_events_past_and_five_to_come_the_five_show_day_by_day() {
        Browser salariee = Browser.signedIn(empty.port(), "salariee");
        LocalDateTime now = LocalDateTime.now(Clock.system(SourceFields.PARIS)).truncatedTo(ChronoUnit.MINUTES);
        for (int days : List.of(30, 3, 1)) {
            publish(
                    salariee,
                    "Passé de " + days,
                    now.minusDays(days),
                    now.minusDays(days).plusMinutes(30));
        }
        // not in their order, and two of them on one day
        for (int hours : List.of(240, 49, 72, 50, 120)) {
            publish(salariee, "Dans " + hours, now.plusHours(hours), now.plusHours(hours + 1));
        }

        Document agenda = new Browser(empty.port()).read("/agenda");
        assertThat(agenda.select("main .rdv-title a").eachText())
                .containsExactly("Dans 49", "Dans 50", "Dans 72", "Dans 120", "Dans 240");
        List<String> headings = Stream.of(49, 50, 72, 120, 240)
                .map(hours -> HEADING.format(now.plusHours(hours)).replace(" 1 ", " 1er "))
                .distinct()
                .toList();
        assertThat(agenda.select("main .day-head .leaf").stream()
                        .map(leaf -> leaf.select(".leaf-weekday, .leaf-day, .leaf-month")
                                .text()))
                .containsExactlyElementsOf(headings);

        // what runs is to come until its end, and what ended a minute ago is over
        publish(salariee, "En ce moment", now.minusMinutes(20), now.plusMinutes(20));
        publish(salariee, "Tout juste fini", now.minusMinutes(20), now.minusMinutes(1));
        assertThat(new Browser(empty.port())
                        .read("/agenda")
                        .select("main .rdv-title a")
                        .eachText())
                .containsExactly("En ce moment", "Dans 49", "Dans 50", "Dans 72", "Dans 120", "Dans 240");
        BothStores.published(empty.context().getBean(Stores.class)).update(Identity.SYSTEM, RoundTripTests::clear);
        empty.context().getBean(Stores.class).author().update(Identity.SYSTEM, RoundTripTests::clear);
    }

    static void publish(Browser salariee, String title, LocalDateTime from, LocalDateTime to) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "titre", title,
                "origine", "pole",
                "debut", from.toString(),
                "fin", to.toString(),
                "enLigne", "https://visio.exemple.org/salle",
                "description", "<p>On se retrouve entre nous, et l’on parle.</p>",
                "organisateurs[0].nom", "Le pôle",
                "tarif", "gratuit",
                "statut", "prevu",
                "visibilite", "public"));
        typed.put("confirme.debut", from.toString());
        HttpResponse<String> sent = salariee.write("/espace/evenements/nouveau", typed, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
    }

    @Test
    void AG_10_the_agenda_of_a_portal_becomes_the_same_agenda_in_an_empty_one() {
        String told;
        try (Portal demo = Portal.start(home.resolve("demo"))) {
            told = agenda(demo);
        }
        server.serve("/agenda.ics", told);
        assertThat(facts(agenda(empty))).isEmpty();
        follow(empty, server.address("/agenda.ics"));

        List<String> expected = facts(told);
        assertThat(expected).hasSizeGreaterThan(10).anyMatch(one -> one.contains("CANCELLED"));
        assertThat(facts(told, today().minusDays(28), today()))
                .as("some of it is over")
                .isNotEmpty();
        assertThat(facts(agenda(empty))).containsExactlyElementsOf(expected);
        String heard = agenda(empty);
        follow(empty, server.address("/agenda.ics"));
        assertThat(facts(agenda(empty))).as("the second time").isEqualTo(facts(heard));
        BothStores.published(empty.context().getBean(Stores.class)).update(Identity.SYSTEM, RoundTripTests::clear);
        empty.context().getBean(Stores.class).author().update(Identity.SYSTEM, RoundTripTests::clear);
    }

    /** Takes all events away, so that each test begins with an empty agenda. */
    private static void clear(Session session) throws RepositoryException {
        for (NodeIterator nodes = session.getNode("/evenements").getNodes(); nodes.hasNext(); ) {
            Node folder = nodes.nextNode();
            if (folder.isNodeType("mgnl:folder")) {
                folder.remove();
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

    /** Of each event to come, and of the last four weeks. */
    private static List<String> facts(String calendar) {
        return facts(calendar, today().minusDays(28), today().plusDays(500));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(SourceFields.PARIS));
    }

    /** Of each event its title, status, place and length, and when it starts, as another library reads it. */
    private static List<String> facts(String calendar, LocalDate from, LocalDate to) {
        return OtherCalendar.of(calendar).events().stream()
                .map(event -> fact(event, OtherCalendar.starts(event, from, to)))
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
