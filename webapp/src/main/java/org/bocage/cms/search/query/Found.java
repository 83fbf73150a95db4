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
 * @param suggestion words that may have been meant, where those typed look like a name, which is never taken for another word
 * @param whole how many of the items have all the words; the others have some of them
 */
public record Found(
        long total,
        List<Item> items,
        Map<String, Map<String, Long>> counts,
        String instead,
        String suggestion,
        long whole) {

    public static final Found NOTHING = new Found(0, List.of(), Map.of(), "", "", 0);

    /** Returns a copy with words that may have been meant. */
    public Found withSuggestion(String words) {
        return new Found(total, items, counts, instead, words, whole);
    }

    /** Returns a copy that tells how many have all the words. */
    public Found withWhole(long items) {
        return new Found(total, this.items, counts, instead, suggestion, items);
    }

    /**
     * One item.
     *
     * @param title its title, HTML with the words in {@code <mark>}
     * @param excerpt what stands around the words, likewise
     */
    public record Item(Hits.Hit hit, String title, String excerpt) {}
}
