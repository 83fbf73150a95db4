package org.bocage.editorial.publishing;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.NodeCopy;
import org.bocage.cms.repository.Stores;

/** Many items on their way to the published store, saved some at a time: what an import brings. */
final class Bulk {

    private final Stores stores;
    private final Publisher publisher;
    private final Session author;
    private final Session published;
    private final Set<String> pending = new LinkedHashSet<>();
    private final Set<String> folders = new LinkedHashSet<>();

    Bulk(Stores stores, Publisher publisher, Session author, Session published) {
        this.stores = stores;
        this.publisher = publisher;
        this.author = author;
        this.published = published;
    }

    /** Works out what the items of a tree hold besides what was typed. */
    static void derive(Publisher publisher, Node node) throws RepositoryException {
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

    /** Publishes the items of a tree that are to be on line. */
    void publish(Node node) throws RepositoryException {
        if (node.isNodeType("mgnl:content") && isToPublish(node)) {
            copy(node);
        }
        publishBelow(node);
    }

    void publishBelow(Node parent) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:content") || child.isNodeType("mgnl:folder")) {
                publish(child);
            }
        }
    }

    private void copy(Node item) throws RepositoryException {
        publisher.append(item, published);
        folders.add(item.getParent().getPath());
        pending.add(item.getIdentifier());
        if (pending.size() == Publisher.TOGETHER) {
            put();
        }
    }

    /** Saves all: to be found in lists when this returns. */
    void save() throws RepositoryException {
        for (String folder : folders) {
            NodeCopy.order(author.getNode(folder), published);
        }
        put();
        stores.published().await();
        stores.author().await();
    }

    private void put() throws RepositoryException {
        publisher.put(published, pending);
        stores.author().put(author);
        pending.clear();
    }

    /** An item of ours says its state; a page of a Magnolia that it was on line there, or nothing. */
    private static boolean isToPublish(Node item) throws RepositoryException {
        if (!item.hasProperty("etat")) {
            return !item.hasProperty("mgnl:activationStatus")
                    || !item.getProperty("mgnl:activationStatus").getString().matches("false|0");
        }
        boolean online = item.getProperty("etat").getString().equals("publie");
        item.setProperty("surLeSite", online);
        return online;
    }
}
