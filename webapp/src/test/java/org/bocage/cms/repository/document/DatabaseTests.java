package org.bocage.cms.repository.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.DatabaseRefused.Reason;
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
