package org.bocage.cms.repository.failures;

import javax.jcr.RepositoryException;

/** The store could not do what was asked; the cause says why. */
public class RepositoryFailure extends RuntimeException {

    public RepositoryFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public RepositoryFailure(RepositoryException cause) {
        super(cause.getMessage(), cause);
    }
}
