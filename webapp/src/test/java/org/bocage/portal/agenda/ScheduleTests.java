package org.bocage.portal.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ScheduleTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static Schedule series(String start, Recurrence recurrence, Set<LocalDate> exceptions) {
        return new Schedule(
                LocalDateTime.parse(start),
                Optional.of(Duration.ofMinutes(90)),
                false,
                PARIS,
                Optional.of(recurrence),
                exceptions,
                List.of());
    }

    private static Recurrence rule(String pace, String start, int times) {
        return Recurrence.of(pace, LocalDateTime.parse(start), Optional.empty(), times)
                .orElseThrow();
    }

    @Test
    void a_weekly_meeting_stays_at_half_past_six_when_the_clocks_change() {
        String start = "2026-03-24T18:30";

        List<Occurrence> all =
                series(start, rule("semaine", start, 33), Set.of()).occurrences(TODAY);

        assertThat(all)
                .hasSize(33)
                .allSatisfy(one ->
                        assertThat(one.from().atZone(PARIS).toLocalTime()).hasToString("18:30"));
        assertThat(all.get(0).from()).isEqualTo(Instant.parse("2026-03-24T17:30:00Z"));
        assertThat(all.get(1).from()).isEqualTo(Instant.parse("2026-03-31T16:30:00Z"));
        assertThat(all.get(32).from()).isEqualTo(Instant.parse("2026-11-03T17:30:00Z"));
    }

    @Test
    void the_second_tuesday_comes_back_on_second_tuesdays_and_a_fifth_one_on_last_ones() {
        List<Occurrence> second = series("2026-06-09T09:30", rule("mois-jour", "2026-06-09T09:30", 3), Set.of())
                .occurrences(TODAY);
        List<Occurrence> fifth = series("2026-06-30T09:30", rule("mois-jour", "2026-06-30T09:30", 2), Set.of())
                .occurrences(TODAY);

        assertThat(second)
                .extracting(one -> one.day().toString())
                .containsExactly("2026-06-09", "2026-07-14", "2026-08-11");
        assertThat(fifth).extracting(one -> one.day().toString()).containsExactly("2026-06-30", "2026-07-28");
    }

    @Test
    void a_day_taken_out_is_not_in_the_series_and_the_last_day_is() {
        LocalDateTime start = LocalDateTime.parse("2026-03-05T12:15");
        Recurrence until = Recurrence.of("semaine", start, Optional.of(LocalDate.of(2026, 3, 26)), 0)
                .orElseThrow();

        List<Occurrence> all = series(start.toString(), until, Set.of(LocalDate.of(2026, 3, 12)))
                .occurrences(TODAY);

        assertThat(all).extracting(Occurrence::name).containsExactly("20260305", "20260319", "20260326");
    }

    @Test
    void AG_08_an_endless_series_keeps_its_next_two_hundred_times_up_to_eighteen_months() {
        String start = "2020-01-01T10:00";

        List<Occurrence> all = series(start, rule("jour", start, 0), Set.of()).occurrences(TODAY);

        assertThat(all).hasSize(Schedule.MOST);
        assertThat(all.get(0).day()).isEqualTo(TODAY);
        List<Occurrence> weekly =
                series(start, rule("semaine", start, 0), Set.of()).occurrences(TODAY);
        assertThat(weekly).hasSize(Schedule.MOST);
        assertThat(weekly.get(199).day()).isBetween(TODAY.plusMonths(18).minusDays(7), TODAY.plusMonths(18));
    }

    @Test
    void an_event_of_two_whole_days_ends_when_the_second_one_is_over() {
        Schedule schedule = new Schedule(
                LocalDateTime.parse("2026-06-06T00:00"),
                Optional.of(Duration.ofDays(1)),
                true,
                PARIS,
                Optional.empty(),
                Set.of(),
                List.of());

        assertThat(schedule.occurrences(TODAY))
                .containsExactly(new Occurrence(
                        LocalDate.of(2026, 6, 6),
                        LocalDate.of(2026, 6, 7),
                        Instant.parse("2026-06-05T22:00:00Z"),
                        Instant.parse("2026-06-07T22:00:00Z"),
                        PARIS));
    }

    @Test
    void an_event_beyond_the_horizon_has_its_date_all_the_same() {
        String start = "2031-06-06T10:00";

        assertThat(series(start, rule("annee", start, 0), Set.of()).occurrences(TODAY))
                .hasSize(1);
    }

    @Test
    void a_rule_of_another_calendar_is_followed_and_one_we_do_not_know_is_refused() {
        Recurrence saturdays =
                Recurrence.of("FREQ=MONTHLY;BYDAY=1SA;COUNT=2", PARIS).orElseThrow();

        assertThat(series("2026-04-04T10:00", saturdays, Set.of()).occurrences(TODAY))
                .extracting(Occurrence::name)
                .containsExactly("20260404", "20260502");
        assertThat(Recurrence.of("FREQ=HOURLY", PARIS)).isEmpty();
        assertThat(Recurrence.of("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2", PARIS)).isEmpty();
        assertThat(Recurrence.of("n’importe quoi", PARIS)).isEmpty();
    }

    @Test
    void the_hour_told_is_that_of_the_place() {
        ZoneId reunion = ZoneId.of("Indian/Reunion");
        Schedule schedule = new Schedule(
                LocalDateTime.parse("2026-06-06T18:30"),
                Optional.of(Duration.ofMinutes(90)),
                false,
                reunion,
                Optional.empty(),
                Set.of(),
                List.of());

        Occurrence only = schedule.occurrences(TODAY).get(0);

        assertThat(only.from()).isEqualTo(Instant.parse("2026-06-06T14:30:00Z"));
        assertThat(only.startsAt()).isEqualTo("18:30");
        assertThat(only.endsAt()).isEqualTo("20:00");
    }
}
