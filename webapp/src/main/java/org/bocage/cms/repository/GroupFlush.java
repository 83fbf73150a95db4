package org.bocage.cms.repository;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

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

    private final Flush flush;
    private final AtomicLong saved = new AtomicLong();
    private final Object lock = new Object();
    private long durable;

    GroupFlush(Flush flush) {
        this.flush = flush;
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
