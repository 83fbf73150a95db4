package org.bocage.cms.repository;

/** Somebody else saved the same content meanwhile; nothing was written. */
public class ConcurrentEdit extends RuntimeException {

    public ConcurrentEdit(String message) {
        super(message);
    }

    ConcurrentEdit(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
