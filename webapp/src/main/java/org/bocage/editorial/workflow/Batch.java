package org.bocage.editorial.workflow;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.State;

/** Contents that one actor moves, saved together and when told. Not for several threads. */
public final class Batch {

    private final Review review;
    private final WritableStore store;
    private final Session session;
    private final Actor actor;

    Batch(Review review, WritableStore store, Session session, Actor actor) {
        this.review = review;
        this.store = store;
        this.session = session;
        this.actor = actor;
    }

    Session session() {
        return session;
    }

    Actor actor() {
        return actor;
    }

    /** Changes a content and moves it, as {@link Review#move} does, but for the save. */
    public State move(Node item, String action, Review.Edit edit) throws RepositoryException {
        return review.step(item, action, Revisions.number(item), "", edit, this);
    }

    /** Saves what was moved: on line, and to be found in lists, when this returns. */
    public void save() throws RepositoryException {
        store.put(session);
        store.await();
    }

    /** Saves what was moved, when more is to come: it goes on line meanwhile, and lists show it in their time. */
    public void put() throws RepositoryException {
        store.put(session);
    }
}
