package org.bocage.editorial.publishing;

import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;

/**
 * Decides what is on line, in the author store: within the save of the state that it goes with. {@link PublishedProjection}
 * carries it out.
 */
public final class Publisher {

    private final PublishedCopies copies;
    private final List<ComputedFields> derivations;

    /** @param derivations what items hold besides what was typed */
    public Publisher(PublishedCopies copies, List<ComputedFields> derivations) {
        this.copies = copies;
        this.derivations = List.copyOf(derivations);
    }

    /** Works out what an item holds besides what was typed; the caller saves it. */
    public void derive(Node item) throws RepositoryException {
        for (ComputedFields derivation : derivations) {
            derivation.derive(item);
        }
    }

    /** Whether an item is to go on line only after an instant. */
    public boolean isLater(Node item, Instant now) throws RepositoryException {
        return item.hasProperty("publierLe")
                && item.getProperty("publierLe").getDate().toInstant().isAfter(now);
    }

    /** Names the present revision of an item as the one on line; the caller saves, and it is on line when the save returns. */
    public void publish(Node item, Instant now, String by) throws RepositoryException {
        Calendar at = Dates.utc(now);
        if (!item.hasProperty("publie") && copies.isDefined(item)) {
            item.setProperty("publie", at);
        }
        item.setProperty("mgnl:lastActivated", at);
        item.setProperty("mgnl:lastActivatedBy", by);
        item.setProperty("mgnl:activationStatus", true);
        Revisions.setOnline(item, Revisions.number(item));
    }

    /** Says that no revision of an item is on line; the caller saves, and it is off line when the save returns. */
    public void unpublish(Node item) throws RepositoryException {
        Revisions.setOffline(item);
    }

    /** Whether a revision of an item is on line, or about to be. */
    public static boolean isOnline(Node item) throws RepositoryException {
        return Revisions.online(item).isPresent();
    }

    /** Whether an item is a draft, of its author and those who review: it is not on line, and was not proposed. */
    public boolean isDraft(Node item) throws RepositoryException {
        return ItemState.is(item, State.BROUILLON) && !isOnline(item) && copies.goesOnLine(item);
    }

    /** Whether an item can neither be brought on line nor be changed there, for want of a definition of its type. */
    public boolean isWithheld(Node item) throws RepositoryException {
        return copies.isWithheld(item);
    }

    /** As {@link PublishedCopies#preview}. */
    Set<Node> preview(Node item, Session reader) throws RepositoryException {
        return copies.preview(item, reader);
    }

    /** Whether an item shows a picture to which somebody on it has not agreed, as far as is known: it would go on line without. */
    public static boolean showsUnagreed(Node item) throws RepositoryException {
        for (String id : PublishedCopies.assets(item)) {
            Optional<Node> asset = Workspace.DAM.nodeById(item.getSession(), id);
            if (asset.isPresent() && !ImageRights.of(asset.get()).allowsPublication()) {
                return true;
            }
        }
        return false;
    }

    /** Whether pages below one are on line: they would leave with it. */
    public boolean isReadBelow(Node page) throws RepositoryException {
        for (NodeIterator below = page.getNodes(); below.hasNext(); ) {
            Node one = below.nextNode();
            if (one.isNodeType("mgnl:page") && isOnline(one)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes an item what its version on line is, but for where its review stands.
     *
     * @return whether it is known
     */
    public boolean restorePublished(Node item) throws RepositoryException {
        OptionalLong online = Revisions.online(item);
        return online.isPresent() && copies.restoreWhole(item, online.getAsLong());
    }

    /**
     * Gives an item back the content of a saved state of it; what the public never sees stays as it is.
     *
     * @return whether there is such a state
     */
    public boolean restore(Node item, long revision) throws RepositoryException {
        return copies.restore(item, revision);
    }
}
