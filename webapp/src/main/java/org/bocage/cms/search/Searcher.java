package org.bocage.cms.search;

import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/** Searches one state of the index, whose fields it gathers from the segments once. */
final class Searcher extends IndexSearcher {

    private final FieldInfos fields;

    private Searcher(IndexReader reader) {
        super(reader);
        this.fields = FieldInfos.getMergedFieldInfos(reader);
    }

    FieldInfos fields() {
        return fields;
    }

    /** Gives the search manager searchers of this kind. */
    static final class Factory extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            return new Searcher(reader);
        }
    }
}
