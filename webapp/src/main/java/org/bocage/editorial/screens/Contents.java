package org.bocage.editorial.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.SessionFunction;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.repository.tree.TreeWriter;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.view.PhotoPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Batch;
import org.bocage.editorial.workflow.ItemNames;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Contents of the author store: found and read with the person's rights, written through the review. */
@Component
public class Contents {

    private static final int SHOWN_USES = 20;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final ItemNames names;
    private final Review review;
    private final Clock clock;

    Contents(Stores stores, ContentIndexes indexes, ItemNames names, Review review, Clock clock) {
        this.clock = clock;
        this.stores = stores;
        this.indexes = indexes;
        this.names = names;
        this.review = review;
    }

    /** One page of a list, and how many there are in all. */
    public record Listed<T>(long total, List<T> items) {}

    public Listed<Item> find(ContentQuery query, Identity reader) {
        return find(query, reader, Item::of);
    }

    /** Finds items and reads something of each. */
    public <T> Listed<T> find(ContentQuery query, Identity reader, NodeFunction<T> reading) {
        Hits hits = indexes.author().find(query, reader);
        return stores.author().read(reader, session -> {
            List<T> items = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = Workspace.byId(session, hit.id());
                if (node.isPresent()) {
                    items.add(reading.apply(node.get()));
                }
            }
            return new Listed<>(hits.total(), items);
        });
    }

    /** Where an item is named: the first few that somebody may read, and how many there are in all. */
    public Listed<PhotoPage.Use> uses(String id, Identity reader) {
        ContentQuery naming = ContentQuery.anywhere()
                .naming(id)
                .and(new ContentQuery.NotThis("@id", id))
                .page(0, SHOWN_USES);
        List<PhotoPage.Use> seen = find(
                        naming, reader, node -> new PhotoPage.Use(Item.of(node).title(), WorkAddress.of(node)))
                .items();
        return new Listed<>(count(naming, Identity.SYSTEM), seen);
    }

    public long count(ContentQuery query, Identity reader) {
        return indexes.author().find(query.page(0, 0), reader).total();
    }

    /** Reads something of an item; empty when it is not there or not for this person. */
    public <T> Optional<T> read(ContentType type, String id, Identity reader, NodeFunction<T> work) {
        return stores.author().read(reader, session -> {
            Optional<Node> node = new Workspace(type.workspace()).nodeById(session, id);
            return node.isPresent() ? Optional.of(work.apply(node.get())) : Optional.empty();
        });
    }

    /** Reads something of what is on line of an item. */
    public <T> Optional<T> readPublished(String id, NodeFunction<T> work) {
        return stores.published().read(Identity.SYSTEM, session -> {
            Optional<Node> node = Workspace.byId(session, id);
            return node.isPresent() ? Optional.of(work.apply(node.get())) : Optional.empty();
        });
    }

    /** Returns the revisions of an item, the latest first. */
    public List<Revision> revisions(String id) {
        return unrestricted(session -> Revisions.of(session, id));
    }

    /** Reads something of an item as a revision of it had it; empty when there is no such revision. */
    public <T> Optional<T> before(ContentType type, String id, long revision, NodeFunction<T> work) {
        return before(new Workspace(type.workspace()), id, revision, work);
    }

    /** Works with a content of a workspace, an item or a page, as a revision had it; empty when there is no such content or revision. */
    public <T> Optional<T> before(Workspace workspace, String id, long revision, NodeFunction<T> work) {
        return unrestricted(session -> {
            if (workspace.nodeById(session, id).isEmpty()) {
                return Optional.empty();
            }
            Optional<Revision> found = Revisions.of(session, id).stream()
                    .filter(one -> one.number() == revision)
                    .findFirst();
            return found.isPresent()
                    ? Optional.of(work.apply(Revisions.sketch(session, found.get())))
                    : Optional.empty();
        });
    }

    /** Returns the state that the last step of a content led to; empty when whoever saved it last left it in the state it had. */
    public Optional<State> outcome(Item item) {
        return unrestricted(session -> {
            Node node =
                    new Workspace(item.workspace()).nodeById(session, item.id()).orElseThrow(NotFoundException::new);
            if (node.hasProperty(Review.REFUSED)) {
                return Optional.of(State.REFUSE);
            }
            List<Revision> revisions = Revisions.of(session, item.id());
            State before =
                    revisions.size() < 2 ? State.NOUVEAU : ItemState.shown(Revisions.sketch(session, revisions.get(1)));
            boolean isPublication =
                    Revisions.online(node).orElse(0) == Revisions.number(node) && item.state() == State.PUBLIE;
            return item.state() != before || isPublication ? Optional.of(item.state()) : Optional.empty();
        });
    }

    /** Work with a node. */
    @FunctionalInterface
    public interface NodeFunction<T> {
        T apply(Node node) throws RepositoryException;
    }

    /** Whether somebody may add contents of a type. */
    public boolean mayAdd(ContentType type, Identity who) {
        return stores.author()
                .read(who, session -> session.hasPermission("/" + type.workspace() + "/x", Session.ACTION_ADD_NODE));
    }

    /** Whether somebody may change a content, as the store's access control says. */
    public boolean mayWrite(String id, Identity who) {
        return stores.author().read(who, session -> {
            Optional<Node> node = Workspace.byId(session, id);
            return node.isPresent() && ReadableFields.isWhole(node.get());
        });
    }

    /** Outcome of a transition: the item's identifier and the state it is in now. */
    public record Moved(String id, State state) {}

    /**
     * Adds a content and takes the first step with it. Of two that take the same name at once, the second one looks for another.
     *
     * @param edit may be asked again
     * @throws ConcurrentEdit when others were first each time
     */
    public Moved add(ContentType type, String slug, String action, Actor actor, Instant now, Review.Edit edit) {
        return ConcurrentEdit.again(() -> addOnce(type, slug, action, actor, now, edit));
    }

    private Moved addOnce(ContentType type, String slug, String action, Actor actor, Instant now, Review.Edit edit) {
        return unrestricted(session -> {
            Node folder = folder(session, type, now);
            Node item = folder.addNode(names.free(type.workspace(), slug), type.nodeType());
            item.setProperty("auteur", actor.name());
            item.setProperty("mgnl:created", Dates.utc(now));
            item.setProperty("mgnl:createdBy", actor.name());
            AccessControl.setOwner(item, actor.name());
            State state = review.move(session, item, action, actor, 0, "", node -> {
                edit.apply(node);
                node.setProperty("name", node.getName());
            });
            return new Moved(item.getIdentifier(), state);
        });
    }

    /** Changes a content and moves it. */
    public Moved move(
            ContentType type, String id, String action, Actor actor, long revision, String comment, Review.Edit edit) {
        return unrestricted(session -> {
            Node item = new Workspace(type.workspace()).nodeById(session, id).orElseThrow();
            return new Moved(id, review.move(session, item, action, actor, revision, comment, edit));
        });
    }

    /**
     * Changes a content where it stands, as one more revision: one that is on line as it stands is on line with the change, changes that
     * wait go on waiting, and it is no newer than before.
     */
    public void amend(ContentType type, String id, Actor actor, Review.Edit edit) {
        ConcurrentEdit.again(() -> stores.author().<Boolean>write(Identity.SYSTEM, session -> {
            Node item = new Workspace(type.workspace()).nodeById(session, id).orElseThrow();
            Revisions.replace(item, actor.name(), clock.instant(), () -> edit.apply(item));
            return true;
        }));
    }

    /** Adds to a content what makes no new version of it. */
    public void annotate(ContentType type, String id, Review.Edit edit) {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> edit.apply(new Workspace(type.workspace())
                                .nodeById(session, id)
                                .orElseThrow()));
    }

    /** Contents that come in number by themselves, added and moved by one actor in a session of the author store. */
    public Arrivals arrivals(Session session, Actor actor) {
        return new Arrivals(session, review.batch(session, actor), actor);
    }

    /** Adds and moves contents, fifty a save; {@link #save} saves the last ones. Not for several threads. */
    public final class Arrivals {

        private static final int AT_ONCE = 50;

        private final Session session;
        private final Batch batch;
        private final Actor actor;
        private final Set<String> named = new HashSet<>();
        private int pending;

        private Arrivals(Session session, Batch batch, Actor actor) {
            this.session = session;
            this.batch = batch;
            this.actor = actor;
        }

        /**
         * Adds a content under the first of some names that is free.
         *
         * @param of the time whose folder it lies in
         */
        public void add(ContentType type, List<String> wanted, String action, Instant now, Instant of, Review.Edit edit)
                throws RepositoryException {
            String name =
                    wanted.stream().filter(one -> isFree(type, one)).findFirst().orElse(wanted.get(0));
            for (int number = 2; !isFree(type, name); number++) {
                name = wanted.get(wanted.size() - 1) + "-" + number;
            }
            named.add(type.name() + ":" + name);
            Map<String, Object> values = Map.of(
                    "auteur",
                    actor.name(),
                    "name",
                    name,
                    "mgnl:created",
                    Dates.utc(now),
                    "mgnl:createdBy",
                    actor.name());
            move(TreeWriter.add(folder(session, type, of), name, type.nodeType(), values), action, edit);
        }

        /** Changes a content and moves it. */
        public void move(Node item, String action, Review.Edit edit) throws RepositoryException {
            batch.move(item, action, edit);
            if (++pending == AT_ONCE) {
                batch.put();
                pending = 0;
            }
        }

        /** Saves what was not saved yet. */
        public void save() throws RepositoryException {
            batch.save();
            pending = 0;
        }

        private boolean isFree(ContentType type, String name) {
            return !named.contains(type.name() + ":" + name) && !names.isTaken(type.workspace(), name);
        }
    }

    private <T> T unrestricted(SessionFunction<T> work) {
        return stores.author().read(Identity.SYSTEM, work);
    }

    private static Node folder(Session session, ContentType type, Instant now) throws RepositoryException {
        Workspace workspace = new Workspace(type.workspace());
        NodeTypes.ensureWorkspace(session, workspace);
        Node folder = workspace.root(session);
        String pattern = type.extension().folders();
        if (pattern.isEmpty()) {
            return folder;
        }
        LocalDate today = now.atZone(ZoneId.of("Europe/Paris")).toLocalDate();
        for (String step : today.format(DateTimeFormatter.ofPattern(pattern)).split("/")) {
            folder = folder.hasNode(step) ? folder.getNode(step) : folder.addNode(step, "mgnl:folder");
        }
        return folder;
    }
}
