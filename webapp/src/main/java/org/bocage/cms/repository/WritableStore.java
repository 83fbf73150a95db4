package org.bocage.cms.repository;

import java.util.function.Supplier;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.bocage.cms.repository.failures.TooDeep;
import org.bocage.cms.repository.failures.WantOfRoom;

/**
 * A store that anybody may write to who has the rights. A write that returned survives the death of the process, and whoever
 * follows the store has seen it, unless it is {@linkplain #whenLate told} to be late.
 */
public final class WritableStore extends Store {

    private WritableStore(String name, Repository repository, NodeStore nodeStore, Storage storage) {
        super(name, repository, nodeStore, storage);
    }

    /** Opens the store that Oak's nodes make, with Magnolia's node types in it. */
    public static WritableStore open(String name, NodeStore nodes, Storage storage) {
        WritableStore store = new WritableStore(name, TreeRepository.of(nodes), nodes, storage);
        store.update(Identity.SYSTEM, NodeTypes::registerMagnolias);
        return store;
    }

    /**
     * Writes with somebody's rights, in one save.
     *
     * @throws ConcurrentEdit when somebody else changed the same content meanwhile
     * @throws TooDeep when a node would lie deeper than one may
     */
    public <T> T write(Identity identity, SessionFunction<T> work) {
        return read(identity, session -> {
            T result = work.apply(session);
            save(session);
            return result;
        });
    }

    /** As {@link #write}, without a result. */
    public void update(Identity identity, SessionWork work) {
        WantOfRoom.forget();
        Session session = login(identity);
        try {
            work.accept(session);
            save(session);
        } catch (RepositoryException e) {
            throw RepositoryFailure.of(e);
        } finally {
            session.logout();
        }
    }

    /**
     * Does a work while nobody else does one of this name, on any machine that shares the store: on all that those before it saved,
     * and with lists that show it.
     */
    public <T> T alone(String name, Supplier<T> work) {
        return inTurn(name, () -> {
            if (!storage().machine().isEmpty()) {
                // a save of this machine has waited for them
                awaitFirst();
            }
            return work.get();
        });
    }

    /** As {@link #alone(String, Supplier)}, without a result. */
    public void alone(String name, Runnable work) {
        Runnable unused = alone(name, () -> {
            work.run();
            return work;
        });
    }

    /**
     * Saves what a session holds: on disk, and seen by every follower, when this returns. Followers that are not in step
     * within {@link #PATIENCE} see it later.
     *
     * @throws StoreFull when there is no room for it; the session still holds it
     */
    public void save(Session session) throws RepositoryException {
        if (session.hasPendingChanges()) {
            put(session);
            await();
        }
    }

    /**
     * Saves what a session holds in the middle of a long work: on disk when this returns; followers see it in their time,
     * several such saves as one. {@link #await} comes at the end of the work.
     */
    @Override
    public void put(Session session) throws RepositoryException {
        super.put(session);
    }
}
