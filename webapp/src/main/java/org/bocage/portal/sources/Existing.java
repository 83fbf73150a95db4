package org.bocage.portal.sources;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.portal.sources.reading.Entry;

/**
 * An item that came of a source before.
 *
 * @param gone whether the source told no more of it, and it was taken off line for that
 */
record Existing(Node item, Entry.Key key, String otherKey, String fingerprint, State state, boolean gone) {

    /** When the source no longer told of it. */
    static final String GONE = "retireParLaSource";

    /** Where thrown contents lie, each in a place of its own. */
    private static final String TRASH = "/corbeille";

    private static final int AT_ONCE = 1_000;

    /** All that came of a source, what was thrown away of it included: it does not come back. */
    static List<Existing> of(Source source, ContentIndex index, Session session) throws RepositoryException {
        ContentQuery all = ContentQuery.in(source.kind().type()).where("source", source.id());
        List<Existing> found = new ArrayList<>();
        for (int from = 0; from < ContentQuery.DEEPEST; from += AT_ONCE) {
            Hits hits = index.find(all.page(from, AT_ONCE), Identity.SYSTEM);
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = new Workspace(hit.workspace()).node(session, hit.path());
                if (node.isPresent()) {
                    found.add(of(node.get()));
                }
            }
            if (hits.hits().size() < AT_ONCE) {
                break;
            }
        }
        addThrown(source, session, found);
        return found;
    }

    private static void addThrown(Source source, Session session, List<Existing> found) throws RepositoryException {
        if (!session.nodeExists(TRASH)) {
            return;
        }
        for (NodeIterator places = session.getNode(TRASH).getNodes(); places.hasNext(); ) {
            Node place = places.nextNode();
            if (place.hasNode("contenu")) {
                Node item = place.getNode("contenu");
                if (Source.text(item, "source").equals(source.id())) {
                    Existing one = of(item);
                    found.add(new Existing(item, one.key(), one.otherKey(), one.fingerprint(), State.REFUSE, false));
                }
            }
        }
    }

    private static Existing of(Node item) throws RepositoryException {
        return new Existing(
                item,
                new Entry.Key(Source.text(item, "uid"), Source.text(item, "recurrenceId")),
                Source.text(item, "repere"),
                Source.text(item, "empreinte"),
                ItemState.of(item),
                item.hasProperty(GONE));
    }

    /** Whether somebody took it in hand: it is being written, was refused or put away. */
    boolean isInHand() {
        return !(state == State.PROPOSE || state == State.PUBLIE || (state == State.ARCHIVE && gone));
    }

    boolean isHere() {
        return state == State.PROPOSE || state == State.PUBLIE;
    }

    /** Whether some time of it is still to come; false for what has no time. */
    boolean isToCome(Instant now) throws RepositoryException {
        return isToCome(item, now);
    }

    /** Whether the last day of an annonce is over. */
    boolean isClosed(Instant now) throws RepositoryException {
        return item.hasProperty("cloture")
                && !SourceFields.day(item.getProperty("cloture").getDate())
                        .plusDays(1)
                        .atStartOfDay(SourceFields.PARIS)
                        .toInstant()
                        .isAfter(now);
    }

    static boolean isToCome(Node item, Instant now) throws RepositoryException {
        if (!item.hasNode("occurrences")) {
            return false;
        }
        for (NodeIterator all = item.getNode("occurrences").getNodes(); all.hasNext(); ) {
            Node one = all.nextNode();
            if (one.hasProperty("fin")
                    && one.getProperty("fin").getDate().toInstant().isAfter(now)) {
                return true;
            }
        }
        return false;
    }
}
