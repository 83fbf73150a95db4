package org.bocage.editorial.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Revisions;
import org.bocage.cms.repository.Store;
import org.bocage.editorial.publishing.Publisher;
import org.jspecify.annotations.Nullable;

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
    /** Under which the author store notes what is promised. */
    private final String name = UUID.randomUUID().toString();

    private @Nullable FutureTask<?> publication;

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
        finish();
        publisher.kept(name, session);
        if (!arriving.isEmpty()) {
            publisher.put(List.copyOf(arriving), clock.instant(), actor.name());
            arriving.clear();
        }
        leave();
        store.put(session);
        publisher.await();
        store.await();
    }

    /**
     * Saves what was moved, when more is to come: it goes on line meanwhile, on a thread of its own, and lists show it in their
     * time.
     */
    public void put() throws RepositoryException {
        leave();
        if (arriving.isEmpty()) {
            store.put(session);
            return;
        }
        Publisher.Promise promise = publisher.promise(arriving, clock.instant(), actor.name(), name, session);
        arriving.clear();
        store.put(session);
        finish();
        publication = new FutureTask<>(() -> publisher.keep(promise), null);
        Thread thread = new Thread(publication, "publication");
        thread.setDaemon(true);
        thread.start();
    }

    private void leave() throws RepositoryException {
        if (!leaving.isEmpty()) {
            // one of them may be on its way
            finish();
        }
        for (Node item : leaving) {
            publisher.unpublish(item);
        }
        leaving.clear();
    }

    /** Waits until what was promised is on line. */
    private void finish() throws RepositoryException {
        if (publication == null) {
            return;
        }
        try {
            publication.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryException("Interrupted while it waited for what goes on line", e);
        } catch (ExecutionException e) {
            // it stays noted: the next start brings it
            throw new RepositoryException("What was promised did not go on line", e.getCause());
        }
        publication = null;
    }

    void arrives(Node item) {
        arriving.add(item);
    }

    void leaves(Node item) {
        leaving.add(item);
    }
}
