package org.bocage.editorial.screens;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.Review;

/**
 * Content as the screens show it.
 *
 * @param proposer who proposed it without an account, as they call themselves; empty when its author has one, and for who may
 *     not write the item
 * @param proposerEmail where they are written to
 * @param comments the remarks of the review, the oldest first
 * @param proposed when it was last sent to be reviewed, or else last changed
 * @param published when it first went on line
 */
public record Item(
        String id,
        String workspace,
        String path,
        String title,
        State state,
        boolean online,
        String author,
        String proposer,
        String proposerEmail,
        long revision,
        Instant changed,
        String changedBy,
        Instant proposed,
        Optional<Instant> published,
        List<Review.Comment> comments) {

    /** As one had it before it, when one began to write. */
    public Item begunFrom(long number) {
        return new Item(
                id,
                workspace,
                path,
                title,
                state,
                online,
                author,
                proposer,
                proposerEmail,
                number,
                changed,
                changedBy,
                proposed,
                published,
                comments);
    }

    /** Without the remarks of the review, for who may not read them. */
    public Item withoutComments() {
        return new Item(
                id,
                workspace,
                path,
                title,
                state,
                online,
                author,
                proposer,
                proposerEmail,
                revision,
                changed,
                changedBy,
                proposed,
                published,
                List.of());
    }

    static final Set<State> UNFINISHED = Set.of(State.BROUILLON);

    public static Item of(Node node) throws RepositoryException {
        Instant changed = instant(node, "mgnl:lastModified").orElse(Instant.EPOCH);
        return new Item(
                node.getIdentifier(),
                Workspace.of(node).name(),
                Workspace.path(node),
                Review.title(node),
                ItemState.shown(node),
                ItemState.isOnSite(node),
                Review.author(node),
                proposer(node, "nom"),
                proposer(node, "courriel"),
                Revisions.number(node),
                changed,
                text(node, "mgnl:lastModifiedBy", ""),
                instant(node, Review.PROPOSED).orElse(changed),
                instant(node, "publie"),
                Review.comments(node));
    }

    /** For who may write the item alone, as {@link ReadableFields} has it. */
    private static String proposer(Node node, String name) throws RepositoryException {
        return node.hasNode("proposePar") && ReadableFields.isWhole(node) ? text(node, "proposePar/" + name, "") : "";
    }

    /** Returns the name of who wrote it, with an account or without. */
    public String writer(Accounts accounts) {
        return proposer.isEmpty() ? accounts.nameOf(author) : proposer;
    }

    private static String text(Node node, String name, String otherwise) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : otherwise;
    }

    private static Optional<Instant> instant(Node node, String name) throws RepositoryException {
        return node.hasProperty(name)
                ? Optional.of(node.getProperty(name).getDate().toInstant())
                : Optional.empty();
    }
}
