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
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;

/**
 * Which items went on line or off it last, noted in the published store with what goes: there is no save of both stores at once,
 * and after a stop these are the ones on which the two may differ.
 */
final class Underway {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String PLACE = "passages";
    private static final String ITEMS = "derniers";
    /** More than can be amid a passage at once. */
    private static final int KEPT = 100;

    private final Store published;

    Underway(Store published) {
        this.published = published;
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
        return published.read(Identity.SYSTEM, Underway::items);
    }

    /** Notes that none is left to look at. */
    void clear() {
        published.update(Identity.SYSTEM, session -> {
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
