package org.bocage.portal.membership.visibility;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.portal.membership.visibility.Visibility.Kind;
import org.bocage.portal.membership.visibility.Visibility.Rule;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Keeps the rules of visibility, and a year long who changed them. */
@Component
class VisibilityStore {

    static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "visibilite";
    private static final String CHANGES = "changements";
    private static final String BEFORE = "avant";
    private static final String AFTER = "apres";
    private static final String MEMBERS = "membres";
    private static final Duration KEPT = Duration.ofDays(365);

    private final Stores stores;
    private final Clock clock;

    VisibilityStore(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, CONFIG));
    }

    /**
     * Rules that were changed.
     *
     * @param undone whether they were put back since
     */
    record Change(String id, Instant at, String by, Visibility before, Visibility after, boolean undone) {}

    Visibility current() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = CONFIG.node(session, "/" + NODE);
            return node.isPresent() ? read(node.get()) : Visibility.OPEN;
        });
    }

    /** The changes of a year, the latest first. */
    List<Change> changes() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Change> changes = new ArrayList<>();
            Optional<Node> all = CONFIG.node(session, "/" + NODE + "/" + CHANGES);
            if (all.isPresent()) {
                for (NodeIterator nodes = all.get().getNodes(); nodes.hasNext(); ) {
                    changes.add(change(nodes.nextNode()));
                }
            }
            changes.sort(Comparator.comparing(Change::at).reversed());
            return changes;
        });
    }

    private static Change change(Node node) throws RepositoryException {
        return new Change(
                node.getName(),
                node.getProperty("le").getDate().toInstant(),
                node.getProperty("par").getString(),
                read(node.getNode(BEFORE)),
                read(node.getNode(AFTER)),
                node.hasProperty("annule"));
    }

    /**
     * Sets the rules.
     *
     * @param undone the change that this one puts back; empty for none
     */
    void set(Visibility rules, String by, String undone) {
        Instant now = clock.instant();
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = child(CONFIG.root(session), NODE);
            Node all = child(node, CHANGES);
            Node change = all.addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
            change.setProperty("le", Dates.utc(now));
            change.setProperty("par", by);
            write(child(change, BEFORE), read(node));
            write(child(change, AFTER), rules);
            write(node, rules);
            if (!undone.isEmpty() && all.hasNode(undone)) {
                all.getNode(undone).setProperty("annule", Dates.utc(now));
            }
            forget(all, now.minus(KEPT));
        });
    }

    /**
     * Visibility rules that were applied to the contents on line.
     *
     * @param members {@link #digest} of the structures that were members then
     */
    record Carried(Visibility rules, String members) {}

    /**
     * Returns the rules that were applied last. They differ from {@link #current} while new ones are being applied, and
     * after a stop in the middle of that.
     */
    Carried carriedOut() {
        return stores.published().read(Identity.SYSTEM, session -> {
            Optional<Node> node = CONFIG.node(session, "/" + NODE);
            return node.isEmpty()
                    ? new Carried(Visibility.OPEN, digest(Set.of()))
                    : new Carried(
                            read(node.get()),
                            node.get().hasProperty(MEMBERS)
                                    ? node.get().getProperty(MEMBERS).getString()
                                    : "");
        });
    }

    /**
     * Records which rules and which members the contents on line now follow. The record is in the published store, so
     * that pages that mention the rules are rendered anew.
     */
    void carryOut(Visibility rules, Set<String> members) {
        new PublishedWriter(stores).write(session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node node = child(CONFIG.root(session), NODE);
            write(node, rules);
            node.setProperty(MEMBERS, digest(members));
        });
    }

    /** Returns the MD5 digest of some structures, whatever their order; empty when there are none. */
    static String digest(Set<String> members) {
        return members.isEmpty()
                ? ""
                : DigestUtils.md5DigestAsHex(
                        String.join(" ", new TreeSet<>(members)).getBytes(StandardCharsets.UTF_8));
    }

    private static void forget(Node all, Instant end) throws RepositoryException {
        for (NodeIterator nodes = all.getNodes(); nodes.hasNext(); ) {
            Node one = nodes.nextNode();
            if (one.getProperty("le").getDate().toInstant().isBefore(end)) {
                one.remove();
            }
        }
    }

    private static Node child(Node parent, String name) throws RepositoryException {
        return parent.hasNode(name) ? parent.getNode(name) : parent.addNode(name, "mgnl:contentNode");
    }

    private static Visibility read(Node node) throws RepositoryException {
        Map<Kind, Rule> rules = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (node.hasProperty(kind.key())) {
                Rule.of(node.getProperty(kind.key()).getString()).ifPresent(rule -> rules.put(kind, rule));
            }
        }
        return new Visibility(rules);
    }

    private static void write(Node node, Visibility rules) throws RepositoryException {
        for (Map.Entry<Kind, Rule> one : rules.rules().entrySet()) {
            node.setProperty(one.getKey().key(), one.getValue().key());
        }
    }
}
