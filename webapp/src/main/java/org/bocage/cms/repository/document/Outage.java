package org.bocage.cms.repository.document;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.bocage.cms.repository.failures.DatabasePatience;
import org.bocage.cms.repository.failures.RepositoryFailure;

/**
 * Knowledge of whether a database answers, shared by all that ask it. While it is known not to, nobody whom somebody waits for finds that
 * out anew by waiting: those of Oak's own threads do, and notice its end.
 */
final class Outage {

    private volatile boolean known;
    private volatile boolean stopping;

    /** Whether somebody waited in vain for a connection, and nobody got one since. */
    boolean isKnown() {
        return known;
    }

    /** Has nobody wait any more while the database is away: the portal stops. */
    void stop() {
        stopping = true;
    }

    /**
     * To be called before a connection is waited for.
     *
     * @param isConnected whether there is one to be had, as far as is known
     * @throws SQLException when the calling thread is not to wait for it
     */
    void check(boolean isConnected) throws SQLException {
        boolean isHasty = stopping || DatabasePatience.isOfRequest();
        if (DatabasePatience.isOver() || (known && isHasty && !isConnected)) {
            throw new SQLNonTransientConnectionException(
                    "The database is known not to answer", RepositoryFailure.UNREACHABLE);
        }
    }

    /** Notes that a connection was got. */
    void end() {
        known = false;
    }

    /** Notes that a connection was waited for in vain, for want of the database or of those that others hold. */
    void begin(boolean isOfDatabase) {
        known |= isOfDatabase;
        DatabasePatience.lose();
    }

    /**
     * Returns a failure to connect in the form in which it is known for what it is. Oak takes what the pool throws for a conflict of two
     * who save at once: it would begin the save anew a dozen times, wait each time, and say in the end that others were first.
     */
    static SQLException unreachable(SQLException failure) {
        return new SQLNonTransientConnectionException(failure.getMessage(), RepositoryFailure.UNREACHABLE, failure);
    }
}
