package org.bocage.portal.insight;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.cms.repository.counts.MonthlyCounts;
import org.bocage.cms.repository.counts.Tally;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often pages are read, words searched, files taken away and contents passed on, by month (OPS-01, RS-13): addresses and
 * numbers in the author store, nobody's cookie and nobody's name.
 */
@Component
public class PageViews implements DisposableBean {

    /** Kind of event that is counted. */
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

    private final MonthlyCounts kept;
    private final Clock clock;
    /** Not yet in the store: no visitor waits for a save. */
    private final Map<Kind, Tally> waiting = new EnumMap<>(Kind.class);

    /** Counts are no contents. */
    @Bean
    static ModuleWorkspace viewsCounted() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.TECHNICAL);
    }

    PageViews(Stores stores, Clock clock) {
        this.clock = clock;
        this.kept = new MonthlyCounts(stores.author(), WORKSPACE, MOST_A_MONTH, MONTHS);
        for (Kind kind : Kind.values()) {
            waiting.put(kind, new Tally(MOST_A_MONTH));
        }
    }

    /** Counts once. */
    public void count(Kind kind, String what) {
        if (what.length() <= LONGEST) {
            tally(kind).count(what);
        }
    }

    private Tally tally(Kind kind) {
        return Objects.requireNonNull(waiting.get(kind));
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

    /** The months in which anything was counted, the latest first; what waits to be kept counts too. */
    List<Month> months() {
        Map<YearMonth, Map<Kind, Map<String, Long>>> months = new TreeMap<>(Comparator.reverseOrder());
        for (MonthlyCounts.Month month : kept.since(now().minusMonths(MONTHS))) {
            for (Kind kind : Kind.values()) {
                add(months, month.month(), kind, month.of(kind.key()));
            }
        }
        waiting.forEach((kind, tally) -> add(months, now(), kind, tally.all()));
        return months.entrySet().stream()
                .map(one -> new Month(one.getKey(), one.getValue()))
                .toList();
    }

    private static void add(
            Map<YearMonth, Map<Kind, Map<String, Long>>> months, YearMonth month, Kind kind, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            Map<String, Long> before = months.computeIfAbsent(month, any -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(kind, any -> new HashMap<>());
            counts.forEach((what, times) -> before.merge(what, times, Long::sum));
        }
    }

    /** How often some things were counted within the last twelve months, all together; what waits to be kept counts too. */
    public long ofYear(Kind kind, Collection<String> whats) {
        long fresh = whats.stream().mapToLong(tally(kind)::of).sum();
        return fresh
                + kept.since(now().minusMonths(11)).stream()
                        .map(month -> month.of(kind.key()))
                        .mapToLong(counts -> whats.stream()
                                .mapToLong(what -> counts.getOrDefault(what, 0L))
                                .sum())
                        .sum();
    }

    @OnEachMachine
    @Scheduled(fixedDelay = 300_000, initialDelay = 300_000)
    synchronized void save() {
        Map<Kind, Map<String, Long>> counted = new EnumMap<>(Kind.class);
        Map<String, Map<String, Long>> lines = new HashMap<>();
        waiting.forEach((kind, tally) -> {
            Map<String, Long> counts = tally.all();
            if (!counts.isEmpty()) {
                counted.put(kind, counts);
                lines.put(kind.key(), counts);
            }
        });
        if (!lines.isEmpty()) {
            kept.add(now(), lines);
            counted.forEach((kind, counts) -> tally(kind).saved(counts));
        }
    }

    private YearMonth now() {
        return YearMonth.now(clock.withZone(PARIS));
    }

    @Override
    public void destroy() {
        save();
    }
}
