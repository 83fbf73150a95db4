package org.bocage.editorial.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.workflow.RefusedTransition.Reason;
import org.bocage.editorial.workflow.Transition.Party;

/**
 * Moves contents through the workflow. A published content that is being changed keeps its version on line: its state
 * is then that of the new version, and another one is {@linkplain ItemState#isOnSite on the site}.
 */
public final class Review {

    /** Set on a content that looks like advertising: it waits apart from the others, and nobody is told by mail. */
    public static final String SUSPECT = "suspect";

    /** When a proposal was made. */
    public static final String PROPOSED = "proposeLe";
    /** When a new version was refused and the one on line came back, until the next step. */
    public static final String REFUSED = "refuseLe";
    /** How many reminders of a proposal left. */
    public static final String REMINDED = "rappels";

    static final String AUTHOR = "auteur";
    private static final String COMMENTS = "commentairesRelecture";

    private static final String ACCEPT = "accepter";
    private static final String ARCHIVE = "archiver";
    private static final int LONGEST_COMMENT = 2_000;
    /** Time within which the same words of the same person are a page sent twice. */
    private static final Duration MOMENT = Duration.ofMinutes(10);

    private final Stores stores;
    private final ItemNames names;
    private final Publisher publisher;
    private final Workflow workflow;
    private final Delegations delegations;
    private final Notice notice;
    private final Authorship authorship;
    private final Clock clock;
    private final Claims claims;

    /** A review in which nobody but the account that wrote an item is its author. */
    public Review(
            Stores stores,
            ItemNames names,
            Publisher publisher,
            Workflow workflow,
            Delegations delegations,
            Notice notice,
            Clock clock) {
        this(stores, names, publisher, workflow, delegations, notice, Authorship.OF_WRITERS, clock);
    }

    Review(
            Stores stores,
            ItemNames names,
            Publisher publisher,
            Workflow workflow,
            Delegations delegations,
            Notice notice,
            Authorship authorship,
            Clock clock) {
        this.stores = stores;
        this.names = names;
        this.publisher = publisher;
        this.workflow = workflow;
        this.delegations = delegations;
        this.notice = notice;
        this.authorship = authorship;
        this.clock = clock;
        this.claims = new Claims(stores.author(), clock);
    }

    /** A remark of the review. */
    public record Comment(String by, Instant at, String text, String field) {}

    /** Changes a content within the save that moves it. */
    @FunctionalInterface
    public interface Edit {
        void apply(Node item) throws RepositoryException;
    }

    /** Whether a content looks like advertising. */
    public static boolean isSuspect(Node item) throws RepositoryException {
        return item.hasProperty(SUSPECT) && item.getProperty(SUSPECT).getBoolean();
    }

    /** The account that wrote a content; empty when nobody in particular did. */
    public static String author(Node item) throws RepositoryException {
        return item.hasProperty(AUTHOR) ? item.getProperty(AUTHOR).getString() : "";
    }

    /** Actions somebody may take on a content now. */
    public Set<String> actions(Node item, Actor actor) throws RepositoryException {
        return workflow.actions(ItemState.of(item), parties(item, actor));
    }

    /** Actions somebody may take on a content that is not there yet. */
    public Set<String> actionsOnNew(Actor actor) {
        return workflow.actions(State.NOUVEAU, workflow.parties(actor, actor.name()));
    }

    /** Whether somebody takes their own contents away as a table. */
    public boolean mayTakeAway(Actor actor) {
        return workflow.mayTakeAway(actor);
    }

    /** Returns the property whose values are entrusted. */
    public String entrustedBy() {
        return workflow.delegatedBy();
    }

    /** The themes somebody reviews today in the place of those who review; empty for most people, and for reviewers. */
    public Set<String> entrusted(Actor actor) {
        return workflow.mayStandIn(actor) && !reviews(actor)
                ? delegations.themes(actor.name(), clock.instant())
                : Set.of();
    }

