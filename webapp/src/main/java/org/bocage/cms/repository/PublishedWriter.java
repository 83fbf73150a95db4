package org.bocage.cms.repository;

import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.failures.RepositoryFailure;

/**
 * Writer of the published store, one save at a time. Contents come to it from the projection of the author store only;
 * node types, workspaces, the access control of roles and the visibility rules in force come from the classes that own
 * them.
 */
public final class PublishedWriter {

    private static final String WRITER = "writer";

    private final Store published;

    public PublishedWriter(Stores stores) {
        this.published = stores.published();
    }

    /**
     * Writes in one save: on disk, and seen by every follower, when this returns.
     *
     * @throws RepositoryFailure when it could not be saved; nothing is written then
     */
    public void write(SessionWork work) {
        put(work);
        await();
    }

    /** As {@link #write}, but for the wait: followers see it in their time. */
    public void put(SessionWork work) {
        published.inTurn(WRITER, () -> {
            Session session = published.login(Identity.SYSTEM);
            try {
                work.accept(session);
                published.put(session);
                return work;
            } catch (RepositoryException e) {
                throw RepositoryFailure.of(e);
            } finally {
                session.logout();
            }
        });
    }

    /** Waits as {@link Store#await} until the followers of the published store have seen all that was written. */
    public boolean await() {
        return published.await();
    }
}
