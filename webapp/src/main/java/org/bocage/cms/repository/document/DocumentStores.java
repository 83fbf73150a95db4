package org.bocage.cms.repository.document;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.jackrabbit.oak.plugins.document.ClusterNodeInfoDocument;
import org.apache.jackrabbit.oak.plugins.document.DocumentNodeStore;
import org.apache.jackrabbit.oak.plugins.document.rdb.RDBDocumentNodeStoreBuilder;
import org.apache.jackrabbit.oak.plugins.document.rdb.RDBOptions;
import org.apache.jackrabbit.oak.plugins.document.spi.lease.LeaseFailureHandler;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.DatabaseRefused.Reason;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.cms.repository.segment.StateCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens stores kept as documents in a database: both in one, the tables of each begin with its name, and hold its files, too.
 */
public final class DocumentStores {

    /** The two stores together take a quarter of the heap that bin/portal gives, as those in segment files do. */
    private static final long CACHE_BYTES = 32L * 1024 * 1024;

    /** A commit is held in memory as a whole. */
    private static final int NODES_IN_A_COMMIT = 1_000;

    private static final Logger log = LoggerFactory.getLogger(DocumentStores.class);
    private static final String AUTHOR = "author";
    /** How often Oak looks for what other machines saved, in milliseconds. */
    private static final int LOOK_EVERY = 200;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private DocumentStores() {}

    /**
     * Opens a store, made when absent, with Magnolia's node types in it.
     *
     * @param lost told when the lease of this process is lost
     */
    public static WritableStore open(String name, Database database, LeaseFailureHandler lost) {
        // what Oak and we put into a new store is there once, however many machines start on it
        return database.alone(name, () -> openAlone(name, database, lost));
    }

    private static WritableStore openAlone(String name, Database database, LeaseFailureHandler lost) {
        HikariDataSource connections = database.pool(name);
        DocumentStorage storage = null;
        WritableStore store = null;
        try {
            DocumentNodeStore nodes = nodes(name, connections, database, lost);
            storage = new DocumentStorage(name, database, nodes, connections);
            store = WritableStore.open(name, nodes, storage);
            // the next machine is to see it when it starts
            nodes.runBackgroundOperations();
            return store;
        } finally {
            if (store == null && storage != null) {
                storage.close();
            } else if (store == null) {
                connections.close();
            }
        }
    }

    static DocumentNodeStore nodes(
            String name, HikariDataSource connections, Database database, LeaseFailureHandler lost) {
        RDBDocumentNodeStoreBuilder builder = builder(name, connections).setLeaseFailureHandler(lost);
        database.properties().nodeNumber().ifPresent(builder::setClusterId);
        return builder.build();
    }

    private static RDBDocumentNodeStoreBuilder builder(String name, HikariDataSource connections) {
        return new RDBDocumentNodeStoreBuilder()
                .setRDBConnection(connections, new RDBOptions().tablePrefix(StoreTables.prefix(name)))
                .setAsyncDelay(LOOK_EVERY)
                .memoryCacheSize(CACHE_BYTES);
    }

    /** Makes good what processes left that were killed with a store open; none may have it open. */
    static void recover(String name, Database database) {
        try (HikariDataSource connections = database.pool(name)) {
            DocumentNodeStore nodes = nodes(name, connections, database, new LostLease(() -> {}));
            try {
                nodes.getLastRevRecoveryAgent().performRecoveryIfNeeded();
            } finally {
                nodes.dispose();
            }
        }
    }

    /** Copies a store that no process has open into an empty folder, as segment files. */
    public static void copy(String name, Database database, Path folder) throws IOException {
        read(name, database, root -> {
            SegmentStores.write(root, folder);
            return folder;
        });
    }

    /** Copies a state of any store into a database that does not hold it yet. */
    static void write(NodeState source, String name, Database database) throws IOException {
        try (HikariDataSource connections = database.pool(name)) {
            DocumentNodeStore nodes = nodes(name, connections, database, new LostLease(() -> {}));
            try {
                StateCopy.copy(source, nodes, NODES_IN_A_COMMIT);
            } finally {
                nodes.dispose();
            }
        }
    }

    /**
     * Makes sure that no other portal has the stores open as this machine: under its number, or at all when it has none. One that was
     * killed is waited for until its lease ends, two minutes at most: a lease that is renewed meanwhile is that of a living one.
     *
     * @return whether no other machine has the stores open
     * @throws DatabaseRefused when there is such a portal
     */
    public static boolean requireFree(Database database) {
        if (!isThere(AUTHOR, database)) {
            return true;
        }
        OptionalInt own = database.properties().nodeNumber();
        try (HikariDataSource connections = database.pool(AUTHOR)) {
            DocumentNodeStore nodes =
                    builder(AUTHOR, connections).setReadOnlyMode().build();
            try {
                IntPredicate isOurs = machine -> own.isEmpty() || own.getAsInt() == machine;
                Instant end = leaseEnd(nodes, isOurs);
                while (end.isAfter(Instant.now())) {
                    log.warn("The stores were left open; their lease ends at {}", end);
                    Database.pause(BETWEEN_LOOKS);
                    Instant next = leaseEnd(nodes, isOurs);
                    if (next.isAfter(end)) {
                        throw new DatabaseRefused(
                                Reason.IN_USE, database.properties().shownUrl(), "another portal");
                    }
                    end = next;
                }
                return !leaseEnd(nodes, any -> true).isAfter(Instant.now());
            } finally {
                nodes.dispose();
            }
        }
    }

    /** End of the last lease that some machines renew, or did until they were killed. */
    private static Instant leaseEnd(DocumentNodeStore nodes, IntPredicate machines) {
        return Instant.ofEpochMilli(ClusterNodeInfoDocument.all(nodes.getDocumentStore()).stream()
                .filter(ClusterNodeInfoDocument::isActive)
                .filter(lease -> machines.test(lease.getClusterId()))
                .mapToLong(ClusterNodeInfoDocument::getLeaseEndTime)
                .max()
                .orElse(0));
    }

    /** Whether a process has a store open, or may have: one that was killed is known by its lease, which it renews no more. */
    static boolean isInUse(String name, Database database) {
        try (HikariDataSource connections = database.pool(name)) {
            DocumentNodeStore nodes =
                    builder(name, connections).setReadOnlyMode().build();
            try {
                return leaseEnd(nodes, any -> true).isAfter(Instant.now());
            } finally {
                nodes.dispose();
            }
        }
    }

    /** Reads what a store that no process has open holds; nothing is written in the database. */
    static <T> T read(String name, Database database, SegmentStores.Reading<T> reading) throws IOException {
        try (HikariDataSource connections = database.pool(name)) {
            DocumentNodeStore nodes =
                    builder(name, connections).setReadOnlyMode().build();
            try {
                return DeepStack.call(() -> reading.of(nodes.getRoot()));
            } finally {
                nodes.dispose();
            }
        }
    }

    /** Bytes of a store. */
    public static long size(String name, Database database) {
        return database.work(connection -> StoreTables.size(connection, name));
    }

    /** Whether a database holds a store. */
    public static boolean isThere(String name, Database database) {
        return !database.work(connection -> StoreTables.names(connection, name)).isEmpty();
    }

    /**
     * Makes sure that a database holds nothing half.
     *
     * @throws DatabaseRefused when a migration into it was begun and not ended
     */
    public static void requireWhole(Database database) {
        if (database.work(StoreTables::migration).isPresent()) {
            throw new DatabaseRefused(
                    Reason.UNFINISHED, database.properties().shownUrl(), "a migration that was not ended");
        }
    }
}
