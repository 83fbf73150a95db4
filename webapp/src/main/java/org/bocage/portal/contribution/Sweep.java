package org.bocage.portal.contribution;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what is not to be kept any longer. */
@Component
final class Sweep {

    private final Pending pending;
    private final Letters letters;

    Sweep(Pending pending, Letters letters) {
        this.pending = pending;
        this.letters = letters;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void run() {
        pending.forget();
        letters.forget();
    }
}
