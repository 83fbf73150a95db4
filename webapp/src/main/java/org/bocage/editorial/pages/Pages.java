package org.bocage.editorial.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.SessionFunction;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/**
 * Pages of the author store: read with a person's rights, changed through the review as contents are. A page that came
 * without a state has the one its presence on line gives it, and belongs to whoever begins a new version of it.
 */
@Component
class Pages {

    private static final Set<State> ANYBODY_S = Set.of(State.NOUVEAU, State.BROUILLON, State.PUBLIE);
    private static final String SAVE = "enregistrer";
    /** A page that waits for its day is changed by nobody, until somebody says that it waits no more. */
    static final String UNSCHEDULE = "deprogrammer";

    private final Stores stores;
    private final Review review;

    Pages(Stores stores, Review review) {
        this.stores = stores;
        this.review = review;
    }

    /**
     * A page, as one person may work on it.
     *
     * @param editable whether this person may change it now
     * @param actions what this person may do with it now
     */
    record Page(Item item, String template, boolean mayWrite, boolean editable, Set<String> actions) {

        String path() {
            return item.path();
        }
    }

    /** The page at a path; empty when there is none, or not for this person. */
    Optional<Page> find(String path, Identity who, Actor actor) {
        boolean isReadable = stores.author()
                .read(
                        who,
                        session -> Workspace.WEBSITE
                                .node(session, path)
                                .filter(Pages::isPage)
                                .isPresent());
        if (!isReadable) {
            return Optional.empty();
        }
        boolean mayWrite = mayWrite(path, who);
        return stores.author().read(Identity.SYSTEM, session -> {
            Node page = page(session, path);
            // shown only: nothing of this is saved
            settle(page);
            Item item = Item.of(page);
            Set<String> actions = actions(page, actor);
            if (mayWrite && takesOver(page, actor, SAVE)) {
                page.setProperty("auteur", actor.name());
                actions.addAll(actions(page, actor));
            }
            boolean waits = item.state() == State.PROGRAMME;
            boolean editable = mayWrite && actions.contains(SAVE) && !waits;
            if (waits && actions.contains(SAVE)) {
                actions.add(UNSCHEDULE);
            }
            if (waits || item.state() == State.PUBLIE) {
                actions.removeAll(Set.of("proposer", "publier"));
            }
            if (!mayWrite) {
                actions.clear();
            }
            return Optional.of(new Page(item, template(page), mayWrite, editable, actions));
        });
    }

    /** Returns the actions of somebody on a page: it saves itself gesture by gesture, so that what waits for a decision is the reviewers' alone. */
    private Set<String> actions(Node page, Actor actor) throws RepositoryException {
        Set<String> actions = new TreeSet<>(review.actions(page, actor));
        if (ItemState.of(page) == State.PROPOSE && !review.reviews(actor)) {
            actions.remove(SAVE);
        }
        return actions;
    }

    static boolean isPage(Node node) {
        try {
            return node.isNodeType("mgnl:page");
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A page cannot be read", e);
        }
    }

    static String template(Node node) throws RepositoryException {
        return node.hasProperty("mgnl:template")
                ? node.getProperty("mgnl:template").getString()
                : "";
    }

    /** Whether the store's access control lets somebody change what lies at a path. */
    boolean mayWrite(String path, Identity who) {
        return stores.author().read(who, session -> {
            String inside = Workspace.WEBSITE.storePath(path.equals("/") ? "/x" : path + "/x");
            return session.hasPermission(inside, Session.ACTION_ADD_NODE)
                    && session.hasPermission(inside, Session.ACTION_SET_PROPERTY);
        });
    }

    /** Reads something with a person's rights. */
    <T> T read(Identity who, SessionFunction<T> work) {
        return stores.author().read(who, work);
    }

    /** Change applied to a page; a null answer of a lambda is not one. */
    @FunctionalInterface
    interface Change<T> {
        T apply(Session session, Node page) throws RepositoryException;
    }

    /** Result of a change: its answer, and the number of the page's new state. */
    record Changed<T>(T answer, long revision) {}

