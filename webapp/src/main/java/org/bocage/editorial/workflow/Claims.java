package org.bocage.editorial.workflow;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;

/**
 * Claims on items, so that the work of the clock on one is done once: who is going to do it says so on the item first, in
 * a save of its own, which only one can win. A claim of somebody who stopped is void after a while.
 */
public final class Claims {

    private static final String BY = "prisPar";
    private static final String AT = "prisLe";
    private static final Duration HOLDS = Duration.ofMinutes(2);

    private final WritableStore store;
    private final Clock clock;
    private final String name = UUID.randomUUID().toString();

    public Claims(WritableStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether something is to be done to an item. */
    @FunctionalInterface
    public interface Condition {
        boolean holds(Node item) throws RepositoryException;
    }

    /** Does it; the caller saves. */
    @FunctionalInterface
    public interface Deed {
        void apply(Session session, Node item) throws RepositoryException;
    }

    private enum Claim {
        MINE,
        TAKEN,
        NOT_DUE
    }

    /**
     * Does something to an item, unless somebody else does, or it is done.
     *
     * @return whether there is nothing left to do; false when somebody else has claimed the item or is just writing it: they may
     *     have stopped, which the next look tells
     */
    public boolean once(String workspace, String path, Condition condition, Deed deed) {
        Claim claim = claim(workspace, path, condition);
        if (claim != Claim.MINE) {
            return claim == Claim.NOT_DUE;
        }
        AtomicBoolean done = new AtomicBoolean(true);
        store.update(Identity.SYSTEM, session -> {
            Optional<Node> item = new Workspace(workspace).node(session, path);
            if (item.isEmpty() || !condition.holds(item.get())) {
                return;
            }
            if (isMine(item.get())) {
                item.get().getProperty(BY).remove();
                item.get().getProperty(AT).remove();
                deed.apply(session, item.get());
            } else {
                done.set(false);
            }
        });
        return done.get();
    }

    /**
     * As {@link #once}, for who goes on when there is nothing left to do.
     *
     * @throws ConcurrentEdit when there is
     */
    public void requireDone(String workspace, String path, Condition condition, Deed deed) {
        if (!once(workspace, path, condition, deed)) {
            throw new ConcurrentEdit("Somebody else has claimed " + workspace + ":" + path);
        }
    }

    private Claim claim(String workspace, String path, Condition condition) {
        try {
            return store.write(Identity.SYSTEM, session -> {
                Optional<Node> found = new Workspace(workspace).node(session, path);
                if (found.isEmpty() || !condition.holds(found.get())) {
                    return Claim.NOT_DUE;
                }
                if (isTaken(found.get())) {
                    return Claim.TAKEN;
                }
                found.get().setProperty(BY, name);
                found.get().setProperty(AT, Dates.utc(clock.instant()));
                return Claim.MINE;
            });
        } catch (ConcurrentEdit e) {
            // somebody else was first, or the item is just being written
            return Claim.TAKEN;
        }
    }

    private boolean isMine(Node item) throws RepositoryException {
        return item.hasProperty(BY) && item.getProperty(BY).getString().equals(name);
    }

    private boolean isTaken(Node item) throws RepositoryException {
        if (!item.hasProperty(BY) || isMine(item)) {
            return false;
        }
        // one of the future is of a clock that was set back since
        Duration ago = Duration.between(item.getProperty(AT).getDate().toInstant(), clock.instant());
        return ago.abs().compareTo(HOLDS) < 0;
    }
}
