package org.bocage.editorial.workflow.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.MaintenanceOptions;
import org.bocage.editorial.workflow.Journal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets by night the lines of the journal that are older than is kept. */
@Component
public class JournalRetention {

    private final WritableStore author;
    private final MaintenanceOptions options;
    private final Clock clock;

    public JournalRetention(Stores stores, MaintenanceOptions options, Clock clock) {
        this.author = stores.author();
        this.options = options;
        this.clock = clock;
    }

    @Scheduled(cron = "${bocage.maintenance.history:0 0 1 * * *}", zone = "Europe/Paris")
    public void forgetOld() {
        Instant before = clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusMonths(options.journalMonths())
                .toInstant();
        Journal.forget(author, before);
    }
}
