package org.bocage.portal.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.ContentQuery;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.feeds.Outlets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agenda as calendars subscribe to it, with the demo content. */
class CalendarTests {

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

    private static HttpResponse<String> get(String path, String... headers) {
        return new Browser(portal.port()).get(path, headers);
    }

    private static OtherCalendar calendar(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return OtherCalendar.of(answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(PARIS));
    }

    private static Map<String, String> event(String title) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("origine", "pole");
        filled.put("debut", today().plusDays(12) + "T09:00");
        filled.put("fin", today().plusDays(12) + "T11:00");
        filled.put("enLigne", "https://visio.exemple.org/" + title.length());
        filled.put("description", "<p>On se retrouve entre nous, et l’on parle.</p>");
        filled.put("organisateurs[0].nom", "Le pôle");
        filled.put("tarif", "gratuit");
        filled.put("statut", "prevu");
        filled.put("visibilite", "public");
        return filled;
    }

    private static Browser salariee() {
        return Browser.signedIn(portal.port(), "salariee");
    }

    private static String publish(Browser salariee, String address, Map<String, String> filled) {
        HttpResponse<String> sent = salariee.write(address, filled, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        return header(sent, "Location");
    }

    @Test
    void AG_10_the_agenda_leaves_as_a_calendar_that_another_library_reads() throws Exception {
        HttpResponse<String> answer = get("/agenda.ics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/calendar;charset=utf-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=900");
        assertThat(answer.body().split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                        .as(line)
                        .isLessThanOrEqualTo(75));
        assertThat(answer.body().replace("\r\n", "")).doesNotContain("\n");
        OtherCalendar calendar = OtherCalendar.of(answer.body());
        var problems = calendar.calendar().validate();
        assertThat(problems.hasErrors()).as(problems.toString()).isFalse();
        assertThat(calendar.titles()).contains("Apéro des idées").doesNotContain("CA du mois");
        assertThat(calendar.events())
                .allSatisfy(one ->
                        assertThat(OtherCalendar.value(one, Property.UID)).matches("[0-9a-f-]{36}@localhost"));
    }

    @Test
    void AG_10_every_date_of_the_portal_is_in_the_calendar_and_no_other() {
        Map<String, Set<LocalDateTime>> shown = new HashMap<>();
        portal.context()
                .getBean(org.bocage.cms.repository.Stores.class)
                .published()
                .read(portal.context().getBean(Outlets.class).visitor(), session -> {
                    ContentQuery dates = ContentQuery.in("evenements")
                            .ofType("bocage:occurrence")
                            .page(0, 5_000);
                    for (var hit : portal.context()
                            .getBean(ContentIndexes.class)
                            .published()
                            .find(dates, portal.context().getBean(Outlets.class).visitor())
                            .hits()) {
                        var date = new Workspace("evenements")
                                .node(session, hit.path())
                                .orElseThrow();
                        var event = date.getParent().getParent();
                        LocalDateTime start = event.hasProperty("journee")
                                        && event.getProperty("journee").getBoolean()
                                ? LocalDate.parse(date.getProperty("jour").getString())
                                        .atStartOfDay()
                                : date.getProperty("debut")
                                        .getDate()
                                        .toInstant()
                                        .atZone(PARIS)
                                        .toLocalDateTime();
                        shown.computeIfAbsent(event.getIdentifier(), id -> new TreeSet<>())
                                .add(start);
                    }
                    return shown.size();
                });

        List<VEvent> events = calendar("/agenda.ics").events();

        assertThat(events).hasSizeGreaterThan(8);
        for (VEvent event : events) {
            String id = OtherCalendar.value(event, Property.UID).replaceFirst("@.*", "");
            if (shown.containsKey(id)) {
                assertThat(OtherCalendar.starts(
                                event,
                                today().minusYears(2),
                                today().plusMonths(18).plusDays(1)))
                        .as(OtherCalendar.value(event, Property.SUMMARY))
                        .isEqualTo(shown.get(id));
            }
        }
    }

    @Test
    void AG_10_the_calendar_is_narrowed_down_as_the_page_is() {
        assertThat(calendar("/agenda.ics?commune=guichen&commune=loheac&origine=territoire")
                        .titles())
                .containsExactly("Le Fossé Sec joue dans la grange");
        assertThat(calendar("/agenda.ics?tarif=payant&origine=pole").titles().stream()
                        .map(Browser::plain))
                .containsOnly("Formation : tenir sa trésorerie sans trembler");
        assertThat(calendar("/agenda.ics?commune=atlantide").titles()).isEmpty();
        assertThat(calendar("/agenda.ics?quand=hier").titles()).isEmpty();
        assertThat(calendar("/agenda.ics?commune=..%2F&theme=%00").titles()).isEmpty();
    }

    @Test
    void AG_10_what_was_changed_in_date_place_or_status_rises_and_a_word_does_not() {
        Browser salariee = salariee();
        Map<String, String> filled = event("Réunion des numéros");
        publish(salariee, "/espace/evenements/nouveau", filled);
        String edit = "/espace/evenements/"
                + portal.context()
                        .getBean(ContentIndexes.class)
                        .author()
                        .find(
                                ContentQuery.in("evenements")
                                        .ofType("bocage:evenement")
                                        .where("@name", "reunion-des-numeros"),
                                Identity.SYSTEM)
                        .hits()
                        .get(0)
                        .id();
        assertThat(sequence("reunion-des-numeros")).isEqualTo("0");

        filled.put("description", "<p>On se retrouve entre nous, et l’on parle beaucoup.</p>");
        publish(salariee, edit, filled);
        assertThat(sequence("reunion-des-numeros")).isEqualTo("0");
        filled.put("debut", today().plusDays(13) + "T09:00");
        filled.put("fin", today().plusDays(13) + "T11:00");
        publish(salariee, edit, filled);
        assertThat(sequence("reunion-des-numeros")).isEqualTo("1");
        filled.put("enLigne", "https://visio.exemple.org/ailleurs");
        publish(salariee, edit, filled);
        assertThat(sequence("reunion-des-numeros")).isEqualTo("2");
        assertThat(get("/agenda/reunion-des-numeros.ics").body().replace("\r\n ", ""))
                .as("where one meets on line is not lost by being on line")
                .contains("https://visio.exemple.org/ailleurs\r\n");
        filled.put("statut", "annule");
        publish(salariee, edit, filled);
        assertThat(sequence("reunion-des-numeros")).isEqualTo("3");
        assertThat(OtherCalendar.value(
                        calendar("/agenda/reunion-des-numeros.ics").events().get(0), Property.STATUS))
                .isEqualTo("CANCELLED");
    }

    private static String sequence(String name) {
        return OtherCalendar.value(calendar("/agenda/" + name + ".ics").events().get(0), Property.SEQUENCE);
    }

    @Test
    void AG_10_one_event_is_a_file_and_what_there_is_not_is_not_found() {
        HttpResponse<String> answer = get("/agenda/apero-des-idees.ics");

        assertThat(header(answer, "Content-Disposition")).contains("attachment", "apero-des-idees.ics");
        assertThat(OtherCalendar.of(answer.body()).titles()).containsExactly("Apéro des idées");
        VEvent event = OtherCalendar.of(answer.body()).events().get(0);
        assertThat(OtherCalendar.start(event).toLocalTime()).hasToString("18:30");
        assertThat(OtherCalendar.end(event).toLocalTime()).hasToString("20:00");
        assertThat(OtherCalendar.value(event, Property.LOCATION))
                .isEqualTo("Café du Pont-qui-Penche, 4 quai des Barques, Guichen");
        assertThat(get("/agenda/ca-du-mois.ics").statusCode()).isEqualTo(404);
        assertThat(get("/agenda/atlantide.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void AG_10_a_subscriber_is_told_that_nothing_changed_and_sees_a_publication_at_once() {
        HttpResponse<String> first = get("/agenda.ics?origine=pole");
        String tag = header(first, "ETag");
        String since = header(first, "Last-Modified");

        assertThat(tag).isNotEmpty();
        assertThat(get("/agenda.ics?origine=pole", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("/agenda.ics?origine=pole", "If-Modified-Since", since).statusCode())
                .isEqualTo(304);
        assertThat(get("/agenda.ics?origine=pole", "If-Modified-Since", "jamais")
                        .statusCode())
                .isEqualTo(200);

        publish(salariee(), "/espace/evenements/nouveau", event("Tout juste paru"));

        HttpResponse<String> next = get("/agenda.ics?origine=pole", "If-None-Match", tag);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(OtherCalendar.of(next.body()).titles()).contains("Tout juste paru");
    }

    @Test
    void AG_24_the_pages_lead_to_the_file_and_to_the_subscription_of_what_they_show() {
        Browser visitor = new Browser(portal.port());

        assertThat(visitor.read("/agenda/apero-des-idees")
                        .select("a:contains(Ajouter à mon agenda)")
                        .attr("href"))
                .isEqualTo("/agenda/apero-des-idees.ics");
        assertThat(visitor.read("/agenda?commune=guichen&tarif=gratuit")
                        .select("a:contains(abonner)")
                        .attr("href"))
                .isEqualTo("webcal://localhost:" + portal.port() + "/agenda.ics?commune=guichen&tarif=gratuit");
        assertThat(visitor.read("/agenda")
                        .select("link[rel=alternate][type=text/calendar]")
                        .attr("href"))
                .isEqualTo("/agenda.ics");
    }

    @Test
    void AN_11_deadlines_of_calls_for_projects_are_in_the_agenda_and_can_be_turned_away() {
        Browser visitor = new Browser(portal.port());

        List<String> with = calendar("/agenda.ics").titles();
        List<String> without = calendar("/agenda.ics?echeances=non").titles();

        assertThat(with).anyMatch(title -> Browser.plain(title).startsWith("Échéance : "));
        assertThat(without).isNotEmpty().noneMatch(title -> title.startsWith("Échéance"));
        assertThat(calendar("/agenda.ics?origine=pole").titles()).noneMatch(title -> title.startsWith("Échéance"));
        assertThat(visitor.read("/agenda").select("#echeances + ul a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(address -> address.startsWith("/annonces/appels-a-projets/"));
        assertThat(visitor.read("/agenda?echeances=non").select("#echeances")).isEmpty();
    }
}
