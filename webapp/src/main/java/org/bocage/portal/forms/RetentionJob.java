package org.bocage.portal.forms;

import java.util.List;
import org.bocage.editorial.jobs.ItemByItem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what is not to be kept any longer. */
@Component
final class RetentionJob {

    private final List<Retained> stores;
    private final ItemByItem kept = new ItemByItem("RetentionJob");

    RetentionJob(List<Retained> stores) {
        this.stores = stores;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void run() {
        kept.run(round -> stores.forEach(store -> store.forget(round)));
    }
}
