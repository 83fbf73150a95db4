package org.bocage.portal.sources;

import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.portal.feeds.ItemUids;

/**
 * Events that were one and told by two sources (AG-20): one was kept, the other put away with a word of which stands for it. When
 * the source of the one that stays tells no more of it, the other source goes on.
 */
final class MergedEvents {

    /** On an event that was put away: the one that stands for it. */
    static final String MERGED = "fusionneAvec";

    private static final String SOURCE = "source";

    /** By what a source finds its event again, and what it said last. */
    private static final List<String> OF_SOURCE =
            List.of(SOURCE, "uid", "recurrenceId", "sequence", "repere", "empreinte", SourceStatement.PROPERTY);

    private MergedEvents() {}

    /** An event that this one stands for, of another source that is still read. */
    static Optional<Node> of(Node kept, ContentIndex index) throws RepositoryException {
        ContentQuery merged = ContentQuery.in(Doubles.EVENTS)
                .where(MERGED, kept.getIdentifier())
                .page(0, 20);
        for (Hits.Hit hit : index.find(merged, Identity.SYSTEM).hits()) {
            Optional<Node> twin = new Workspace(hit.workspace()).node(kept.getSession(), hit.path());
            if (twin.isPresent()
                    && !isSame(kept, twin.get())
                    && isToldElsewhere(twin.get(), Source.text(kept, SOURCE))) {
                return twin;
            }
        }
        return Optional.empty();
    }

    /** Whether two are one event of one portal: what that portal no longer tells is no more, whoever still does. */
    private static boolean isSame(Node kept, Node twin) throws RepositoryException {
        return ItemUids.ofOrigin(kept).equals(ItemUids.ofOrigin(twin));
    }

    private static boolean isToldElsewhere(Node twin, String here) throws RepositoryException {
        String there = Source.text(twin, SOURCE);
        if (there.isEmpty() || there.equals(here)) {
            return false;
        }
        Optional<Node> source = Workspace.byId(twin.getSession(), there);
        return source.isPresent() && Source.text(source.get(), "active").equals("true");
    }

    /** Gives an event to the source of its twin, which says from now on what it is; what was written by hand stays. */
    static void handOver(Node kept, Node twin) throws RepositoryException {
        SourceStatement theirs = SourceStatement.of(twin);
        List<String> locked = SourceStatement.of(kept).locked(kept);
        String former = Source.text(kept, SOURCE);
        for (String name : OF_SOURCE) {
            Value own = kept.hasProperty(name) ? kept.getProperty(name).getValue() : null;
            Value other = twin.hasProperty(name) ? twin.getProperty(name).getValue() : null;
            kept.setProperty(name, other);
            twin.setProperty(name, own);
        }
        theirs.write(kept, locked);
        Credits.drop(kept, former);
    }
}
