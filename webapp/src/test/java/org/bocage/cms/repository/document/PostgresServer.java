package org.bocage.cms.repository.document;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, started once for all tests of this process, with a database for each of them. */
public final class PostgresServer {

    /** How a database of the stores is to be made. */
    private static final String USUAL = "encoding 'UTF8' locale 'C'";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static @Nullable EmbeddedPostgres server;

    private PostgresServer() {}

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            try {
                running = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = running;
        }
        return running;
    }

    /** Makes an empty database; returns how a portal is to be told of it. */
    public static DatabaseProperties database() {
        return database(USUAL);
    }

    /**
     * Makes a database of some kind.
     *
     * @param kind as in {@code create database … template template0}
     */
    public static DatabaseProperties database(String kind) {
        String name = "essai_" + NUMBER.incrementAndGet();
        tell("postgres", "create database " + name + " template template0 " + kind);
        return new DatabaseProperties(server().getJdbcUrl("postgres", name), "postgres", "", "");
    }

    /** The options of a portal whose contents are there. */
    public static String[] options(DatabaseProperties database) {
        return new String[] {
            "--bocage.store=postgresql",
            "--bocage.store.url=" + database.url(),
            "--bocage.store.username=" + database.username()
        };
    }

    /** Counts the rows of a table; 0 while it is not there. */
    public static long rows(DatabaseProperties database, String table) {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement one = connection.createStatement();
                ResultSet rows = one.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            return 0;
        }
    }

    /** Whether a text is in any row of the tables of a store, in words or in bytes, packed ones unpacked. */
    public static boolean holds(DatabaseProperties database, String store, String text) {
        try (Connection connection = DriverManager.getConnection(database.url());
                ResultSet tables =
                        connection.getMetaData().getTables(null, null, store + "\\_%", new String[] {"TABLE"})) {
            boolean isThere = false;
            while (!isThere && tables.next()) {
                isThere = holds(connection, tables.getString("TABLE_NAME"), text);
            }
            return isThere;
        } catch (SQLException e) {
            throw new IllegalStateException(store, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Connection connection, String table, String text) throws SQLException, IOException {
        try (Statement all = connection.createStatement();
                ResultSet rows = all.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    Object value = rows.getObject(column);
                    String read = value instanceof byte[] bytes
                            ? new String(unpacked(bytes), StandardCharsets.UTF_8)
                            : String.valueOf(value);
                    if (read.contains(text)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        boolean isPacked = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        return isPacked ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    /** Ends the connections to a database that hold a lock, as a network does that is cut. */
    public static void cutThoseWithLocks(DatabaseProperties database) {
        tell(
                name(database),
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())");
    }

    /** Has a database refuse all connections, and ends those there are. */
    public static void shut(DatabaseProperties database) {
        String name = name(database);
        tell("postgres", "alter database " + name + " allow_connections false");
        tell("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** Has a database answer again. */
    public static void reopen(DatabaseProperties database) {
        tell("postgres", "alter database " + name(database) + " allow_connections true");
    }

    /** Has tables answer what a server answers that has no room left for another row. */
    public static void fill(DatabaseProperties database, String... tables) {
        tell(name(database), """
                create function refuse() returns trigger language plpgsql as $$
                begin
                  raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end $$""");
        for (String table : tables) {
            tell(
                    name(database),
                    "create trigger full_disk before insert or update on " + table
                            + " for each row execute function refuse()");
        }
    }

    /** Has filled tables take rows again. */
    public static void makeRoom(DatabaseProperties database) {
        tell(name(database), "drop function if exists refuse() cascade");
    }

    private static String name(DatabaseProperties database) {
        return database.shownUrl().replaceFirst(".*/", "");
    }

    private static void tell(String database, String statement) {
        try (Connection connection = server().getDatabase("postgres", database).getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
