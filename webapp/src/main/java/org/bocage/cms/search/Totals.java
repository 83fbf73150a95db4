package org.bocage.cms.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** How many items match: counted once for each state of the index, for counting looks at every match. */
final class Totals {

    private static final int MOST = 2_000;

    private record Asked(IndexReader.CacheKey state, Query query) {}

    private final Cache<Asked, Integer> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    int of(Query query, IndexSearcher searcher) throws IOException {
        IndexReader.@Nullable CacheHelper helper = searcher.getIndexReader().getReaderCacheHelper();
        if (helper == null) {
            return searcher.count(query);
        }
        Asked asked = new Asked(helper.getKey(), query);
        Integer total = known.getIfPresent(asked);
        if (total == null) {
            total = searcher.count(query);
            known.put(asked, total);
        }
        return total;
    }
}
