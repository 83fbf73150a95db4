package org.bocage.cms.repository.document;

import org.apache.jackrabbit.oak.plugins.document.spi.lease.LeaseFailureHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * End of a process that could not renew its lease in the database: another machine may hold it for dead by now, and make good what it
 * left, so that it may write nothing more.
 */
public final class LostLease implements LeaseFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(LostLease.class);

    private final Runnable unready;
    private final Runnable end;

    /** @param unready takes the portal out of the readiness probes */
    public LostLease(Runnable unready) {
        this(unready, () -> Runtime.getRuntime().halt(1));
    }

    LostLease(Runnable unready, Runnable end) {
        this.unready = unready;
        this.end = end;
    }

    @Override
    public void handleLeaseFailure() {
        try {
            log.error(
                    "The lease in the database of the stores is lost: the portal ends at once, and is to be started again");
            unready.run();
        } finally {
            end.run();
        }
    }
}
