package org.bocage.editorial.workflow.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Trash;
import org.bocage.editorial.workflow.notices.Reminders;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Job that publishes and unpublishes the items that are due, archives items that were refused and have not been
 * modified for 60 days, sends reminders, and deletes for good what has been in the trash long enough.
 */
public final class ScheduledPublications {

    static final String THREAD = "dueScheduler";

    /**
     * Maximum number of items of each kind in one run. Items that failed come first again in the next run, so the
     * number leaves room for others behind them.
     */
    private static final int AT_ONCE = 1_000;
    /** How long a refused item stays where its author may come back to it. */
    private static final Duration REFUSED_KEPT = Duration.ofDays(60);

    private final ContentIndexes indexes;
    private final Review review;
    private final Trash trash;
    private final Reminders reminders;
    private final Clock clock;
    private final ItemByItem items = new ItemByItem("ScheduledPublications");

    public ScheduledPublications(ContentIndexes indexes, Review review, Trash trash, Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.trash = trash;
        this.indexes = indexes;
        this.review = review;
        this.clock = clock;
    }

    /** On a thread of its own: what goes on line at its minute waits for no feed and no backup. */
    @Scheduled(fixedDelay = 20_000, initialDelay = 20_000, scheduler = THREAD)
    public synchronized void look() {
        items.run(this::look);
    }

    private void look(ItemByItem.Round round) {
        Instant now = clock.instant();
        ContentQuery all = ContentQuery.anywhere().page(0, AT_ONCE);
        each(round, all.inState(State.PROGRAMME).and(before("publierLe", now)), review::publishDue);
        each(round, all.onSite().and(before("depublierLe", now)), review::unpublishDue);
        each(
                round,
                all.inState(State.REFUSE).and(before("mgnl:lastModified", now.minus(REFUSED_KEPT))),
                review::archiveRefused);
        reminders.look(round);
        trash.empty(round);
    }

    private static ContentQuery.Between before(String date, Instant moment) {
        return new ContentQuery.Between(date, null, moment);
    }

    private void each(ItemByItem.Round round, ContentQuery due, BiConsumer<String, String> gesture) {
        for (Hits.Hit hit : indexes.author().find(due, Identity.SYSTEM).hits()) {
            round.attempt(hit.workspace() + ":" + hit.path(), () -> gesture.accept(hit.workspace(), hit.path()));
        }
    }
}
