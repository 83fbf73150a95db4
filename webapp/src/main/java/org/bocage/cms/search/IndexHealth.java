package org.bocage.cms.search;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How many items are in the indexes, and which could not be taken in: they are in no list, and all else goes on. */
record IndexHealth(ContentIndexes indexes) implements HealthIndicator {

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        tell("author", indexes.author(), health);
        tell("published", indexes.published(), health);
        return health.build();
    }

    private static void tell(String store, ContentIndex index, Health.Builder health) {
        health.withDetail(store + ".items", index.size());
        index.leftOut().forEach((path, cause) -> health.withDetail(store + ":" + path, cause));
    }
}
