package org.bocage.editorial.publishing;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether what is on line is what was decided: contents that are late, and what the last comparison of both stores found. */
public record PublicationHealth(PublishedProjection projection) implements HealthIndicator {

    private static final int MOST = 20;

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        PublishedProjection.Reconciliation last = projection.lastReconciliation();
        health.withDetail("contents", last.contents());
        health.withDetail("mended", last.mended());
        projection.late().stream()
                .limit(MOST)
                .forEach(late ->
                        health.down().withDetail(late.id(), Map.of("since", late.since(), "cause", late.cause())));
        return health.build();
    }
}
