package org.bocage.cms.repository.revisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.exchange.BootstrapWriter;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.exchange.DemoShift;
import org.bocage.cms.repository.exchange.Identifiers;
import org.bocage.cms.repository.exchange.ItemHistory;
import org.bocage.cms.repository.exchange.TransientNodes;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.tree.NodeCopy;
import org.bocage.cms.repository.tree.TreeWriter;

/**
 * The history of items, kept in the workspace {@code mgnlVersion} as Magnolia does: who saved, when, what changed. The
 * number of the last revision is the item's optimistic lock.
 */
public final class Revisions {

    static final Workspace VERSIONS = new Workspace("mgnlVersion");
    static final String NUMBER = NodeTypes.HISTORY;
    /** On an item of the author store: the number of its revision that is on line. On a copy in the published one: of which it is. */
    static final String ONLINE = NodeTypes.HISTORY + "Online";

    /** On an item whose history was {@linkplain #rewrite rewritten}: another value each time. */
    private static final String REWRITTEN = NodeTypes.HISTORY + "sRewritten";

    private Revisions() {}

    /** The number of an item's last revision; 0 before the first. */
    public static long number(Node item) throws RepositoryException {
        return item.hasProperty(NUMBER) ? item.getProperty(NUMBER).getLong() : 0;
    }

    /** The number of the revision that is on line, or that a published copy is of; empty when none is. */
    public static OptionalLong online(Node item) throws RepositoryException {
        return item.hasProperty(ONLINE)
                ? OptionalLong.of(item.getProperty(ONLINE).getLong())
                : OptionalLong.empty();
    }

    /** As {@link #online(Node)}, of a saved node. */
    public static OptionalLong online(SavedNode item) {
        return item.property(ONLINE)
                .map(number -> OptionalLong.of(Long.parseLong(number.text())))
                .orElse(OptionalLong.empty());
    }

    /** Names the revision that is on line, on an item or on a published copy; the caller saves. */
    public static void setOnline(Node item, long number) throws RepositoryException {
        item.setProperty(ONLINE, number);
    }

    /** Says that no revision is on line; the caller saves. */
    public static void setOffline(Node item) throws RepositoryException {
        if (item.hasProperty(ONLINE)) {
            item.getProperty(ONLINE).remove();
        }
    }

    /**
     * Notes that an item was changed past its history, so that what is on line stays the revision that was decided. The caller
     * saves.
     */
    public static void outdate(Node item) throws RepositoryException {
        item.setProperty(NUMBER, number(item) + 1);
    }

    /**
     * Holds to what an editor saw.
     *
     * @throws ConcurrentEdit when the item has moved on since it was at this revision
     */
    public static void require(Node item, long expected) throws RepositoryException {
        if (number(item) != expected) {
            throw new ConcurrentEdit(
                    Workspace.path(item) + " is at revision " + number(item) + ", the editor started from " + expected);
        }
    }

    /**
     * Notes the present state of an item as a new revision, to be saved together with it.
     *
     * @param session a session that may write the history, holding the item's pending changes
     * @param expected the number that the editor started from
     * @throws ConcurrentEdit when the item has moved on since
     */
    public static Revision record(Session session, Node item, long expected, String by, Instant at)
            throws RepositoryException {
        require(item, expected);
        Node history = history(session, item.getIdentifier());
        Map<String, Object> now = BootstrapYaml.alone(item);
        String snapshot = BootstrapYaml.text(item.getName(), now);
        List<String> changed = changed(history, expected, now, snapshot);
        item.setProperty(NUMBER, expected + 1);
        Revision revision = new Revision(expected + 1, by, at, changed, snapshot);
        add(history, revision);
        return revision;
    }

    /**
     * Puts other content into an item, as one more revision; the caller saves. An item that is on line as it stands is on line with
     * it, one whose changes wait keeps waiting.
     */
    public static void replace(Node item, String by, Instant at, ItemHistory.Replacement replacement)
            throws RepositoryException {
        OptionalLong online = online(item);
        boolean asItStands = online.isPresent() && online.getAsLong() == number(item);
        keeping(by, at).keep(item, replacement);
        if (asItStands) {
            setOnline(item, number(item));
        }
    }

    /** Keeps what items were as revisions, the replacement as one more. */
    public static ItemHistory keeping(String by, Instant at) {
        return (item, replacement) -> {
            begin(item.getSession(), item);
            replacement.run();
            record(item.getSession(), item, number(item), by, at);
        };
    }

