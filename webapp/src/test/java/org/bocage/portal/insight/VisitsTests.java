package org.bocage.portal.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bocage.SettableClock;
import org.bocage.cms.repository.EmptyStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("fast")
class VisitsTests {

    @RegisterExtension
    final EmptyStores stores = new EmptyStores();

    private final SettableClock clock = new SettableClock();

    @Test
    void what_could_not_be_saved_stays_counted_and_is_saved_the_next_time() {
        PageViews visits = new PageViews(stores.get(), clock);
        visits.count(PageViews.Kind.PAGE, "/agenda");
        visits.count(PageViews.Kind.SEARCH, "four");
        stores.failing(visits::save);
        visits.count(PageViews.Kind.PAGE, "/agenda");
        visits.save();

        PageViews next = new PageViews(stores.get(), clock);
        assertThat(next.months()).singleElement().satisfies(month -> {
            assertThat(month.most(PageViews.Kind.PAGE, 9)).containsExactly(Map.entry("/agenda", 2L));
            assertThat(month.most(PageViews.Kind.SEARCH, 9)).containsExactly(Map.entry("four", 1L));
        });
    }

    @Test
    void however_often_they_are_saved_counts_of_a_month_are_whole_and_old_months_go() {
        PageViews visits = new PageViews(stores.get(), clock);
        for (int save = 0; save < 120; save++) {
            visits.count(PageViews.Kind.PAGE, "/agenda");
            visits.count(PageViews.Kind.PAGE, "/page-" + save);
            visits.save();
        }
        visits.count(PageViews.Kind.PAGE, "/agenda");

        assertThat(visits.months().get(0).total(PageViews.Kind.PAGE)).isEqualTo(241);
        assertThat(visits.ofYear(PageViews.Kind.PAGE, List.of("/agenda", "/page-7")))
                .isEqualTo(122);
        visits.destroy();
        clock.forward(Duration.ofDays(26 * 31));
        PageViews later = new PageViews(stores.get(), clock);
        later.count(PageViews.Kind.PAGE, "/agenda");
        later.save();
        assertThat(later.months())
                .extracting(PageViews.Month::month)
                .containsExactly(YearMonth.now(clock.withZone(ZoneId.of("Europe/Paris"))));
    }
}
