package org.bocage.cms.repository.document;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Lock in a database, held as long as its connection is open: that of a process that was killed is free at once, and that of a machine
 * that vanished when the server has asked it in vain a few times.
 */
public final class DatabaseLock implements AutoCloseable {

    /** Settings by which a server takes a silent machine for gone after 25 seconds. */
    private static final String SHORT_SILENCE =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private static final int SECONDS_TO_ANSWER = 2;

    private final Connection connection;

    private DatabaseLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits for a lock, which closes the connection in the end. */
    static DatabaseLock take(Connection connection, long number, Duration patience) throws SQLException {
        return taken(connection, "select pg_advisory_lock(?), true", number, patience)
                .orElseThrow();
    }

    /** Takes a lock that is free; closes the connection otherwise. */
    static Optional<DatabaseLock> tryTake(Connection connection, long number) throws SQLException {
        return taken(connection, "select null, pg_try_advisory_lock(?)", number, Duration.ZERO);
    }

    private static Optional<DatabaseLock> taken(Connection connection, String question, long number, Duration patience)
            throws SQLException {
        boolean isTaken = false;
        try (Statement silence = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement(question)) {
            silence.execute(SHORT_SILENCE + "; set lock_timeout = " + patience.toMillis());
            lock.setLong(1, number);
            try (ResultSet answer = lock.executeQuery()) {
                answer.next();
                isTaken = answer.getBoolean(2);
            }
        } finally {
            if (!isTaken) {
                connection.close();
            }
        }
        return isTaken ? Optional.of(new DatabaseLock(connection)) : Optional.empty();
    }

    /** Whether the connection is open still: with it the lock is lost. */
    boolean isHeld() {
        try {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // a connection that is broken holds nothing
        }
    }
}
