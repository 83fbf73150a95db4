package org.bocage.cms.repository.failures;

import java.sql.SQLException;

/**
 * Refusal, by the database, of what the calling thread writes, for want of room. Oak tells of a document that it could not insert without
 * saying why, so that whoever saves asks here.
 */
public final class WantOfRoom {

    /** State of SQL of a server whose disk is full, {@code disk_full} in PostgreSQL's list of error codes. */
    private static final String DISK_FULL = "53100";

    private static final ThreadLocal<Boolean> MET = new ThreadLocal<>();

    private WantOfRoom() {}

    /** To be called before something is written. */
    public static void forget() {
        MET.remove();
    }

    /** Notes what the database answered to the calling thread. */
    public static void note(SQLException answer) {
        if (DISK_FULL.equals(answer.getSQLState())) {
            MET.set(true);
        }
    }

    /** Whether the database refused something since the calling thread forgot. */
    public static boolean isMet() {
        return MET.get() != null;
    }
}
