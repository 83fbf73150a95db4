package org.bocage.editorial.administration.health;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bocage.editorial.jobs.Jobs;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whether the last run of each scheduled task went well. */
@Component("jobsHealthIndicator")
record JobsHealth(Jobs jobs, MessageSource messages) implements HealthIndicator {

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Jobs.Planned job : jobs.all()) {
            if (job.failure() != null && job.last() != null) {
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
