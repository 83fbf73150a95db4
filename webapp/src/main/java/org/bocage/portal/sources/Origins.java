package org.bocage.portal.sources;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.portal.feeds.ItemUids;
import org.bocage.portal.sources.reading.Entry;

/**
 * Recognises what goes round between portals: one made here that comes back, and one that is here already by
 * another way. The identifier of each stays that of the portal where it was made, whoever tells it again.
 */
final class Origins {

    private static final String TRASH = "/corbeille";
    private static final int MOST = 50;

    /** An identifier as portals make them. */
    private static final Pattern OF_PORTAL =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@[A-Za-z0-9.:\\[\\]_-]+");

    /** Names of a machine for itself: two portals that are tried out may both have one of them. */
    private static final Set<String> NOBODYS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Source source;
    private final String host;
    private final ContentIndex index;
    private final Session session;
    private Optional<Set<String>> thrown = Optional.empty();

    Origins(Source source, String host, ContentIndex index, Session session) {
        this.source = source;
        this.host = host;
        this.index = index;
        this.session = session;
    }

    /** Whether what this source did not tell before was made here, or came by another source. */
    boolean isHere(Entry entry) throws RepositoryException {
        String identity = ItemUids.of(entry.key().uid(), entry.key().recurrenceId());
        boolean isOfPortal = OF_PORTAL.matcher(ItemUids.ofSeries(identity)).matches();
        // elsewhere the same identifier may be that of two things
        return (isOfPortal && isOurs(identity))
                || ((isOfPortal || source.isPortal()) && (isFromElsewhere(identity) || thrown().contains(identity)));
    }

    private boolean isOurs(String identity) throws RepositoryException {
        int at = identity.indexOf('@');
        return ItemUids.ofSeries(identity).substring(at + 1).equalsIgnoreCase(host)
                && (!NOBODYS.contains(host)
                        || Workspace.byId(session, identity.substring(0, at)).isPresent());
    }

    /** Whether another source told of it, whatever became of it: one that was withdrawn stays so while others still tell it. */
    private boolean isFromElsewhere(String identity) throws RepositoryException {
        ContentQuery same = ContentQuery.in(source.kind().type())
                .where("uid", identity, ItemUids.ofSeries(identity))
                .page(0, MOST);
        for (Hits.Hit hit : index.find(same, Identity.SYSTEM).hits()) {
            Optional<Node> node = new Workspace(hit.workspace()).node(session, hit.path());
            if (node.isPresent() && isOfOther(node.get(), identity)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfOther(Node item, String identity) throws RepositoryException {
        return ItemUids.ofOrigin(item).equals(identity)
                && !Source.text(item, "source").equals(source.id());
    }

    private Set<String> thrown() throws RepositoryException {
        if (thrown.isEmpty()) {
            Set<String> found = new HashSet<>();
            if (session.nodeExists(TRASH)) {
                for (NodeIterator places = session.getNode(TRASH).getNodes(); places.hasNext(); ) {
                    Node place = places.nextNode();
                    if (place.hasNode("contenu")) {
                        found.add(ItemUids.ofOrigin(place.getNode("contenu")));
                    }
                }
            }
            found.remove("");
            thrown = Optional.of(found);
        }
        return thrown.get();
    }
}
