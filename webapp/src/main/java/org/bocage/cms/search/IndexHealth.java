package org.bocage.cms.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How many items are in the indexes, and which could not be taken in: they are in no list, and all else goes on. */
record IndexHealth(ContentIndexes indexes) implements HealthIndicator, MeterBinder {

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        tell("author", indexes.author(), health);
        tell("published", indexes.published(), health);
        return health.build();
    }

    private static void tell(String store, ContentIndex index, Health.Builder health) {
        health.withDetail(store + ".items", index.size());
        index.leftOut().forEach((path, cause) -> health.down().withDetail(store + ":" + path, cause));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        bind(meters, "author", indexes.author());
        bind(meters, "published", indexes.published());
    }

    private static void bind(MeterRegistry meters, String store, ContentIndex index) {
        Gauge.builder("bocage.index.items", index, ContentIndex::size)
                .tag("store", store)
                .description("Items in the index")
                .register(meters);
        Gauge.builder("bocage.index.left.out", index, one -> one.leftOut().size())
                .tag("store", store)
                .description("Items that could not be taken in")
                .register(meters);
    }
}
