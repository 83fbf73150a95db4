package org.bocage.portal.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.bocage.portal.feeds.OctetFolding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What we write as a calendar, read by another library. */
@Tag("fast")
class CalendarTextTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST =
            TODAY.plusMonths(Schedule.MONTHS_AHEAD).plusDays(1);

    private static CalendarEntry entry(String title, String description, CalendarTimes times) {
        return new CalendarEntry(
                "b0ca0011-0000-4000-8000-000000000001@exemple.org",
                3,
                Instant.parse("2026-02-01T10:00:00Z"),
                title,
                description,
                "Salle des fêtes, 1 rue de l’Étang, Baulon",
                "prevu",
                List.of("pole", "culture"),
                "Le pôle",
                "https://exemple.org/agenda/fete",
                "",
                "",
                times);
    }

    private static String written(Schedule schedule) {
        CalendarTimes times = CalendarTimes.of(schedule, TODAY).orElseThrow();
        return CalendarText.of(
                "Agenda", "https://exemple.org/agenda.ics", "p@exemple.org", List.of(entry("Fête", "", times)));
    }

    private static Schedule series(
            String start,
            Optional<Recurrence> rule,
            boolean allDay,
            ZoneId zone,
            Set<LocalDate> not,
            List<String> and) {
        return new Schedule(
                LocalDateTime.parse(start),
                Optional.of(allDay ? Duration.ZERO : Duration.ofMinutes(90)),
                allDay,
                zone,
                rule,
                not,
                and.stream().map(LocalDateTime::parse).toList());
    }

    private static Optional<Recurrence> rule(
            String pace, String start, @org.jspecify.annotations.Nullable String until) {
        return Recurrence.of(
                pace, LocalDateTime.parse(start), Optional.ofNullable(until).map(LocalDate::parse), 0);
    }

    /** The other library finds the dates that the portal shows. */
    private static String leavesWithItsDates(Schedule schedule) {
        String text = written(schedule);
        VEvent event = OtherCalendar.of(text).event("Fête");
        List<LocalDateTime> shown = schedule.occurrences(TODAY).stream()
                .map(one -> one.from()
                        .atZone(schedule.allDay() ? schedule.zone() : PARIS)
                        .toLocalDateTime())
                .toList();
        assertThat(OtherCalendar.starts(event, FIRST, LAST)).as(text).containsExactlyElementsOf(shown);
        return text;
    }

    @Test
    void AG_10_lines_are_folded_at_75_octets_without_cutting_a_letter() {
        String line = "DESCRIPTION:Café-rencontre à La Chapelle-Bouëxic\\, entrée libre\\; venez comme vous êtes\\, on"
                + " garde la brioche au chaud !\r\n";

        assertThat(OctetFolding.fold(line))
                .isEqualTo(String.join(
                        "\r\n",
                        "DESCRIPTION:Café-rencontre à La Chapelle-Bouëxic\\, entrée libre\\; venez",
                        "  comme vous êtes\\, on garde la brioche au chaud !",
                        ""));
        assertThat(OctetFolding.fold("🎉".repeat(200)).split("\r\n "))
                .allSatisfy(part ->
                        assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(74))
                .allSatisfy(part -> assertThat(part).doesNotContain("\uFFFD"));
    }

    @Test
    void AG_10_a_calendar_has_the_form_that_clients_expect() {
        String text = CalendarText.of(
                "Agenda – Pôle",
                "https://exemple.org/agenda.ics",
                "p@exemple.org",
                List.of(entry(
                        "Troc; graines, outils",
                        "Deux lignes\nC:\\ici",
                        CalendarTimes.of(
                                        series("2026-03-14T18:30", Optional.empty(), false, PARIS, Set.of(), List.of()),
                                        TODAY)
                                .orElseThrow())));

        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Portail ESS//FR\r\n")
                .contains(
                        "\r\nCALSCALE:GREGORIAN\r\n",
                        "\r\nMETHOD:PUBLISH\r\n",
                        "\r\nNAME:Agenda – Pôle\r\n",
                        "\r\nX-WR-CALNAME:Agenda – Pôle\r\n",
                        "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n",
                        "\r\nSOURCE;VALUE=URI:https://exemple.org/agenda.ics\r\n",
                        "\r\nUID:b0ca0011-0000-4000-8000-000000000001@exemple.org\r\n",
                        "\r\nDTSTAMP:20260201T100000Z\r\n",
                        "\r\nDTSTART;TZID=Europe/Paris:20260314T183000\r\n",
                        "\r\nDTEND;TZID=Europe/Paris:20260314T200000\r\n",
                        "\r\nSEQUENCE:3\r\n",
                        "\r\nSTATUS:CONFIRMED\r\n",
                        "\r\nCATEGORIES:pole,culture\r\n",
                        "\r\nSUMMARY:Troc\\; graines\\, outils\r\n",
                        "\r\nDESCRIPTION:Deux lignes\\nC:\\\\ici\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                        .as(line)
                        .isLessThanOrEqualTo(75));
    }

    @Test
    void AG_10_the_time_zone_is_told_with_its_rules() {
        String text = written(series("2026-03-14T18:30", Optional.empty(), false, PARIS, Set.of(), List.of()));
        String zone = text.substring(text.indexOf("BEGIN:VTIMEZONE"), text.indexOf("END:VTIMEZONE"));

        assertThat(zone.split("\r\n"))
                .containsExactlyInAnyOrder(
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Paris",
                        "BEGIN:DAYLIGHT",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200",
                        "TZNAME:CEST",
                        "DTSTART:19810329T020000",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
                        "END:DAYLIGHT",
                        "BEGIN:STANDARD",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "TZNAME:CET",
                        "DTSTART:19961027T030000",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
                        "END:STANDARD");
    }

    @Test
    void AG_11_the_last_day_of_whole_days_is_not_the_day_of_their_end() {
        String text = written(new Schedule(
                LocalDateTime.parse("2026-03-14T00:00"),
                Optional.of(Duration.ofDays(1)),
                true,
                PARIS,
                Optional.empty(),
                Set.of(),
                List.of()));

        assertThat(text).contains("DTSTART;VALUE=DATE:20260314\r\n", "DTEND;VALUE=DATE:20260316\r\n");
    }

    @Test
    void AG_11_a_weekly_series_stays_at_half_past_six_in_another_calendar() {
        String start = "2026-03-24T18:30";
        Schedule schedule = series(start, rule("semaine", start, "2026-11-03"), false, PARIS, Set.of(), List.of());

        String text = leavesWithItsDates(schedule);

        assertThat(text).contains("RRULE:FREQ=WEEKLY;UNTIL=20261103T173000Z");
        assertThat(OtherCalendar.starts(OtherCalendar.of(text).event("Fête"), FIRST, LAST))
                .allSatisfy(one -> assertThat(one.toLocalTime()).hasToString("18:30"));
    }

    @Test
    void AG_10_a_series_leaves_with_exactly_its_dates() {
        String thursday = "2026-03-05T12:15";
        Set<LocalDate> not = Set.of(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 7, 16));
        List<String> and = List.of("2026-03-13T12:15", "2026-08-01T18:00");

        assertThat(leavesWithItsDates(
                        series(thursday, rule("semaine", thursday, "2026-09-24"), false, PARIS, not, and)))
                .contains("RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Paris:", "RDATE;TZID=Europe/Paris:");
        leavesWithItsDates(series(thursday, rule("semaine", thursday, null), false, PARIS, not, List.of()));
        leavesWithItsDates(series(thursday, rule("quinzaine", thursday, null), true, PARIS, not, List.of()));
        leavesWithItsDates(series(thursday, rule("mois-jour", thursday, null), false, PARIS, Set.of(), List.of()));
        leavesWithItsDates(series(
                "2026-01-31T10:00", rule("mois-date", "2026-01-31T10:00", null), false, PARIS, Set.of(), List.of()));
        leavesWithItsDates(series(
                thursday,
                Recurrence.of("semaine", LocalDateTime.parse(thursday), Optional.empty(), 5),
                false,
                PARIS,
                not,
                List.of()));
        leavesWithItsDates(series(
                "2026-03-05T00:00", rule("semaine", "2026-03-05T00:00", "2026-05-28"), true, PARIS, not, List.of()));
    }

    @Test
    void AG_10_dates_that_no_rule_makes_are_told_one_by_one() {
        String start = "2026-03-05T12:15";
        Schedule daily = series(start, rule("jour", start, null), false, PARIS, Set.of(), List.of());
        Schedule abroad = series(
                start, rule("semaine", start, "2026-06-01"), false, ZoneId.of("America/New_York"), Set.of(), List.of());
        Schedule offBeat =
                series(start, Recurrence.of("FREQ=WEEKLY;BYDAY=MO;COUNT=4", PARIS), false, PARIS, Set.of(), List.of());
        Schedule twiceOnADay = series(
                start, rule("semaine", start, "2026-04-30"), false, PARIS, Set.of(), List.of("2026-03-12T09:00"));

        for (Schedule one : List.of(daily, abroad, offBeat, twiceOnADay)) {
            assertThat(leavesWithItsDates(one)).contains("RDATE").doesNotContain("RRULE:FREQ=WEEKLY");
        }
    }

    @Test
    void AG_18_a_cancelled_event_says_so_and_one_that_is_full_says_so_in_words() {
        CalendarTimes times = CalendarTimes.of(
                        series("2026-03-14T18:30", Optional.empty(), false, PARIS, Set.of(), List.of()), TODAY)
                .orElseThrow();
        for (var word : java.util.Map.of("annule", "CANCELLED", "reporte", "TENTATIVE", "complet", "CONFIRMED")
                .entrySet()) {
            CalendarEntry one = new CalendarEntry(
                    "u",
                    0,
                    Instant.EPOCH,
                    "Fête",
                    "",
                    "",
                    word.getKey(),
                    List.of("pole"),
                    "",
                    "https://e.org",
                    "",
                    "",
                    times);
            VEvent event = OtherCalendar.of(CalendarText.of("A", "https://e.org", "p@e.org", List.of(one)))
                    .event("Fête");
            assertThat(OtherCalendar.value(event, Property.STATUS)).isEqualTo(word.getValue());
            assertThat(OtherCalendar.value(event, "X-BOCAGE-STATUT")).isEqualTo(word.getKey());
        }
    }
}
