package org.bocage.portal.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bocage.SettableClock;
import org.bocage.cms.repository.EmptyStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VisitsTests {

    @RegisterExtension
    final EmptyStores stores = new EmptyStores();

    private final SettableClock clock = new SettableClock();

    @Test
    void what_could_not_be_saved_stays_counted_and_is_saved_the_next_time() {
        Visits visits = new Visits(stores.get(), clock);
        visits.count(Visits.Kind.PAGE, "/agenda");
        visits.count(Visits.Kind.SEARCH, "four");
        stores.failing(visits::save);
        visits.count(Visits.Kind.PAGE, "/agenda");
        visits.save();

        Visits next = new Visits(stores.get(), clock);
        assertThat(next.months()).singleElement().satisfies(month -> {
            assertThat(month.most(Visits.Kind.PAGE, 9)).containsExactly(Map.entry("/agenda", 2L));
            assertThat(month.most(Visits.Kind.SEARCH, 9)).containsExactly(Map.entry("four", 1L));
        });
    }

    @Test
    void however_often_they_are_saved_counts_of_a_month_are_whole_and_old_months_go() {
        Visits visits = new Visits(stores.get(), clock);
        for (int save = 0; save < 120; save++) {
            visits.count(Visits.Kind.PAGE, "/agenda");
            visits.count(Visits.Kind.PAGE, "/page-" + save);
            visits.save();
        }
        visits.count(Visits.Kind.PAGE, "/agenda");

        assertThat(visits.months().get(0).total(Visits.Kind.PAGE)).isEqualTo(241);
        assertThat(visits.ofYear(Visits.Kind.PAGE, List.of("/agenda", "/page-7")))
                .isEqualTo(122);
        visits.destroy();
        clock.forward(Duration.ofDays(26 * 31));
        Visits later = new Visits(stores.get(), clock);
        later.count(Visits.Kind.PAGE, "/agenda");
        later.save();
        assertThat(later.months())
                .extracting(Visits.Month::month)
                .containsExactly(YearMonth.now(clock.withZone(ZoneId.of("Europe/Paris"))));
    }
}
