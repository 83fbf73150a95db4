package org.bocage.cms.repository.document;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables of the stores in their database: which there are, how large they are, and whether a migration into them was ended. */
final class StoreTables {

    /** Table of one row that says how far a migration into the database came. */
    private static final String MIGRATION = "bocage_migration";

    /** Milliseconds for which a table is waited for that others use. */
    private static final int LONGEST_WAIT = 1_000;

    /** Milliseconds that the rewriting of a table may take. */
    private static final int LONGEST_REWRITE = 60_000;

    private static final String OURS = "from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = current_schema() and c.relkind = 'r' and c.relname like ?";

    private StoreTables() {}

    /** Begins the names of the tables of a store. */
    static String prefix(String store) {
        return store + "_";
    }

    /** Bytes of the tables of a store, their indexes included. */
    static long size(Connection connection, String store) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("select coalesce(sum(pg_total_relation_size(c.oid)), 0) " + OURS)) {
            question.setString(1, pattern(store));
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    static List<String> names(Connection connection, String store) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement("select c.relname " + OURS)) {
            question.setString(1, pattern(store));
            try (ResultSet answer = question.executeQuery()) {
                while (answer.next()) {
                    names.add(answer.getString(1));
                }
            }
        }
        return names;
    }

    private static String pattern(String store) {
        return prefix(store).replace("_", "\\_") + "%";
    }

    /**
     * Makes room in the tables of a store for what comes. With {@code isWhole} the tables of nodes are written anew, and what they
     * take no more is given back: nobody reads or writes them meanwhile, so that it ends unfinished after {@link #LONGEST_REWRITE}. The files,
     * which may be many, keep their room for others; the table by which machines tell that they live is never held.
     */
    static void vacuum(Connection connection, String store, boolean isWhole) throws SQLException {
        tell(connection, "set lock_timeout = " + LONGEST_WAIT);
        tell(connection, "set statement_timeout = " + LONGEST_REWRITE);
        for (String name : names(connection, store)) {
            String own = name.substring(prefix(store).length());
            boolean isRewritten = isWhole && !own.startsWith("datastore_") && !own.equals("clusternodes");
            tell(connection, "vacuum " + (isRewritten ? "full " : "") + "\"" + name + "\"");
        }
    }

    static void drop(Connection connection, String store) throws SQLException {
        for (String name : names(connection, store)) {
            tell(connection, "drop table \"" + name + "\"");
        }
    }

    /** How far a migration came that was not ended; empty when none is under way. */
    static Optional<String> migration(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            return Optional.empty();
        }
        try (Statement question = connection.createStatement();
                ResultSet answer = question.executeQuery("select step from " + MIGRATION)) {
            return answer.next() ? Optional.of(answer.getString(1)) : Optional.of("");
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (Statement question = connection.createStatement();
                ResultSet answer = question.executeQuery("select to_regclass('" + MIGRATION + "') is not null")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    static void beginMigration(Connection connection, String step) throws SQLException {
        tell(connection, "create table if not exists " + MIGRATION + " (step text not null)");
        tell(connection, "delete from " + MIGRATION);
        try (PreparedStatement row = connection.prepareStatement("insert into " + MIGRATION + " values (?)")) {
            row.setString(1, step);
            row.executeUpdate();
        }
    }

    static void endMigration(Connection connection) throws SQLException {
        tell(connection, "drop table if exists " + MIGRATION);
    }

    private static void tell(Connection connection, String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.executeUpdate(statement);
        }
    }
}
