package org.bocage.cms.repository.failures;

import java.sql.SQLException;
import javax.jcr.RepositoryException;

/** The store could not do what was asked; the cause says why. */
public class RepositoryFailure extends RuntimeException {

    public RepositoryFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public RepositoryFailure(RepositoryException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether something failed because the database of the stores did not answer: it may in a moment. */
    public static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