    /**
     * Changes a page, in one save and one revision.
     *
     * @param expected the revision the person saw; empty when the change is checked otherwise
     * @throws PageRefused when the page moved on, or this person may not change it now
     */
    <T> Changed<T> change(String path, Identity who, Actor actor, OptionalLong expected, Change<T> change) {
        return take(path, who, actor, SAVE, expected, "", (session, page) -> {
            if (ItemState.of(page) == State.PROGRAMME) {
                throw PageRefused.forbidden("programmee");
            }
            return change.apply(session, page);
        });
    }

    /**
     * Changes a page and puts it on line, in one save and one revision.
     *
     * @param expected the revision the person saw; empty when the change is checked otherwise
     * @throws PageRefused when the page moved on, or this person may not publish it now
     */
    <T> Changed<T> publish(String path, Identity who, Actor actor, OptionalLong expected, Change<T> change) {
        return take(path, who, actor, "publier", expected, "", change);
    }

    /** Takes a step of the review with a page. */
    void move(String path, Identity who, Actor actor, String action, long revision, String comment) {
        String step = action.equals(UNSCHEDULE) ? SAVE : action;
        take(path, who, actor, step, OptionalLong.of(revision), comment, (session, page) -> true);
    }

    /** Leaves a remark on a page, which makes no new version of it. */
    void comment(String path, Actor actor, String text, Set<String> named) {
        try {
            stores.author().update(Identity.SYSTEM, (Session session) -> {
                Node page = page(session, path);
                settle(page);
                review.comment(session, page, actor, text, "", named);
            });
        } catch (RefusedTransition e) {
            throw e.reason() == RefusedTransition.Reason.COMMENT_MISSING
                    ? PageRefused.unfit("mot-vide")
                    : PageRefused.forbidden("interdit");
        }
    }

    private <T> Changed<T> take(
            String path,
            Identity who,
            Actor actor,
            String action,
            OptionalLong expected,
            String comment,
            Change<T> change) {
        if (!mayWrite(path, who)) {
            throw PageRefused.forbidden("interdit");
        }
        try {
            return stores.author().read(Identity.SYSTEM, session -> {
                Node page = page(session, path);
                settle(page);
                if (takesOver(page, actor, action)) {
                    page.setProperty("auteur", actor.name());
                }
                if (!actions(page, actor).contains(action)) {
                    throw PageRefused.forbidden(
                            ItemState.of(page) == State.PROPOSE ? "en-relecture" : "pas-maintenant");
                }
                long from = expected.orElse(Revisions.number(page));
                if (from != Revisions.number(page)) {
                    throw PageRefused.outdated("modifiee");
                }
                List<T> answer = new ArrayList<>();
                review.move(
                        session,
                        page,
                        action,
                        actor,
                        Revisions.number(page),
                        comment,
                        node -> answer.add(change.apply(session, node)));
                return new Changed<>(answer.get(0), Revisions.number(page));
            });
        } catch (ConcurrentEdit e) {
            throw PageRefused.outdated("modifiee");
        } catch (RefusedTransition e) {
            throw e.reason() == RefusedTransition.Reason.COMMENT_MISSING
                    ? PageRefused.unfit("commentaire")
                    : PageRefused.forbidden("pas-maintenant");
        }
    }

    static Node page(Session session, String path) throws RepositoryException {
        return Workspace.WEBSITE
                .node(session, path)
                .filter(Pages::isPage)
                .orElseThrow(() -> PageRefused.outdated("partie"));
    }

    /** Gives a page that the review has not seen yet the state it is in. */
    static void settle(Node page) throws RepositoryException {
        if (!ItemState.isStated(page)) {
            boolean online = Publisher.isOnline(page);
            ItemState.onSite(page, online);
            ItemState.begin(page, online ? State.PUBLIE : State.BROUILLON);
        }
    }

    /** A version that nobody proposed yet is of whoever goes on with it; reviewers leave it to whom it is. */
    private boolean takesOver(Node page, Actor actor, String action) throws RepositoryException {
        State state = ItemState.of(page);
        boolean begins = state == State.PUBLIE || Review.author(page).isEmpty();
        return Set.of(SAVE, "proposer").contains(action)
                && ANYBODY_S.contains(state)
                && (begins || !review.reviews(actor));
    }

    /** The pages below one, or of the site, in their order. */
    static List<Node> below(Node parent) throws RepositoryException {
        List<Node> pages = new ArrayList<>();
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (isPage(child)) {
                pages.add(child);
            }
        }
        return pages;
    }
}
