package org.bocage.cms.repository.failures;

/**
 * Patience of the calling thread with a database that does not answer. A request that waited for it once in vain waits no more: all that
 * it asks for afterwards fails at once, the page that tells of the failure included. Threads that answer nobody wait each time.
 */
public final class DatabasePatience {

    private static final ThreadLocal<DatabasePatience> CURRENT = new ThreadLocal<>();

    private boolean isOver;

    private DatabasePatience() {}

    /** Begins a request, which {@link #end} ends. */
    public static void begin() {
        CURRENT.set(new DatabasePatience());
    }

    /** Ends the request of the calling thread. */
    public static void end() {
        CURRENT.remove();
    }

    /** Whether somebody waits for the calling thread. */
    public static boolean isOfRequest() {
        return CURRENT.get() != null;
    }

    /** Whether the calling thread waited in vain in this request. */
    public static boolean isOver() {
        DatabasePatience current = CURRENT.get();
        return current != null && current.isOver;
    }

    /** Notes that the calling thread waited in vain. */
    public static void lose() {
        DatabasePatience current = CURRENT.get();
        if (current != null) {
            current.isOver = true;
        }
    }
}
