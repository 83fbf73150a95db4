package org.bocage.cms.repository.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.bocage.editorial.view.Moment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** UX-28: the first of a month is « 1er ». */
@Tag("fast")
class FrenchDaysTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

    @Test
    void UX_28_the_first_of_a_month_is_written_so_wherever_a_month_follows() {
        assertThat(FrenchDays.format("EEEE d MMMM").format(FIRST)).isEqualTo("mardi 1er décembre");
        assertThat(FrenchDays.format("d MMMM yyyy").format(FIRST)).isEqualTo("1er décembre 2026");
        assertThat(FrenchDays.format("EEEE d MMMM yyyy").format(FIRST.plusDays(20)))
                .isEqualTo("lundi 21 décembre 2026");
    }

    @Test
    void what_is_no_day_in_words_stays_as_it_is() {
        assertThat(FrenchDays.format("yyyy-MM-dd").format(FIRST)).isEqualTo("2026-12-01");
        assertThat(FrenchDays.format("d").format(FIRST)).isEqualTo("1");
        assertThat(FrenchDays.format("MMMM yyyy").format(FIRST)).isEqualTo("décembre 2026");
    }

    @Test
    void days_and_hours_are_written_one_way() {
        assertThat(FrenchDays.hour(LocalTime.of(8, 0))).isEqualTo("8 h");
        assertThat(FrenchDays.hour(LocalTime.of(18, 5))).isEqualTo("18 h 05");
        assertThat(FrenchDays.words("2026-12-01T18:30")).isEqualTo("mardi 1er décembre 2026, 18 h 30");
        assertThat(FrenchDays.words("2026-12-21")).isEqualTo("lundi 21 décembre 2026");
        assertThat(FrenchDays.words("bientôt")).isEqualTo("bientôt");
    }

    @Test
    void UX_28_the_private_space_writes_it_so_too() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-26T20:00:00Z"), ZoneId.of("Europe/Paris"));

        assertThat(Moment.of(Instant.parse("2026-12-01T08:30:00Z"), clock).day())
                .isEqualTo("1er décembre");
    }
}
