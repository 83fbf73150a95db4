package org.bocage.editorial.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.jcr.NodeIterator;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.tree.NodeBatches;
import org.bocage.editorial.jobs.ItemByItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How long mails are kept that were sent or given up: first with their texts, then who was written to and about what, then
 * nothing. They go by whole days.
 */
@Component
class MailRetention {

    /** On the folder of a day whose mails have no texts any more. */
    private static final String TEXTS_FORGOTTEN = "sansTexte";

    private final WritableStore store;
    private final Outbox outbox;
    private final MailProperties properties;
    private final Clock clock;
    private final ItemByItem days = new ItemByItem("MailRetention");

    MailRetention(Stores stores, Outbox outbox, MailProperties properties, ObjectProvider<Clock> clock) {
        this.store = stores.author();
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Scheduled(cron = "0 5 3 * * *", zone = "Europe/Paris")
    void look() {
        String kept = firstDay(properties.kept());
        String readable = firstDay(properties.textKept());
        days.run(round -> {
            for (String day : days()) {
                String name = day.substring(day.lastIndexOf('/') + 1);
                if (name.compareTo(kept) < 0) {
                    round.attempt(day, () -> forget(day));
                } else if (name.compareTo(readable) < 0) {
                    round.attempt(day, () -> forgetTexts(day));
                }
            }
        });
    }

    /** The first day of which mails are still kept so long. */
    private String firstDay(Duration kept) {
        return LocalDate.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC).toString();
    }

    /** Paths of the days whose mails were sent or given up. */
    private List<String> days() {
        return store.read(Identity.SYSTEM, session -> {
            List<String> days = new ArrayList<>();
            for (Outbox.State state : Outbox.SETTLED) {
                for (NodeIterator nodes = state.folder(session).getNodes(); nodes.hasNext(); ) {
                    days.add(nodes.nextNode().getPath());
                }
            }
            return days;
        });
    }

    private void forget(String day) {
        inSteps(day, outbox::forget);
        store.update(Identity.SYSTEM, session -> session.getNode(day).remove());
    }

    private void forgetTexts(String day) {
        boolean done = store.<Boolean>read(
                Identity.SYSTEM, session -> session.getNode(day).hasProperty(TEXTS_FORGOTTEN));
        if (!done) {
            inSteps(day, outbox::forgetText);
            store.update(Identity.SYSTEM, session -> session.getNode(day).setProperty(TEXTS_FORGOTTEN, true));
        }
    }

    /** Does something to the mails of a day, some of them a save: a day may be that of a letter to thousands. */
    private void inSteps(String day, NodeBatches.Work step) {
        List<String> mails = store.read(Identity.SYSTEM, session -> {
            List<String> paths = new ArrayList<>();
            for (NodeIterator nodes = session.getNode(day).getNodes(); nodes.hasNext(); ) {
                paths.add(nodes.nextNode().getPath());
            }
            return paths;
        });
        NodeBatches.each(store, mails, step);
    }
}
