package org.bocage.cms.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks of the index. Values are compared with the property's own type: text exactly, numbers and dates as
 * such.
 *
 * @param workspace where to look
 * @param type node type or one of its supertypes; empty for any
 * @param under path in the workspace whose descendants are meant; {@code /} for all
 * @param filters all must hold
 * @param words beginnings of words of the title, name or catch phrase, all of which must occur; empty for no such condition
 * @param orders sort, the first counting most; the path decides between equals
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
        int offset,
        int limit) {

    /** Beyond this a list is no longer a list; somebody pages through everything. */
    public static final int DEEPEST = 10_000;

    public ContentQuery {
        filters = List.copyOf(filters);
        orders = List.copyOf(orders);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset and limit must not be negative");
        }
    }

    /** A condition on one property. */
    public sealed interface Filter {
        String property();
    }

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

    /** One sort key. */
    public record Order(String property, boolean descending) {}

    /** Everything of a workspace, ten at a time. */
    public static ContentQuery in(String workspace) {
        return new ContentQuery(workspace, "", "/", List.of(), "", List.of(), 0, 10);
    }

    public ContentQuery ofType(String nodeType) {
        return new ContentQuery(workspace, nodeType, under, filters, words, orders, offset, limit);
    }

    public ContentQuery under(String path) {
        return new ContentQuery(workspace, type, path, filters, words, orders, offset, limit);
    }

    public ContentQuery where(String property, String... values) {
        return and(new AnyOf(property, List.of(values)));
    }

    public ContentQuery and(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new ContentQuery(workspace, type, under, more, words, orders, offset, limit);
    }

    public ContentQuery matching(String text) {
        return new ContentQuery(workspace, type, under, filters, text, orders, offset, limit);
    }

    public ContentQuery orderBy(String property, boolean descending) {
        List<Order> more = new ArrayList<>(orders);
        more.add(new Order(property, descending));
        return new ContentQuery(workspace, type, under, filters, words, more, offset, limit);
    }

    public ContentQuery page(int from, int size) {
        return new ContentQuery(workspace, type, under, filters, words, orders, from, size);
    }
}
