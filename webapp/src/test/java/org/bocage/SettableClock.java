package org.bocage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The time of day, moved on and held by tests. */
public final class SettableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<@Nullable Instant> held = new AtomicReference<>();

    public void forward(Duration duration) {
        ahead.updateAndGet(before -> before.plus(duration));
    }

    /** Holds it, so that no minute ends while a test counts what is done in one. */
    public void hold() {
        held.set(Instant.now());
    }

    /** Lets it go on. */
    public void release() {
        held.set(null);
    }

    @Override
    public Instant instant() {
        Instant still = held.get();
        return (still == null ? Instant.now() : still).plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
