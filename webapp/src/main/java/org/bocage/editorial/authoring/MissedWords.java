package org.bocage.editorial.authoring;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.rendering.UnansweredSearches;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What visitors searched in vain, counted by month in the author store: words and a number, nobody's name. What looks
 * like an address or a phone number is not kept.
 */
@Component
class MissedWords implements UnansweredSearches, DisposableBean {

    static final Workspace WORKSPACE = new Workspace("recherches");

    private static final int LONGEST = 60;
    private static final int MOST_A_MONTH = 1_000;
    private static final int MONTHS = 13;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern PERSONAL = Pattern.compile(".*(?:@|(?:\\d[ .-]?){6}).*");

    /** Words and how often they were searched. */
    record Missed(String words, long times) {}

    private final Store store;
    private final Clock clock;
    /** Not yet in the store: a visitor's search waits for no save. */
    private final Map<String, Long> waiting = new HashMap<>();

    MissedWords(Stores stores, ObjectProvider<Clock> clocks) {
        this.store = stores.author();
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    @Override
    public void nothingFor(String words) {
        String kept = words.strip().toLowerCase(Locale.FRENCH);
        if (kept.isEmpty() || kept.length() > LONGEST || PERSONAL.matcher(kept).matches()) {
            return;
        }
        synchronized (waiting) {
            if (waiting.containsKey(kept) || waiting.size() < MOST_A_MONTH) {
                waiting.merge(kept, 1L, Long::sum);
            }
        }
    }

    /** The words of this month, most searched first. */
    List<Missed> mostOfMonth(int most) {
        save();
        return store.read(Identity.SYSTEM, session -> {
            Node months = WORKSPACE.root(session);
            Map<String, Long> counts = months.hasNode(month()) ? counts(months.getNode(month())) : Map.of();
            return counts.entrySet().stream()
                    .map(entry -> new Missed(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingLong(Missed::times).reversed().thenComparing(Missed::words))
                    .limit(most)
                    .toList();
        });
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    synchronized void save() {
        Map<String, Long> counted;
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                return;
            }
            counted = Map.copyOf(waiting);
            waiting.clear();
        }
        store.update(Identity.SYSTEM, session -> add(counted, session));
    }

    private void add(Map<String, Long> counted, Session session) throws RepositoryException {
        Node months = WORKSPACE.root(session);
        Node month = months.hasNode(month()) ? months.getNode(month()) : months.addNode(month(), "mgnl:contentNode");
        Map<String, Long> counts = counts(month);
        counted.forEach((words, times) -> {
            if (counts.containsKey(words) || counts.size() < MOST_A_MONTH) {
                counts.merge(words, times, Long::sum);
            }
        });
        List<String> lines = new ArrayList<>();
        counts.forEach((words, times) -> lines.add(times + " " + words));
        month.setProperty("recherches", lines.toArray(new String[0]));
        removeOld(months);
    }

    private void removeOld(Node months) throws RepositoryException {
        String oldest = YearMonth.now(clock.withZone(PARIS)).minusMonths(MONTHS).toString();
        for (NodeIterator all = months.getNodes("20*"); all.hasNext(); ) {
            Node month = all.nextNode();
            if (month.getName().compareTo(oldest) < 0) {
                month.remove();
            }
        }
    }

    private static Map<String, Long> counts(Node month) throws RepositoryException {
        Map<String, Long> counts = new HashMap<>();
        if (month.hasProperty("recherches")) {
            for (javax.jcr.Value line : month.getProperty("recherches").getValues()) {
                String[] parts = line.getString().split(" ", 2);
                counts.put(parts[1], Long.parseLong(parts[0]));
            }
        }
        return counts;
    }

    private String month() {
        return YearMonth.now(clock.withZone(PARIS)).toString();
    }

    @Override
    public void destroy() {
        save();
    }
}
