package org.bocage.portal.fediverse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often something is done for one host in a minute; of hosts it knows so many. */
final class HostLimit {

    private static final int MOST_HOSTS = 10_000;
    private static final int MINUTE = 60;

    private final int most;
    private final Clock clock;
    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .maximumSize(MOST_HOSTS)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    HostLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts once more; false when that is too often. */
    boolean allows(String host) {
        String key = host + " " + clock.instant().getEpochSecond() / MINUTE;
        return counts.get(key, first -> new AtomicInteger()).incrementAndGet() <= most;
    }
}
