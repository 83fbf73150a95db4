package org.bocage.cms.repository.document;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.DatabaseRefused.Reason;

/**
 * Properties of a database on which the stores depend.
 *
 * @param version of the server, as it counts: 140022 is 14.22
 * @param encoding of texts
 * @param collation of the database; anything else than {@code C} when texts are not compared byte by byte
 * @param clock how far the server's is ahead of this machine's, what the question took left out
 */
record DatabaseFacts(int version, String encoding, String collation, Duration clock) {

    private static final int LEAST_VERSION = 130_000;
    /** PostgreSQL's numbers count ten thousand a version. */
    private static final int VERSIONS = 10_000;

    /** Names of the order of bytes, by which Oak finds the documents below a path. */
    private static final Set<String> BYTEWISE = Set.of("C", "POSIX");

    /** Beyond it the revisions of two machines would be taken for older or newer than they are. */
    private static final Duration MOST = Duration.ofSeconds(2);

    static DatabaseFacts read(Connection connection, Clock clock) throws SQLException {
        long before = clock.millis();
        long there = Long.parseLong(ask(connection, "select (extract(epoch from clock_timestamp()) * 1000)::bigint"));
        long after = clock.millis();
        long off = there < before ? there - before : Math.max(0, there - after);
        boolean isBytewise = ask(connection, "select 'B' < 'a'").equals("t");
        String collation = ask(connection, "select datcollate from pg_database where datname = current_database()");
        return new DatabaseFacts(
                Integer.parseInt(ask(connection, "show server_version_num")),
                ask(connection, "show server_encoding"),
                isBytewise || !BYTEWISE.contains(collation) ? collation : "ICU",
                Duration.ofMillis(off));
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /**
     * Looks whether the stores can be kept there.
     *
     * @param url of the database, for the message
     * @throws DatabaseRefused when they cannot
     */
    void check(String url) {
        if (version < LEAST_VERSION) {
            throw new DatabaseRefused(Reason.VERSION, url, String.valueOf(version / VERSIONS));
        }
        if (!encoding.equals("UTF8")) {
            throw new DatabaseRefused(Reason.ENCODING, url, encoding);
        }
        if (!BYTEWISE.contains(collation)) {
            throw new DatabaseRefused(Reason.COLLATION, url, collation);
        }
        if (clock.abs().compareTo(MOST) > 0) {
            throw new DatabaseRefused(
                    Reason.CLOCK, url, String.valueOf(clock.abs().toSeconds()));
        }
    }
}
