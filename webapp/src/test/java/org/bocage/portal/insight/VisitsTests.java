package org.bocage.portal.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.SegmentStores;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitsTests {

    @TempDir
    Path home;

    private Stores stores;

    @BeforeEach
    void open() {
        stores = new Stores(
                SegmentStores.open("author", home.resolve("author")),
                SegmentStores.open("published", home.resolve("published")));
    }

    @AfterEach
    void close() throws IOException {
        stores.author().close();
        stores.published().close();
    }

    private final SettableClock clock = new SettableClock();

    @Test
    void what_could_not_be_saved_stays_counted_and_is_saved_the_next_time() {
        Visits visits = new Visits(stores, clock);
        visits.count(Visits.Kind.PAGE, "/agenda");
        visits.count(Visits.Kind.SEARCH, "four");
        failing(visits::save);
        visits.count(Visits.Kind.PAGE, "/agenda");
        visits.save();

        Visits next = new Visits(stores, clock);
        assertThat(next.months()).singleElement().satisfies(month -> {
            assertThat(month.most(Visits.Kind.PAGE, 9)).containsExactly(Map.entry("/agenda", 2L));
            assertThat(month.most(Visits.Kind.SEARCH, 9)).containsExactly(Map.entry("four", 1L));
        });
    }

    @Test
    void however_often_they_are_saved_counts_of_a_month_are_whole_and_old_months_go() {
        Visits visits = new Visits(stores, clock);
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
        Visits later = new Visits(stores, clock);
        later.count(Visits.Kind.PAGE, "/agenda");
        later.save();
        assertThat(later.months())
                .extracting(Visits.Month::month)
                .containsExactly(YearMonth.now(clock.withZone(ZoneId.of("Europe/Paris"))));
    }

    /** A save that cannot be: where counts are kept is away. */
    private void failing(Runnable save) {
        stores.author()
                .update(Identity.SYSTEM, session -> session.getNode("/visites").remove());
        assertThatThrownBy(save::run).isInstanceOf(RepositoryFailure.class);
        stores.author()
                .update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, new Workspace("visites")));
    }
}
