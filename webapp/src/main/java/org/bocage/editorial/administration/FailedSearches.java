package org.bocage.editorial.administration;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bocage.cms.rendering.lists.UnansweredSearches;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.cms.repository.counts.MonthlyCounts;
import org.bocage.cms.repository.counts.Tally;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Searches that found nothing, counted by month in the author store: words and a number, nobody's name. What looks
 * like an address or a phone number is not kept.
 */
@Component
class FailedSearches implements UnansweredSearches, DisposableBean {

    static final Workspace WORKSPACE = new Workspace("recherches");

    private static final int LONGEST = 60;
    private static final int MOST_A_MONTH = 1_000;
    private static final int MONTHS = 13;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern PERSONAL = Pattern.compile(".*(?:@|(?:\\d[ .-]?){6}).*");

    /** Words and how often they were searched. */
    record Missed(String words, long times) {}

    private static final String KIND = "recherches";

    private final MonthlyCounts kept;
    private final Clock clock;
    /** Not yet in the store: a visitor's search waits for no save. */
    private final Tally waiting = new Tally(MOST_A_MONTH);

    FailedSearches(Stores stores, ObjectProvider<Clock> clocks) {
        this.kept = new MonthlyCounts(stores.author(), WORKSPACE, MOST_A_MONTH, MONTHS);
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
    }

    @Override
    public void nothingFor(String words) {
        String searched = words.strip().toLowerCase(Locale.FRENCH);
        if (searched.isEmpty()
                || searched.length() > LONGEST
                || PERSONAL.matcher(searched).matches()) {
            return;
        }
        waiting.count(searched);
    }

    /** The words of this month, most searched first; what waits to be kept counts too. */
    List<Missed> mostOfMonth(int most) {
        Map<String, Long> counts = new HashMap<>(waiting.all());
        kept.since(month()).stream()
                .map(month -> month.of(KIND))
                .forEach(words -> words.forEach((one, times) -> counts.merge(one, times, Long::sum)));
        return counts.entrySet().stream()
                .map(entry -> new Missed(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Missed::times).reversed().thenComparing(Missed::words))
                .limit(most)
                .toList();
    }

    @OnEachMachine
    @Scheduled(fixedDelay = 300_000, initialDelay = 300_000)
    synchronized void save() {
        Map<String, Long> counted = waiting.all();
        if (!counted.isEmpty()) {
            kept.add(month(), Map.of(KIND, counted));
            waiting.saved(counted);
        }
    }

    private YearMonth month() {
        return YearMonth.now(clock.withZone(PARIS));
    }

    @Override
    public void destroy() {
        save();
    }
}
