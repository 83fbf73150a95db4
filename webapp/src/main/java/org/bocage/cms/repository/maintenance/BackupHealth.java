package org.bocage.cms.repository.maintenance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether there is a late backup that was read whole, and whether it was taken elsewhere. */
@Component("backupHealthIndicator")
class BackupHealth implements HealthIndicator, MeterBinder {

    private static final Duration LATE = Duration.ofDays(2);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Backups backups;
    private final Clock clock;
    private final Instant started;

    BackupHealth(Backups backups, ObjectProvider<Clock> clocks) {
        this.backups = backups;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
        this.started = clock.instant();
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        List<Backups.Backup> all = all();
        // one that is being looked at says nothing yet
        all.stream().filter(one -> one.state().isFinished()).findFirst().ifPresent(last -> {
            tell("unreadable", last, last.state().problem(), health);
            tell("after", last, last.state().after(), health);
        });
        Optional<Instant> checked = checked(all);
        if (checked.orElse(started).plus(LATE).isBefore(clock.instant())) {
            health.down().withDetail("late", Map.of("since", checked.orElse(started), "cause", ""));
        } else {
            checked.ifPresent(when -> health.withDetail("checked", Map.of("since", when, "cause", "")));
        }
        return health.build();
    }

    private List<Backups.Backup> all() {
        try {
            return backups.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Instant> checked(List<Backups.Backup> backups) {
        return backups.stream().flatMap(one -> one.state().checked().stream()).findFirst();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder(
                        "bocage.backup.checked",
                        this,
                        one -> checked(one.all())
                                .map(when -> (double) when.getEpochSecond())
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .description("When the last backup was read whole, in seconds since 1970")
                .register(meters);
    }

    private static void tell(String key, Backups.Backup backup, String problem, Health.Builder health) {
        if (!problem.isEmpty()) {
            Instant since = backup.when().atZone(PARIS).toInstant();
            health.down().withDetail(key, Map.of("since", since, "cause", problem));
        }
    }
}
