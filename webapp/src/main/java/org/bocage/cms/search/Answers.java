package org.bocage.cms.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.search.index.Searcher;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.jspecify.annotations.Nullable;

/** Cache of query results, each for one state of the index: pages ask the same lists again and again. */
public final class Answers {

    private static final int MOST_HITS = 20_000;

    private record Asked(IndexReader.CacheKey state, boolean everything, Set<String> principals, ContentQuery query) {}

    /** Looks into the index. */
    interface Search {
        Hits run() throws IOException;
    }

    private final Cache<Asked, Hits> known = Caffeine.newBuilder()
            .maximumWeight(MOST_HITS)
            .weigher((Asked asked, Hits hits) -> 1 + hits.hits().size())
            // to wake another thread took longer than what there is to tidy
            .executor(Runnable::run)
            .build();

    Hits of(ContentQuery query, Identity reader, Searcher searcher, Search search) throws IOException {
        IndexReader.@Nullable CacheHelper helper = searcher.getIndexReader().getReaderCacheHelper();
        if (helper == null) {
            return search.run();
        }
        Asked asked = new Asked(helper.getKey(), reader.equals(Identity.SYSTEM), reader.principals(), query);
        Hits hits = known.getIfPresent(asked);
        if (hits == null) {
            hits = search.run();
            known.put(asked, hits);
        }
        return hits;
    }
}
