package org.bocage.cms.repository.upgrade;

import java.time.Duration;

/**
 * Wait of a start for the database and for other machines, which ends when the process is told to stop. Spring closes a portal only once
 * it has started, and a lease is waited for two minutes; nothing is open yet that would have to be closed.
 */
final class WaitingStart {

    private static final Duration LONGEST_WORD = Duration.ofSeconds(5);

    private final Thread hook;

    private WaitingStart(Thread hook) {
        this.hook = hook;
    }

    /** Begins the wait of the calling thread: a stop interrupts it until the wait is closed. */
    static WaitingStart begin() {
        Thread starting = Thread.currentThread();
        Thread hook = new Thread(() -> stop(starting), "stop-of-start");
        Runtime.getRuntime().addShutdownHook(hook);
        return new WaitingStart(hook);
    }

    /** Leaves the start the time to say why it ends. */
    private static void stop(Thread starting) {
        starting.interrupt();
        try {
            starting.join(LONGEST_WORD.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending
        }
    }
}
