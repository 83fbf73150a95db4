package org.bocage.cms.rendering.functions;

import java.util.Comparator;
import java.util.Date;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderFailure;
import org.jspecify.annotations.Nullable;

/** The pieces of JCR-SQL2 that {@code contentListBy…} take: conditions joined by {@code and}, and an order. */
final class Selection {

    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION = Pattern.compile(
            "\\[?([\\w:.-]+)]?\\s*(?:(=|<>)\\s*'?((?:[^']|'')*)'?|(is\\s+not\\s+null)|(is\\s+null))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDER =
            Pattern.compile("(?:\\w+\\.)?\\[?([\\w:-]+)]?(?:\\s+(asc|desc))?", Pattern.CASE_INSENSITIVE);

    private Selection() {}

    /**
     * Whether a node meets all conditions.
     *
     * @throws RenderFailure for a condition of another form
     */
    static Predicate<ContentNode> where(@Nullable String conditions) {
        Predicate<ContentNode> all = node -> true;
        if (conditions == null || conditions.isBlank()) {
            return all;
        }
        for (String condition : AND.split(conditions.strip().replaceFirst("(?i)^and\\s+", ""))) {
            all = all.and(one(condition.strip()));
        }
        return all;
    }

    private static Predicate<ContentNode> one(String condition) {
        Matcher parts = CONDITION.matcher(condition);
        if (!parts.matches()) {
            throw new RenderFailure("Not a condition that lists by template know: " + condition);
        }
        String property = parts.group(1);
        if (parts.group(2) != null) {
            String value = parts.group(3).replace("''", "'");
            boolean equal = parts.group(2).equals("=");
            return node -> {
                Object given = node.properties().get(property);
                return given != null && equal == String.valueOf(given).equals(value);
            };
        }
        boolean present = parts.group(4) != null;
        return node -> present == node.properties().containsKey(property);
    }

    /** Nodes without the property come first, as in JCR. */
    static Comparator<ContentNode> by(@Nullable String order) {
        Comparator<ContentNode> all = Comparator.comparing(node -> 0);
        if (order == null || order.isBlank()) {
            return all;
        }
        for (String key : order.split(",")) {
            Matcher parts = ORDER.matcher(key.strip());
            if (!parts.matches()) {
                throw new RenderFailure("Not an order that lists by template know: " + order);
            }
            Comparator<ContentNode> next = (one, other) -> compare(
                    one.properties().get(parts.group(1)), other.properties().get(parts.group(1)));
            all = all.thenComparing("desc".equalsIgnoreCase(parts.group(2)) ? next.reversed() : next);
        }
        return all;
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        if (one instanceof Number first && other instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        if (one instanceof Date first && other instanceof Date second) {
            return first.toInstant().compareTo(second.toInstant());
        }
        return String.valueOf(one).compareToIgnoreCase(String.valueOf(other));
    }
}
