package org.bocage.cms.repository;

/** A save would have put a node deeper than {@link Workspace#MAX_DEPTH}; nothing was written. */
public class TooDeep extends RuntimeException {

    TooDeep(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
