package org.bocage.cms.rendering.functions;

import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.rendering.Addresses;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.Escaping;
import org.bocage.cms.rendering.PublicFigure;
import org.bocage.cms.rendering.PublicLines;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.ShortAddress;
import org.bocage.cms.rendering.TemplateFunction;
import org.bocage.cms.rendering.lists.ContentLists;
import org.bocage.cms.search.query.Found;
import org.jspecify.annotations.Nullable;

/**
 * {@code portailfn}: what only this host offers; templates reach it through {@code includes/host.ftl}. Public because
 * FreeMarker calls public classes only.
 */
public final class HostFunctions extends Functions {

    private final ContentLists lists;
    private final List<PublicFigure> figures;
    private final List<PublicLines> lines;
    private final List<TemplateFunction> registered;

    HostFunctions(
            RenderContext context,
            ContentLists lists,
            List<PublicFigure> figures,
            List<PublicLines> lines,
            List<TemplateFunction> registered) {
        super(context);
        this.registered = registered;
        this.figures = figures;
        this.lines = lines;
        this.lists = lists;
    }

    /**
     * A page of contents: items, total, page, pages, size; items are escaped as {@code content} is. A filter is a value,
     * a sequence of which one must be there, or {@code {"from": …, "to": …}} of dates or of texts.
     */
    public Map<String, Object> list(Map<String, Object> asked) {
        String workspace = String.valueOf(asked.getOrDefault("workspace", ""));
        ContentLists.Query query = new ContentLists.Query(
                workspace,
                String.valueOf(asked.getOrDefault("type", "")),
                filters(asked.get("filters")),
                ranges(asked.get("filters")),
                String.valueOf(asked.getOrDefault("sort", "")),
                Boolean.TRUE.equals(asked.get("once")),
                number(asked.get("page"), 1),
                number(asked.get("size"), 12));
        nodes().listed(workspace);
        ContentLists.Page found = nodes().reading(
                        () -> lists.list(context().store(), context().request().reader(), query));
        List<ContentMap> items = new ArrayList<>();
        for (String path : found.paths()) {
            byPath(path, workspace).map(this::wrapped).ifPresent(items::add);
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("total", found.total());
        page.put("page", query.page());
        page.put("pages", (found.total() + query.size() - 1) / query.size());
        page.put("size", query.size());
        return page;
    }

    /** {@code [@portailfn.kept by=[…]]}: what is nested, drawn once for all pages that tell the same strings. */
    public TemplateDirectiveModel getKept() {
        return new KeptDirective(context());
    }

    /**
     * HTML in which each word is explained where it is first met.
     *
     * @param words escaped as {@code content} is, as their meanings are
     */
    public String explained(String html, List<String> words, List<String> meanings) {
        Map<String, String> explained = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isEmpty() && !meanings.get(i).isEmpty()) {
                explained.put(words.get(i), meanings.get(i));
            }
        }
        return explained.isEmpty() ? html : ExplainedWords.of(explained).explained(html);
    }

    /**
     * HTML in which each picture is shown once.
     *
     * @param frames opening tags after which a picture only adorns
     * @param instead what stands there in the place of one that stands further up, taken in turn
     */
    public String shownOnce(String html, List<String> frames, List<String> instead) {
        return frames.isEmpty() || instead.isEmpty() ? html : RepeatedPictures.replaced(html, frames, instead);
    }

    /**
     * A page of what a search of the site finds: items, total, page, pages, size, counts, instead, suggestion and whole. An item has
     * {@code item} (escaped as {@code content} is), {@code kind}, {@code title} and {@code excerpt} (HTML). Counts are
     * given by {@code kind} and by vocabulary.
     */
    public Map<String, Object> search(Map<String, Object> asked) {
        return new SiteResults(asked).page();
    }

    /** Suggests items by the beginnings of title words: each with {@code item}, {@code kind} and {@code title} (plain text). */
    public List<Map<String, Object>> suggest(Map<String, Object> asked) {
        return new SiteResults(asked).suggestions();
    }

    /** A search of the site as a template asks for it. */
    private final class SiteResults {

        private final ContentLists.SiteQuery query;

        SiteResults(Map<String, Object> asked) {
            this.query = new ContentLists.SiteQuery(
                    String.valueOf(asked.getOrDefault("words", "")),
                    filters(asked.get("narrowed")),
                    conditions(asked.get("needed")),
                    conditions(asked.get("late")),
                    conditions(asked.get("fresh")),
                    number(asked.get("page"), 1),
                    number(asked.get("size"), 10));
        }

        Map<String, Object> page() {
            nodes().notes().bind();
            Found found = nodes().reading(() ->
                    lists.find(context().store(), context().request().reader(), query));
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("items", items(found.items()));
            page.put("total", found.total());
            page.put("page", query.page());
            page.put("pages", (found.total() + query.size() - 1) / query.size());
            page.put("size", query.size());
            page.put("counts", found.counts());
            page.put("instead", found.instead());
            page.put("suggestion", found.suggestion());
            page.put("whole", found.whole());
            return page;
        }

        List<Map<String, Object>> suggestions() {
            nodes().notes().bind();
            return items(nodes().reading(() ->
                    lists.suggest(context().store(), context().request().reader(), query)));
        }

        /** Wraps the items found, without those that the reader's own session does not show, whatever the index says. */
        private List<Map<String, Object>> items(List<Found.Item> found) {
            List<Map<String, Object>> items = new ArrayList<>();
            for (Found.Item one : found) {
                byPath(one.hit().path(), one.hit().workspace())
                        .ifPresent(node -> items.add(Map.of(
                                "item", wrapped(node),
                                "kind", one.hit().workspace(),
                                "title", one.title(),
                                "excerpt", one.excerpt())));
            }
            return items;
        }

        private static Map<String, Map<String, ContentLists.Range>> conditions(@Nullable Object given) {
            Map<String, Map<String, ContentLists.Range>> conditions = new HashMap<>();
            if (given instanceof Map<?, ?> map) {
                map.forEach((workspace, range) -> conditions.put(String.valueOf(workspace), ranges(range)));
            }
            return conditions;
        }
    }

    public @Nullable Object bySlug(String workspace, String type, @Nullable String slug) {
        nodes().listed(workspace);
        Optional<ContentNode> tried = context()
                .tried()
                .filter(item -> item.workspace().name().equals(workspace)
                        && item.type().equals(type)
                        && item.name().equals(slug));
        if (tried.isPresent()) {
            return wrapped(tried.get());
        }
        Optional<String> path = slug == null || slug.isEmpty()
                ? Optional.empty()
                : nodes().reading(() ->
                        lists.pathBySlug(context().store(), context().request().reader(), workspace, type, slug));
        return path.flatMap(found -> byPath(found, workspace))
                .map(this::wrapped)
                .orElse(null);
    }

    /**
     * The form that is shown in the page, {@code {title, html}}, both ready to print, with the path that was asked for and the title
     * as it was typed, {@code {path, plain}}, never printed as they are; null when the page stands alone.
     */
    public @Nullable Map<String, Object> insert() {
        return context()
                .insert()
                .map(insert -> Map.<String, Object>of(
                        "path", insert.path(),
                        "plain", insert.title(),
                        "title", Escaping.escape(insert.title()),
                        "html", insert.html()))
                .orElse(null);
    }

    /** A number that no list of what is on line gives; 0 of a name that nobody knows. */
    public long figure(String name) {
        return figures.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> {
                    nodes().listed(one.workspace());
                    return one.now();
                })
                .orElse(0L);
    }

    /** Lines that no content holds, their words ready to print; none of a name that nobody knows. */
    public List<Map<String, String>> lines(String name) {
        List<Map<String, String>> told = new ArrayList<>();
        for (PublicLines one : lines) {
            if (one.name().equals(name)) {
                // no change of the store tells of all of theirs
                nodes().notes().bind();
                nodes().listed(one.workspace());
                for (Map<String, String> line : one.now()) {
                    Map<String, String> escaped = new HashMap<>();
                    line.forEach((key, words) -> escaped.put(key, Escaping.escape(words)));
                    told.add(escaped);
                }
            }
        }
        return told;
    }

    /** A function that is registered by this name, {@code portailfn.name(…)}, which FreeMarker asks for where no method has it. */
    public @Nullable TemplateMethodModelEx get(String name) {
        return registered.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .<TemplateMethodModelEx>map(one -> arguments -> {
                    one.workspace().ifPresent(nodes()::listed);
                    return context().wrapper().wrap(escaped(one.call(texts(arguments))));
                })
                .orElse(null);
    }

    private static List<String> texts(List<?> arguments) throws TemplateModelException {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            if (!(argument instanceof TemplateScalarModel text)) {
                throw new TemplateModelException("A function of portailfn takes texts");
            }
            texts.add(text.getAsString());
        }
        return texts;
    }

    /** Makes the texts of an answer ready to print. */
    private static Object escaped(Object answer) {
        if (answer instanceof Map<?, ?> map) {
            Map<Object, Object> escaped = new LinkedHashMap<>();
            map.forEach((key, value) -> escaped.put(key, escaped(value)));
            return escaped;
        }
        if (answer instanceof Collection<?> all) {
            return all.stream().map(HostFunctions::escaped).toList();
        }
        return answer instanceof String text ? Escaping.escape(text) : answer;
    }

    public void notFound() {
        context().setStatus(404);
    }

    /** The page stays, and says that what it showed is over (RFC 9110, 15.5.11). */
    public void gone() {
        context().setStatus(410);
    }

    /** The minute the page is rendered in; not the instant, so that what it lists is found once a minute. */
    public Date now() {
        return Date.from(context().now().truncatedTo(ChronoUnit.MINUTES));
    }

    /** The first moment of the day in Paris, some days from now. */
    public Date day(int fromToday) {
        return Date.from(context()
                .now()
                .atZone(Addresses.ZONE)
                .toLocalDate()
                .plusDays(fromToday)
                .atStartOfDay(Addresses.ZONE)
                .toInstant());
    }

    public void redirectPermanently(String address) {
        context().redirectTo(301, Escaping.unescape(address));
    }

    public String resource(String path) {
        return context()
                .definitions()
                .resources()
                .get(path)
                .map(resource -> ResourceFunctions.cachedAddress(context(), resource))
                .orElseGet(() -> context().request().contextPath() + "/.resources" + path);
    }

    public String formatDate(Date date, String pattern) {
        return Addresses.formatDate(date, pattern);
    }

    public @Nullable String link(@Nullable Object content) {
        return map(content).flatMap(map -> context().addresses().of(map.node())).orElse(null);
    }

    /** The short address of a content, after the context path, {@code /l/4m2k9x7q}; null when it is no content. */
    public @Nullable String shortAddress(@Nullable Object content) {
        return map(content)
                .map(map -> ShortAddress.PREFIX + ShortAddress.code(map.node().id()))
                .orElse(null);
    }

    public String canonical(String address) {
        return address.startsWith("/") ? context().request().baseUrl() + address : address;
    }

    private ContentMap wrapped(ContentNode node) {
        return new ContentMap(context(), node, ContentMap.Wrapping.FULL);
    }

    private static Map<String, List<String>> filters(@Nullable Object given) {
        Map<String, List<String>> filters = new HashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (!(value instanceof Map)) {
                    filters.put(
                            String.valueOf(name),
                            value instanceof Collection<?> any
                                    ? any.stream().map(String::valueOf).toList()
                                    : List.of(String.valueOf(value)));
                }
            });
        }
        return filters;
    }

    private static Map<String, ContentLists.Range> ranges(@Nullable Object given) {
        Map<String, ContentLists.Range> ranges = new HashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value instanceof Map<?, ?> bounds) {
                    ranges.put(String.valueOf(name), new ContentLists.Range(bounds.get("from"), bounds.get("to")));
                }
            });
        }
        return ranges;
    }

    private static int number(@Nullable Object given, int otherwise) {
        return given instanceof Number number ? number.intValue() : otherwise;
    }
}
