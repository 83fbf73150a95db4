package org.bocage.editorial.workflow.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The days on which people work in France. */
@Tag("fast")
class WorkingDaysTests {

    @ParameterizedTest
    @CsvSource({"2019, 2019-04-21", "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2038, 2038-04-25"})
    void easter_falls_when_the_calendar_says(int year, LocalDate sunday) {
        assertThat(WorkingDays.easter(year)).isEqualTo(sunday);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-04-06", "2026-05-14", "2026-05-25", "2026-05-01", "2026-07-14", "2026-11-11", "2026-11-22"
            })
    void holidays_and_weekends_are_no_working_days(LocalDate day) {
        assertThat(WorkingDays.isOne(day)).isFalse();
    }

    @Test
    void CT_06_a_long_weekend_does_not_count() {
        // from the Friday before Whit Monday 2026, three working days later
        assertThat(WorkingDays.since(Instant.parse("2026-05-22T15:00:00Z"), Instant.parse("2026-05-28T15:00:00Z")))
                .isEqualTo(3);
        // the Wednesday before Ascension Day 2026, to the Monday after
        assertThat(WorkingDays.since(Instant.parse("2026-05-13T15:00:00Z"), Instant.parse("2026-05-18T08:00:00Z")))
                .isEqualTo(2);
    }
}
