package org.bocage.editorial.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.publishing.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes drafts that an earlier release left open to all who read their workspace, or to roles that wrote everything then. */
final class Drafts {

    private static final Logger log = LoggerFactory.getLogger(Drafts.class);
    private static final int AT_ONCE = 500;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Publisher publisher;

    Drafts(Stores stores, ContentIndexes indexes, Publisher publisher) {
        this.stores = stores;
        this.indexes = indexes;
        this.publisher = publisher;
    }

    /** Looks at all drafts; at the next start those that are closed stay as they are. */
    void close() {
        ContentQuery drafts = ContentQuery.anywhere().inState(State.BROUILLON);
        long total = indexes.author().find(drafts.page(0, 0), Identity.SYSTEM).total();
        int closed = 0;
        for (int from = 0; from < total; from += AT_ONCE) {
            List<Hits.Hit> hits = indexes.author()
                    .find(drafts.page(from, AT_ONCE), Identity.SYSTEM)
                    .hits();
            List<String> open = open(hits);
            closed += open.size();
            stores.author().update(Identity.SYSTEM, session -> {
                for (String id : open) {
                    AccessControl.setDraft(session.getNodeByIdentifier(id), true);
                }
            });
        }
        if (closed > 0) {
            log.info("{} drafts are read by their authors and by who reviews, now", closed);
        }
    }

    private List<String> open(List<Hits.Hit> hits) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> open = new ArrayList<>();
            for (Hits.Hit hit : hits) {
                Optional<Node> item = Workspace.byId(session, hit.id());
                if (item.isPresent() && publisher.isDraft(item.get()) && !AccessControl.isDraftForWriters(item.get())) {
                    open.add(hit.id());
                }
            }
            return open;
        });
    }
}