    /** Whether a content is somebody's to review today, because its themes were entrusted to them; never their own. */
    public boolean isEntrusted(Node item, Actor actor) throws RepositoryException {
        if (isAuthor(item, actor) || !item.hasProperty(workflow.delegatedBy())) {
            return false;
        }
        Set<String> themes = entrusted(actor);
        if (!themes.isEmpty()) {
            for (Value theme : item.getProperty(workflow.delegatedBy()).getValues()) {
                if (themes.contains(theme.getString())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<Party> parties(Node item, Actor actor) throws RepositoryException {
        Set<Party> parties = workflow.parties(actor, authorFor(item, actor));
        if (isEntrusted(item, actor)) {
            parties.add(Party.DELEGUE);
        }
        return parties;
    }

    /** Whether somebody acts as the author of a content: they wrote it, or it was given to them. */
    public boolean isAuthor(Node item, Actor actor) throws RepositoryException {
        return authorship.isAuthor(actor.name(), item);
    }

    /** The account that counts as the author of a content when somebody asks. */
    private String authorFor(Node item, Actor actor) throws RepositoryException {
        return isAuthor(item, actor) ? actor.name() : author(item);
    }

    /** Whether somebody reviews what others write. */
    public boolean reviews(Actor actor) {
        return workflow.parties(actor, "").contains(Party.RELECTURE);
    }

    /** The remarks on a content, the oldest first. */
    public static List<Comment> comments(Node item) throws RepositoryException {
        List<Comment> comments = new ArrayList<>();
        if (item.hasNode(COMMENTS)) {
            for (NodeIterator nodes = item.getNode(COMMENTS).getNodes(); nodes.hasNext(); ) {
                comments.add(comment(nodes.nextNode()));
            }
        }
        return comments;
    }

    /**
     * Changes a content and moves it, in one save.
     *
     * @param session an unrestricted session of the author store, saved by this call
     * @param item the content, with its author set when it is new
     * @param expected revision that the person started from
     * @param edit what changes besides the state
     * @return the state it is in now
     * @throws RefusedTransition when the workflow does not permit it
     * @throws org.bocage.cms.repository.failures.ConcurrentEdit when the content moved on meanwhile
     */
    public State move(Session session, Node item, String action, Actor actor, long expected, String comment, Edit edit)
            throws RepositoryException {
        Batch alone = batch(session, actor);
        State to = step(item, action, expected, comment, edit, alone);
        alone.save();
        return to;
    }

    /**
     * Moves many contents, saved some at a time.
     *
     * @param session an unrestricted session of the author store
     */
    public Batch batch(Session session, Actor actor) {
        return new Batch(this, stores.author(), session, actor);
    }

    /** All of {@link #move} but the save. */
    State step(Node item, String action, long expected, String comment, Edit edit, Batch batch)
            throws RepositoryException {
        Actor actor = batch.actor();
        State from = ItemState.of(item);
        Set<Party> parties = parties(item, actor);
        Transition transition = workflow.transition(from, action, parties)
                .orElseThrow(() -> new RefusedTransition(
                        Reason.NOT_PERMITTED, actor.name() + " may not " + action + " from " + from.key()));
        if (transition.comment() && comment.isBlank()) {
            throw new RefusedTransition(Reason.COMMENT_MISSING, action + " needs a comment");
        }
        boolean changesSite =
                transition.to() == State.PUBLIE || (transition.to() == State.REFUSE && ItemState.isOnSite(item));
        if (changesSite && publisher.isWithheld(item)) {
            throw new RefusedTransition(Reason.WITHHELD, item.getPath() + " has no definition in force");
        }
        Revisions.begin(batch.session(), item);
        edit.apply(item);
        // the address of what is on line stays until the version that asks for another one is
        if (!ItemState.isOnSite(item)
                || (transition.to() == State.PUBLIE && !publisher.isLater(item, clock.instant()))) {
            names.follow(item);
        }
        publisher.derive(item);
        return apply(item, transition, from, expected, comment.strip(), batch);
    }

    private State apply(Node item, Transition transition, State from, long expected, String comment, Batch batch)
            throws RepositoryException {
        Session session = batch.session();
        Actor actor = batch.actor();
        Instant now = clock.instant();
        boolean online = ItemState.isOnSite(item);
        boolean restored = false;
        State to = transition.to();
        if (to == State.REFUSE && online) {
            restored = publisher.restorePublished(item);
            // of a version that nobody kept, what is on line stays, and this one is refused all the same
            to = restored ? State.PUBLIE : State.REFUSE;
        } else if (to == State.PUBLIE && publisher.isLater(item, now)) {
            to = State.PROGRAMME;
        }
        ItemState.move(
                item, from, to, Map.of("mgnl:lastModified", Dates.utc(now), "mgnl:lastModifiedBy", actor.name()));
        if (restored) {
            item.setProperty(REFUSED, Dates.utc(now));
        } else if (item.hasProperty(REFUSED)) {
            item.getProperty(REFUSED).remove();
        }
        if (to == State.PROPOSE && from != State.PROPOSE) {
            item.setProperty(PROPOSED, Dates.utc(now));
            item.setProperty(REMINDED, 0);
        }
        if (to == State.PROGRAMME && from != State.PROPOSE && item.hasProperty(PROPOSED)) {
            // put on line later by who reviews: nobody proposed this version
            item.getProperty(PROPOSED).remove();
        }
        if (!comment.isEmpty()) {
            addComment(item, actor, now, comment);
        }
        if (to == State.PUBLIE) {
            removeComments(item);
        }
        if (to != from) {
            boolean own = isAuthor(item, actor) && transition.by().contains(Party.RELECTURE);
            State outcome = restored ? State.REFUSE : to;
            Journal.write(session, Journal.Entry.passage(now, actor, item, from, outcome, own));
        }
        notice.tell(session, item, transition, actor, comment);
        Revisions.record(session, item, expected, actor.name(), now);
        if (to == State.PUBLIE && transition.to() == State.PUBLIE) {
            ItemState.onSite(item, true);
            publisher.publish(item, now, actor.name());
        } else if (restored) {
            // the item is the version on line again
            Revisions.setOnline(item, Revisions.number(item));
        } else if (online && (to == State.ARCHIVE || (from == State.PUBLIE && to == State.A_REPRENDRE))) {
            ItemState.onSite(item, false);
            publisher.unpublish(item);
        }
        AccessControl.setDraft(item, publisher.isDraft(item));
        return to;
    }

    /**
     * Adds a remark to a content, on one of its fields or on the whole; it makes no new version, so that nobody who is
     * writing meanwhile is held up. Those named in it, {@code @compte}, are told. What the same person
     * just said, sent again from a page they came back to, is said once.
     *
     * @throws RefusedTransition when this person may not, or says nothing
     */
    public void comment(Session session, Node item, Actor actor, String text, String field, Set<String> named)
            throws RepositoryException {
        remark(item, actor, text, field, named);
        stores.author().save(session);
    }

    /** As {@link #comment}, but for the save: within that of a decision, say. */
    public void remark(Node item, Actor actor, String text, String field, Set<String> named)
            throws RepositoryException {
        if (!workflow.mayComment(actor, authorFor(item, actor))) {
            throw new RefusedTransition(Reason.NOT_PERMITTED, actor.name() + " may not comment");
        }
        if (text.isBlank()) {
            throw new RefusedTransition(Reason.COMMENT_MISSING, "An empty comment");
        }
        if (isSaidLast(item, actor, kept(text.strip()), field)) {
            return;
        }
        Node comment = addComment(item, actor, clock.instant(), text.strip());
        if (!field.isEmpty()) {
            comment.setProperty("champ", field);
        }
        notice.mention(item.getSession(), item, actor, text.strip(), named);
    }

    /** Whether somebody said this a moment ago, and nobody anything since. */
    private boolean isSaidLast(Node item, Actor actor, String text, String field) throws RepositoryException {
        Instant since = clock.instant().minus(MOMENT);
        List<Comment> before = comments(item).stream()
                .filter(comment -> comment.at().isAfter(since))
                .toList();
        for (int last = before.size() - 1; last >= 0; last--) {
            Comment one = before.get(last);
            if (!one.by().equals(actor.displayName())) {
                return false;
            }
            if (one.text().equals(text) && one.field().equals(field)) {
                return true;
            }
        }
        return false;
    }

    /** Publishes what was accepted for a moment that has come, once, whoever else looks at the clock. */
    public void publishDue(String workspace, String path) {
        claims.once(
                workspace,
                path,
                item -> ItemState.of(item) == State.PROGRAMME
                        && isPast(item, "publierLe")
                        && !publisher.isWithheld(item),
                (session, item) -> {
                    Instant now = clock.instant();
                    names.follow(item);
                    ItemState.move(item, State.PROGRAMME, State.PUBLIE, Map.of());
                    ItemState.onSite(item, true);
                    removeComments(item);
                    Journal.write(
                            session,
                            Journal.Entry.passage(now, Actor.CLOCK, item, State.PROGRAMME, State.PUBLIE, false));
                    Revisions.record(session, item, Revisions.number(item), Actor.CLOCK.name(), now);
                    publisher.publish(item, now, Actor.CLOCK.name());
                    // who proposed it was told that it would go on line, and is told that it did
                    Optional<Transition> accepted =
                            workflow.transition(State.PROPOSE, ACCEPT, EnumSet.of(Party.RELECTURE));
                    if (item.hasProperty(PROPOSED) && accepted.isPresent()) {
                        notice.tell(session, item, accepted.get(), Actor.CLOCK, "");
                    }
                });
    }

    /** Takes off line what was to be read until a moment that has come; a version under review goes on being reviewed. */
    public void unpublishDue(String workspace, String path) {
        Claims.Condition due =
                item -> ItemState.isOnSite(item) && isPast(item, "depublierLe") && !publisher.isReadBelow(item);
        claims.once(workspace, path, due, (session, item) -> {
            if (ItemState.of(item) == State.PUBLIE) {
                move(session, item, ARCHIVE, Actor.CLOCK, Revisions.number(item), "", node -> {});
            } else {
                ItemState.onSite(item, false);
                publisher.unpublish(item);
            }
        });
    }

    /** Whether its moment has come: it may have been put off since a list was read. */
    private boolean isPast(Node item, String date) throws RepositoryException {
        return item.hasProperty(date)
                && !item.getProperty(date).getDate().toInstant().isAfter(clock.instant());
    }

    /** Puts away what was refused and not taken up again. */
    public void archiveRefused(String workspace, String path) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> found = new Workspace(workspace).node(session, path);
            if (found.isPresent() && ItemState.of(found.get()) == State.REFUSE) {
                move(session, found.get(), ARCHIVE, Actor.CLOCK, Revisions.number(found.get()), "", node -> {});
            }
        });
    }

    /** Returns the title of a content, from the field as an item or a page names it, or else its name. */
    public static String title(Node item) throws RepositoryException {
        for (String name : List.of("titre", "title")) {
            if (item.hasProperty(name) && !item.getProperty(name).isMultiple()) {
                return item.getProperty(name).getString();
            }
        }
        return item.getName();
    }

    /** Leaves a remark on a content that nobody in particular makes, and returns it; the caller saves. */
    public static Node note(Node item, String by, Instant at, String text) throws RepositoryException {
        return addComment(item, new Actor("", by, Set.of()), at, text);
    }

    private static String kept(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_COMMENT));
    }

    private static Node addComment(Node item, Actor actor, Instant at, String text) throws RepositoryException {
        Node comments = item.hasNode(COMMENTS) ? item.getNode(COMMENTS) : item.addNode(COMMENTS, "mgnl:contentNode");
        Node comment = comments.addNode(String.valueOf(comments.getNodes().getSize()), "mgnl:contentNode");
        comment.setProperty("texte", kept(text));
        comment.setProperty("auteur", actor.displayName());
        comment.setProperty("date", Dates.utc(at));
        return comment;
    }

    /** Removes the remarks on a version that is on line now: they are settled, and the revisions keep them. */
    private static void removeComments(Node item) throws RepositoryException {
        if (item.hasNode(COMMENTS)) {
            item.getNode(COMMENTS).remove();
        }
    }

    private static Comment comment(Node node) throws RepositoryException {
        return new Comment(
                node.getProperty("auteur").getString(),
                node.getProperty("date").getDate().toInstant(),
                node.getProperty("texte").getString(),
                node.hasProperty("champ") ? node.getProperty("champ").getString() : "");
    }
}
