package org.bocage.cms.repository.counts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;

/**
 * How often things were counted, by month, in a workspace of the author store. A save adds a part that holds what it brings and
 * nothing else, for a store keeps what is replaced until it is compacted; when a month has many parts they become one.
 */
public final class MonthlyCounts {

    private static final int MOST_PARTS = 50;

    private final WritableStore store;
    private final Workspace workspace;
    private final int most;
    private final int kept;

    /**
     * Opens the counts of a workspace, and makes it when it is not there.
     *
     * @param most how many different things of a kind a month holds; others are dropped
     * @param kept how many months are kept
     */
    public MonthlyCounts(WritableStore store, Workspace workspace, int most, int kept) {
        this.store = store;
        this.workspace = workspace;
        this.most = most;
        this.kept = kept;
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, workspace));
    }

    /**
     * A month.
     *
     * @param counts by kind, then by what was counted
     */
    public record Month(YearMonth month, Map<String, Map<String, Long>> counts) {

        /** The counts of a kind. */
        public Map<String, Long> of(String kind) {
            return counts.getOrDefault(kind, Map.of());
        }
    }

    /**
     * Adds to a month, and forgets months that were kept long enough.
     *
     * @param counted by kind, then by what was counted; a kind is the name of a property
     */
    public void add(YearMonth month, Map<String, Map<String, Long>> counted) {
        store.alone(
                "counts " + workspace.name(),
                () -> store.update(Identity.SYSTEM, session -> {
                    Node months = workspace.root(session);
                    Node node = months.hasNode(month.toString())
                            ? months.getNode(month.toString())
                            : months.addNode(month.toString(), "mgnl:contentNode");
                    if (node.getNodes().getSize() < MOST_PARTS) {
                        write(node.addNode(UUID.randomUUID().toString(), "mgnl:contentNode"), counted);
                    } else {
                        Map<String, Map<String, Long>> all = read(node);
                        counted.forEach((kind, counts) -> merge(all, kind, counts));
                        for (NodeIterator parts = node.getNodes(); parts.hasNext(); ) {
                            parts.nextNode().remove();
                        }
                        write(node, all);
                    }
                    forget(months, month.minusMonths(kept).toString());
                }));
    }

    /** The months from one on in which anything was counted, the latest first. */
    public List<Month> since(YearMonth first) {
        return store.read(Identity.SYSTEM, session -> months(session, first));
    }

    private List<Month> months(Session session, YearMonth first) throws RepositoryException {
        List<Month> months = new ArrayList<>();
        for (NodeIterator all = workspace.root(session).getNodes("20*"); all.hasNext(); ) {
            Node month = all.nextNode();
            if (month.getName().compareTo(first.toString()) >= 0) {
                months.add(new Month(YearMonth.parse(month.getName()), read(month)));
            }
        }
        months.sort(Comparator.comparing(Month::month).reversed());
        return months;
    }

    private Map<String, Map<String, Long>> read(Node month) throws RepositoryException {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        readInto(counts, month);
        for (NodeIterator parts = month.getNodes(); parts.hasNext(); ) {
            readInto(counts, parts.nextNode());
        }
        return counts;
    }

    private void readInto(Map<String, Map<String, Long>> counts, Node node) throws RepositoryException {
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (property.getName().indexOf(':') < 0) {
                Map<String, Long> lines = new HashMap<>();
                for (Value line : property.getValues()) {
                    String[] parts = line.getString().split(" ", 2);
                    lines.put(parts[1], Long.parseLong(parts[0]));
                }
                merge(counts, property.getName(), lines);
            }
        }
    }

    private void merge(Map<String, Map<String, Long>> all, String kind, Map<String, Long> more) {
        Map<String, Long> counts = all.computeIfAbsent(kind, any -> new TreeMap<>());
        more.forEach((what, times) -> {
            if (counts.containsKey(what) || counts.size() < most) {
                counts.merge(what, times, Long::sum);
            }
        });
    }

    private static void write(Node node, Map<String, Map<String, Long>> counted) throws RepositoryException {
        for (Map.Entry<String, Map<String, Long>> one : counted.entrySet()) {
            node.setProperty(
                    one.getKey(),
                    one.getValue().entrySet().stream()
                            .map(count -> count.getValue() + " " + count.getKey())
                            .toArray(String[]::new));
        }
    }

    private static void forget(Node months, String oldest) throws RepositoryException {
        for (NodeIterator all = months.getNodes("20*"); all.hasNext(); ) {
            Node month = all.nextNode();
            if (month.getName().compareTo(oldest) < 0) {
                month.remove();
            }
        }
    }
}