    /**
     * Notes an item as it was before anybody saved it here, as revision 0: what was imported can be gone back to. Does
     * nothing when it has a history.
     */
    public static void begin(Session session, Node item) throws RepositoryException {
        if (number(item) > 0 || item.isNew()) {
            return;
        }
        Node history = history(session, item.getIdentifier());
        if (!history.hasNode("0")) {
            String by = text(item, "mgnl:lastModifiedBy");
            Instant at = lastChange(item).toInstant();
            add(
                    history,
                    new Revision(0, by, at, List.of(), BootstrapYaml.text(item.getName(), BootstrapYaml.alone(item))));
        }
    }

    private static void add(Node history, Revision revision) throws RepositoryException {
        TreeWriter.add(
                history,
                String.valueOf(revision.number()),
                "bocage:revision",
                Map.of(
                        "bocage:by", revision.by(),
                        "bocage:at", Dates.utc(revision.at()),
                        "bocage:changed", revision.changed().toArray(new String[0]),
                        "bocage:snapshot", revision.snapshot()));
    }

    private static Calendar lastChange(Node item) throws RepositoryException {
        return item.hasProperty("mgnl:lastModified")
                ? item.getProperty("mgnl:lastModified").getDate()
                : Dates.created(item);
    }

    private static String text(Node item, String name) throws RepositoryException {
        return item.hasProperty(name) ? item.getProperty(name).getString() : "";
    }

    /** An item's revisions, the last one first. */
    public static List<Revision> of(Session session, String identifier) throws RepositoryException {
        List<Revision> revisions = new ArrayList<>();
        Optional<Node> history = VERSIONS.node(session, historyPath(identifier));
        if (history.isPresent()) {
            for (NodeIterator nodes = history.get().getNodes(); nodes.hasNext(); ) {
                revisions.add(read(nodes.nextNode()));
            }
        }
        revisions.sort(Comparator.comparingLong(Revision::number).reversed());
        return revisions;
    }

    /**
     * Puts back a node that a saved state of an item has and the item has no more: where it was, with its identifiers and
     * what lay in it.
     *
     * @param path of the node from the item, {@code contenu/0}
     * @return the node; empty when that state does not have it, when it is there, or when what held it is gone
     */
    public static Optional<Node> putBack(Session session, Node item, long number, String path)
            throws RepositoryException {
        int slash = path.lastIndexOf('/');
        String above = slash < 0 ? "" : path.substring(0, slash);
        String name = path.substring(slash + 1);
        Optional<Node> saved = VERSIONS.node(session, historyPath(item.getIdentifier()) + "/" + number);
        if (saved.isEmpty() || !(above.isEmpty() || item.hasNode(above))) {
            return Optional.empty();
        }
        Map<String, Object> values = BootstrapYaml.values(read(saved.get()).snapshot());
        for (String step : above.isEmpty() ? new String[0] : above.split("/")) {
            values = BootstrapYaml.asMap(values.getOrDefault(step, Map.of()));
        }
        if (!(values.get(name) instanceof Map<?, ?> lost)
                || Workspace.byId(session, String.valueOf(lost.get("jcr:uuid"))).isPresent()) {
            return Optional.empty();
        }
        Node parent = above.isEmpty() ? item : item.getNode(above);
        String free = name;
        while (parent.hasNode(free)) {
            free += "0";
        }
        writer(session, item).put(parent, free, BootstrapYaml.asMap(lost), DemoShift.NONE);
        orderAsIn(values, name, parent, free);
        return Optional.of(parent.getNode(free));
    }

    /**
     * Makes an item what a saved state of it says, with the identifiers that its parts had. What is no part of the item, as the
     * pages below a page, stays.
     *
     * @param contents which properties and child nodes of the item are meant; the others stay as they are
     * @return whether there is such a state
     */
    public static boolean restore(Session session, Node item, long number, NodeCopy.Selection contents)
            throws RepositoryException {
        Optional<Node> saved = VERSIONS.node(session, historyPath(item.getIdentifier()) + "/" + number);
        if (saved.isEmpty()) {
            return false;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry :
                BootstrapYaml.values(read(saved.get()).snapshot()).entrySet()) {
            if (contents.contains(entry.getKey()) && !isPage(entry.getValue())) {
                values.put(entry.getKey(), entry.getValue());
            }
        }
        writer(session, item).restore(item, values, contents);
        return true;
    }

