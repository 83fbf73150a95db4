package org.bocage.cms.search.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.analysis.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Query of a list to the index. Values are compared with the property's own type: text exactly, numbers and dates as
 * such.
 *
 * @param workspace where to look; empty for everywhere
 * @param type node type or one of its supertypes; empty for any item. A part of an item is found by its type alone
 * @param under path in the workspace whose descendants are meant; {@code /} for all
 * @param filters all must hold
 * @param words beginnings of words of the title, name or catch phrase, all of which must occur; empty for no such condition
 * @param orders sort, the first counting most; the path decides between equals
 * @param once whether an item stands once for all its parts that are found, by the first of them in the order asked for
 * @param offset hits to skip
 * @param limit hits to give
 */
public record ContentQuery(
        String workspace,
        String type,
        String under,
        List<Filter> filters,
        String words,
        List<Order> orders,
        boolean once,
        int offset,
        int limit) {

    /** Sorts by how well what was {@link Mentioned} fits, best first. */
    public static final String SCORE = "@score";

    /**
     * Property of items that stand behind all others, in whatever order a list is; in one of days, behind those of their day.
     * A number; none stands before it.
     */
    public static final String BEHIND = "apresLesAutres";

    /** Beyond this a list is no longer a list; somebody pages through everything. */
    public static final int DEEPEST = 100_000;

    public ContentQuery {
        filters = List.copyOf(filters);
        orders = List.copyOf(orders);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset and limit must not be negative");
        }
    }

    /** A condition. Properties of sub nodes are named by their path; {@code @name} is the name of the node. */
    public sealed interface Filter {}

    /** One of the values is equal; several values of the property: one of them. */
    public record AnyOf(String property, Collection<String> values) implements Filter {}

    /** Between two instants, the first included, the second not; null is unbounded. */
    public record Between(
            String property,
            @Nullable Instant from,
            @Nullable Instant to) implements Filter {}

    /** The property is absent, or present. */
    public record Missing(String property, boolean missing) implements Filter {}

    /** Not this item. */
    public record NotThis(String property, String value) implements Filter {}

    /**
     * A comparison as Magnolia's REST makes it: true when one of the values compares so; {@code NOT_EQUAL} when the
     * property is there and no value is equal. A value of another type never matches, but for decimal numbers, which
     * Magnolia takes to be larger than whole ones and smaller than texts.
     */
    public record Compared(String property, Comparison comparison, Operand operand) implements Filter {}

    public enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    /**
     * Value that a property is compared with.
     *
     * @param text as it was written
     * @param whole the whole number it stands for; null when none
     * @param from beginning of the time it stands for; null when none
     * @param to end of that time, not included
     */
    public record Operand(
            String text,
            @Nullable Long whole,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A text of which {@code %} stands for any letters, {@code _} for one; {@code \\} before them for themselves. */
    public record Like(String property, String pattern, boolean ignoreCase) implements Filter {}

    /**
     * Words, or {@code "several words"} in this order, in the item's own texts; {@code OR} between two, {@code -} before
     * what must not occur, {@code *} for any ending. An item whose name begins with the whole text is right too.
     */
    public record FullText(String text) implements Filter {}

    /** The same in the texts of the item and of its parts, such as the components of a page; it can be sorted by. */
    public record Mentioned(String text) implements Filter {}

    public record AllOf(List<Filter> filters) implements Filter {}

    public record OneOf(List<Filter> filters) implements Filter {}

    public record Not(Filter filter) implements Filter {}

    /**
     * One sort key.
     *
     * @param accents whether letters with accents come after all others, as in Magnolia's REST, rather than where a
     *     French dictionary has them
     */
    public record Order(String property, boolean descending, boolean accents) {

        public Order(String property, boolean descending) {
            this(property, descending, false);
        }
    }

    /** Everything of the store, ten at a time. */
    public static ContentQuery anywhere() {
        return in("");
    }

    /** Everything of a workspace, ten at a time. */
    public static ContentQuery in(String workspace) {
        return new ContentQuery(workspace, "", "/", List.of(), "", List.of(), false, 0, 10);
    }

    public ContentQuery ofType(String nodeType) {
        return new ContentQuery(workspace, nodeType, under, filters, words, orders, once, offset, limit);
    }

    public ContentQuery under(String path) {
        return new ContentQuery(workspace, type, path, filters, words, orders, once, offset, limit);
    }

    /** Items that name a node in a text or a reference of theirs. */
    public ContentQuery naming(String identifier) {
        return where(Fields.REFERENCE, identifier);
    }

    public ContentQuery where(String property, String... values) {
        return and(new AnyOf(property, List.of(values)));
    }

    /** Items in one of some states. */
    public ContentQuery inState(State... states) {
        return where(ItemState.PROPERTY, Stream.of(states).map(State::key).toArray(String[]::new));
    }

    /** Items in none of some states. */
    public ContentQuery notInState(State... states) {
        return and(new Not(
                new AnyOf(ItemState.PROPERTY, Stream.of(states).map(State::key).toList())));
    }

    /** Items of which some version is on the site. */
    public ContentQuery onSite() {
        return where(ItemState.ON_SITE, "true");
    }

    public ContentQuery and(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new ContentQuery(workspace, type, under, more, words, orders, once, offset, limit);
    }

    public ContentQuery matching(String text) {
        return new ContentQuery(workspace, type, under, filters, text, orders, once, offset, limit);
    }

    public ContentQuery orderBy(String property, boolean descending) {
        return orderBy(new Order(property, descending));
    }

    public ContentQuery orderBy(Order order) {
        List<Order> more = new ArrayList<>(orders);
        more.add(order);
        return new ContentQuery(workspace, type, under, filters, words, more, once, offset, limit);
    }

    /** Returns the query grouped by item, each with its first part. */
    public ContentQuery oncePerItem() {
        return new ContentQuery(workspace, type, under, filters, words, orders, true, offset, limit);
    }

    public ContentQuery page(int from, int size) {
        return new ContentQuery(workspace, type, under, filters, words, orders, once, from, size);
    }
}
