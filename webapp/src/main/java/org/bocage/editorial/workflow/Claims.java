package org.bocage.editorial.workflow;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.ConcurrentEdit;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;

/**
 * What the clock does to an item, done once: who is going to do it says so on the item first, in a save of its own, which
 * only one can win. A claim of somebody who stopped is void after a while.
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

    /** Does something to an item, unless somebody else does, or it is done. */
    public void once(String workspace, String path, Condition condition, Deed deed) {
        if (!claim(workspace, path, condition)) {
            return;
        }
        store.update(Identity.SYSTEM, session -> {
            Optional<Node> item = new Workspace(workspace).node(session, path);
            if (item.isPresent() && condition.holds(item.get()) && isMine(item.get())) {
                item.get().getProperty(BY).remove();
                item.get().getProperty(AT).remove();
                deed.apply(session, item.get());
            }
        });
    }

    private boolean claim(String workspace, String path, Condition condition) {
        try {
            return store.<Boolean>write(Identity.SYSTEM, session -> {
                Optional<Node> found = new Workspace(workspace).node(session, path);
                if (found.isEmpty() || !condition.holds(found.get()) || isTaken(found.get())) {
                    return false;
                }
                found.get().setProperty(BY, name);
                found.get().setProperty(AT, Dates.utc(clock.instant()));
                return true;
            });
        } catch (ConcurrentEdit e) {
            // somebody else was first, or the item is just being written: the next look tells
            return false;
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
