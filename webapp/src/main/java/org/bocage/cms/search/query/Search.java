package org.bocage.cms.search.query;

import java.util.List;
import java.util.Map;

/**
 * Search request for the whole site.
 *
 * @param words as typed
 * @param narrowed values by what is counted ({@link #KIND} or a vocabulary, whose values are identifiers); any of them
 * @param needed what items of a workspace must fulfil to be shown at all
 * @param late what items of a workspace must fulfil not to stand behind all others, such as events to come
 * @param fresh what items of a workspace fulfil that stand a little before others
 * @param offset hits to skip
 * @param limit hits to give
 */
public record Search(
        String words,
        Map<String, List<String>> narrowed,
        Map<String, ContentQuery.Filter> needed,
        Map<String, ContentQuery.Filter> late,
        Map<String, ContentQuery.Filter> fresh,
        int offset,
        int limit) {

    /** Dimension in which items are counted besides the vocabularies: their workspace. */
    public static final String KIND = "kind";

    /** Longer ones are nothing that somebody searches. */
    public static final int LONGEST = 300;

    public Search {
        narrowed = Map.copyOf(narrowed);
        needed = Map.copyOf(needed);
        late = Map.copyOf(late);
        fresh = Map.copyOf(fresh);
    }

    /** The same for other words. */
    public Search with(String other) {
        return new Search(other, narrowed, needed, late, fresh, offset, limit);
    }
}
