package org.bocage.editorial.security.throttling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Slows down who tries again and again: after some attempts for a name from an address, 15 seconds, then twice as long each
 * time, up to 15 minutes. An attempt counts when it begins, so that many at once do not slip through; a success forgets them.
 */
public final class LoginThrottle {

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MAX_KEPT = 100_000;

    private final Clock clock;
    private final int free;
    private final Cache<String, Attempts> kept = Caffeine.newBuilder()
            .maximumSize(MAX_KEPT)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** @param free how many attempts pass before the first pause */
    public LoginThrottle(Clock clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    private record Attempts(int count, Instant until) {}

    /**
     * Counts an attempt.
     *
     * @throws TooManyAttempts when it is too early to try again
     */
    public void begin(String name, String address) {
        Instant now = clock.instant();
        kept.asMap().compute(key(name, address), (key, before) -> {
            if (before == null) {
                return new Attempts(1, now);
            }
            Duration left = Duration.between(now, before.until());
            // one that is longer than any is of before the clock was set back
            if (before.until().isAfter(now) && left.compareTo(LONGEST) <= 0) {
                throw new TooManyAttempts(left);
            }
            int count = before.count() + 1;
            return new Attempts(count, count < free ? now : now.plus(pause(count)));
        });
    }

    public void succeeded(String name, String address) {
        kept.invalidate(key(name, address));
    }

    /** Forgets an attempt that began and could not be judged; those before it count. */
    public void takeBack(String name, String address) {
        Instant now = clock.instant();
        kept.asMap()
                .computeIfPresent(
                        key(name, address),
                        (key, before) -> before.count() > 1 ? new Attempts(before.count() - 1, now) : null);
    }

    private Duration pause(int count) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(count - free, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private static String key(String name, String address) {
        return DigestUtils.sha256Hex(name.strip().toLowerCase(Locale.ROOT)) + " " + address;
    }
}
