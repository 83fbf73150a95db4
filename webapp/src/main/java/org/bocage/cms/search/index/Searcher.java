package org.bocage.cms.search.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/** Searches one state of the index, whose fields it gathers from the segments once, when they are first asked for. */
public final class Searcher extends IndexSearcher {

    private @Nullable FieldInfos fields;
    private @Nullable SortedSetDocValuesReaderState facets;

    private Searcher(IndexReader reader) {
        super(reader);
    }

    /** Fields that some item has. */
    public synchronized FieldInfos fields() {
        if (fields == null) {
            fields = FieldInfos.getMergedFieldInfos(getIndexReader());
        }
        return fields;
    }

    /** Returns the facets that items are counted by, or empty if no item has any. */
    public synchronized Optional<SortedSetDocValuesReaderState> facets(FacetsConfig config) throws IOException {
        if (facets == null && fields().fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME) != null) {
            facets = new DefaultSortedSetDocValuesReaderState(getIndexReader(), config);
        }
        return Optional.ofNullable(facets);
    }

    /** Gives the search manager searchers of this kind. */
    static final class Factory extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            return new Searcher(reader);
        }
    }
}
