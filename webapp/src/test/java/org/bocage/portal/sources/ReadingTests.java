package org.bocage.portal.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bocage.portal.agenda.Occurrence;
import org.bocage.portal.sources.reading.CalendarReader;
import org.bocage.portal.sources.reading.Entry;
import org.bocage.portal.sources.reading.EventEntry;
import org.bocage.portal.sources.reading.FeedReader;
import org.bocage.portal.sources.reading.NewsEntry;
import org.bocage.portal.sources.reading.Reading;
import org.bocage.portal.sources.reading.ReceivedHtml;
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

/** Reading calendars and feeds as people's programs write them, and as they should not. */
@Tag("fast")
class ReadingTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final YearMonth NOW = YearMonth.of(2026, 1);
    private static final Path FEEDS = Path.of("webapp/src/test/resources/feeds");

    private final Territory territory = new Territory(new Communes(DemoCommunes.read()));

    private Reading read(byte[] bytes) throws Unreadable {
        return new CalendarReader(territory, PARIS, NOW).read(bytes);
    }

    private Reading file(String name) throws IOException, Unreadable {
        return read(Files.readAllBytes(FEEDS.resolve(name)));
    }

    private static byte[] calendar(String... lines) {
        return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n")
                .getBytes(UTF_8);
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Chose " + uid + "\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VEVENT";
    }

    private List<EventEntry> events(String... lines) throws Unreadable {
        return read(calendar(lines)).entries().stream()
                .map(EventEntry.class::cast)
                .toList();
    }

    private static EventEntry event(Reading reading, String title) {
        return reading.entries().stream()
                .map(EventEntry.class::cast)
                .filter(one -> one.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> utc(EventEntry event, LocalDate today) {
        return event.schedule().occurrences(today).stream()
                .map(Occurrence::from)
                .map(Instant::toString)
                .map(text -> text.substring(0, 16))
                .toList();
    }

    private static List<String> local(EventEntry event) {
        return event.schedule().occurrences(LocalDate.of(2026, 1, 1)).stream()
                .map(one -> one.from().atZone(PARIS).toLocalDateTime().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20260319T183000 | FREQ=WEEKLY;COUNT=3 | 2026-03-19T17:30 2026-03-26T17:30 2026-04-02T16:30",
                "20261022T183000 | FREQ=WEEKLY;COUNT=2 | 2026-10-22T16:30 2026-10-29T17:30",
                "20260113T093000 | FREQ=MONTHLY;BYDAY=2TU;COUNT=3 | 2026-01-13T08:30 2026-02-10T08:30 2026-03-10T08:30",
                "20260130T100000 | FREQ=MONTHLY;BYDAY=-1FR;COUNT=3 | 2026-01-30T09:00 2026-02-27T09:00 2026-03-27T09:00",
                "20260307T100000 | FREQ=MONTHLY;BYDAY=1SA;COUNT=3 | 2026-03-07T09:00 2026-04-04T08:00 2026-05-02T08:00",
                "20260131T100000 | FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4 | 2026-01-31T09:00 2026-03-31T08:00 2026-05-31T08:00 2026-07-31T08:00",
                "20260319T183000 | FREQ=WEEKLY;UNTIL=20260402T163000Z | 2026-03-19T17:30 2026-03-26T17:30 2026-04-02T16:30",
                "20260319T183000 | FREQ=WEEKLY;UNTIL=20260402T162900Z | 2026-03-19T17:30 2026-03-26T17:30",
                "20260319T183000 | FREQ=WEEKLY;UNTIL=20260402 | 2026-03-19T17:30 2026-03-26T17:30 2026-04-02T16:30",
                "20260502T100000 | FREQ=YEARLY;BYMONTH=5;BYDAY=1SA;COUNT=2 | 2026-05-02T08:00 2027-05-01T08:00",
                "20260105T080000 | FREQ=DAILY;INTERVAL=10;COUNT=3 | 2026-01-05T07:00 2026-01-15T07:00 2026-01-25T07:00",
                "20260329T023000 | FREQ=DAILY;COUNT=1 | 2026-03-29T01:30",
                "20261025T023000 | FREQ=DAILY;COUNT=1 | 2026-10-25T00:30"
            })
    void AG_08_AG_11_follows_the_rules_of_the_clock_of_the_place(String start, String rule, String expected)
            throws Unreadable {
        EventEntry event = events(event("1", "DTSTART;TZID=Europe/Paris:" + start, "RRULE:" + rule))
                .get(0);
        assertThat(utc(event, LocalDate.of(2026, 1, 1))).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"MO, 1997-08-05 1997-08-10 1997-08-19 1997-08-24", "SU, 1997-08-05 1997-08-17 1997-08-19 1997-08-31"})
    void AG_08_weeks_begin_where_the_rule_says(String first, String expected) throws Unreadable {
        EventEntry event = events(event(
                        "1",
                        "DTSTART;TZID=Europe/Paris:19970805T090000",
                        "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=" + first))
                .get(0);
        assertThat(event.schedule().occurrences(LocalDate.of(1997, 8, 1)))
                .extracting(one -> one.day().toString())
                .containsExactly(expected.split(" "));
    }

    @Test
    void AG_08_takes_days_out_adds_others_and_tells_one_occurrence_apart() throws Unreadable {
        String start = "DTSTART;TZID=Europe/Paris:20260319T183000";
        List<EventEntry> out =
                events(event("1", start, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Paris:20260326T183000"));
        assertThat(local(out.get(0))).containsExactly("2026-03-19T18:30", "2026-04-02T18:30");

        List<EventEntry> more = events(event(
                "1",
                start,
                "RRULE:FREQ=WEEKLY;COUNT=2",
                "RDATE;TZID=Europe/Paris:20260328T100000",
                "RDATE;VALUE=PERIOD:20260401T080000Z/PT1H"));
        assertThat(local(more.get(0)))
                .containsExactly("2026-03-19T18:30", "2026-03-26T18:30", "2026-03-28T10:00", "2026-04-01T10:00");

        List<EventEntry> moved = events(
                event("1", start, "RRULE:FREQ=WEEKLY;COUNT=3"),
                event(
                        "1",
                        "RECURRENCE-ID;TZID=Europe/Paris:20260326T183000",
                        "DTSTART;TZID=Europe/Paris:20260327T200000"));
        assertThat(moved).hasSize(2);
        assertThat(local(moved.get(0))).containsExactly("2026-03-19T18:30", "2026-04-02T18:30");
        assertThat(local(moved.get(1))).containsExactly("2026-03-27T20:00");
        assertThat(moved.get(1).key()).isEqualTo(new Entry.Key("1", "2026-03-26T18:30"));
    }

    @Test
    void AG_08_ten_years_of_days_stop_at_two_hundred_times_to_come() throws Unreadable {
        EventEntry event = events(event(
                        "1", "DTSTART;TZID=Europe/Paris:20210101T100000", "RRULE:FREQ=DAILY;UNTIL=20310101T100000Z"))
                .get(0);
        List<Occurrence> all = event.schedule().occurrences(LocalDate.of(2026, 1, 10));
        assertThat(all).hasSize(200);
        assertThat(all.get(0).day()).isEqualTo(LocalDate.of(2026, 1, 10));
        assertThat(event.isOver(Instant.parse("2026-01-10T00:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=HOURLY;COUNT=3",
                "FREQ=SECONDLY",
                "FREQ=WEEKLY;BYHOUR=9,11",
                "FREQ=FULLMOON"
            })
    void AG_08_what_is_not_followed_is_reported_and_the_first_time_kept(String rule) throws Unreadable {
        Reading reading = read(calendar(event("1", "DTSTART;TZID=Europe/Paris:20260319T183000", "RRULE:" + rule)));
        assertThat(local((EventEntry) reading.entries().get(0))).containsExactly("2026-03-19T18:30");
        assertThat(reading.warnings()).contains(Warning.of("rule", "Chose 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-03-19T18:30",
        "Romance Standard Time, 2026-03-19T18:30",
        "W. Europe Standard Time, 2026-03-19T18:30",
        "/freeassociation.sourceforge.net/Europe/Paris, 2026-03-19T18:30",
        "/softwarestudio.org/Olson_20011030_5/Europe/Paris, 2026-03-19T18:30",
        "Europe/Lisbon, 2026-03-19T19:30",
        "GMT Standard Time, 2026-03-19T19:30",
        "America/New_York, 2026-03-19T23:30",
        "Eastern Standard Time, 2026-03-19T23:30",
        "Etc/UTC, 2026-03-19T19:30"
    })
    void AG_11_knows_the_names_of_zones(String name, String expected) throws Unreadable {
        Reading reading = read(calendar(event("1", "DTSTART;TZID=" + name + ":20260319T183000")));
        EventEntry event = (EventEntry) reading.entries().get(0);
        assertThat(event.start()).isEqualTo(LocalDateTime.parse(expected));
        assertThat(event.zone()).isEqualTo(PARIS);
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void AG_11_a_zone_that_nobody_knows_is_told_or_taken_from_the_file() throws Unreadable {
        Reading unknown = read(calendar(event("1", "DTSTART;TZID=Nulle/Part:20260319T183000")));
        assertThat(event(unknown, "Chose").start()).isEqualTo(LocalDateTime.parse("2026-03-19T18:30"));
        assertThat(unknown.warnings()).containsExactly(Warning.of("zone", "Nulle/Part"));

        Reading told = read(calendar(
                "BEGIN:VTIMEZONE\r\nTZID:Chez nous\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\n"
                        + "DTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE",
                event("1", "DTSTART;TZID=Chez nous:20260319T183000")));
        assertThat(event(told, "Chose").start()).isEqualTo(LocalDateTime.parse("2026-03-19T16:30"));
        assertThat(told.warnings()).isEmpty();

        assertThat(events(event("1", "DTSTART:20260319T183000")).get(0).start())
                .isEqualTo(LocalDateTime.parse("2026-03-19T18:30"));
    }

    @Test
    void AG_11_a_series_of_another_clock_is_written_out_in_ours() throws Unreadable {
        EventEntry event = events(
                        event("1", "DTSTART;TZID=America/New_York:20260302T120000", "RRULE:FREQ=WEEKLY;COUNT=4"))
                .get(0);
        assertThat(local(event))
                .containsExactly("2026-03-02T18:00", "2026-03-09T17:00", "2026-03-16T17:00", "2026-03-23T17:00");
    }

    @Test
    void AG_08_a_series_told_in_universal_time_goes_on_as_long_as_another() throws Unreadable {
        EventEntry daily = events(event("1", "DTSTART:20260105T170000Z", "RRULE:FREQ=DAILY"))
                .get(0);

        assertThat(utc(daily, LocalDate.of(2026, 1, 1)))
                .hasSize(200)
                .startsWith("2026-01-05T17:00")
                .contains("2026-07-01T17:00")
                .endsWith("2026-07-23T17:00");
    }

    @Test
    void AG_08_a_second_time_on_a_day_is_not_dropped_without_a_word() throws Unreadable {
        Reading reading = read(calendar(event(
                "1",
                "DTSTART;TZID=Europe/Paris:20260314T140000",
                "RDATE;TZID=Europe/Paris:20260314T200000,20260315T140000")));

        assertThat(local(event(reading, "Chose 1"))).containsExactly("2026-03-14T14:00", "2026-03-15T14:00");
        assertThat(reading.warnings()).containsExactly(Warning.of("twice", "Chose 1"));
        assertThat(read(calendar(event(
                                "1",
                                "DTSTART;TZID=Europe/Paris:20260314T140000",
                                "RDATE;TZID=Europe/Paris:20260314T140000,20260315T140000")))
                        .warnings())
                .as("the first time told once more is no second one")
                .isEmpty();
    }

    @Test
    void AG_11_the_end_of_whole_days_is_the_day_after() throws Unreadable {
        EventEntry two = events(event("1", "DTSTART;VALUE=DATE:20260314", "DTEND;VALUE=DATE:20260316"))
                .get(0);
        assertThat(two.allDay()).isTrue();
        assertThat(two.length()).contains(Duration.ofDays(1));
        EventEntry one = events(event("1", "DTSTART;VALUE=DATE:20260314")).get(0);
        assertThat(one.length()).contains(Duration.ZERO);
        assertThat(one.schedule().occurrences(NOW.atDay(1)).get(0).lastDay()).isEqualTo(LocalDate.of(2026, 3, 14));
        EventEntry same = events(event("1", "DTSTART;VALUE=DATE:20260314", "DTEND;VALUE=DATE:20260314"))
                .get(0);
        assertThat(same.length()).contains(Duration.ZERO);
    }

    @Test
    void AG_11_lengths_come_from_the_end_or_the_duration() throws Unreadable {
        String start = "DTSTART;TZID=Europe/Paris:20260314T100000";
        assertThat(events(event("1", start, "DURATION:PT1H30M")).get(0).length())
                .contains(Duration.ofMinutes(90));
        assertThat(events(event("1", start)).get(0).length()).isEmpty();
        Reading before = read(calendar(event("1", start, "DTEND;TZID=Europe/Paris:20260314T090000")));
        assertThat(event(before, "Chose").length()).isEmpty();
        assertThat(before.warnings()).containsExactly(Warning.of("end", "Chose 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "webcal://exemple.fr/agenda.ics, https://exemple.fr/agenda.ics",
        "WEBCAL://exemple.fr/a?b=webcal:c, https://exemple.fr/a?b=webcal:c",
        "webcals://exemple.fr/agenda.ics, https://exemple.fr/agenda.ics",
        "' https://exemple.fr/agenda.ics ', https://exemple.fr/agenda.ics",
        "http://exemple.fr/agenda.ics, http://exemple.fr/agenda.ics"
    })
    void AG_05_an_address_to_subscribe_to_is_read_as_one_of_the_web(String typed, String read) {
        assertThat(Source.address(typed)).isEqualTo(read);
    }

    @Test
    void AG_12_takes_two_thousand_events_and_not_one_more() throws Unreadable {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add(event("e" + i, "DTSTART:20260319T183000Z"));
        }
        assertThat(events(lines.toArray(String[]::new))).hasSize(2_000);
        lines.add(event("more", "DTSTART:20260319T183000Z"));
        assertProblem("too-many", calendar(lines.toArray(String[]::new)));
    }

    @Test
    void AG_12_takes_nothing_of_what_is_cut_or_no_calendar() throws IOException {
        byte[] whole = Files.readAllBytes(FEEDS.resolve("google.ics"));
        assertProblem("cut", java.util.Arrays.copyOf(whole, whole.length / 2));
        assertProblem("not-a-calendar", "<!DOCTYPE html><html><body>Connexion</body></html>".getBytes(UTF_8));
        assertProblem("not-a-calendar", new byte[0]);
        assertProblem("not-a-calendar", new byte[] {0, 1, 2, 3});
    }

    private void assertProblem(String key, byte[] bytes) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        Unreadable.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }

    @Test
    void AG_12_reads_lying_charsets_marks_bare_line_ends_and_two_calendars() throws Unreadable {
        byte[] plain = calendar(event("é", "DTSTART:20260319T183000Z"));
        String text = new String(plain, UTF_8);
        Reading latin = read(text.getBytes(Charset.forName("windows-1252")));
        assertThat(latin.warnings()).containsExactly(Warning.of("charset"));
        for (byte[] bytes : List.of(
                plain,
                ("\uFEFF" + text).getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                text.replace("\r\n", "\n").getBytes(UTF_8),
                text.getBytes(Charset.forName("windows-1252")))) {
            assertThat(event(read(bytes), "Chose é").start()).isEqualTo(LocalDateTime.parse("2026-03-19T19:30"));
        }
        String other = new String(calendar(event("2", "DTSTART:20260320T183000Z")), UTF_8);
        assertThat(read((text + other).getBytes(UTF_8)).entries()).hasSize(2);
    }

    @Test
    void AG_06_of_two_versions_the_newer_one_counts() throws Unreadable {
        List<EventEntry> events = events(
                event("1", "DTSTART:20260320T183000Z", "SEQUENCE:3"),
                event("1", "DTSTART:20260319T183000Z", "SEQUENCE:2", "LAST-MODIFIED:20260301T000000Z"));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).start()).isEqualTo(LocalDateTime.parse("2026-03-20T19:30"));
    }

    @Test
    void AG_14_what_others_wrote_is_made_safe() {
        assertThat(ReceivedHtml.clean("<p onclick=\"x()\">Bonjour <b>vous</b><img src=x onerror=alert(1)>"
                        + "<script>alert(1)</script> <a href=\"javascript:alert(1)\">clic</a>"
                        + "<a href=\"https://exemple.fr/\">là</a></p>"))
                .isEqualTo("<p>Bonjour <strong>vous</strong> clic"
                        + "<a href=\"https://exemple.fr/\" rel=\"nofollow ugc noopener\">là</a></p>");
        assertThat(ReceivedHtml.clean("Un & deux\n<3\n\nTrois : https://exemple.fr/a?b=1&c=2."))
                .isEqualTo("<p>Un &amp; deux<br />&lt;3</p>\n<p>Trois : <a href=\"https://exemple.fr/a?b=1&amp;c=2\""
                        + " rel=\"nofollow ugc noopener\">https://exemple.fr/a?b=1&amp;c=2</a>.</p>");
        String once = ReceivedHtml.clean("<div>Un</div><ul><li>deux</ul><iframe src=//x></iframe>");
        assertThat(ReceivedHtml.clean(once)).isEqualTo(once).contains("<p>Un</p>", "<li>deux</li>");
        assertThat(ReceivedHtml.clean("ligne\n".repeat(1_000_000))).hasSizeLessThan(60_000);
    }

    @Test
    void AG_05_reads_google_calendar() throws IOException, Unreadable {
        Reading reading = file("google.ics");
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.ignored()).isEqualTo(1);
        EventEntry velo = event(reading, "Atelier vélo");
        assertThat(velo.start()).isEqualTo(LocalDateTime.parse("2027-01-13T18:30"));
        assertThat(velo.length()).contains(Duration.ofHours(2));
        assertThat(velo.place()).isEqualTo("Le Hangar");
        assertThat(velo.street()).isEqualTo("12 rue des Écluses, 35580 Guichen, France");
        assertThat(velo.commune()).contains("35126");
        assertThat(velo.online()).isEqualTo("https://meet.google.com/abc-defg-hij");
        assertThat(velo.description()).contains("<strong>bonne humeur</strong>", "rel=\"nofollow ugc noopener\"");
        assertThat(velo.sequence()).isEqualTo(2);
        EventEntry choir = event(reading, "Chorale");
        assertThat(local(choir)).hasSize(10).doesNotContain("2027-01-21T18:30", "2027-02-18T18:30");
        assertThat(choir.place()).isEmpty();
        assertThat(event(reading, "Chorale des voisin·e·s (").recurrenceId()).isEqualTo("2027-01-21T18:30");
        assertThat(event(reading, "Braderie").length()).contains(Duration.ofDays(1));
    }

    @Test
    void AG_05_reads_outlook() throws IOException, Unreadable {
        Reading reading = file("outlook.ics");
        EventEntry office = event(reading, "Permanence");
        assertThat(local(office)).startsWith("2027-01-12T18:30", "2027-03-09T18:30", "2027-04-13T18:30");
        assertThat(office.commune()).contains("35012");
        assertThat(office.description()).isEqualTo("<p>On reçoit sans rendez-vous, une heure chacun·e.</p>");
        EventEntry call = event(reading, "Visio");
        assertThat(call.start()).isEqualTo(LocalDateTime.parse("2027-01-19T09:00"));
        assertThat(call.online()).startsWith("https://teams.microsoft.com/");
        assertThat(call.place()).isEmpty();
    }

    @Test
    void AG_05_reads_nextcloud() throws IOException, Unreadable {
        Reading reading = file("nextcloud.ics");
        assertThat(reading.entries()).hasSize(2);
        EventEntry mail = event(reading, "Atelier « mon");
        assertThat(mail.start()).isEqualTo(LocalDateTime.parse("2027-02-05T14:00"));
        assertThat(mail.length()).contains(Duration.ofMinutes(90));
        assertThat(mail.commune()).contains("35033");
        assertThat(mail.description())
                .startsWith("<p>On y va doucement.<br />On apporte")
                .contains("<a href");
        assertThat(mail.categories()).containsExactly("Numérique", "Ateliers");
    }

    @Test
    void AG_05_reads_openagenda() throws IOException, Unreadable {
        Reading reading = file("openagenda.ics");
        EventEntry tales = (EventEntry) reading.entries().get(0);
        assertThat(tales.start()).isEqualTo(LocalDateTime.parse("2027-02-20T16:00"));
        assertThat(tales.description()).containsOnlyOnce("<a ");
        EventEntry cancelled = (EventEntry) reading.entries().get(1);
        assertThat(cancelled.status()).isEqualTo("annule");
        assertThat(cancelled.commune()).contains(Territory.ELSEWHERE);
        assertThat(cancelled.description()).contains(">openagenda.com</a>");
    }

    @Test
    void AG_05_reads_mobilizon_and_the_events_calendar() throws IOException, Unreadable {
        EventEntry party = event(file("mobilizon.ics"), "Soirée");
        assertThat(party.start()).isEqualTo(LocalDateTime.parse("2027-02-12T19:00"));
        assertThat(party.commune()).contains("35016");
        Reading bakery = file("the-events-calendar.ics");
        EventEntry bread = event(bakery, "Atelier pain");
        assertThat(bread.title()).isEqualTo("Atelier pain – pétrir & discuter");
        assertThat(bread.description())
                .doesNotContain("<img", "onerror", "javascript")
                .contains("La farine");
        assertThat(bread.commune()).contains("35168");
        assertThat(event(bakery, "Portes").length()).contains(Duration.ZERO);
    }

    @Test
    void AG_05_reads_gancio_whose_place_and_address_stand_on_one_line() throws IOException, Unreadable {
        Reading agenda = file("gancio.ics");
        EventEntry canteen = event(agenda, "[Agenda libre] Cantine de la gare");
        assertThat(canteen.start()).isEqualTo(LocalDateTime.parse("2027-05-07T19:00"));
        assertThat(canteen.length()).contains(Duration.ofMinutes(210));
        assertThat(canteen.place()).isEqualTo("La Gare aux Gâteaux - 2 place de la Gare");
        assertThat(canteen.commune()).contains("35126");
        assertThat(canteen.description())
                .contains("<strong>vaisselle</strong>", ">agenda-libre.exemple</a>")
                .doesNotContain("DOCTYPE", "BODY");
        assertThat(canteen.categories()).containsExactly("soupe", "partage");
        assertThat(event(agenda, "[Agenda libre] Lecture au loin").online()).isEqualTo("https://visio.exemple/lecture");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le Hangar, 12 rue des Écluses, 35580 Guichen | 35126",
                "rue de Guichen, Baulon | 35016",
                "3 allée du Lac, 35580 BAULON | 35016",
                "Salle, Val d’Anast | 35168",
                "Théâtre, 35000 Rennes | hors-territoire",
                "Guichen, 44000 Nantes | hors-territoire",
                "Chez Paul | ",
                "'' | "
            })
    void AG_05_finds_the_commune_of_an_address(String address, String expected) {
        assertThat(territory.commune(address)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void AC_15_of_a_long_feed_the_first_fifty_are_taken_and_the_rest_is_told() throws Unreadable {
        String items = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "<item><title>Nouvelle " + i + "</title><link>https://exemple.org/" + i
                        + "</link><guid>n" + i + "</guid></item>")
                .collect(Collectors.joining());
        byte[] feed = ("<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>X</title>"
                        + "<link>https://exemple.org</link><description>x</description>" + items + "</channel></rss>")
                .getBytes(UTF_8);

        Reading reading = new FeedReader().read(feed, "application/rss+xml");

        assertThat(reading.entries()).hasSize(50);
        assertThat(reading.ignored()).isEqualTo(10);
        assertThat(reading.warnings()).containsExactly(Warning.of("older", "50", "10"));
    }

    @Test
    void AC_15_takes_of_news_its_title_three_lines_and_a_link() throws IOException, Unreadable {
        Reading rss = new FeedReader().read(Files.readAllBytes(FEEDS.resolve("wordpress.rss")), "text/xml");
        assertThat(rss.entries()).hasSize(2);
        NewsEntry news = (NewsEntry) rss.entries().get(0);
        assertThat(news.title()).isEqualTo("Cent vélos de plus – merci !");
        assertThat(news.summary()).contains("RESUME").endsWith("…").hasSizeLessThanOrEqualTo(300);
        assertThat(news.summary()).doesNotContain("CORPS", "<");
        assertThat(news.link()).isEqualTo("https://roue.exemple/cent-velos/");
        assertThat(news.categories()).containsExactly("Mobilité");
        Instant then = Instant.parse("2026-11-25T00:00:00Z");
        assertThat(rss.entries()).extracting(one -> one.isOver(then)).containsExactly(false, true);

        Reading atom = new FeedReader().read(Files.readAllBytes(FEEDS.resolve("spip.atom")), "application/atom+xml");
        NewsEntry radio = (NewsEntry) atom.entries().get(0);
        assertThat(radio.title()).isEqualTo("L’émission déménage");
        assertThat(radio.summary()).isEqualTo("Le jeudi devient le vendredi.");
    }

    @Test
    void AC_15_takes_the_first_words_of_what_has_no_title_as_the_posts_of_mastodon() throws IOException, Unreadable {
        Reading posts = new FeedReader()
                .read(Files.readAllBytes(FEEDS.resolve("mastodon.rss")), "application/rss+xml; charset=utf-8");

        assertThat(posts.entries()).hasSize(1);
        NewsEntry planting = (NewsEntry) posts.entries().get(0);
        assertThat(planting.title())
                .isEqualTo("Trois cents mètres de haie plantés ce matin, à onze, sous une pluie fine et…");
        assertThat(planting.summary()).contains("Prochain chantier samedi").doesNotContain("<");
        assertThat(planting.link()).isEqualTo("https://mastodon.exemple/@anouk/113904422071");
        assertThat(planting.categories()).containsExactly("haies");
        assertThat(posts.warnings()).as("a picture without a word").containsExactly(Warning.of("no-title", ""));
    }

    @Test
    void AC_15_takes_nothing_of_a_feed_whose_elements_lie_deeper_in_each_other_than_in_any() {
        String deep = "<rss version='2.0'><channel><title>X</title><link>https://exemple.org</link>"
                + "<description>x</description><item><title>Un</title><link>https://exemple.org/un</link>"
                + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</item></channel></rss>";

        assertThatThrownBy(() -> new FeedReader().read(deep.getBytes(UTF_8), "text/xml"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("not-a-feed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BEGIN:VCALENDAR",
                "<html><body>non</body></html>",
                "<rss version=\"2.0\"><channel><title>coupé",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&x;</title><link>http://a</link><description>d</description></channel></rss>"
            })
    void AC_15_takes_nothing_of_what_is_no_feed(String text) {
        assertThatThrownBy(() -> new FeedReader().read(text.getBytes(UTF_8), "text/xml"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void AC_15_reads_a_json_feed_and_takes_for_whole_what_its_portal_says_is_all_there_is() throws Exception {
        String item = """
                {"id": "%s", "url": "https://voisins.exemple/actualites/2026/%s", "title": "Une <b>actu</b>&nbsp;!",
                 "content_html": "<p>Trois <script>alert(1)</script>lignes.</p>", "date_published": "2026-06-01T08:00:00Z",
                 "tags": ["Culture", 7]}""";
        String feed = "{\"version\": \"https://jsonfeed.org/version/1.1\", %s\"items\": [%s]}";
        String some =
                item.formatted("1", "une") + "," + item.formatted("2", "deux") + "," + item.formatted("2", "deux");

        Reading ordinary = new FeedReader().read(feed.formatted("", some).getBytes(UTF_8), "");
        assertThat(ordinary.complete()).as("the latest only").isFalse();
        assertThat(ordinary.ignored()).isEqualTo(1);
        NewsEntry first = (NewsEntry) ordinary.entries().get(0);
        assertThat(first.title()).isEqualTo("Une actu\u00a0!");
        assertThat(first.summary()).isEqualTo("Trois lignes.");
        assertThat(first.link()).isEqualTo("https://voisins.exemple/actualites/2026/une");
        assertThat(first.published()).isEqualTo(Instant.parse("2026-06-01T08:00:00Z"));
        assertThat(first.categories()).containsExactly("Culture");

        String whole = "\"_bocage\": {\"complete\": true}, ";
        assertThat(new FeedReader()
                        .read(feed.formatted(whole, some).getBytes(UTF_8), "")
                        .complete())
                .isTrue();
        String broken =
                item.replace("https://voisins.exemple", "javascript:alert(1)").formatted("3", "trois");
        Reading odd = new FeedReader().read(feed.formatted(whole, broken).getBytes(UTF_8), "");
        assertThat(odd.entries()).isEmpty();
        assertThat(odd.warnings()).extracting(Warning::key).containsExactly("no-link");
        String ad = item.replace("\"tags\"", "\"_bocage\": {\"kind\": \"emploi\"}, \"tags\"")
                .formatted("4", "quatre");
        assertThatThrownBy(() -> new FeedReader().read(feed.formatted(whole, ad).getBytes(UTF_8), ""))
                .isInstanceOf(Unreadable.class)
                .hasMessage("not-a-feed");
    }
}
