package org.bocage.cms.rest.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.ContentQuery.Comparison;
import org.bocage.cms.search.query.ContentQuery.Filter;
import org.bocage.cms.search.query.ContentQuery.Operand;

/** The parameters {@code property[operator]=value} of a list, as conditions (spec 6.3). */
final class FilterParameters {

    private static final int MOST_FILTERS = 100;
    private static final int MOST_ALTERNATIVES = 200;
    private static final int LONGEST_VALUE = 2_000;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+[Z +-][0-9:]*");
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "eq", Comparison.EQUAL,
            "ne", Comparison.NOT_EQUAL,
            "lt", Comparison.LESS,
            "lte", Comparison.AT_MOST,
            "gt", Comparison.MORE,
            "gte", Comparison.AT_LEAST);

    private final String workspace;
    private final String root;
    private final List<Filter> filters = new ArrayList<>();
    private int alternatives;

    /** @param root path that every result lies below */
    FilterParameters(String workspace, String root) {
        this.workspace = workspace;
        this.root = root;
    }

    List<Filter> filters() {
        return filters;
    }

    void add(String parameter, String value) {
        if (filters.size() == MOST_FILTERS) {
            throw RestError.badRequest("At most " + MOST_FILTERS + " filters are taken");
        }
        if (value.length() > LONGEST_VALUE) {
            throw RestError.badRequest("A value has at most " + LONGEST_VALUE + " characters");
        }
        int bracket = parameter.indexOf('[');
        String property = bracket < 0 ? parameter : parameter.substring(0, bracket);
        String operator = bracket < 0 ? "eq" : operator(parameter.substring(bracket));
        filters.add(property.startsWith("@") ? special(property, operator, value) : plain(property, operator, value));
    }

    private static String operator(String brackets) {
        if (!brackets.endsWith("]")) {
            throw invalidOperator();
        }
        return brackets.substring(1, brackets.length() - 1);
    }

    private Filter plain(String property, String operator, String value) {
        if (property.isEmpty() || property.indexOf('/') >= 0) {
            throw RestError.invalidQuery();
        }
        Comparison comparison = COMPARISONS.get(operator);
        if (comparison != null) {
            return oneOf(value, one -> new ContentQuery.Compared(property, comparison, operand(one)));
        }
        return switch (operator) {
            case "like" -> oneOf(value, one -> new ContentQuery.Like(property, unquoted(one), false));
            case "ilike" -> oneOf(value, one -> new ContentQuery.Like(property, unquoted(one), true));
            case "in" -> oneOf(value, one -> between(property, Range.of(one)));
            case "not-in" -> oneOf(value, one -> outside(property, Range.of(one)));
            case "null" -> new ContentQuery.Missing(property, value.equals("true"));
            default -> throw invalidOperator();
        };
    }

    private Filter oneOf(String value, Function<String, Filter> condition) {
        List<Filter> any = new ArrayList<>();
        for (String one : value.split("\\|", -1)) {
            if (++alternatives > MOST_ALTERNATIVES) {
                throw RestError.badRequest("At most " + MOST_ALTERNATIVES + " values are taken");
            }
            any.add(condition.apply(one));
        }
        return any.size() == 1 ? any.get(0) : new ContentQuery.OneOf(any);
    }

    private Filter special(String property, String operator, String value) {
        boolean equal = operator.equals("eq");
        return switch (property) {
            case "@name" -> name(operator, value);
            case "@path" -> {
                if (!equal && !operator.equals("ne")) {
                    throw invalidOperator();
                }
                Filter same = oneOf(value, one -> new ContentQuery.AnyOf(property, storePath(one)));
                yield equal ? same : new ContentQuery.Not(same);
            }
            case "@ancestor" -> {
                if (!equal) {
                    throw invalidOperator();
                }
                yield oneOf(value, this::below);
            }
            // no node has a property of that name
            default -> new ContentQuery.AnyOf(property, List.of());
        };
    }

    /** Names are compared without regard to case. */
    private Filter name(String operator, String value) {
        Function<String, Filter> like = one -> new ContentQuery.Like("@name", unquoted(one), true);
        return switch (operator) {
            case "eq", "like", "ilike" -> oneOf(value, like);
            case "ne" -> oneOf(value, one -> new ContentQuery.Not(like.apply(one)));
            default -> throw invalidOperator();
        };
    }

    private Filter below(String path) {
        boolean inside = root.equals("/") || path.equals(root) || path.startsWith(root + "/");
        if (path.equals("/") && root.equals("/")) {
            return new ContentQuery.AllOf(List.of());
        }
        return new ContentQuery.AnyOf("@ancestor", inside ? storePath(path) : List.of());
    }

    private List<String> storePath(String path) {
        String clean = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Workspace.isWellFormed(clean) ? List.of(new Workspace(workspace).storePath(clean)) : List.of();
    }

    private record Range(Operand from, Operand to) {

        static Range of(String text) {
            int tilde = text.indexOf('~');
            if (tilde <= 0 || tilde == text.length() - 1) {
                throw invalidValue();
            }
            return new Range(operand(text.substring(0, tilde)), operand(text.substring(tilde + 1)));
        }
    }

    private static Filter between(String property, Range range) {
        return new ContentQuery.AllOf(List.of(
                new ContentQuery.Compared(property, Comparison.AT_LEAST, range.from()),
                new ContentQuery.Compared(property, Comparison.AT_MOST, range.to())));
    }

    private static Filter outside(String property, Range range) {
        return new ContentQuery.OneOf(List.of(
                new ContentQuery.Compared(property, Comparison.LESS, range.from()),
                new ContentQuery.Compared(property, Comparison.MORE, range.to())));
    }

    private static String unquoted(String value) {
        return isQuoted(value) ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean isQuoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    }

    /** Reads the operand of a value. A date that is none would, taken as a text, let everything through: it is refused. */
    private static Operand operand(String value) {
        if (isQuoted(value)) {
            return new Operand(unquoted(value), null, null, null);
        }
        if (WHOLE.matcher(value).matches()) {
            return new Operand(value, Long.valueOf(value), null, null);
        }
        try {
            return date(value).orElseGet(() -> new Operand(value, null, null, null));
        } catch (DateTimeException e) {
            throw invalidValue();
        }
    }

    private static Optional<Operand> date(String value) {
        if (DAY.matcher(value).matches()) {
            LocalDate day = LocalDate.parse(value);
            ZoneId zone = ZoneId.systemDefault();
            return Optional.of(new Operand(
                    value,
                    null,
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
        if (INSTANT.matcher(value).matches()) {
            // a plus sign that the address did not escape
            Instant at = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            return Optional.of(new Operand(value, null, at, at.plusMillis(1)));
        }
        return Optional.empty();
    }

    private static RestError invalidOperator() {
        return RestError.unknown("Operator is invalid.");
    }

    private static RestError invalidValue() {
        return RestError.badRequest("Value string is invalid.");
    }
}
