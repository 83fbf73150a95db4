package org.bocage.editorial.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.workflow.RefusedTransition.Reason;
import org.bocage.editorial.workflow.Transition.Party;
import org.jspecify.annotations.Nullable;

/**
 * Where contents, pages and files go that nobody wants any more: out of every list, for thirty days, and back on demand. What
 * is on line is not thrown away: it is archived first.
 */
public final class Trash {

    /** How long a content may be taken out again. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Workspace WORKSPACE = new Workspace("corbeille");
    private static final Set<State> AUTHORS_MAY = Set.of(State.BROUILLON, State.A_REPRENDRE, State.REFUSE);
    private static final Set<State> REVIEWERS_MAY =
            Set.of(State.BROUILLON, State.A_REPRENDRE, State.REFUSE, State.ARCHIVE);

    private final WritableStore store;
    private final Workflow workflow;
    private final Consumer<Runnable> erasing;
    private final Clock clock;

    /** @param erasing does what takes something away for good */
    Trash(Stores stores, Workflow workflow, Consumer<Runnable> erasing, Clock clock) {
        this.erasing = erasing;
        this.store = stores.author();
        this.workflow = workflow;
        this.clock = clock;
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /**
     * A content in the trash.
     *
     * @param workspace where it came from
     * @param path in that workspace
     * @param until when it goes for good
     */
    public record Thrown(
            String id,
            String title,
            String workspace,
            String path,
            String author,
            String by,
            Instant at,
            Instant until) {}

    /** Some of what is in the trash, and how much there is in all. */
    public record Listed(int total, List<Thrown> page) {}

    /** Whether somebody may throw a content away as it is now. */
    public boolean mayThrow(Node item, Actor actor) throws RepositoryException {
        if (ItemState.isOnSite(item) || !ItemState.isStated(item)) {
            return false;
        }
        Set<Party> parties = workflow.parties(actor, Review.author(item));
        State state = ItemState.of(item);
        return (parties.contains(Party.RELECTURE) && REVIEWERS_MAY.contains(state))
                || (parties.contains(Party.AUTEUR) && AUTHORS_MAY.contains(state));
    }

    /**
     * Throws a content away as it is now.
     *
     * @throws RefusedTransition when it is on line, waits for a decision, or is not this person's to throw
     */
    public void throwAway(Workspace workspace, String id, Actor actor) {
        throwAway(workspace, id, null, actor);
    }

    /**
     * Throws a content away that somebody saw.
     *
     * @throws ConcurrentEdit when it is not at this revision any more
     * @throws RefusedTransition when it is on line, waits for a decision, or is not this person's to throw
     */
    public void throwAway(Workspace workspace, String id, long revision, Actor actor) {
        throwAway(workspace, id, Long.valueOf(revision), actor);
    }

    private void throwAway(Workspace workspace, String id, @Nullable Long seen, Actor actor) {
        store.update(Identity.SYSTEM, session -> {
            Optional<Node> item = workspace.nodeById(session, id);
            if (item.isPresent() && seen != null) {
                Revisions.require(item.get(), seen);
            }
            if (item.isEmpty() || !mayThrow(item.get(), actor)) {
                throw new RefusedTransition(Reason.NOT_PERMITTED, actor.name() + " may not throw away " + id);
            }
            put(session, item.get(), actor);
        });
    }

    /** Puts a node in the trash that the caller knows may go there; the caller saves. */
    public void put(Session session, Node item, Actor actor) throws RepositoryException {
        String path = item.getPath();
        Node place = WORKSPACE.root(session).addNode(item.getIdentifier(), "bocage:workspace");
        Node note = place.addNode("note", "mgnl:contentNode");
        note.setProperty("venaitDe", path);
        note.setProperty("par", actor.name());
        note.setProperty("le", Dates.utc(clock.instant()));
        session.move(path, place.getPath() + "/contenu");
    }

    /**
     * Some of what somebody may see in the trash, the latest first: everything for those who review, else what is their own.
     *
     * @param from how many to skip
     */
    public Listed seenBy(Actor actor, int from, int most) {
        boolean all = workflow.parties(actor, "").contains(Party.RELECTURE);
        return store.read(Identity.SYSTEM, session -> {
            record Place(Node node, Instant at) {}
            List<Place> seen = new ArrayList<>();
            for (NodeIterator places = WORKSPACE.root(session).getNodes(); places.hasNext(); ) {
                Node place = places.nextNode();
                if (place.hasNode("contenu") && (all || isAuthor(place, actor))) {
                    seen.add(new Place(
                            place,
                            place.getNode("note").getProperty("le").getDate().toInstant()));
                }
            }
            seen.sort(Comparator.comparing(Place::at).reversed());
            List<Thrown> page = new ArrayList<>();
            for (Place place : seen.subList(Math.min(from, seen.size()), Math.min(from + most, seen.size()))) {
                page.add(read(place.node()));
            }
            return new Listed(seen.size(), page);
        });
    }

    /** Whether a content is in the trash and somebody may see it there. */
    public boolean shows(String id, Actor actor) {
        boolean all = workflow.parties(actor, "").contains(Party.RELECTURE);
        return store.read(Identity.SYSTEM, session -> {
            Node root = WORKSPACE.root(session);
            return root.hasNode(id + "/contenu") && (all || isAuthor(root.getNode(id), actor));
        });
    }

    private static boolean isAuthor(Node place, Actor actor) throws RepositoryException {
        return Review.author(place.getNode("contenu")).equals(actor.name());
    }

    /**
     * Takes a content out again, to where it was and in the state it was in; empty when it is not there any more.
     *
     * @throws RefusedTransition when this person may not see it
     */
    public Optional<Thrown> takeOut(String id, Actor actor) {
        return store.write(Identity.SYSTEM, session -> {
            Optional<Node> place = place(session, id, actor);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            Node item = place.get().getNode("contenu");
            String path = place.get().getNode("note").getProperty("venaitDe").getString();
            Node folder = item.isNodeType("mgnl:page")
                    ? pageAbove(session, path)
                    : folder(session, path.substring(0, path.lastIndexOf('/')));
            String name = freeName(folder, path.substring(path.lastIndexOf('/') + 1));
            String home = folder.getPath() + "/" + name;
            place.get().getNode("note").setProperty("venaitDe", home);
            Thrown thrown = read(place.get());
            session.move(item.getPath(), home);
            if (session.getNode(home).hasProperty("name")) {
                session.getNode(home).setProperty("name", name);
            }
            place.get().remove();
            return Optional.of(thrown);
        });
    }

    /**
     * Deletes a content for good, with its history.
     *
     * @throws RefusedTransition when this person may not
     */
    public void delete(String id, Actor actor) {
        if (!workflow.mayDelete(actor)) {
            throw new RefusedTransition(Reason.NOT_PERMITTED, actor.name() + " may not delete");
        }
        delete(id);
    }

    private void delete(String id) {
        erasing.accept(() -> store.update(Identity.SYSTEM, session -> {
            Optional<Node> place = WORKSPACE.node(session, "/" + id);
            if (place.isPresent()) {
                remove(session, place.get());
            }
        }));
    }

    /** Whether somebody deletes for good what is in the trash. */
    public boolean mayDelete(Actor actor) {
        return workflow.mayDelete(actor);
    }

    /** Deletes for good what was thrown away long enough ago. */
    public void empty(ItemByItem.Round round) {
        Instant before = clock.instant().minus(KEPT);
        List<String> old = store.read(Identity.SYSTEM, session -> {
            List<String> names = new ArrayList<>();
            for (NodeIterator places = WORKSPACE.root(session).getNodes(); places.hasNext(); ) {
                Node place = places.nextNode();
                round.attempt(told(place.getName()), () -> {
                    if (isOld(place, before)) {
                        names.add(place.getName());
                    }
                });
            }
            return names;
        });
        for (String name : old) {
            round.attempt(told(name), () -> delete(name));
        }
    }

    private static String told(String name) {
        return WORKSPACE.name() + ":/" + name;
    }

    private static boolean isOld(Node place, Instant before) throws RepositoryException {
        return place.hasNode("note")
                && place.getNode("note").getProperty("le").getDate().toInstant().isBefore(before);
    }

    private static void remove(Session session, Node place) throws RepositoryException {
        Revisions.forget(session, place.getName());
        place.remove();
    }

    private Optional<Node> place(Session session, String id, Actor actor) throws RepositoryException {
        Optional<Node> place = WORKSPACE.node(session, "/" + id);
        if (place.isPresent()
                && workflow.parties(actor, Review.author(place.get().getNode("contenu")))
                        .isEmpty()) {
            throw new RefusedTransition(Reason.NOT_PERMITTED, actor.name() + " may not take out " + id);
        }
        return place;
    }

    private static Thrown read(Node place) throws RepositoryException {
        Node item = place.getNode("contenu");
        Node note = place.getNode("note");
        Instant at = note.getProperty("le").getDate().toInstant();
        String home = note.getProperty("venaitDe").getString();
        return new Thrown(
                place.getName(),
                title(item),
                home.split("/", 3)[1],
                Workspace.pathInWorkspace(home),
                Review.author(item),
                note.getProperty("par").getString(),
                at,
                at.plus(KEPT));
    }

    /** A file is told by its own name. */
    private static String title(Node item) throws RepositoryException {
        String title = Review.title(item);
        return title.equals(item.getName())
                        && item.hasNode("jcr:content")
                        && item.getNode("jcr:content").hasProperty("fileName")
                ? item.getNode("jcr:content").getProperty("fileName").getString()
                : title;
    }

    /** Where a page lay; at the top when the page above it is gone. */
    private static Node pageAbove(Session session, String path) throws RepositoryException {
        String above = path.substring(0, path.lastIndexOf('/'));
        return session.nodeExists(above) ? session.getNode(above) : Workspace.WEBSITE.root(session);
    }

    private static Node folder(Session session, String path) throws RepositoryException {
        if (session.nodeExists(path)) {
            return session.getNode(path);
        }
        Node parent = folder(session, path.substring(0, path.lastIndexOf('/')));
        return parent.addNode(path.substring(path.lastIndexOf('/') + 1), "mgnl:folder");
    }

    private static String freeName(Node folder, String name) throws RepositoryException {
        String free = name;
        for (int number = 2; folder.hasNode(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }
}
