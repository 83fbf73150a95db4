package org.bocage.portal.fediverse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.dates.Dates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Activities that are to be delivered, in the author store: each with the inboxes that have not taken it yet. It is put there within
 * the save that it tells of, tried for three days, and then given up; of one item no more waits than the latest that there is to say.
 */
@Component
class DeliveryQueue {

    /** Activities that wait, at most; answers to those who follow go first, what tells that something left goes last. */
    static final int MOST = 1_000;

    /** Places that are left to answers. */
    private static final int RESERVED = 100;

    /** When it is tried again after each try that failed; then no more. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(16),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private static final Logger log = LoggerFactory.getLogger(DeliveryQueue.class);
    private static final String FOLDER = "deliveries";
    private static final String ACTOR = "actor";
    private static final String KIND = "kind";
    private static final String ITEM = "item";
    private static final String ACTIVITY = "activity";
    private static final String INBOXES = "inboxes";
    private static final String TRIES = "tries";
    private static final String DUE = "due";
    private static final String CREATED = "created";

    private final FediverseStore kept;
    private final Clock clock;

    DeliveryQueue(FediverseStore kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Activity that is due, and where it was not taken yet. */
    record Delivery(String name, LocalActor actor, String kind, String item, String activity, List<String> inboxes) {

        /** Whether it shows an item, which must be on line still. */
        boolean shows() {
            return kind.equals("Create") || kind.equals("Update");
        }
    }

    /**
     * Adds an activity within a save.
     *
     * @param item that it tells of; of an answer to whom
     */
    void add(
            Session session,
            LocalActor actor,
            String kind,
            String item,
            Map<String, Object> activity,
            Collection<String> to)
            throws RepositoryException {
        Set<String> inboxes = new LinkedHashSet<>(to);
        Node folder = FediverseStore.folder(session, FOLDER);
        List<Node> waiting = new ArrayList<>(FediverseStore.children(folder));
        for (Node one : List.copyOf(waiting)) {
            if (!FediverseStore.text(one, ITEM).equals(item)) {
                continue;
            }
            boolean isNews = FediverseStore.text(one, KIND).equals("Create");
            if (isNews && kind.equals("Update")) {
                // who has not heard of it yet hears of it as it is now
                Map<String, Object> news = new java.util.LinkedHashMap<>(activity);
                news.put("type", "Create");
                news.put("id", String.valueOf(activity.get("id")).replace("#update", "#create"));
                one.setProperty(ACTIVITY, Json.write(news));
                inboxes.removeAll(inboxes(one));
            } else {
                one.remove();
                waiting.remove(one);
            }
        }
        if (inboxes.isEmpty()) {
            return;
        }
        if (waiting.size() >= MOST) {
            waiting.sort(Comparator.comparing(DeliveryQueue::weight).thenComparing(DeliveryQueue::created));
            log.warn("{} deliveries wait: one is given up", waiting.size());
            waiting.get(0).remove();
        }
        Node node = folder.addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
        node.setProperty(ACTOR, actor.key());
        node.setProperty(KIND, kind);
        node.setProperty(ITEM, item);
        node.setProperty(ACTIVITY, Json.write(activity));
        node.setProperty(INBOXES, inboxes.toArray(new String[0]));
        node.setProperty(TRIES, 0);
        node.setProperty(DUE, Dates.utc(clock.instant()));
        node.setProperty(CREATED, Dates.utc(clock.instant()));
    }

    private static int weight(Node node) {
        try {
            return switch (FediverseStore.text(node, KIND)) {
                case "Delete" -> 2;
                case "Create", "Update" -> 1;
                default -> 0;
            };
        } catch (RepositoryException e) {
            return 0;
        }
    }

    /** How many more may be told of items; the rest waits where it is. */
    int room() {
        return MOST - RESERVED - size();
    }

    /** Forgets all that waits. The caller saves. */
    void clear(Session session) throws RepositoryException {
        Node root = FediverseStore.WORKSPACE.root(session);
        if (root.hasNode(FOLDER)) {
            root.getNode(FOLDER).remove();
        }
    }

    private static Instant created(Node node) {
        try {
            return node.getProperty(CREATED).getDate().toInstant();
        } catch (RepositoryException e) {
            return Instant.EPOCH;
        }
    }

    private static List<String> inboxes(Node node) throws RepositoryException {
        List<String> inboxes = new ArrayList<>();
        for (Value value : node.getProperty(INBOXES).getValues()) {
            inboxes.add(value.getString());
        }
        return inboxes;
    }

    /** Returns the deliveries that are due, the oldest first. */
    List<Delivery> due() {
        Instant now = clock.instant();
        return kept.store().read(Identity.SYSTEM, session -> {
            if (!FediverseStore.WORKSPACE.root(session).hasNode(FOLDER)) {
                return List.of();
            }
            List<Node> due = new ArrayList<>();
            for (Node one : FediverseStore.children(FediverseStore.folder(session, FOLDER))) {
                if (!one.getProperty(DUE).getDate().toInstant().isAfter(now)) {
                    due.add(one);
                }
            }
            due.sort(Comparator.comparing(DeliveryQueue::created));
            List<Delivery> deliveries = new ArrayList<>();
            for (Node one : due) {
                deliveries.add(new Delivery(
                        one.getName(),
                        LocalActor.of(FediverseStore.text(one, ACTOR)).orElseThrow(),
                        FediverseStore.text(one, KIND),
                        FediverseStore.text(one, ITEM),
                        FediverseStore.text(one, ACTIVITY),
                        inboxes(one)));
            }
            return deliveries;
        });
    }

    /** How many wait. */
    int size() {
        return kept.store()
                .<Integer>read(
                        Identity.SYSTEM,
                        session -> FediverseStore.WORKSPACE.root(session).hasNode(FOLDER)
                                ? FediverseStore.children(FediverseStore.folder(session, FOLDER))
                                        .size()
                                : 0);
    }

    /**
     * Takes note of who has not taken one, which waits for its next try, or is over. The caller saves.
     *
     * @param failed inboxes that did not take it
     * @param later inboxes that were not asked for want of time
     */
    void settle(Session session, Delivery delivery, Set<String> failed, Set<String> later) throws RepositoryException {
        Node folder = FediverseStore.folder(session, FOLDER);
        if (!folder.hasNode(delivery.name())) {
            // what there was to say was overtaken meanwhile
            return;
        }
        Node node = folder.getNode(delivery.name());
        int tries = (int) node.getProperty(TRIES).getLong();
        if (!later.isEmpty()) {
            Set<String> rest = new LinkedHashSet<>(failed);
            rest.addAll(later);
            node.setProperty(INBOXES, rest.toArray(new String[0]));
            return;
        }
        if (failed.isEmpty() || tries >= PAUSES.size()) {
            node.remove();
            return;
        }
        node.setProperty(INBOXES, failed.toArray(new String[0]));
        node.setProperty(TRIES, tries + 1);
        node.setProperty(DUE, Dates.utc(clock.instant().plus(PAUSES.get(tries))));
    }
}
