package org.bocage.cms.rendering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.ContentQuery;
import org.bocage.cms.search.Hits;
import org.springframework.stereotype.Component;

/** Lists as the content index of the store answers them. */
@Component
class IndexedLists implements ContentLists {

    /** The filter that is no property: beginnings of words of the title and of what presents the item. */
    private static final String WORDS = "@words";

    private final ContentIndexes indexes;

    IndexedLists(ContentIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public Page list(Store store, Identity reader, Query query) {
        ContentQuery asked = ContentQuery.in(query.workspace()).ofType(query.type());
        for (Map.Entry<String, List<String>> filter : query.filters().entrySet()) {
            asked = filter.getKey().equals(WORDS)
                    ? asked.matching(String.join(" ", filter.getValue()))
                    : asked.and(new ContentQuery.AnyOf(filter.getKey(), filter.getValue()));
        }
        if (!query.sort().isEmpty()) {
            String[] words = query.sort().split(" ", 2);
            asked = asked.orderBy(words[0], words.length > 1 && words[1].equals("desc"));
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

    private ContentIndex index(Store store) {
        return store.name().equals("author") ? indexes.author() : indexes.published();
    }
}
