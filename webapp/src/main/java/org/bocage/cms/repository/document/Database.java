package org.bocage.cms.repository.document;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.DatabaseRefused.Reason;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoppedStart;
import org.bocage.cms.repository.failures.WantOfRoom;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL database that both stores are kept in, once it is known that they can be. */
public final class Database {

    private static final Logger log = LoggerFactory.getLogger(Database.class);
    /** How long a start waits for a server that does not answer: it may be starting, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Time for which a work waits for another one of its name: that of a killed process is over at once. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private static final String START = "start";
    /** A start may bring all contents to a new version. */
    private static final Duration LONGEST_START = Duration.ofHours(2);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
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
    private final Outage outage = new Outage();

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
        PGSimpleDataSource server = server(properties);
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

    private static PGSimpleDataSource server(DatabaseProperties properties) {
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
        return server;
    }

    /** @throws StoppedStart when the portal is told to stop meanwhile */
    static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedStart(e);
        }
    }

    private static String line(SQLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }

    /** The address, without what may hold a password. */
    public String shownUrl() {
        return properties.shownUrl();
    }

    DatabaseProperties properties() {
        return properties;
    }

    /** Connections that are kept open for one store, which closes them. */
    HikariDataSource pool(String store) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(store);
        // one of its own: the pool sets its own patience in it
        config.setDataSource(server(properties));
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE_FOR_ONE.toMillis());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setExceptionOverride(new SQLExceptionOverride() {
            @java.lang.Override
            public Override adjudicate(SQLException answer) {
                WantOfRoom.note(answer);
                return Override.CONTINUE_EVICT;
            }
        });
        return new StoreConnections(config, outage);
    }

    /** Whether somebody waited in vain for the database, and it answered nobody since. */
    boolean isAway() {
        return outage.isKnown();
    }

    /** Has nobody wait any more for the database when it is away: the portal stops. */
    public void stop() {
        outage.stop();
    }

    private Connection connect() throws SQLException {
        outage.check(false);
        try {
            Connection connection = server.getConnection();
            outage.end();
            return connection;
        } catch (SQLException e) {
            throw Outage.unreachable(e);
        }
    }

    /** Does a work while no other process does one of this name. */
    <T> T alone(String name, Supplier<T> work) {
        DatabaseLock lock = take(name, LONGEST_TURN);
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    /**
     * Takes a lock, which one process holds at a time.
     *
     * @throws RepositoryFailure when another one holds it for so long
     */
    DatabaseLock take(String name, Duration patience) {
        try {
            return DatabaseLock.take(connect(), number(name), patience);
        } catch (SQLException e) {
            throw unasked(e);
        }
    }

    /** Takes a lock when nobody holds it. */
    Optional<DatabaseLock> tryTake(String name) {
        try {
            return DatabaseLock.tryTake(connect(), number(name));
        } catch (SQLException e) {
            throw unasked(e);
        }
    }

    /**
     * Waits until no other machine is starting, and has others wait until what is returned is closed: what a start puts into the stores
     * is there once.
     *
     * @throws StoppedStart when the portal is told to stop meanwhile
     */
    public DatabaseLock startAlone() {
        Optional<DatabaseLock> turn = tryTake(START);
        if (turn.isEmpty()) {
            log.info("Another machine is starting; this one waits");
        }
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (turn.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new DatabaseRefused(Reason.IN_USE, shownUrl(), "a start that does not end");
            }
            // a server that waits for a lock hears of no stop
            pause(BETWEEN_LOOKS);
            turn = tryTake(START);
        }
        return turn.get();
    }

    private static long number(String name) {
        return LOCK + name.hashCode();
    }

    /** Asks or tells the database something about our tables, in a transaction of its own. */
    <T> T work(TableWork<T> work) {
        return work(this::connect, work);
    }

    /** As {@link #work}, for what no transaction may hold. */
    <T> T tell(TableWork<T> work) {
        try (Connection connection = connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw unasked(e);
        }
    }

    static <T> T work(Connecting connecting, TableWork<T> work) {
        try (Connection connection = connecting.connect()) {
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

    /** Way to a connection, which whoever asked for it closes. */
    @FunctionalInterface
    interface Connecting {
        Connection connect() throws SQLException;
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface TableWork<T> {
        T on(Connection connection) throws SQLException;
    }
}
