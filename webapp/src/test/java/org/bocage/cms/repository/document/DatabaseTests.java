package org.bocage.cms.repository.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.failures.DatabasePatience;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.DatabaseRefused.Reason;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoppedStart;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A database that the stores cannot be kept in is refused before anything is made in it. */
class DatabaseTests {

    private static final String URL = "jdbc:postgresql://ici/base";

    private static void assertRefused(Reason reason, ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .asInstanceOf(type(DatabaseRefused.class))
                .extracting(DatabaseRefused::reason)
                .isEqualTo(reason);
    }

    @Test
    void a_usual_one_is_reached() {
        Database database = Database.reach(PostgresServer.database());

        DatabaseFacts facts = database.work(connection -> DatabaseFacts.read(connection, Clock.systemUTC()));
        assertThat(facts.version()).isGreaterThanOrEqualTo(140_000);
        assertThat(facts.encoding()).isEqualTo("UTF8");
        assertThat(facts.collation()).isEqualTo("C");
        assertThat(DocumentStores.isThere("author", database)).isFalse();
    }

    @Test
    void another_clock_an_older_server_another_encoding_and_another_order_are_refused() {
        Database database = Database.reach(PostgresServer.database());
        DatabaseFacts late = database.work(
                connection -> DatabaseFacts.read(connection, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-30))));
        DatabaseFacts early = database.work(
                connection -> DatabaseFacts.read(connection, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(30))));

        assertRefused(Reason.CLOCK, () -> late.check(URL));
        assertRefused(Reason.CLOCK, () -> early.check(URL));
        assertRefused(Reason.VERSION, () -> new DatabaseFacts(120_022, "UTF8", "C", Duration.ZERO).check(URL));
        assertRefused(Reason.ENCODING, () -> Database.reach(PostgresServer.database("encoding LATIN1 locale \"C\"")));
        assertRefused(
                Reason.COLLATION, () -> Database.reach(PostgresServer.database("encoding UTF8 locale \"C.UTF-8\"")));
    }

    @Test
    void a_server_that_does_not_answer_is_asked_again_with_a_line_in_the_log_each_time() throws IOException {
        int nobodys;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodys = free.getLocalPort();
        }
        DatabaseProperties nowhere =
                new DatabaseProperties("jdbc:postgresql://127.0.0.1:" + nobodys + "/base", "bocage", "saule", "");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger log = (Logger) LoggerFactory.getLogger(Database.class);
        log.addAppender(lines);
        try {
            assertRefused(
                    Reason.UNREACHABLE, () -> Database.reach(nowhere, Duration.ofMillis(500), Duration.ofMillis(50)));
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .allMatch(line -> line.contains("does not answer") && !line.contains("saule"));
        assertThat(nowhere.toString()).doesNotContain("saule");
    }

    @Test
    void a_request_waits_in_vain_once_and_the_next_ones_not_at_all_until_the_database_is_back() {
        DatabaseProperties options = PostgresServer.database();
        Database database = Database.reach(options);
        try (HikariDataSource connections = database.pool("author")) {
            PostgresServer.shut(options);
            // it would give one that was just made without a look at it
            connections.getHikariPoolMXBean().softEvictConnections();
            DatabasePatience.begin();
            assertWaited(connections);
            assertNotWaited(connections);
            DatabasePatience.begin();
            assertNotWaited(connections);
            assertThat(database.isAway()).isTrue();

            DatabasePatience.end();
            assertWaited(connections);

            PostgresServer.reopen(options);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                DatabasePatience.begin();
                try (Connection again = connections.getConnection()) {
                    return !again.isClosed();
                } catch (SQLException e) {
                    return false;
                } finally {
                    DatabasePatience.end();
                }
            });
            assertThat(database.isAway()).isFalse();
        } finally {
            DatabasePatience.end();
            PostgresServer.reopen(options);
        }
    }

    private static void assertWaited(HikariDataSource connections) {
        assertThatThrownBy(connections::getConnection)
                .matches(RepositoryFailure::isOfDatabase, "is told as an outage")
                // Oak would begin a save anew for one that is transient
                .isNotInstanceOf(SQLTransientException.class)
                .hasCauseInstanceOf(SQLTransientConnectionException.class);
    }

    private static void assertNotWaited(HikariDataSource connections) {
        assertThatThrownBy(connections::getConnection)
                .matches(RepositoryFailure::isOfDatabase, "is told as an outage")
                .hasNoCause();
    }

    @Test
    void a_start_that_waits_ends_when_it_is_interrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Database.pause(Duration.ofMinutes(1))).isInstanceOf(StoppedStart.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_process_that_lost_its_lease_is_out_of_the_probes_and_ends_whatever_happens() {
        List<String> done = new ArrayList<>();

        new LostLease(() -> done.add("unready"), () -> done.add("end")).handleLeaseFailure();
        LostLease failing = new LostLease(
                () -> {
                    throw new IllegalStateException("not started yet");
                },
                () -> done.add("end anyway"));

        assertThatThrownBy(failing::handleLeaseFailure).hasMessage("not started yet");
        assertThat(done).containsExactly("unready", "end", "end anyway");
    }
}
