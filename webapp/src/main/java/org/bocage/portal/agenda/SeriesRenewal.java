package org.bocage.portal.agenda;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.publishing.PublishedProjection;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes series on as time goes by: eighteen months are always written out, whoever last touched the event. */
@Component
final class SeriesRenewal {

    private static final Workspace EVENTS = new Workspace("evenements");
    /** Fields of a series: a choice made in the form, or a rule received from another calendar. */
    private static final List<String> RULES = List.of("recurrence/rythme", "recurrence/regle");

    private static final int AT_ONCE = 500;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final EventDates dates;
    private final PublishedProjection publication;
    private final ItemByItem series = new ItemByItem("SeriesRenewal");

    SeriesRenewal(Stores stores, ContentIndexes indexes, EventDates dates, PublishedProjection publication) {
        this.stores = stores;
        this.indexes = indexes;
        this.dates = dates;
        this.publication = publication;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Paris")
    void renew() {
        series.run(round -> {
            for (Hits.Hit hit : series(indexes.author())) {
                round.attempt(hit.workspace() + ":" + hit.path(), () -> renew(hit.id()));
            }
            // a version in preparation may be over, or no series any more, while the one on line goes on
            round.attempt("published", () -> publication.bring(ids(series(indexes.published()))));
        });
    }

    private static Set<String> ids(Set<Hits.Hit> hits) {
        return hits.stream().map(Hits.Hit::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Hits.Hit> series(ContentIndex index) {
        Set<Hits.Hit> found = new LinkedHashSet<>();
        for (String rule : RULES) {
            ContentQuery all =
                    ContentQuery.in(EVENTS.name()).ofType(EventDates.EVENT).and(new ContentQuery.Missing(rule, false));
            long total = index.find(all.page(0, 0), Identity.SYSTEM).total();
            for (int from = 0; from < total; from += AT_ONCE) {
                found.addAll(
                        index.find(all.page(from, AT_ONCE), Identity.SYSTEM).hits());
            }
        }
        return found;
    }

    private void renew(String id) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> item = EVENTS.nodeById(session, id);
            if (item.isPresent()) {
                dates.renew(item.get());
            }
        });
    }
}
