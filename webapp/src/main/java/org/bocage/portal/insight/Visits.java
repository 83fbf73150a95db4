package org.bocage.portal.insight;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often pages are read, words searched, files taken away and contents passed on, by month (OPS-01, RS-13): addresses and
 * numbers in the author store, nobody's cookie and nobody's name.
 */
@Component
public class Visits implements DisposableBean {

    /** What is counted. */
    public enum Kind {
        PAGE("pages"),
        SEARCH("recherches"),
        DOWNLOAD("telechargements"),
        RELAY("relais"),
        /** Messages passed on, by the page they were about. */
        CONTACT("contacts");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** As it is kept, and as templates call it. */
        public String key() {
            return key;
        }
    }

    static final Workspace WORKSPACE = new Workspace("visites");

    private static final int MOST_A_MONTH = 5_000;
    private static final int MONTHS = 25;
    private static final int LONGEST = 300;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Store store;
    private final Clock clock;
    /** Not yet in the store: no visitor waits for a save. */
    private final Map<Kind, Map<String, Long>> waiting = new HashMap<>();

    Visits(Stores stores, Clock clock) {
        this.store = stores.author();
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            waiting.put(kind, new ConcurrentHashMap<>());
        }
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /** Counts once. */
    public void count(Kind kind, String what) {
        Map<String, Long> counts = waiting.getOrDefault(kind, Map.of());
        if (what.length() <= LONGEST && (counts.containsKey(what) || counts.size() < MOST_A_MONTH)) {
            counts.merge(what, 1L, Long::sum);
        }
    }

    /**
     * A month.
     *
     * @param counts by kind, then by what was read or taken
     */
    record Month(YearMonth month, Map<Kind, Map<String, Long>> counts) {

        long total(Kind kind) {
            return counts.getOrDefault(kind, Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        /** The most frequent of a kind. */
        List<Map.Entry<String, Long>> most(Kind kind, int shown) {
            return counts.getOrDefault(kind, Map.of()).entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Long> one) -> -one.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .limit(shown)
                    .toList();
        }
    }

    /** The months in which anything was counted, the latest first. */
    List<Month> months() {
        save();
        return store.read(Identity.SYSTEM, session -> {
            List<Month> months = new ArrayList<>();
            for (NodeIterator all = WORKSPACE.root(session).getNodes("20*"); all.hasNext(); ) {
                Node month = all.nextNode();
                Map<Kind, Map<String, Long>> counts = new HashMap<>();
                for (Kind kind : Kind.values()) {
                    counts.put(kind, counts(month, kind));
                }
                months.add(new Month(YearMonth.parse(month.getName()), counts));
            }
            months.sort(Comparator.comparing(Month::month).reversed());
            return months;
        });
    }

    /** How often some things were counted within the last twelve months, all together; what waits to be kept counts too. */
    public long ofYear(Kind kind, Collection<String> whats) {
        Map<String, Long> now = waiting.getOrDefault(kind, Map.of());
        long fresh =
                whats.stream().mapToLong(what -> now.getOrDefault(what, 0L)).sum();
        String oldest = now().minusMonths(11).toString();
        return fresh
                + store.read(Identity.SYSTEM, session -> {
                    long kept = 0;
                    for (NodeIterator all = WORKSPACE.root(session).getNodes("20*"); all.hasNext(); ) {
                        Node month = all.nextNode();
                        if (month.getName().compareTo(oldest) >= 0) {
                            Map<String, Long> counts = counts(month, kind);
                            kept += whats.stream()
                                    .mapToLong(what -> counts.getOrDefault(what, 0L))
                                    .sum();
                        }
                    }
                    return kept;
                });
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    synchronized void save() {
        Map<Kind, Map<String, Long>> counted = new HashMap<>();
        waiting.forEach((kind, counts) -> counts.keySet().forEach(what -> {
            Long times = counts.remove(what);
            if (times != null) {
                counted.computeIfAbsent(kind, any -> new HashMap<>()).put(what, times);
            }
        }));
        if (!counted.isEmpty()) {
            store.update(Identity.SYSTEM, session -> add(session, counted));
        }
    }

    private void add(Session session, Map<Kind, Map<String, Long>> counted) throws RepositoryException {
        Node months = WORKSPACE.root(session);
        String name = now().toString();
        Node month = months.hasNode(name) ? months.getNode(name) : months.addNode(name, "mgnl:contentNode");
        for (Map.Entry<Kind, Map<String, Long>> one : counted.entrySet()) {
            Map<String, Long> counts = counts(month, one.getKey());
            one.getValue().forEach((what, times) -> {
                if (counts.containsKey(what) || counts.size() < MOST_A_MONTH) {
                    counts.merge(what, times, Long::sum);
                }
            });
            month.setProperty(
                    one.getKey().key(),
                    counts.entrySet().stream()
                            .map(count -> count.getValue() + " " + count.getKey())
                            .toArray(String[]::new));
        }
        String oldest = now().minusMonths(MONTHS).toString();
        for (NodeIterator all = months.getNodes("20*"); all.hasNext(); ) {
            Node old = all.nextNode();
            if (old.getName().compareTo(oldest) < 0) {
                old.remove();
            }
        }
    }

    private static Map<String, Long> counts(Node month, Kind kind) throws RepositoryException {
        Map<String, Long> counts = new TreeMap<>();
        if (month.hasProperty(kind.key())) {
            for (Value line : month.getProperty(kind.key()).getValues()) {
                String[] parts = line.getString().split(" ", 2);
                counts.put(parts[1], Long.parseLong(parts[0]));
            }
        }
        return counts;
    }

    private YearMonth now() {
        return YearMonth.now(clock.withZone(PARIS));
    }

    @Override
    public void destroy() {
        save();
    }
}
