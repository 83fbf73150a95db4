package org.bocage.cms.rendering;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time one rendering may take: that of the processor, as a busy machine is no fault of the page, and a longer one of the
 * clock. When it is over, the scripts are interrupted, which FreeMarker checks at every turn
 * of a loop and call of a macro. Nothing is interrupted while it reads the store or the index: an interrupt would close
 * their files for everybody.
 */
public final class Deadline implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "rendering-deadline");
        thread.setDaemon(true);
        return thread;
    });
    /** Times the limit of the processor, the limit of the clock. */
    private static final int CLOCK = 6;

    private final long processorLimit;
    private final long clockLimit;
    private final Thread thread = Thread.currentThread();
    private final long processorStart;
    private final long clockStart = System.nanoTime();
    private @Nullable ScheduledFuture<?> alarm;
    private @Nullable String over;
    private int readings;
    private boolean closed;

    /** Starts to count, for the calling thread. */
    public Deadline(Duration processorLimit) {
        this(processorLimit, processorLimit.multipliedBy(CLOCK));
    }

    public Deadline(Duration processorLimit, Duration clockLimit) {
        this.processorLimit = processorLimit.toNanos();
        this.clockLimit = clockLimit.toNanos();
        this.processorStart = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
        look();
    }

    private Deadline() {
        this.processorLimit = 0;
        this.clockLimit = 0;
        this.processorStart = 0;
    }

    /** One that does not come, for who runs no script. */
    static Deadline never() {
        return new Deadline();
    }

    /** Looks whether a limit is reached, and once more when the next one can be at the earliest. */
    private synchronized void look() {
        if (closed) {
            return;
        }
        long elapsed = System.nanoTime() - clockStart;
        long processor = processor(elapsed);
        if (processor >= processorLimit) {
            end("it takes longer than " + TimeUnit.NANOSECONDS.toMillis(processorLimit) + " ms of a processor");
        } else if (elapsed >= clockLimit) {
            end("it waits for longer than " + TimeUnit.NANOSECONDS.toMillis(clockLimit) + " ms");
        } else {
            long left = Math.min(processorLimit - processor, clockLimit - elapsed);
            alarm = WATCH.schedule(this::look, Math.max(left, 1_000_000), TimeUnit.NANOSECONDS);
        }
    }

    /** Returns the CPU time of the thread, in nanoseconds; the elapsed time where the system does not measure it. */
    private long processor(long elapsed) {
        long now = processorStart < 0 ? -1 : THREADS.getThreadCpuTime(thread.getId());
        return now < 0 ? elapsed : now - processorStart;
    }

    private void end(String reason) {
        over = reason;
        if (readings == 0) {
            thread.interrupt();
        }
    }

    /**
     * RenderDependencies something that must not be interrupted.
     *
     * @throws LimitReached when the time is over
     */
    <T> T reading(Callable<T> work) throws Exception {
        begin();
        try {
            return work.call();
        } finally {
            done();
        }
    }

    private synchronized void begin() {
        check();
        readings++;
    }

    private synchronized void done() {
        readings--;
        if (over != null && readings == 0) {
            thread.interrupt();
        }
    }

    /** Fails when the time is over, whatever a script did with the failure that told it so. */
    public synchronized void check() {
        if (over != null) {
            throw new LimitReached(over);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (over != null) {
            // the thread goes on to say that the page failed
            boolean unused = Thread.interrupted();
        }
    }
}
