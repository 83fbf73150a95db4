package org.bocage.cms.rendering.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Found;
import org.bocage.cms.search.query.Hits;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lists as the content index of the store answers them. */
@Component
class IndexedLists implements ContentLists {

    /** The filter that is no property: beginnings of words of the title and of what presents the item. */
    private static final String WORDS = "@words";

    private final ContentIndexes indexes;
    private final ObjectProvider<UnansweredSearches> unanswered;

    IndexedLists(ContentIndexes indexes, ObjectProvider<UnansweredSearches> unanswered) {
        this.indexes = indexes;
        this.unanswered = unanswered;
    }

    @Override
    public Page list(Store store, Identity reader, Query query) {
        ContentQuery asked = ContentQuery.in(query.workspace()).ofType(query.type());
        for (Map.Entry<String, List<String>> filter : query.filters().entrySet()) {
            asked = filter.getKey().equals(WORDS)
                    ? asked.matching(String.join(" ", filter.getValue()))
                    : asked.and(new ContentQuery.AnyOf(filter.getKey(), filter.getValue()));
        }
        for (Map.Entry<String, Range> range : query.ranges().entrySet()) {
            asked = asked.and(between(range.getKey(), range.getValue()));
        }
        if (!query.sort().isEmpty()) {
            String[] words = query.sort().split(" ", 2);
            asked = asked.orderBy(words[0], words.length > 1 && words[1].equals("desc"));
        }
        if (query.once()) {
            asked = asked.oncePerItem();
        }
        int pages = Math.min(query.page() - 1, ContentQuery.DEEPEST / query.size());
        Hits hits = index(store).find(asked.page(pages * query.size(), query.size()), reader);
        return new Page(hits.hits().stream().map(Hits.Hit::path).toList(), hits.total());
    }

    @Override
    public Optional<String> pathBySlug(Store store, Identity reader, String workspace, String type, String slug) {
        ContentQuery asked =
                ContentQuery.in(workspace).ofType(type).where("@name", slug).page(0, 1);
        return index(store).find(asked, reader).hits().stream()
                .map(Hits.Hit::path)
                .findFirst();
    }

    @Override
    public List<String> search(Store store, Identity reader, Search search) {
        ContentQuery asked = ContentQuery.in(search.workspace())
                .ofType(search.type())
                .under(search.under())
                .and(new ContentQuery.Mentioned(search.words()))
                .orderBy(ContentQuery.SCORE, true)
                .page(search.offset(), search.limit());
        return index(store).find(asked, reader).hits().stream()
                .map(Hits.Hit::path)
                .toList();
    }

    @Override
    public Found find(Store store, Identity reader, SiteQuery query) {
        Found found = index(store).search(search(query), reader);
        boolean inVain = found.whole() == 0 || !found.instead().isEmpty();
        if (inVain && query.page() == 1 && query.narrowed().isEmpty() && !isAuthor(store)) {
            unanswered.ifAvailable(told -> told.nothingFor(query.words()));
        }
        return found;
    }

    @Override
    public List<Found.Item> suggest(Store store, Identity reader, SiteQuery query) {
        return index(store).suggest(search(query), reader);
    }

    private static org.bocage.cms.search.query.Search search(SiteQuery query) {
        long offset = (query.page() - 1L) * query.size();
        return new org.bocage.cms.search.query.Search(
                query.words(),
                query.narrowed(),
                conditions(query.needed()),
                conditions(query.late()),
                conditions(query.fresh()),
                (int) Math.min(offset, ContentQuery.DEEPEST),
                query.size());
    }

    private static Map<String, ContentQuery.Filter> conditions(Map<String, Map<String, Range>> ranges) {
        Map<String, ContentQuery.Filter> conditions = new HashMap<>();
        ranges.forEach((workspace, properties) -> conditions.put(
                workspace,
                new ContentQuery.AllOf(properties.entrySet().stream()
                        .map(range -> between(range.getKey(), range.getValue()))
                        .toList())));
        return conditions;
    }

    private static ContentQuery.Filter between(String property, Range range) {
        if (range.from() instanceof Date || range.to() instanceof Date) {
            return new ContentQuery.Between(property, instant(range.from()), instant(range.to()));
        }
        List<ContentQuery.Filter> bounds = new ArrayList<>();
        bound(property, ContentQuery.Comparison.AT_LEAST, range.from()).ifPresent(bounds::add);
        bound(property, ContentQuery.Comparison.LESS, range.to()).ifPresent(bounds::add);
        return new ContentQuery.AllOf(bounds);
    }

    private static Optional<ContentQuery.Filter> bound(
            String property, ContentQuery.Comparison comparison, @Nullable Object bound) {
        return Optional.ofNullable(bound)
                .map(value -> new ContentQuery.Compared(
                        property, comparison, new ContentQuery.Operand(String.valueOf(value), null, null, null)));
    }

    private static @Nullable Instant instant(@Nullable Object bound) {
        return bound instanceof Date date ? date.toInstant() : null;
    }

    private static boolean isAuthor(Store store) {
        return store.name().equals("author");
    }

    private ContentIndex index(Store store) {
        return isAuthor(store) ? indexes.author() : indexes.published();
    }
}
