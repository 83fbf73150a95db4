package org.bocage.cms.rendering.lists;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.search.query.Found;
import org.jspecify.annotations.Nullable;

/** Lists of contents, which the search index answers. Only what the reader may see is listed and counted. */
public interface ContentLists {

    /** One page of the contents that a query selects. */
    Page list(Store store, Identity reader, Query query);

    /** Path, in its workspace, of the content of a type whose {@code name} is this. */
    Optional<String> pathBySlug(Store store, Identity reader, String workspace, String type, String slug);

    /** Paths, in their workspace, of the contents in which all words occur, best first. */
    List<String> search(Store store, Identity reader, Search search);

    /** Searches the whole site; items are known by workspace and path. */
    Found find(Store store, Identity reader, SiteQuery query);

    /** Items whose titles have words that begin as those of the query; titles are plain text. */
    List<Found.Item> suggest(Store store, Identity reader, SiteQuery query);

    /**
     * A search of the whole site.
     *
     * @param words as typed
     * @param narrowed values by what is counted: {@code kind}, or a vocabulary
     * @param needed by workspace, what items must fulfil to be found
     * @param late by workspace, what items must fulfil not to stand behind all others
     * @param fresh by workspace, what items fulfil that stand a little before others
     * @param page from 1
     * @param size items a page, at most {@value #LARGEST_PAGE}
     */
    record SiteQuery(
            String words,
            Map<String, List<String>> narrowed,
            Map<String, Map<String, Range>> needed,
            Map<String, Map<String, Range>> late,
            Map<String, Map<String, Range>> fresh,
            int page,
            int size) {

        public static final int LARGEST_PAGE = 100;

        public SiteQuery {
            page = Math.max(page, 1);
            size = Math.min(Math.max(size, 1), LARGEST_PAGE);
        }
    }

    /**
     * A full-text search.
     *
     * @param type node type; empty for any
     * @param under path whose descendants are meant; {@code /} for all
     * @param words all must occur; {@code "in quotes"} next to each other, {@code -not}, {@code one OR other}
     * @param offset hits to skip
     * @param limit hits to give
     */
    record Search(String workspace, String type, String under, String words, int offset, int limit) {}

    /**
     * Filters, order and page of a list of items.
     *
     * @param filters property to values: any of them is right
     * @param ranges property to what it must lie between
     * @param sort property, then {@code desc} after a blank for the reverse; empty: as the index has it
     * @param once whether an item stands once for all its parts, by the first of them
     * @param page from 1
     * @param size items a page, at most {@value #LARGEST_PAGE}
     */
    record Query(
            String workspace,
            String type,
            Map<String, List<String>> filters,
            Map<String, Range> ranges,
            String sort,
            boolean once,
            int page,
            int size) {

        public static final int LARGEST_PAGE = 1000;

        public Query {
            page = Math.max(page, 1);
            size = Math.min(Math.max(size, 1), LARGEST_PAGE);
        }
    }

    /**
     * From one value on and before another. Dates are compared with dates, other values with texts such as days.
     *
     * @param from null: from the beginning
     * @param to null: without end
     */
    record Range(@Nullable Object from, @Nullable Object to) {}

    /** Paths in their workspace, in order, and the number of contents on all pages. */
    record Page(List<String> paths, long total) {}
}
