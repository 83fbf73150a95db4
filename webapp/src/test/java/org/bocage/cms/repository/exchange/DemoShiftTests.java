package org.bocage.cms.repository.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class DemoShiftTests {

    private static Instant moved(String series, int days, String at) {
        return new DemoShift(days, series).apply(Date.from(Instant.parse(at))).toInstant();
    }

    @Test
    void half_past_six_in_june_is_half_past_six_in_november() {
        assertThat(moved("", 177, "2026-06-03T16:30:00Z")).isEqualTo("2026-11-27T17:30:00Z");
    }

    @Test
    void a_weekly_series_stays_on_its_weekday_and_a_monthly_one_on_its_rank() {
        assertThat(moved("semaine", 177, "2026-06-04T10:15:00Z")).isEqualTo("2026-11-26T11:15:00Z");
        assertThat(moved("mois", 177, "2026-06-09T07:30:00Z")).isEqualTo("2026-12-08T08:30:00Z");
        assertThat(moved("mois", 30, "2026-06-30T07:30:00Z"))
                .as("a fifth Tuesday where there are four")
                .isEqualTo("2026-07-28T07:30:00Z");
    }
}
