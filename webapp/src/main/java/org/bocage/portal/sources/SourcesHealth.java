package org.bocage.portal.sources;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Sources that could not be read several times in a row. */
@Component("sourcesHealthIndicator")
record SourcesHealth(Sources sources) implements HealthIndicator, MeterBinder {

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        sources.failing()
                .forEach(source -> health.down()
                        .withDetail(source.title(), Map.of("since", source.since(), "cause", source.problem())));
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("bocage.sources.failing", sources, one -> one.failing().size())
                .description("Sources that could not be read several times in a row")
                .register(meters);
    }
}
