package org.bocage.portal.fediverse;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.changes.StateCached;
import org.bocage.cms.repository.dates.Dates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Followers of the actors. One whose inbox takes nothing for a week is dropped, one whose inbox says that it is gone at once. */
@Component
class Followers {

    /** Followers of an actor, at most, and of them those of one host. */
    static final int MOST = 5_000;

    static final int MOST_OF_HOST = 1_000;

    /** How long an inbox may take nothing. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(Followers.class);
    private static final String FOLDER = "followers";
    private static final String ID = "id";
    private static final String INBOX = "inbox";
    private static final String DELIVERY = "delivery";
    private static final String FOLLOW = "follow";
    private static final String SINCE = "since";
    private static final String FAILING = "failing";

    private final FediverseStore kept;
    private final Clock clock;
    private final StateCached<Map<LocalActor, Long>> counts;

    Followers(FediverseStore kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
        this.counts = new StateCached<>(() -> kept.store().state(), this::counted);
    }

    /**
     * Adds one, or takes note of its new inbox; false when there are as many as there may be. The caller saves.
     *
     * @param follow identifier of the activity by which it follows; empty for none
     */
    boolean add(Session session, LocalActor actor, RemoteActor follower, String follow) throws RepositoryException {
        Optional<Node> known = find(session, actor, follower.id());
        if (known.isEmpty() && isFull(session, actor, follower)) {
            return false;
        }
        String name = FediverseStore.name(follower.id());
        Node node = known.isPresent()
                ? known.get()
                : FediverseStore.folder(session, FOLDER, actor.key(), FediverseStore.prefix(name))
                        .addNode(name, "mgnl:contentNode");
        node.setProperty(ID, follower.id());
        node.setProperty(INBOX, follower.inbox());
        node.setProperty(DELIVERY, follower.delivery());
        node.setProperty(FOLLOW, follow);
        node.setProperty(SINCE, Dates.utc(clock.instant()));
        return true;
    }

    private static boolean isFull(Session session, LocalActor actor, RemoteActor follower) throws RepositoryException {
        String host = host(follower.id());
        List<Node> all = FediverseStore.spread(session, FOLDER, actor.key());
        int ofHost = 0;
        for (Node one : all) {
            ofHost += host(FediverseStore.text(one, ID)).equals(host) ? 1 : 0;
        }
        return all.size() >= MOST || ofHost >= MOST_OF_HOST;
    }

    private static String host(String actor) {
        return String.valueOf(URI.create(actor).getAuthority());
    }

    /** Removes one, if it follows. The caller saves. */
    void remove(Session session, LocalActor actor, String follower) throws RepositoryException {
        Optional<Node> node = find(session, actor, follower);
        if (node.isPresent()) {
            node.get().remove();
        }
    }

    /** Removes one from where it followed by an activity, known by its identifier. The caller saves. */
    void removeBy(Session session, String follow, String follower) throws RepositoryException {
        for (LocalActor actor : LocalActor.values()) {
            Optional<Node> node = find(session, actor, follower);
            if (node.isPresent()
                    && !follow.isEmpty()
                    && FediverseStore.text(node.get(), FOLLOW).equals(follow)) {
                node.get().remove();
            }
        }
    }

    /** Whether somebody follows one of the actors. */
    boolean isOne(String follower) {
        return kept.store().<Boolean>read(Identity.SYSTEM, session -> {
            for (LocalActor actor : LocalActor.values()) {
                if (find(session, actor, follower).isPresent()) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Optional<Node> find(Session session, LocalActor actor, String follower) throws RepositoryException {
        String name = FediverseStore.name(follower);
        return FediverseStore.WORKSPACE.node(
                session, "/" + FOLDER + "/" + actor.key() + "/" + FediverseStore.prefix(name) + "/" + name);
    }

    long count(LocalActor actor) {
        return counts.get().getOrDefault(actor, 0L);
    }

    private Map<LocalActor, Long> counted() {
        return kept.store().read(Identity.SYSTEM, session -> {
            Map<LocalActor, Long> all = new EnumMap<>(LocalActor.class);
            for (LocalActor actor : LocalActor.values()) {
                all.put(actor, (long)
                        FediverseStore.spread(session, FOLDER, actor.key()).size());
            }
            return all;
        });
    }

    /** Where to deliver, each place once: those of a server have one together. */
    static Set<String> inboxes(Session session, LocalActor actor) throws RepositoryException {
        Set<String> inboxes = new LinkedHashSet<>();
        for (Node one : FediverseStore.spread(session, FOLDER, actor.key())) {
            inboxes.add(FediverseStore.text(one, DELIVERY));
        }
        return inboxes;
    }

    /**
     * Takes note of how deliveries went. The caller saves.
     *
     * @param taken inboxes that took one
     * @param failed inboxes that did not
     * @param gone inboxes that say that they are gone for good
     */
    void settle(Session session, LocalActor actor, Set<String> taken, Set<String> failed, Set<String> gone)
            throws RepositoryException {
        Instant now = clock.instant();
        for (Node one : FediverseStore.spread(session, FOLDER, actor.key())) {
            String inbox = FediverseStore.text(one, DELIVERY);
            boolean isFailing = one.hasProperty(FAILING);
            if (gone.contains(inbox)
                    || (failed.contains(inbox)
                            && isFailing
                            && one.getProperty(FAILING)
                                    .getDate()
                                    .toInstant()
                                    .plus(PATIENCE)
                                    .isBefore(now))) {
                log.info("{} follows no more: its inbox takes nothing", FediverseStore.text(one, ID));
                one.remove();
            } else if (failed.contains(inbox) && !isFailing) {
                one.setProperty(FAILING, Dates.utc(now));
            } else if (taken.contains(inbox) && isFailing) {
                one.getProperty(FAILING).remove();
            }
        }
    }
}
