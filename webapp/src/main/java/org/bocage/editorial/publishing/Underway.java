package org.bocage.editorial.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;

/**
 * Which items went on line or off it last, noted in the published store with what goes, and which are to go on line, noted in
 * the author store with them: there is no save of both stores at once, and after a stop these are the ones on which the two may
 * differ.
 */
final class Underway {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String PLACE = "passages";
    private static final String ITEMS = "derniers";
    private static final String BEFORE = "avantDerniers";
    /** One node for each long work: two that go on at once do not meet. */
    private static final String PROMISES = "promesses-";
    /** More than can be amid a passage at once. */
    private static final int KEPT = 100;

    private final Stores stores;

    Underway(Stores stores) {
        this.stores = stores;
    }

    /** Notes what a long work is to put on line once the session is saved, which the caller does; the one before may be underway. */
    static void promise(Session author, String work, Collection<String> items) throws RepositoryException {
        NodeTypes.ensureWorkspace(author, CONFIG);
        Node root = CONFIG.root(author);
        String name = PROMISES + work;
        Node own = root.hasNode(name) ? root.getNode(name) : root.addNode(name, "mgnl:contentNode");
        if (own.hasProperty(ITEMS)) {
            own.setProperty(BEFORE, own.getProperty(ITEMS).getValues());
        }
        own.setProperty(ITEMS, items.toArray(new String[0]));
    }

    /** Forgets what a long work promised, in a session that the caller saves. */
    static void kept(Session author, String work) throws RepositoryException {
        remove(author, PROMISES + work);
    }

    /** What was promised and perhaps not kept, by identifier. */
    Set<String> promised() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Set<String> items = new LinkedHashSet<>();
            for (Node promise : promises(session)) {
                add(promise, BEFORE, items);
                add(promise, ITEMS, items);
            }
            return items;
        });
    }

    /** Notes some in the session in which they go, which the caller saves: one at a time, or one of them would be refused. */
    static void note(Session published, Collection<String> items) throws RepositoryException {
        NodeTypes.ensureWorkspace(published, CONFIG);
        Node root = CONFIG.root(published);
        Node place = root.hasNode(PLACE) ? root.getNode(PLACE) : root.addNode(PLACE, "mgnl:contentNode");
        Set<String> latest = new LinkedHashSet<>(items);
        for (String before : items(published)) {
            if (latest.size() < KEPT) {
                latest.add(before);
            }
        }
        place.setProperty(ITEMS, latest.toArray(new String[0]));
    }

    /** The latest, by identifier. */
    Set<String> latest() {
        return stores.published().read(Identity.SYSTEM, Underway::items);
    }

    /** Notes that none is left to look at. */
    void clear() {
        stores.published().update(Identity.SYSTEM, session -> remove(session, PLACE));
        stores.author().update(Identity.SYSTEM, session -> {
            for (Node promise : promises(session)) {
                promise.remove();
            }
        });
    }

    private static List<Node> promises(Session author) throws RepositoryException {
        List<Node> promises = new ArrayList<>();
        if (CONFIG.exists(author)) {
            for (NodeIterator all = CONFIG.root(author).getNodes(PROMISES + "*"); all.hasNext(); ) {
                promises.add(all.nextNode());
            }
        }
        return promises;
    }

    private static void remove(Session session, String name) throws RepositoryException {
        Optional<Node> place = CONFIG.node(session, "/" + name);
        if (place.isPresent()) {
            place.get().remove();
        }
    }

    private static Set<String> items(Session session) throws RepositoryException {
        Set<String> items = new LinkedHashSet<>();
        Optional<Node> place = CONFIG.node(session, "/" + PLACE);
        if (place.isPresent()) {
            add(place.get(), ITEMS, items);
        }
        return items;
    }

    private static void add(Node noted, String property, Set<String> items) throws RepositoryException {
        if (noted.hasProperty(property)) {
            for (Value item : noted.getProperty(property).getValues()) {
                items.add(item.getString());
            }
        }
    }
}
