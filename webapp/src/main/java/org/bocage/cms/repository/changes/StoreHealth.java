package org.bocage.cms.repository.changes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether a store can be read and takes what is saved, and how much room it takes on the disk. */
record StoreHealth(Store store) implements HealthIndicator, MeterBinder {

    @Override
    public Health health() {
        Health.Builder health;
        try {
            store.read(Identity.SYSTEM, Session::getRootNode);
            health = Health.up().withDetail("size", store.storage().size());
        } catch (RepositoryFailure e) {
            return Health.down(e).build();
        }
        store.trouble()
                .ifPresent(trouble -> health.down()
                        .withDetail(
                                "saves",
                                Map.of(
                                        "since",
                                        trouble.since(),
                                        "cause",
                                        trouble.cause()
                                                .map(Throwable::getMessage)
                                                .orElse(""))));
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("bocage.store.size", store, one -> one.storage().size())
                .tag("store", store.name())
                .baseUnit("bytes")
                .description("Bytes of its files")
                .register(meters);
    }
}
