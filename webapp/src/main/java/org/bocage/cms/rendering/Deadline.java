package org.bocage.cms.rendering;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time one rendering may take. When it is over, the scripts are interrupted, which FreeMarker checks at every turn
 * of a loop and call of a macro. Nothing is interrupted while it reads the store or the index: an interrupt would close
 * their files for everybody.
 */
final class Deadline implements AutoCloseable {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "rendering-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration limit;
    private final Thread thread = Thread.currentThread();
    private final @Nullable ScheduledFuture<?> alarm;
    private boolean over;
    private boolean closed;

    /** Starts to count, for the calling thread. */
    Deadline(Duration limit) {
        this.limit = limit;
        this.alarm = WATCH.schedule(this::end, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Deadline() {
        this.limit = Duration.ZERO;
        this.alarm = null;
    }

    /** One that does not come, for who runs no script. */
    static Deadline never() {
        return new Deadline();
    }

    private synchronized void end() {
        if (!closed) {
            over = true;
            thread.interrupt();
        }
    }

    /**
     * Reads something that must not be interrupted.
     *
     * @throws LimitReached when the time is over
     */
    synchronized <T> T reading(Callable<T> work) throws Exception {
        check();
        return work.call();
    }

    /** Fails when the time is over, whatever a script did with the failure that told it so. */
    synchronized void check() {
        if (over) {
            throw new LimitReached("it takes longer than " + limit.toMillis() + " ms");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (over) {
            // the thread goes on to say that the page failed
            boolean unused = Thread.interrupted();
        }
    }
}
