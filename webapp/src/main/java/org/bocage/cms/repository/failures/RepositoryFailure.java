package org.bocage.cms.repository.failures;

import java.sql.SQLException;
import javax.jcr.RepositoryException;
import org.jspecify.annotations.Nullable;

/** The store could not do what was asked; the cause says why. */
public class RepositoryFailure extends RuntimeException {

    /** State of SQL of a connection that could not be made. */
    public static final String UNREACHABLE = "08001";

    public RepositoryFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public RepositoryFailure(RepositoryException cause) {
        super(cause.getMessage(), cause);
    }

    /** Returns a failure as what it is for whoever reads or writes: {@link StoreFull} when the database has no room left. */
    public static RuntimeException of(RepositoryException failure) {
        return WantOfRoom.isMet() ? new StoreFull(failure) : new RepositoryFailure(failure);
    }

    /** Whether something failed because the database of the stores did not answer: it may in a moment. */
    public static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException problem && isAway(problem.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a state of SQL is that of a connection that failed, of a server that stops or starts, or of too many connections. */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
