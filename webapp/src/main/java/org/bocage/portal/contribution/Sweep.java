package org.bocage.portal.contribution;

import org.bocage.editorial.jobs.ItemByItem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what is not to be kept any longer. */
@Component
final class Sweep {

    private final Pending pending;
    private final Letters letters;
    private final FicheLinks fiches;
    private final ItemByItem kept = new ItemByItem("Sweep");

    Sweep(Pending pending, Letters letters, FicheLinks fiches) {
        this.pending = pending;
        this.letters = letters;
        this.fiches = fiches;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void run() {
        kept.run(round -> {
            pending.forget(round);
            letters.forget(round);
            fiches.forget(round);
        });
    }
}
