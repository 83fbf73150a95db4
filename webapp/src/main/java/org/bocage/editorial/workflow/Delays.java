package org.bocage.editorial.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.jspecify.annotations.Nullable;

/** How long proposals take from the day they are sent to the day they are on line, as the journal tells it. */
public final class Delays {

    private static final Duration PERIOD = Duration.ofDays(90);
    private static final int MONTHS_BEFORE = 3;
    private static final Duration FRESH = Duration.ofHours(1);

    private final Stores stores;
    private final Clock clock;
    private volatile @Nullable Reading last;

    Delays(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** The mean of so many proposals. */
    public record Mean(Duration duration, int proposals) {}

    private record Reading(Instant at, Optional<Mean> mean) {}

    /** Of what was accepted in the last ninety days, as of this hour; empty when nothing was. */
    public Optional<Mean> mean() {
        Instant now = clock.instant();
        Reading known = last;
        if (known == null || !now.isBefore(known.at().plus(FRESH))) {
            known = new Reading(now, mean(now));
            last = known;
        }
        return known.mean();
    }

    private Optional<Mean> mean(Instant now) {
        Map<String, Instant> proposed = new HashMap<>();
        List<Duration> delays = new ArrayList<>();
        for (Journal.Entry entry : entries(now)) {
            switch (entry.to()) {
                case PROPOSE -> proposed.putIfAbsent(entry.id(), entry.at());
                case PUBLIE, PROGRAMME -> {
                    Instant since = proposed.remove(entry.id());
                    if (since != null && entry.at().isAfter(now.minus(PERIOD))) {
                        delays.add(Duration.between(since, entry.at()));
                    }
                }
                // sent back, it is still the same proposal; given up, it is none
                case A_REPRENDRE -> {}
                default -> proposed.remove(entry.id());
            }
        }
        return delays.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mean(
                        delays.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(delays.size()), delays.size()));
    }

    /** The oldest first; what was accepted in the period may have been sent well before. */
    private List<Journal.Entry> entries(Instant now) {
        YearMonth to = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        YearMonth from =
                YearMonth.from(now.minus(PERIOD).atOffset(ZoneOffset.UTC)).minusMonths(MONTHS_BEFORE);
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Journal.Entry> entries = new ArrayList<>();
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                entries.addAll(Journal.of(session, month.toString()));
            }
            entries.removeIf(entry -> entry.handover().isPresent());
            entries.sort(Comparator.comparing(Journal.Entry::at));
            return entries;
        });
    }
}
