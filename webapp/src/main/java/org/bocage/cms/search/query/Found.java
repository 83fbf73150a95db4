package org.bocage.cms.search.query;

import java.util.List;
import java.util.Map;

/**
 * Result of a search of the site.
 *
 * @param total how many items, of those that the reader may read
 * @param items those of the page asked for, best first
 * @param counts how many by {@link Search#KIND} or vocabulary, then by value; the kinds as if none were asked for
 * @param instead the words that were searched in place of those typed, which nothing has; empty: those typed
 * @param loose whether only some of the words are in the items, for no item has all
 */
public record Found(
        long total, List<Item> items, Map<String, Map<String, Long>> counts, String instead, boolean loose) {

    public static final Found NOTHING = new Found(0, List.of(), Map.of(), "", false);

    /**
     * One item.
     *
     * @param title its title, HTML with the words in {@code <mark>}
     * @param excerpt what stands around the words, likewise
     */
    public record Item(Hits.Hit hit, String title, String excerpt) {}
}
