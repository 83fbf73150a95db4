package org.bocage.cms.repository.failures;

import org.bocage.cms.repository.Workspace;

/** A save would have put a node deeper than {@link Workspace#MAX_DEPTH}; nothing was written. */
public class TooDeep extends RuntimeException {

    public TooDeep(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
