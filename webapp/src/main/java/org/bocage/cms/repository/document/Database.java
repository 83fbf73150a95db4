package org.bocage.cms.repository.document;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.DatabaseRefused.Reason;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL database that both stores are kept in, once it is known that they can be. */
public final class Database {

    private static final Logger log = LoggerFactory.getLogger(Database.class);
    /** How long a start waits for a server that does not answer: it may be starting, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final int SECONDS_TO_CONNECT = 5;
    /** SQL states of an account, a password or a database that the server does not know. */
    private static final Set<String> NO_ENTRY = Set.of("28000", "28P01", "3D000", "42501");
    /** Begins the numbers of our locks, which all of a database share. */
    private static final long LOCK = 0x62_6f_63_61_67_65_00_00L;
    /** Connections of a store: each request that reads what is in no cache holds one, and Oak's own threads three. */
    private static final int CONNECTIONS = 8;

    /** How long a request waits for a connection, before it is told that something is wrong. */
    private static final Duration PATIENCE_FOR_ONE = Duration.ofSeconds(10);

    private final PGSimpleDataSource server;
    private final DatabaseProperties properties;

    private Database(PGSimpleDataSource server, DatabaseProperties properties) {
        this.server = server;
        this.properties = properties;
    }

    /**
     * Reaches the database of the options, and looks at it. A server that does not answer is asked again for a minute.
     *
     * @throws DatabaseRefused when the stores cannot be kept there
     */
    public static Database reach(DatabaseProperties properties) {
        return reach(properties, PATIENCE, BETWEEN_TRIES);
    }

    static Database reach(DatabaseProperties properties, Duration patience, Duration pause) {
        properties.require();
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(properties.url());
        server.setApplicationName("bocage");
        server.setLoginTimeout(SECONDS_TO_CONNECT);
        if (!properties.username().isEmpty()) {
            server.setUser(properties.username());
        }
        if (!properties.password().isEmpty()) {
            server.setPassword(properties.password());
        }
        String url = properties.shownUrl();
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection connection = server.getConnection()) {
                DatabaseFacts.read(connection, Clock.systemUTC()).check(url);
                return new Database(server, properties);
            } catch (SQLException e) {
                if (NO_ENTRY.contains(String.valueOf(e.getSQLState()))) {
                    throw new DatabaseRefused(Reason.LOGIN, url, line(e));
                }
                if (System.nanoTime() + pause.toNanos() - deadline > 0) {
                    throw new DatabaseRefused(Reason.UNREACHABLE, url, line(e));
                }
                log.warn("The database {} does not answer, the next try is in {}: {}", url, pause, line(e));
                pause(pause);
            }
        }
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the database does not answer", e);
        }
    }

    private static String line(SQLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }

    DatabaseProperties properties() {
        return properties;
    }

    /** Connections that are kept open for one store, which closes them. */
    HikariDataSource pool(String store) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(store);
        config.setDataSource(server);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE_FOR_ONE.toMillis());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Does a work on a store while no other process does one. */
    <T> T alone(String store, Supplier<T> work) {
        try (Connection connection = server.getConnection();
                PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
            // closing the connection gives the lock back
            lock.setLong(1, LOCK + store.hashCode());
            lock.execute();
            return work.get();
        } catch (SQLException e) {
            throw unasked(e);
        }
    }

    /** Asks or tells the database something about our tables, in a transaction of its own. */
    <T> T work(TableWork<T> work) {
        return work(server, work);
    }

    static <T> T work(DataSource source, TableWork<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw unasked(e);
        }
    }

    private static RepositoryFailure unasked(SQLException e) {
        return new RepositoryFailure("The database of the stores cannot be asked", e);
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface TableWork<T> {
        T on(Connection connection) throws SQLException;
    }
}
