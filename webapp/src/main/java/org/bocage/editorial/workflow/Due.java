package org.bocage.editorial.workflow;

import java.time.Clock;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.ContentQuery;
import org.bocage.cms.search.Hits;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts on line what was accepted for a moment that has come. */
final class Due {

    private static final int AT_ONCE = 100;

    private final DefinitionRegistry registry;
    private final ContentIndexes indexes;
    private final Review review;
    private final Clock clock;

    Due(DefinitionRegistry registry, ContentIndexes indexes, Review review, Clock clock) {
        this.registry = registry;
        this.indexes = indexes;
        this.review = review;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 20_000, initialDelay = 20_000)
    void publish() {
        registry.current().contentTypes().stream()
                .map(ContentType::workspace)
                .distinct()
                .forEach(this::publish);
    }

    private void publish(String workspace) {
        ContentQuery due = ContentQuery.in(workspace)
                .where("etat", State.PROGRAMME.key())
                .and(new ContentQuery.Between("publierLe", null, clock.instant()))
                .page(0, AT_ONCE);
        for (Hits.Hit hit : indexes.author().find(due, Identity.SYSTEM).hits()) {
            review.publishDue(hit.workspace(), hit.path());
        }
    }
}
