package org.bocage.portal.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.feeds.Feeds;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

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

    /** In October the hour from two to three comes twice: what is typed is the first of the two, and stays as it was typed. */
    @Test
    void AG_03_a_date_in_the_hour_that_comes_twice_is_shown_kept_and_given_out_as_it_was_typed() {
        ZoneOffsetTransition turn = PARIS.getRules().nextTransition(Instant.now(Clock.system(PARIS)));
        while (!turn.isOverlap()) {
            turn = PARIS.getRules().nextTransition(turn.getInstant());
        }
        LocalDateTime end = turn.getDateTimeAfter().plusMinutes(30);
        Map<String, String> filled = event("La nuit qui dure");
        filled.put("debut", end.minusHours(1).toString());
        filled.put("fin", end.toString());
        filled.put("confirme.fin", end.toString());
        Browser salariee = salariee();
        publish(salariee, "/espace/evenements/nouveau", filled);

        String item = salariee.read("/espace/evenements?q=nuit")
                .select("main a[href^=/espace/evenements/]:contains(La nuit qui dure)")
                .attr("href");
        Document form = salariee.read(item);
        assertThat(form.select("[name=debut]").attr("value"))
                .isEqualTo(end.minusHours(1).toString());
        assertThat(form.select("[name=fin]").attr("value")).isEqualTo(end.toString());
        assertThat(Browser.plain(Browser.page(get("/agenda/la-nuit-qui-dure"))
                        .select("main .rdv-when, main .when, main")
                        .text()))
                .contains("1 h 30", "2 h 30");
        VEvent given = calendar("/agenda.ics").events().stream()
                .filter(one -> OtherCalendar.value(one, Property.SUMMARY).equals("La nuit qui dure"))
                .findFirst()
                .orElseThrow();
        assertThat(OtherCalendar.value(given, Property.DTSTART)).endsWith("T013000");
        assertThat(OtherCalendar.value(given, Property.DTEND)).endsWith("T023000");
    }

    @Test
    void AG_10_a_phone_of_a_way_to_register_that_was_chosen_before_is_given_to_nobody() {
        Map<String, String> filled = event("Une place, par le portail");
        filled.put("inscription.mode", "places");
        filled.put("inscription.places", "5");
        filled.put("inscription.valeur", "06 99 88 77 66");
        publish(salariee(), "/espace/evenements/nouveau", filled);

        String given = get("/agenda.openagenda.json").body();
        assertThat(given).contains("Une place, par le portail").doesNotContain("06 99 88 77 66");
    }

    @Test
    void AG_10_every_date_of_the_portal_is_in_the_calendar_and_no_other() {
        Map<String, Set<LocalDateTime>> shown = new HashMap<>();
        portal.context()
                .getBean(Stores.class)
                .published()
                .read(portal.context().getBean(Feeds.class).visitor(), session -> {
                    ContentQuery dates = ContentQuery.in("evenements")
                            .ofType("bocage:occurrence")
                            .page(0, 5_000);
                    for (var hit : portal.context()
                            .getBean(ContentIndexes.class)
                            .published()
                            .find(dates, portal.context().getBean(Feeds.class).visitor())
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
        List<String> with = calendar("/agenda.ics").titles();
        List<String> without = calendar("/agenda.ics?echeances=non").titles();

        assertThat(with).anyMatch(title -> Browser.plain(title).startsWith("Échéance : "));
        assertThat(without).isNotEmpty().noneMatch(title -> title.startsWith("Échéance"));
        assertThat(calendar("/agenda.ics?origine=pole").titles()).noneMatch(title -> title.startsWith("Échéance"));
    }

    @Test
    void AN_11_a_deadline_stands_among_the_days_of_the_list_and_of_its_month() {
        Browser visitor = new Browser(portal.port());
        Document list = visitor.read("/agenda");
        for (int page = 2; list.select(".day:has(.deadline-title)").isEmpty(); page++) {
            list = visitor.read("/agenda?page=" + page);
        }
        Element last = Objects.requireNonNull(list.selectFirst(".day:has(.deadline-title)"));
        String call = last.select(".deadline-title a").attr("href");
        String day = last.select(".day-head time").attr("datetime");

        assertThat(call).startsWith("/annonces/appels-a-projets/");
        assertThat(Browser.plain(last.select(".deadline-title").text())).startsWith("Échéance : ");
        assertThat(list.select(".day-head time").eachAttr("datetime"))
                .as("each day once, in order")
                .isSorted()
                .doesNotHaveDuplicates();
        Document month = visitor.read("/agenda/mois/" + day.substring(0, 7));
        String number = String.valueOf(Integer.parseInt(day.substring(8)));
        assertThat(month.select("td:has(.month-deadline a[href=" + call + "]) .month-day").stream()
                        .map(one -> one.ownText().strip()))
                .containsExactly(number);
        for (String off : List.of("echeances=non", "origine=pole", "tarif=gratuit")) {
            assertThat(visitor.read("/agenda?" + off).select(".deadline-title"))
                    .as(off)
                    .isEmpty();
            assertThat(visitor.read("/agenda/mois/" + day.substring(0, 7) + "?" + off)
                            .select(".month-deadline"))
                    .as(off)
                    .isEmpty();
        }
    }

    /** Of all events of this title, the days on which visitors read that they happen. */
    private static List<String> days(String title) {
        List<String> days = new ArrayList<>();
        for (int page = 1; ; page++) {
            HttpResponse<String> answer = get("/agenda?page=" + page);
            if (answer.statusCode() == 404) {
                return days.stream().sorted().toList();
            }
            for (Element day : Browser.page(answer).select("main .days .day")) {
                for (Element row : day.select(".rdv:has(.rdv-title a:contains(" + title + "))")) {
                    String name = row.select(".rdv-title").text();
                    String words = name.equals(title) ? "" : " " + name;
                    days.add(day.select(".day-head time").attr("datetime") + words);
                    for (String later : row.select(".rdv-further a").eachAttr("href")) {
                        days.add(later.substring(later.lastIndexOf('/') + 1) + words);
                    }
                }
            }
        }
    }

    private static String form(String name) {
        return "/espace/evenements/"
                + portal.context()
                        .getBean(ContentIndexes.class)
                        .author()
                        .find(ContentQuery.in("evenements").where("@name", name), Identity.SYSTEM)
                        .hits()
                        .get(0)
                        .id();
    }

    private static HttpResponse<String> part(Browser who, String form, String which, LocalDate day) {
        HttpResponse<String> question = who.get(form + "/serie");
        assertThat(question.statusCode()).isEqualTo(200);
        return who.submit(question, Map.of("portee", which, "date", day.toString()));
    }

    @Test
    void AG_09_ten_weeks_stay_ten_and_a_date_or_what_follows_is_changed_by_itself() {
        Browser salariee = salariee();
        LocalDate first = today().plusDays(5);
        Map<String, String> filled = event("Atelier tricot");
        filled.put("debut", first + "T18:30");
        filled.put("fin", first + "T20:00");
        filled.put("recurrence.rythme", "semaine");
        filled.put("recurrence.fois", "10");
        publish(salariee, "/espace/evenements/nouveau", filled);
        List<String> weeks = IntStream.range(0, 10)
                .mapToObj(week -> first.plusWeeks(week).toString())
                .toList();
        assertThat(days("Atelier tricot")).isEqualTo(weeks);
        String form = form("atelier-tricot");

        // all of them, three times: ten dates and one series
        for (String hour : List.of("18:00", "18:15", "18:45")) {
            filled.put("debut", first + "T" + hour);
            publish(salariee, form, filled);
            assertThat(days("Atelier tricot")).isEqualTo(weeks);
        }
        assertThat(calendar("/agenda.ics").titles().stream().filter("Atelier tricot"::equals))
                .hasSize(1);

        // the form asks, and this date alone becomes another event
        Document page = salariee.read(form);
        assertThat(page.select("a[href$=/serie]").text()).contains("Changer une date, ou celle-ci et les suivantes");
        assertThat(page.text()).contains("10 dates", "vaut pour toutes");
        Document question = salariee.read(form + "/serie");
        assertThat(question.select("main button[name=portee]").eachText())
                .containsExactly("Mettre cette date à part", "Celle-ci et les suivantes, à part");
        assertThat(question.select("main a:matchesOwn(^Toutes$)").attr("href")).isEqualTo(form);
        assertThat(question.select("select[name=date] option").eachAttr("value"))
                .isEqualTo(weeks);
        HttpResponse<String> alone = part(salariee, form, "cette", first.plusWeeks(3));
        assertThat(alone.statusCode()).isEqualTo(302);
        assertThat(days("Atelier tricot")).as("no date is lost or doubled").isEqualTo(weeks);
        String one = header(alone, "Location").replaceFirst("\\?.*", "").replaceFirst("^https?://[^/]+", "");

        // it was a mistake: the series has all its dates again, and the part is in the trash
        assertThat(salariee.read(one)
                        .select("form[action$=/serie/remettre] button")
                        .text())
                .isEqualTo("Remettre dans la série");
        HttpResponse<String> whole = salariee.submit(salariee.get(one), Map.of());
        assertThat(whole.statusCode()).isEqualTo(302);
        assertThat(header(whole, "Location")).contains(form).contains("fait=serie-remise");
        assertThat(days("Atelier tricot")).isEqualTo(weeks);
        assertThat(salariee.get(one).statusCode()).isEqualTo(404);
        assertThat(get("/agenda/atelier-tricot/" + first.plusWeeks(3)).statusCode())
                .isEqualTo(200);
        assertThat(calendar("/agenda.ics").titles().stream().filter("Atelier tricot"::equals))
                .hasSize(1);

        alone = part(salariee, form, "cette", first.plusWeeks(3));
        one = header(alone, "Location").replaceFirst("\\?.*", "").replaceFirst("^https?://[^/]+", "");
        filled.remove("recurrence.rythme");
        filled.remove("recurrence.fois");
        filled.put("titre", "Atelier tricot dehors");
        filled.put("debut", first.plusWeeks(3) + "T17:00");
        filled.put("fin", first.plusWeeks(3) + "T19:00");
        publish(salariee, one, filled);
        assertThat(salariee.read(one).select("form[action$=/serie/remettre]"))
                .as("what was changed since is its own")
                .isEmpty();
        List<String> oneOutside = new ArrayList<>(weeks);
        oneOutside.set(3, weeks.get(3) + " Atelier tricot dehors");
        assertThat(days("Atelier tricot")).isEqualTo(oneOutside);
        HttpResponse<String> left = get("/agenda/atelier-tricot/" + first.plusWeeks(3));
        assertThat(left.statusCode()).as("whoever kept its address is led on").isEqualTo(301);
        assertThat(header(left, "Location")).endsWith("/agenda/atelier-tricot-2");

        // this one and those that follow: of the ten, four are left to the second series
        HttpResponse<String> rest = part(salariee, form, "suivantes", first.plusWeeks(6));
        assertThat(rest.statusCode()).isEqualTo(302);
        assertThat(days("Atelier tricot")).isEqualTo(oneOutside);
        assertThat(new Browser(portal.port())
                        .read("/agenda/atelier-tricot/" + first)
                        .select(".dates a"))
                .hasSize(4);
        assertThat(new Browser(portal.port())
                        .read("/agenda/atelier-tricot-3/" + first.plusWeeks(6))
                        .select(".dates a"))
                .hasSize(3);
        assertThat(calendar("/agenda.ics").titles().stream().filter("Atelier tricot"::equals))
                .hasSize(2);
        for (int week = 6; week < 10; week++) {
            HttpResponse<String> moved = get("/agenda/atelier-tricot/" + first.plusWeeks(week));
            assertThat(moved.statusCode()).isEqualTo(301);
            assertThat(header(moved, "Location")).endsWith("/agenda/atelier-tricot-3/" + first.plusWeeks(week));
        }
        assertThat(get("/agenda/atelier-tricot/" + first.plusDays(1)).statusCode())
                .as("a day that never was of it")
                .isEqualTo(404);
    }

    @Test
    void AG_09_a_date_that_is_none_or_that_people_come_to_stays_in_its_series() {
        Browser salariee = salariee();
        LocalDate first = today().plusDays(6);
        Map<String, String> filled = event("Cours de cabane");
        filled.put("debut", first + "T18:30");
        filled.put("fin", first + "T20:00");
        filled.put("recurrence.rythme", "quinzaine");
        filled.put("recurrence.jusquAu", first.plusWeeks(8).toString());
        publish(salariee, "/espace/evenements/nouveau", filled);
        String form = form("cours-de-cabane");
        List<String> before = days("Cours de cabane");
        assertThat(before).hasSize(5);
        HttpResponse<String> wrong = part(salariee, form, "cette", first.plusDays(1));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(wrong)).contains("Choisissez une date de la série.");
        assertThat(part(salariee, form, "toutes", first).statusCode()).isEqualTo(302);
        assertThat(part(salariee, form, "aucune", first).statusCode()).isEqualTo(400);
        HttpResponse<String> old = salariee.get(form + "/serie");
        publish(salariee, form, filled);
        HttpResponse<String> late = salariee.submit(old, Map.of("portee", "cette", "date", first.toString()));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Browser.problems(late)).contains("La série a changé entre-temps");
        String id = form.substring(form.lastIndexOf('/') + 1);
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNodeByIdentifier(id)
                                .getNode("occurrences/"
                                        + first.plusWeeks(2).toString().replace("-", ""))
                                .setProperty("inscrits", 2));
        HttpResponse<String> taken = part(salariee, form, "suivantes", first.plusWeeks(2));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(Browser.problems(taken)).contains("Des personnes ont une place");
        assertThat(days("Cours de cabane")).isEqualTo(before);
        assertThat(Browser.signedIn(portal.port(), "adherent")
                        .get(form + "/serie")
                        .statusCode())
                .isEqualTo(404);
        assertThat(salariee.get(form("apero-des-idees") + "/serie").statusCode())
                .isEqualTo(404);
    }

    @Test
    void AG_17_what_is_over_keeps_its_address_leads_on_and_is_searched_only_on_demand() {
        Browser visitor = new Browser(portal.port());
        String address = "/agenda/rencontre-qui-fait-quoi";
        Document past = visitor.read(address);
        String day = past.select(".article-lead time").attr("datetime");

        assertThat(LocalDate.parse(day)).isBefore(today());
        assertThat(past.select(".rdv-notice").text()).contains("Ce rendez-vous est passé.");
        String next = past.select(".rdv-notice a").attr("href");
        Document like = visitor.read(next);
        assertThat(LocalDate.parse(like.select(".article-lead time").attr("datetime")))
                .isAfterOrEqualTo(today());
        assertThat(like.select(".contact-name").text())
                .isEqualTo(past.select(".contact-name").text());
        assertThat(organiser(like)).as("nearest of the same").isEqualTo(organiser(past));
        assertThat(visitor.read("/agenda").select("main .rdv-title a").eachAttr("href").stream()
                        .filter(one -> organiser(visitor.read(one)).equals(organiser(past)))
                        .findFirst())
                .contains(next);
        Document archives =
                visitor.read("/agenda/archives/" + day.substring(0, 7).replace("-", "/"));
        assertThat(archives.select("main .rdv-title a").eachAttr("href")).contains(address);
        assertThat(archives.select("main .day-head time").eachAttr("datetime"))
                .allMatch(one -> one.startsWith(day.substring(0, 7)));
        assertThat(get("/agenda/archives/2026/13").statusCode()).isEqualTo(404);
        assertThat(get("/agenda/archives/26/1").statusCode()).isEqualTo(404);

        String search = "/recherche?q=rencontre+qui+fait+quoi";
        Document usual = visitor.read(search);
        assertThat(usual.select(".result-title a").eachAttr("href")).doesNotContain(address);
        String more = usual.select("main a:contains(Inclure le passé)").attr("href");
        assertThat(more).contains("passe=oui");
        assertThat(visitor.read(more).select(".result-title a").eachAttr("href"))
                .contains(address);
        assertThat(visitor.get("/recherche/suggestions?q=rencontre").body()).doesNotContain(address);
    }

    private static String organiser(Document event) {
        return event.select("script[type=application/ld+json]").stream()
                .flatMap(data ->
                        JsonMapper.shared().readTree(data.data()).path("@graph").valueStream())
                .map(data -> data.path("organizer"))
                .filter(one -> !one.isMissingNode())
                .map(one -> one.path(0).path("name").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void AG_19_each_event_says_in_a_sentence_why_it_is_here_and_anybody_may_report_it() {
        Browser visitor = new Browser(portal.port());
        Browser salariee = salariee();
        Map<String, String> who = Map.of(
                "Fanfare des mains", "b0ca0004-0000-4000-8000-000000000002",
                "Fanfare de la com’ com’", acteur("communaute-de-communes-exemple-les-deux-vallons"),
                "Fanfare inconnue", "");
        who.forEach((title, acteur) -> {
            Map<String, String> filled = event(title);
            filled.put("origine", "territoire");
            if (!acteur.isEmpty()) {
                filled.remove("organisateurs[0].nom");
                filled.put("organisateurs[0].acteur", acteur);
            }
            publish(salariee, "/espace/evenements/nouveau", filled);
        });
        publish(salariee, "/espace/evenements/nouveau", event("Fanfare du pôle"));

        assertThat(why("fanfare-du-pole")).startsWith("Pourquoi c’est ici : c’est le pôle qui l’organise.");
        assertThat(why("fanfare-des-mains"))
                .startsWith(
                        "Pourquoi c’est ici : la structure est de l’économie sociale et solidaire, par son statut.");
        assertThat(why("fanfare-de-la-com-com"))
                .startsWith("Pourquoi c’est ici : c’est une structure partenaire du pôle.");
        assertThat(why("fanfare-inconnue"))
                .as("no criteria without the one that counts")
                .isEqualTo("Signaler ce rendez-vous");
        // what nothing tells, the review says; and what it says counts
        Map<String, String> said = event("Fanfare inconnue");
        said.put("origine", "territoire");
        said.put("critere", "utile");
        publish(salariee, form("fanfare-inconnue"), said);
        assertThat(why("fanfare-inconnue"))
                .startsWith("Pourquoi c’est ici : c’est utile aux porteurs et porteuses de projet.");

        // never asked of who proposes, with an account or without
        assertThat(visitor.read("/proposer/evenement").select("[name*=critere]"))
                .isEmpty();
        Map<String, String> theirs = event("Fanfare d’ailleurs");
        theirs.put("origine", "territoire");
        theirs.put("critere", "pole");
        HttpResponse<String> refused =
                Browser.signedIn(portal.port(), "contributeur").write("/espace/evenements/nouveau", theirs, "proposer");
        assertThat(refused.statusCode()).isEqualTo(422);

        // the criteria are listed, and anybody may report an item from its page
        Document charter = visitor.read("/charte");
        assertThat(charter.select(".items dt").eachText())
                .containsExactly(
                        "Porté par le pôle",
                        "Structure de l’ESS, par son statut",
                        "Se réfère à l’ESS",
                        "Partenaire du pôle",
                        "Utile aux porteurs et porteuses de projet");
        assertThat(charter.select("main a[href=/contact?sujet=signaler]")).hasSize(1);
        Document page = visitor.read("/agenda/fanfare-inconnue");
        assertThat(page.select(".why a[href=/charte]")).hasSize(1);
        Document report = visitor.read(page.select(".why a:contains(Signaler)").attr("href"));
        assertThat(report.select("select[name=sujet] option[selected]").val()).isEqualTo("signaler");
        assertThat(report.select("textarea[name=message]").text()).contains("/agenda/fanfare-inconnue");
        assertThat(visitor.read("/contact?sujet=lune&page=//ailleurs.exemple")
                        .select("textarea[name=message]")
                        .text())
                .isEmpty();
    }

    private static String why(String name) {
        return Browser.plain(new Browser(portal.port())
                .read("/agenda/" + name)
                .select(".why")
                .text());
    }

    private static String acteur(String name) {
        return portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("acteurs").where("@name", name), Identity.SYSTEM)
                .hits()
                .get(0)
                .id();
    }
}
