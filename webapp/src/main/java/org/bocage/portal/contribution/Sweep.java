package org.bocage.portal.contribution;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what is not to be kept any longer. */
@Component
final class Sweep {

    private final Pending pending;

    Sweep(Pending pending) {
        this.pending = pending;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void run() {
        pending.forget();
    }
}
