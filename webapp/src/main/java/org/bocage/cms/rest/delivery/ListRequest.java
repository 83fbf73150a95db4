package org.bocage.cms.rest.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.rest.PropertySelection;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.rest.RestRequest;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.ContentQuery.Filter;

/**
 * Request for a list (spec 6.3), in the terms of the index.
 *
 * @param query what to find
 * @param selection which properties of what is found are told
 */
record ListRequest(ContentQuery query, PropertySelection selection) {

    private static final Set<String> NO_FILTERS =
            Set.of("q", "orderBy", "offset", "limit", "lang", "properties", "excludeProperties");
    private static final Pattern ORDER =
            Pattern.compile("([^\\s/\\[\\]'\"]+)(?:\\s+(asc|desc))?", Pattern.CASE_INSENSITIVE);
    private static final int MOST_ORDERS = 10;
    private static final int LONGEST_TEXT = 500;

    static ListRequest of(RestRequest request, RestEndpointDefinition definition) {
        int limit = number(request, "limit", definition.limit());
        int offset = number(request, "offset", 0);
        if (limit < 0) {
            throw RestError.unknown("Max parameter must not be negative.");
        }
        if (offset < 0) {
            throw RestError.unknown("Offset parameter must not be negative.");
        }
        ContentQuery query = ContentQuery.in(definition.workspace())
                .under(root(definition))
                .and(new ContentQuery.AnyOf(definition.strict() ? "jcr:primaryType" : "@type", definition.nodeTypes()))
                .page(offset, Math.min(limit, definition.maxLimit()));
        for (Filter filter : filters(request, definition)) {
            query = query.and(filter);
        }
        for (ContentQuery.Order order : orders(request.parameter("orderBy").orElse(""))) {
            query = query.orderBy(order);
        }
        return new ListRequest(
                query,
                PropertySelection.of(definition)
                        .with(names(request, "properties"), names(request, "excludeProperties")));
    }

    /** The properties that a list is filtered and sorted by; what is asked of all texts at once is {@code q}. */
    static Stream<String> compared(RestRequest request) {
        Stream<String> filters = request.http().getParameterMap().keySet().stream()
                .filter(name -> name.equals("q") || !NO_FILTERS.contains(name))
                .map(name -> name.split("\\[", 2)[0]);
        Stream<String> orders =
                orders(request.parameter("orderBy").orElse("")).stream().map(ContentQuery.Order::property);
        return Stream.concat(filters, orders).filter(name -> !name.startsWith("@"));
    }

    /** Refuses to page through more than the index gives, rather than to pretend that nothing is left. */
    void refuseDeep(long total) {
        long last = (long) query.offset() + query.limit();
        if (query.limit() > 0 && query.offset() < total && Math.min(last, total) > ContentQuery.DEEPEST) {
            throw RestError.badRequest(
                    "Only the first " + ContentQuery.DEEPEST + " results can be paged through: add a filter");
        }
    }

    private static String root(RestEndpointDefinition definition) {
        return Workspace.isWellFormed(definition.rootPath()) ? definition.rootPath() : "/";
    }

    private static int number(RestRequest request, String name, int otherwise) {
        Optional<String> given = request.parameter(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (given.get().matches("[0-9]{10,}")) {
            return Integer.MAX_VALUE;
        }
        try {
            return Integer.parseInt(given.get());
        } catch (NumberFormatException e) {
            throw RestError.notFound("Unable to extract parameter from http request: javax.ws.rs.QueryParam(\"" + name
                    + "\") value is '" + given.get().replace(' ', '+') + "'");
        }
    }

    private static List<Filter> filters(RestRequest request, RestEndpointDefinition definition) {
        FilterParameters parameters = new FilterParameters(definition.workspace(), root(definition));
        for (Map.Entry<String, String[]> parameter :
                request.http().getParameterMap().entrySet()) {
            if (!NO_FILTERS.contains(parameter.getKey())) {
                for (String value : parameter.getValue()) {
                    parameters.add(parameter.getKey(), value);
                }
            }
        }
        List<Filter> filters = new ArrayList<>(parameters.filters());
        String text = request.parameter("q").orElse("").strip();
        if (text.length() > LONGEST_TEXT || text.matches("[*?%]+")) {
            throw RestError.badRequest("Value string is invalid.");
        }
        if (!text.isEmpty()) {
            filters.add(new ContentQuery.FullText(text));
        }
        return filters;
    }

    private static List<ContentQuery.Order> orders(String text) {
        List<ContentQuery.Order> orders = new ArrayList<>();
        if (text.isBlank()) {
            return orders;
        }
        for (String one : text.split(",", -1)) {
            Matcher order = ORDER.matcher(one.strip());
            if (!order.matches() || orders.size() == MOST_ORDERS) {
                throw RestError.invalidQuery();
            }
            boolean descending = order.group(2) != null
                    && order.group(2).toLowerCase(Locale.ROOT).equals("desc");
            boolean isPath = order.group(1).equals("@path");
            if (!isPath) {
                orders.add(new ContentQuery.Order(order.group(1), descending, true));
            }
        }
        return orders;
    }

    private static List<String> names(RestRequest request, String parameter) {
        return request.parameter(parameter)
                .map(list -> Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
