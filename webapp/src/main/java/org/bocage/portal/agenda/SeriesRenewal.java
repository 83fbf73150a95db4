package org.bocage.portal.agenda;

import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.ContentQuery;
import org.bocage.cms.search.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes series on as time goes by: eighteen months are always written out, whoever last touched the event. */
@Component
final class SeriesRenewal {

    private static final int AT_ONCE = 500;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final EventDates dates;
    private final ItemByItem series = new ItemByItem("SeriesRenewal");

    SeriesRenewal(Stores stores, ContentIndexes indexes, EventDates dates) {
        this.stores = stores;
        this.indexes = indexes;
        this.dates = dates;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Paris")
    void renew() {
        series.run(round -> {
            renew(stores.author(), indexes.author(), round);
            renew(stores.published(), indexes.published(), round);
        });
    }

    private void renew(Store store, ContentIndex index, ItemByItem.Round round) {
        ContentQuery all = ContentQuery.in("evenements")
                .ofType(EventDates.EVENT)
                .and(new ContentQuery.Missing("recurrence/rythme", false));
        long total = index.find(all.page(0, 0), Identity.SYSTEM).total();
        for (int from = 0; from < total; from += AT_ONCE) {
            for (Hits.Hit hit :
                    index.find(all.page(from, AT_ONCE), Identity.SYSTEM).hits()) {
                round.attempt(store.name() + " " + hit.workspace() + ":" + hit.path(), () -> renew(store, hit));
            }
        }
    }

    private void renew(Store store, Hits.Hit hit) {
        store.update(Identity.SYSTEM, session -> {
            var item = new Workspace(hit.workspace()).node(session, hit.path());
            if (item.isPresent()) {
                dates.derive(item.get());
            }
        });
    }
}
