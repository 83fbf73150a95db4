package org.bocage.cms.repository.failures;

import javax.jcr.RepositoryException;

/** There is no room left on the disk, of this machine or of the database; nothing was written. */
public class StoreFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFull(String message) {
        super(message);
    }

    StoreFull(RepositoryException cause) {
        super("Nothing is saved: the database has no room left", cause);
    }

    /** Whether something failed because there was no room. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreFull) {
                return true;
            }
        }
        return false;
    }
}
