package org.bocage.editorial.workflow.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.workflow.Notice;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Workflow;

/**
 * Reminds of what waits too long: first those who review, then those to whom the review may be entrusted. How many reminders
 * left is noted on the item in the save that makes them leave, so that each leaves once.
 */
public final class Reminders {

    private static final int AT_ONCE = 200;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Workflow workflow;
    private final Notice notice;
    private final Clock clock;

    public Reminders(Stores stores, ContentIndexes indexes, Workflow workflow, Notice notice, Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.workflow = workflow;
        this.notice = notice;
        this.clock = clock;
    }

    /** Reminds of each proposal that has waited too long. */
    public void look(ItemByItem.Round round) {
        Hits waiting = indexes.author()
                .find(ContentQuery.anywhere().inState(State.PROPOSE).page(0, AT_ONCE), Identity.SYSTEM);
        for (Hits.Hit hit : waiting.hits()) {
            round.attempt(hit.workspace() + ":" + hit.path(), () -> remind(hit));
        }
    }

    private void remind(Hits.Hit hit) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> item = new Workspace(hit.workspace()).node(session, hit.path());
            if (item.isPresent() && ItemState.of(item.get()) == State.PROPOSE) {
                Optional<Workflow.Reminder> due = due(item.get());
                if (due.isPresent()) {
                    item.get().setProperty(Review.REMINDED, workflow.reminders().indexOf(due.get()) + 1L);
                    notice.remind(session, item.get(), due.get());
                }
            }
        });
    }

    /** The last of the reminders whose time has come and which has not left. */
    private Optional<Workflow.Reminder> due(Node item) throws RepositoryException {
        if (!item.hasProperty(Review.PROPOSED)) {
            return Optional.empty();
        }
        Instant since = item.getProperty(Review.PROPOSED).getDate().toInstant();
        int days = WorkingDays.since(since, clock.instant());
        long sent = item.hasProperty(Review.REMINDED)
                ? item.getProperty(Review.REMINDED).getLong()
                : 0;
        Optional<Workflow.Reminder> due = Optional.empty();
        for (int i = (int) sent; i < workflow.reminders().size(); i++) {
            if (days > workflow.reminders().get(i).after()) {
                due = Optional.of(workflow.reminders().get(i));
            }
        }
        return due;
    }
}
