package org.bocage.editorial.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;

/** Counts how often something is done for each of many, a person, an address or a host, in a window of the clock; it knows so many. */
public final class RateLimit {

    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Cache<String, Integer> counts;

    /**
     * @param most how often it may be done in a window
     * @param window an hour: from one full hour to the next
     * @param kept how many of them are known at a time
     */
    public RateLimit(int most, Duration window, int kept, Clock clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
        this.counts = Caffeine.newBuilder()
                .maximumSize(kept)
                .expireAfterWrite(window.multipliedBy(2))
                .build();
    }

    /** Counts once more; false when that is too often. */
    public boolean allows(String who) {
        String key = who + " " + clock.instant().getEpochSecond() / window.toSeconds();
        return counts.asMap().merge(key, 1, Integer::sum) <= most;
    }
}