    /** Older histories hold the pages below a page, too; these have a history of their own. */
    private static boolean isPage(Object value) {
        return value instanceof Map<?, ?> node && "mgnl:page".equals(node.get("jcr:primaryType"));
    }

    private static BootstrapWriter writer(Session session, Node item) throws RepositoryException {
        return new BootstrapWriter(Workspace.of(item), new Identifiers(session), Set.of(), ItemHistory.NONE);
    }

    /** Puts a node before the first of those that came after it then and are still there. */
    private static void orderAsIn(Map<String, Object> siblings, String then, Node parent, String name)
            throws RepositoryException {
        boolean passed = false;
        for (Map.Entry<String, Object> sibling : siblings.entrySet()) {
            if (passed && sibling.getValue() instanceof Map<?, ?> && parent.hasNode(sibling.getKey())) {
                parent.orderBefore(name, sibling.getKey());
                return;
            }
            passed |= sibling.getKey().equals(then);
        }
    }

    /** Forgets an item's history: it is deleted for good. */
    public static void forget(Session session, String identifier) throws RepositoryException {
        Optional<Node> history = VERSIONS.node(session, historyPath(identifier));
        if (history.isPresent()) {
            history.get().remove();
        }
    }

    /**
     * Rewrites every state of an item that is kept: what the law asks to forget is forgotten there too. The item tells that it
     * was done, so that whoever follows the store looks at it again.
     */
    public static void rewrite(Session session, String identifier, UnaryOperator<String> snapshot)
            throws RepositoryException {
        Optional<Node> history = VERSIONS.node(session, historyPath(identifier));
        if (history.isEmpty()) {
            return;
        }
        for (NodeIterator nodes = history.get().getNodes(); nodes.hasNext(); ) {
            Property kept = nodes.nextNode().getProperty("bocage:snapshot");
            kept.setValue(snapshot.apply(kept.getString()));
        }
        Optional<Node> item = Workspace.byId(session, identifier);
        if (item.isPresent()) {
            item.get().setProperty(REWRITTEN, UUID.randomUUID().toString());
        }
    }

    /**
     * Draws an item as a revision had it, in a session that will not be saved: to read it and to compare. Its nodes have
     * identifiers of their own.
     */
    public static Node sketch(Session session, Revision revision) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, VERSIONS);
        Map<String, Object> values = BootstrapYaml.values(revision.snapshot());
        return TransientNodes.draw(VERSIONS.root(session), UUID.randomUUID().toString(), values);
    }

    private static List<String> changed(Node history, long before, Map<String, Object> item, String snapshot)
            throws RepositoryException {
        if (!history.hasNode(String.valueOf(before))) {
            return names(item, Map.of());
        }
        // as both were written: a text read again is not always what it was made of
        Map<String, Object> old = BootstrapYaml.values(
                read(history.getNode(String.valueOf(before))).snapshot());
        return names(BootstrapYaml.values(snapshot), old);
    }

    private static List<String> names(Map<String, Object> now, Map<String, Object> old) {
        TreeSet<String> names = new TreeSet<>(now.keySet());
        names.addAll(old.keySet());
        names.removeIf(name -> name.startsWith("mgnl:") || name.equals(NUMBER) || sameValue(old, now, name));
        return List.copyOf(names);
    }

    private static boolean sameValue(Map<String, Object> old, Map<String, Object> now, String name) {
        return Objects.equals(old.get(name), now.get(name));
    }

    private static Node history(Session session, String identifier) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, VERSIONS);
        Node parent = VERSIONS.root(session);
        for (String step : historyPath(identifier).substring(1).split("/")) {
            parent = parent.hasNode(step)
                    ? parent.getNode(step)
                    : TreeWriter.add(parent, step, "bocage:workspace", Map.of());
        }
        return parent;
    }

    private static String historyPath(String identifier) {
        return "/" + identifier.substring(0, 2) + "/" + identifier;
    }

    private static Revision read(Node node) throws RepositoryException {
        List<String> changed = new ArrayList<>();
        Property property = node.getProperty("bocage:changed");
        for (Value value : property.getValues()) {
            changed.add(value.getString());
        }
        return new Revision(
                Long.parseLong(node.getName()),
                node.getProperty("bocage:by").getString(),
                node.getProperty("bocage:at").getDate().toInstant(),
                List.copyOf(changed),
                node.getProperty("bocage:snapshot").getString());
    }
}
