package org.bocage.cms.repository.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.cluster.Leadership;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.junit.jupiter.api.Test;

/** Of the machines on one database one leads, and another one when that one is gone. */
class DatabaseLeadershipTests {

    /** More than a machine takes to know that it leads. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final DatabaseProperties options = PostgresServer.database();
    private final Database database = Database.reach(options);

    @Test
    void one_leads_and_the_next_one_when_it_ends() {
        AtomicInteger moves = new AtomicInteger();
        Leadership first = DatabaseLeadership.begin(database, true);
        try (Leadership second = DatabaseLeadership.begin(database, false)) {
            second.whenMoved(moves::incrementAndGet);
            assertThat(first.isHere()).isTrue();
            assertThat(second.isHere()).isFalse();
            first.close();
            assertThat(first.isHere()).isFalse();
            Awaitility.await().atMost(SOON).until(second::isHere);
            assertThat(moves).hasValue(1);
        }
    }

    @Test
    void one_whose_connection_is_cut_leads_no_more_before_another_does() {
        try (Leadership first = DatabaseLeadership.begin(database, true);
                Leadership second = DatabaseLeadership.begin(database, false)) {
            PostgresServer.cutThoseWithLocks(options);
            Awaitility.await().atMost(SOON).until(() -> {
                assertThat(first.isHere() && second.isHere()).isFalse();
                return !first.isHere();
            });
            Awaitility.await().atMost(SOON).until(() -> {
                assertThat(first.isHere() && second.isHere()).isFalse();
                return first.isHere() || second.isHere();
            });
        }
    }

    @Test
    void what_is_in_another_database_leads_there() {
        try (Leadership here = DatabaseLeadership.begin(database, true);
                Leadership there = DatabaseLeadership.begin(Database.reach(PostgresServer.database()), true)) {
            assertThat(here.isHere()).isTrue();
            assertThat(there.isHere()).isTrue();
        }
    }
}
