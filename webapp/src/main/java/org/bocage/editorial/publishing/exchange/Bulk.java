package org.bocage.editorial.publishing.exchange;

import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.publishing.Publisher;

/** Decides of the many items of an import which are on line, saved some at a time. */
public final class Bulk {

    private static final int TOGETHER = 50;

    private final WritableStore store;
    private final Session session;
    private final Publisher publisher;
    private int pending;

    /** @param session of the author store */
    public Bulk(WritableStore store, Session session, Publisher publisher) {
        this.store = store;
        this.publisher = publisher;
        this.session = session;
    }

    /** Works out what the items of a tree hold besides what was typed. */
    public static void derive(Publisher publisher, Node node) throws RepositoryException {
        if (node.isNodeType("mgnl:content")) {
            publisher.derive(node);
        }
        deriveBelow(publisher, node);
    }

    private static void deriveBelow(Publisher publisher, Node parent) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:content") || child.isNodeType("mgnl:folder")) {
                derive(publisher, child);
            }
        }
    }

    /** Has the items of a tree say whether they are on line here, or drafts: a file says it of where it comes from. */
    static void settle(Publisher publisher, Node node) throws RepositoryException {
        if (node.isNodeType("mgnl:content") && ItemState.isStated(node)) {
            boolean online = Publisher.isOnline(node);
            if (online != ItemState.isOnSite(node)) {
                ItemState.onSite(node, online);
            }
            AccessControl.setDraft(node, publisher.isDraft(node));
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:content") || child.isNodeType("mgnl:folder")) {
                settle(publisher, child);
            }
        }
    }

    /** Puts the items of a tree on line that are to be there, and takes the others off. */
    public void publish(Node node) throws RepositoryException {
        if (node.isNodeType("mgnl:content")) {
            decide(node);
            if (++pending == TOGETHER) {
                store.put(session);
                pending = 0;
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:content") || child.isNodeType("mgnl:folder")) {
                publish(child);
            }
        }
    }

    /** Saves all: to be found in lists when this returns. */
    public void save() throws RepositoryException {
        store.put(session);
        store.await();
    }

    /** An item of ours says its state; a page of a Magnolia that it was on line there, or nothing. */
    private void decide(Node item) throws RepositoryException {
        boolean stated = ItemState.isStated(item);
        boolean online = stated
                ? ItemState.is(item, State.PUBLIE)
                : !item.hasProperty("mgnl:activationStatus")
                        || !item.getProperty("mgnl:activationStatus")
                                .getString()
                                .matches("false|0");
        if (stated) {
            ItemState.onSite(item, online);
        }
        if (online) {
            Revisions.setOnline(item, Revisions.number(item));
        } else {
            Revisions.setOffline(item);
        }
        AccessControl.setDraft(item, publisher.isDraft(item));
    }
}
