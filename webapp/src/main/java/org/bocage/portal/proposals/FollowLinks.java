package org.bocage.portal.proposals;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.notices.Proposers;
import org.bocage.portal.forms.GuestAuthor;
import org.springframework.stereotype.Component;

/** The signed links by which somebody without an account follows what they proposed, until 60 days after its end. */
@Component
class FollowLinks implements Proposers {

    private static final Duration AFTER_THE_END = Duration.ofDays(60);
    private static final Set<State> UNDER_WAY = Set.of(State.PROPOSE, State.A_REPRENDRE, State.PROGRAMME);

    private final SignedLinks links;
    private final Clock clock;
    private final SiteAddress siteAddress;

    FollowLinks(SignedLinks links, Clock clock, SiteAddress siteAddress) {
        this.links = links;
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    /** Item that a link names. */
    record Target(String workspace, String id) {}

    /** The path of the page where an item is followed. */
    String path(String workspace, String id) {
        return "/proposer/suivi/" + links.token(Purpose.PROPOSAL, workspace, id);
    }

    /** Returns the item that a token names, if it was signed here. */
    Optional<Target> target(String token) {
        return links.read(Purpose.PROPOSAL, token).map(parts -> new Target(parts.get(0), parts.get(1)));
    }

    /** Whether a proposal came to its end more than 60 days ago. */
    boolean isOver(Node item) throws RepositoryException {
        return !UNDER_WAY.contains(ItemState.of(item))
                && item.getProperty("mgnl:lastModified")
                        .getDate()
                        .toInstant()
                        .plus(AFTER_THE_END)
                        .isBefore(clock.instant());
    }

    @Override
    public Optional<Proposer> of(Node item) throws RepositoryException {
        if (!Review.author(item).equals(GuestAuthor.NAME)) {
            return Optional.empty();
        }
        return Optional.of(new Proposer(
                text(item, "nom"),
                text(item, "courriel"),
                siteAddress.get() + path(Workspace.of(item).name(), item.getIdentifier())));
    }

    private static String text(Node item, String name) throws RepositoryException {
        String path = GuestAuthor.PROPOSED_BY + "/" + name;
        return item.hasProperty(path) ? item.getProperty(path).getString() : "";
    }
}
