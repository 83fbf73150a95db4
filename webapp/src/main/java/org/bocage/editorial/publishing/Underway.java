package org.bocage.editorial.publishing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;

/**
 * Which items went on line or off it last, noted before they go: there is no save of both stores at once, and after a stop
 * these are the ones on which the two may differ.
 */
final class Underway {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String PLACE = "passages";
    private static final String ITEMS = "derniers";
    /** More than can be amid a passage at once. */
    private static final int KEPT = 100;

    private final Store author;

    Underway(Store author) {
        this.author = author;
    }

    /** Notes some before they go: on disk when this returns; no list asks for it, so that nobody waits for the index. */
    void note(Collection<String> items) {
        Session session = author.login(Identity.SYSTEM);
        try {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node place = root.hasNode(PLACE) ? root.getNode(PLACE) : root.addNode(PLACE, "mgnl:contentNode");
            Set<String> latest = new LinkedHashSet<>(items);
            for (String before : items(session)) {
                if (latest.size() < KEPT) {
                    latest.add(before);
                }
            }
            place.setProperty(ITEMS, latest.toArray(new String[0]));
            author.put(session);
        } catch (RepositoryException e) {
            throw new RepositoryFailure("What goes on line could not be noted", e);
        } finally {
            session.logout();
        }
    }

    /** The latest, by identifier. */
    Set<String> latest() {
        return author.read(Identity.SYSTEM, Underway::items);
    }

    /** Notes that none is left to look at. */
    void clear() {
        author.update(Identity.SYSTEM, session -> {
            Optional<Node> place = CONFIG.node(session, "/" + PLACE);
            if (place.isPresent()) {
                place.get().remove();
            }
        });
    }

    private static Set<String> items(Session session) throws RepositoryException {
        Set<String> items = new LinkedHashSet<>();
        Optional<Node> place = CONFIG.node(session, "/" + PLACE);
        if (place.isPresent() && place.get().hasProperty(ITEMS)) {
            for (Value item : place.get().getProperty(ITEMS).getValues()) {
                items.add(item.getString());
            }
        }
        return items;
    }
}
