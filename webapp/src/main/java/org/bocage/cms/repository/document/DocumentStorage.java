package org.bocage.cms.repository.document;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.jackrabbit.oak.plugins.blob.ReferencedBlob;
import org.apache.jackrabbit.oak.plugins.document.DocumentNodeState;
import org.apache.jackrabbit.oak.plugins.document.DocumentNodeStore;
import org.apache.jackrabbit.oak.plugins.document.JournalGarbageCollector;
import org.apache.jackrabbit.oak.plugins.document.util.Utils;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.whiteboard.DefaultWhiteboard;
import org.apache.jackrabbit.oak.stats.StatisticsProvider;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Storage;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.segment.SegmentStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables of a store in its database. The server puts on disk what is saved, and has the room for it. */
final class DocumentStorage implements Storage {

    private static final Logger log = LoggerFactory.getLogger(DocumentStorage.class);
    /** Age of what is taken away: whoever reads an older state, a backup above all, has had the time to end. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int BETWEEN_RECOVERIES = 15;
    /** How long the database has to answer once more when the portal stops, before it is looked whether it is away. */
    private static final Duration LAST_TRY = Duration.ofSeconds(5);
    /** Document that tells how far each machine has come. */
    private static final List<String> ROOT = List.of(Utils.getIdFromPath("/"));

    private final String store;
    private final Database database;
    private final DocumentNodeStore nodes;
    private final HikariDataSource connections;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService recovery = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "recovery");
        thread.setDaemon(true);
        return thread;
    });

    DocumentStorage(String store, Database database, DocumentNodeStore nodes, HikariDataSource connections) {
        this.store = store;
        this.database = database;
        this.nodes = nodes;
        this.connections = connections;
        Future<?> unused = recovery.scheduleWithFixedDelay(
                this::recover, BETWEEN_RECOVERIES, BETWEEN_RECOVERIES, TimeUnit.SECONDS);
    }

    /** Makes good what machines left whose lease is over: what they had saved and not told others of yet. */
    private void recover() {
        try {
            nodes.getLastRevRecoveryAgent().performRecoveryIfNeeded();
        } catch (RuntimeException e) {
            log.warn("What another machine left in store {} is made good later: {}", store, e.toString());
        }
    }

    /** State at a revision. */
    private record Root(NodeState state) implements Saved {}

    @Override
    public void requireRoom() {
        // a server that is full says so itself
    }

    @Override
    public void requireAnswer() {
        String unused = Database.work(connections::getConnection, connection -> {
            try (Statement question = connection.createStatement()) {
                question.execute("select 1");
            }
            return store;
        });
    }

    @Override
    public void flush() {
        // what is saved is committed; that others may read it is told by Oak in its time, or, here, at once
        try {
            nodes.runBackgroundOperations();
        } catch (RuntimeException e) {
            log.warn("What was saved in store {} is seen late by other machines: {}", store, e.toString());
        }
    }

    @Override
    public String machine() {
        return String.valueOf(nodes.getClusterId());
    }

    @Override
    public <T> T alone(String name, Supplier<T> work) {
        return database.alone(store + ":" + name, () -> {
            // Oak would make do with what it knew a moment ago
            nodes.getDocumentStore().invalidateCache(ROOT);
            nodes.runBackgroundOperations();
            return work.get();
        });
    }

    @Override
    public long size() {
        return Database.work(connections::getConnection, connection -> StoreTables.size(connection, store));
    }

    @Override
    public Saved head() {
        return new Root(nodes.getRoot());
    }

    @Override
    public Object identity(NodeState root) {
        return root instanceof DocumentNodeState saved ? saved.getRootRevision() : root;
    }

    @Override
    public long nodes(Saved state) {
        return SegmentStores.count(((Root) state).state());
    }

    @Override
    public void copy(Saved state, Path target) throws IOException {
        SegmentStores.write(((Root) state).state(), target);
    }

    @Override
    public void compact(Compaction compaction) throws IOException {
        // a machine that is gone for good would have all kept that it has not read
        ProjectionRunner.releaseAbandoned(nodes, clock.instant());
        collect(KEPT);
        giveBack(compaction != Compaction.TAIL);
    }

    /** Makes the room free that rows took which are no more; gives it back when the tables are written anew as a whole. */
    void giveBack(boolean isWhole) {
        try {
            database.tell(connection -> {
                StoreTables.vacuum(connection, store, isWhole);
                return store;
            });
        } catch (RepositoryFailure e) {
            log.warn("The room that store {} needs no more is given back later: {}", store, e.toString());
        }
    }

    /** Takes away nodes that were removed, notes to other machines, and files that no node names any more, once they are so old. */
    void collect(Duration age) throws IOException {
        // Oak does so by itself under OSGi alone
        log.info(
                "Notes of changes that left store {}: {}",
                store,
                new JournalGarbageCollector(nodes, age.toMillis()).gc());
        log.info(
                "Nodes that left store {}: {}",
                store,
                nodes.getVersionGarbageCollector().gc(age.toSeconds(), TimeUnit.SECONDS));
        if (!hasFiles()) {
            // Oak takes a store that names no file for one that could not be read
            return;
        }
        try {
            nodes.createBlobGarbageCollector(age.toSeconds(), store, new DefaultWhiteboard(), StatisticsProvider.NOOP)
                    .collectGarbage(false);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The files that left store " + store + " could not be taken away", e);
        }
    }

    private boolean hasFiles() throws IOException {
        Iterator<ReferencedBlob> files = nodes.getReferencedBlobsIterator();
        boolean isAny = files.hasNext();
        if (files instanceof Closeable open) {
            open.close();
        }
        return isAny;
    }

    @Override
    public void cancelCompaction() {
        nodes.getVersionGarbageCollector().cancel();
    }

    @Override
    public void close() {
        cancelCompaction();
        recovery.shutdownNow();
        try {
            dispose();
        } finally {
            connections.close();
        }
    }

    /**
     * Has Oak end: it saves what it still holds and gives its lease back. Without the database it would go on trying until the lease is
     * over, for up to two minutes; what it holds is made good by another machine, or by the next start.
     */
    private void dispose() {
        FutureTask<?> disposal = new FutureTask<>(Executors.callable(nodes::dispose));
        Thread thread = new Thread(disposal, "close-" + store);
        thread.setDaemon(true);
        thread.start();
        try {
            while (!isDone(disposal)) {
                if (database.isAway()) {
                    log.warn("Store {} is closed without its database, which does not answer", store);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new RepositoryFailure("Store " + store + " was not closed as it should", e);
        }
    }

    private static boolean isDone(FutureTask<?> disposal) throws InterruptedException, ExecutionException {
        try {
            disposal.get(LAST_TRY.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
