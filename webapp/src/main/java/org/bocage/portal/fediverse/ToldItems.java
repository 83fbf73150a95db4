package org.bocage.portal.fediverse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.dates.Dates;
import org.springframework.stereotype.Component;

/** Items that were told to followers, each with what was said of it last; one that left is remembered for a month. */
@Component
class ToldItems {

    /** Items that are remembered; the ones that were written longest ago go first. */
    static final int MOST = 5_000;

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final String FOLDER = "told";
    private static final String ACTOR = "actor";
    private static final String CHANGED = "changed";
    private static final String DIGEST = "digest";
    private static final String GONE = "gone";

    private final FediverseStore kept;

    ToldItems(FediverseStore kept) {
        this.kept = kept;
    }

    /**
     * Note of what was said last of an item.
     *
     * @param changed when it had last been written
     * @param gone whether it was taken away since
     */
    record Told(String id, LocalActor actor, Instant changed, String digest, boolean gone) {}

    /** All of them, by the identifier of the item. */
    Map<String, Told> all() {
        return kept.store().read(Identity.SYSTEM, session -> {
            Map<String, Told> all = new HashMap<>();
            for (Node one : FediverseStore.spread(session, FOLDER)) {
                all.put(one.getName(), told(one));
            }
            return all;
        });
    }

    /** Returns what was said of one; empty when nothing was. */
    Optional<Told> find(String id) {
        return kept.store().read(Identity.SYSTEM, session -> {
            Optional<Node> node =
                    FediverseStore.WORKSPACE.node(session, "/" + FOLDER + "/" + FediverseStore.prefix(id) + "/" + id);
            return node.isPresent() ? Optional.of(told(node.get())) : Optional.empty();
        });
    }

    private static Told told(Node node) throws RepositoryException {
        return new Told(
                node.getName(),
                LocalActor.of(FediverseStore.text(node, ACTOR)).orElseThrow(),
                node.getProperty(CHANGED).getDate().toInstant(),
                FediverseStore.text(node, DIGEST),
                node.hasProperty(GONE));
    }

    /** Takes note of what is said of an item. The caller saves. */
    void say(Session session, FederatedItem item) throws RepositoryException {
        Node node = node(session, item.id());
        node.setProperty(ACTOR, item.actor().key());
        node.setProperty(CHANGED, Dates.utc(item.changed()));
        node.setProperty(DIGEST, item.digest());
        if (node.hasProperty(GONE)) {
            node.getProperty(GONE).remove();
        }
    }

    /** Takes note that an item left. The caller saves. */
    void gone(Session session, String id, Instant now) throws RepositoryException {
        node(session, id).setProperty(GONE, Dates.utc(now));
    }

    private static Node node(Session session, String id) throws RepositoryException {
        Node folder = FediverseStore.folder(session, FOLDER, FediverseStore.prefix(id));
        return folder.hasNode(id) ? folder.getNode(id) : folder.addNode(id, "mgnl:contentNode");
    }

    /** Forgets what left a month ago, and what is too much. */
    void forget(Instant now) {
        kept.store().update(Identity.SYSTEM, session -> {
            List<Node> rest = new ArrayList<>();
            for (Node one : FediverseStore.spread(session, FOLDER)) {
                if (one.hasProperty(GONE)
                        && one.getProperty(GONE)
                                .getDate()
                                .toInstant()
                                .plus(REMEMBERED)
                                .isBefore(now)) {
                    one.remove();
                } else {
                    rest.add(one);
                }
            }
            if (rest.size() > MOST) {
                Map<Node, Instant> changed = new HashMap<>();
                for (Node one : rest) {
                    changed.put(one, one.getProperty(CHANGED).getDate().toInstant());
                }
                rest.sort(Comparator.comparing(changed::get));
                for (Node one : rest.subList(0, rest.size() - MOST)) {
                    one.remove();
                }
            }
        });
    }
}
