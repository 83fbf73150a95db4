package org.bocage.cms.repository;

import javax.jcr.RepositoryException;

/** The store could not do what was asked; the cause says why. */
public class RepositoryFailure extends RuntimeException {

    public RepositoryFailure(String message, Throwable cause) {
        super(message, cause);
    }

    RepositoryFailure(RepositoryException cause) {
        super(cause.getMessage(), cause);
    }
}
