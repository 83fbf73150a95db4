package org.bocage.editorial.administration.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bocage.editorial.jobs.Jobs;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whether the last run of each scheduled task went well, and none waits for its turn or runs since long. */
@Component("jobsHealthIndicator")
record JobsHealth(Jobs jobs, MessageSource messages) implements HealthIndicator {

    /** From its time on, after which a task that has not ended its run, or not begun it, is late. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Override
    public Health health() {
        return health(Instant.now());
    }

    /** @param now of the clock of the machine, by which tasks are run */
    Health health(Instant now) {
        Health.Builder health = Health.up();
        for (Jobs.Planned job : jobs.all()) {
            if (job.next() != null && job.next().plus(PATIENCE).isBefore(now)) {
                health.down().withDetail(label(job), Map.of("since", job.next(), "cause", ""));
            } else if (job.failure() != null && job.last() != null) {
                health.down()
                        .withDetail(
                                label(job),
                                Map.of(
                                        "since",
                                        job.last(),
                                        "cause",
                                        job.failure().message()));
            }
        }
        return health.build();
    }

    private String label(Jobs.Planned job) {
        return Objects.requireNonNullElse(
                messages.getMessage("authoring.planned." + job.key(), new Object[0], null, Locale.FRENCH), job.key());
    }
}
