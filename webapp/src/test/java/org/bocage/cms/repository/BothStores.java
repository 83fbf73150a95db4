package org.bocage.cms.repository;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.revisions.Revisions;

/** Both stores, to be written to past the projection: what stands in the published one without an author who decided it. */
public final class BothStores {

    private BothStores() {}

    /** Returns the author store, then the published one. */
    public static List<WritableStore> of(Stores stores) {
        return List.of(stores.author(), published(stores));
    }

    /** Returns the published store. */
    public static WritableStore published(Stores stores) {
        return (WritableStore) stores.published();
    }

    /** Makes both stores as they were left by a release in which items did not name the revision that is on line. */
    public static void forgetRevisionsOnline(Stores stores) {
        for (WritableStore store : of(stores)) {
            store.update(Identity.SYSTEM, session -> forgetRevisionsOnline(session.getRootNode()));
            store.nodeStore().checkpoints().forEach(store.nodeStore()::release);
        }
    }

    private static void forgetRevisionsOnline(Node node) throws RepositoryException {
        Revisions.setOffline(node);
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node child = nodes.nextNode();
            if (!child.getName().startsWith("jcr:") && !child.getName().startsWith("rep:")) {
                forgetRevisionsOnline(child);
            }
        }
    }
}
