package org.bocage.editorial.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Revisions;
import org.bocage.cms.repository.Store;
import org.bocage.editorial.publishing.Publisher;

/** Contents that one actor moves: they go on line, and are saved, together and when told. Not for several threads. */
public final class Batch {

    private final Review review;
    private final Store store;
    private final Publisher publisher;
    private final Clock clock;
    private final Session session;
    private final Actor actor;
    private final List<Node> arriving = new ArrayList<>();
    private final List<Node> leaving = new ArrayList<>();

    Batch(Review review, Store store, Publisher publisher, Clock clock, Session session, Actor actor) {
        this.review = review;
        this.store = store;
        this.publisher = publisher;
        this.clock = clock;
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

    /** Saves what was moved: to be found in lists when this returns. */
    public void save() throws RepositoryException {
        put();
        publisher.await();
        store.await();
    }

    /** Saves what was moved, when more is to come: lists show it in their time. */
    public void put() throws RepositoryException {
        if (!arriving.isEmpty()) {
            publisher.put(List.copyOf(arriving), clock.instant(), actor.name());
        }
        for (Node item : leaving) {
            publisher.unpublish(item);
        }
        arriving.clear();
        leaving.clear();
        store.put(session);
    }

    void arrives(Node item) {
        arriving.add(item);
    }

    void leaves(Node item) {
        leaving.add(item);
    }
}
