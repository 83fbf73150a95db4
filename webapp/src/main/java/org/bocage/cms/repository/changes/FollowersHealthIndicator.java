package org.bocage.cms.repository.changes;

import java.util.Map;
import java.util.stream.Stream;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Which followers of the two stores are behind, since when and why; the others are {@code UP}. */
@Component
class FollowersHealthIndicator implements HealthIndicator {

    private final Stores stores;

    FollowersHealthIndicator(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        Stream.of(stores.author(), stores.published())
                .forEach(store -> store.followers().forEach(follower -> tell(store, follower, health)));
        return health.build();
    }

    private static void tell(Store store, ProjectionRunner follower, Health.Builder health) {
        String name = store.name() + "." + follower.name();
        follower.trouble()
                .ifPresentOrElse(
                        trouble -> health.down()
                                .withDetail(
                                        name,
                                        Map.of(
                                                "since",
                                                trouble.since(),
                                                "cause",
                                                trouble.cause()
                                                        .map(Throwable::toString)
                                                        .orElse("still at work"))),
                        () -> health.withDetail(name, "UP"));
    }
}
