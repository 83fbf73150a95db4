package org.bocage.cms.repository;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.bocage.cms.repository.failures.StoreFull;

/**
 * Makes saves durable, several at a time: whoever waits for the lock while a flush runs finds, more often than not,
 * that the next flush covered its save too.
 */
final class GroupFlush {

    /** Operation that puts every finished save on disk. */
    @FunctionalInterface
    interface Flush {
        void run() throws IOException;
    }

    /**
     * Free disk space, in bytes, below which a save is refused: without room for its last bytes it would leave a
     * truncated file.
     */
    static final long RESERVE = 32L * 1024 * 1024;

    private final Flush flush;
    private final File folder;
    private final AtomicLong saved = new AtomicLong();
    private final Object lock = new Object();
    private long durable;

    /** @param folder on whose disk the saves are put */
    GroupFlush(Flush flush, Path folder) {
        this.flush = flush;
        this.folder = folder.toFile();
    }

    /**
     * To be called before a save.
     *
     * @throws StoreFull when its disk has hardly any room left
     */
    void requireRoom() {
        long room = folder.getUsableSpace();
        if (room < RESERVE && folder.isDirectory()) {
            throw new StoreFull("Nothing is saved: the disk of " + folder + " has " + room / 1024 + " kB left");
        }
    }

    /** Returns once everything saved before this call is on disk. */
    void await() throws IOException {
        long mine = saved.incrementAndGet();
        synchronized (lock) {
            if (durable >= mine) {
                return;
            }
            long covered = saved.get();
            flush.run();
            durable = covered;
        }
    }
}
