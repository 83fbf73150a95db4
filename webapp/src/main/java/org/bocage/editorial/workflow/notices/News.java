package org.bocage.editorial.workflow.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Search for items that are new since a moment, as far as somebody may read them. */
@Component
public final class News {

    private static final int MOST = 30;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final PublicPlaces places;
    private final List<InternalNews> internal;
    private final SiteAddress siteAddress;

    News(
            Stores stores,
            ContentIndexes indexes,
            PublicPlaces places,
            List<InternalNews> internal,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.places = places;
        this.internal = internal;
        this.siteAddress = siteAddress;
    }

    /**
     * Something new.
     *
     * @param address where it is read, with the site's
     */
    record Item(String title, String address) {}

    /** About a topic, from a moment on until before another, the oldest first. */
    List<Item> between(Instant from, Instant to, Topic topic, Identity reader) {
        if (topic != Topic.DOCUMENTS) {
            ContentQuery published = during(ContentQuery.anywhere(), "publie", from, to);
            return found(stores.published(), indexes.published(), published, reader, (hit, node) -> places.of(node));
        }
        List<Item> items = new ArrayList<>();
        for (InternalNews one : internal) {
            ContentQuery created = during(ContentQuery.in(one.workspace()), "mgnl:created", from, to);
            items.addAll(found(
                    stores.author(), indexes.author(), created, reader, (hit, node) -> Optional.of(one.address(hit))));
        }
        return items;
    }

    /** Finds where an item is read. */
    private interface Place {
        Optional<String> of(Hits.Hit hit, Node node) throws RepositoryException;
    }

    private static ContentQuery during(ContentQuery query, String date, Instant from, Instant to) {
        return query.and(new ContentQuery.Between(date, from, to))
                .orderBy(date, false)
                .page(0, MOST);
    }

    private List<Item> found(Store store, ContentIndex index, ContentQuery query, Identity reader, Place place) {
        List<Item> items = new ArrayList<>();
        for (Hits.Hit hit : index.find(query, reader).hits()) {
            store.<Optional<Item>>read(reader, session -> {
                        Optional<Node> node = new Workspace(hit.workspace()).node(session, hit.path());
                        if (node.isEmpty()) {
                            return Optional.empty();
                        }
                        String title = Review.title(node.get());
                        return place.of(hit, node.get()).map(address -> new Item(title, siteAddress.get() + address));
                    })
                    .ifPresent(items::add);
        }
        return items;
    }
}
