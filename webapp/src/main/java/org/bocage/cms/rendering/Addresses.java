package org.bocage.cms.rendering;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.VirtualUriMapping;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;

/** Addresses of pages and items (spec 7.6). */
public final class Addresses {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** By their pattern, which scripts write. */
    private static final LoadingCache<String, DateTimeFormatter> FORMATS =
            Caffeine.newBuilder().maximumSize(200).build(FrenchDays::format);

    private static final Pattern LINK =
            Pattern.compile("\\$\\{link:\\{uuid:\\{([^}]*)},repository:\\{([^}]*)},(?:workspace:\\{[^}]*},)?"
                    + "(?:path|handle):\\{([^}]*)},nodeData:\\{[^}]*},extension:\\{[^}]*}}}");

    private final Definitions definitions;
    private final RenderRequest request;
    private final NodeReader nodes;
    private final String extension;
    private final String localePrefix;

    Addresses(Definitions definitions, RenderRequest request, NodeReader nodes, String extension, String localePrefix) {
        this.definitions = definitions;
        this.request = request;
        this.nodes = nodes;
        this.extension = extension;
        this.localePrefix = localePrefix;
    }

    /** Context path and language, which every link to a page starts with. */
    public String prefix() {
        return request.contextPath() + localePrefix;
    }

    /** The public address of a node; empty when its type has no page. */
    public Optional<String> of(ContentNode node) {
        if (node.workspace().equals(Workspace.WEBSITE)) {
            return Optional.of(prefix() + page(node));
        }
        return definitions
                .contentTypeOf(node.workspace().name(), node.type())
                .flatMap(type -> type.extension().address().fill(node.path(), property -> value(node, property)))
                .map(address -> prefix() + address);
    }

    /** The address that {@code cmsfn.link} gives: with Magnolia's own addresses, every node has one. */
    public Optional<String> link(ContentNode node) {
        if (node.workspace().equals(Workspace.DAM) && node.type().equals("mgnl:asset")) {
            return Optional.of(prefix() + "/dam/jcr:" + node.id() + "/" + encode(node.name()));
        }
        if (node.type().equals("mgnl:resource") && !node.string("extension").isEmpty()) {
            return Optional.of(
                    prefix() + encode(node.path() + "/" + node.string("fileName")) + "." + node.string("extension"));
        }
        return of(node).or(() -> extension.isEmpty() ? Optional.empty() : Optional.of(prefix() + page(node)));
    }

    private String page(ContentNode node) {
        if (node.isRoot()) {
            return "/";
        }
        if (!extension.isEmpty()) {
            return encode(node.path()) + "." + extension;
        }
        boolean isHome = definitions.virtualUriMappings().stream()
                .anyMatch(mapping -> mapping instanceof VirtualUriMapping.Simple simple
                        && simple.fromUri().equals("/")
                        && simple.toUri().equals("forward:" + node.path()));
        return isHome ? "/" : encode(node.path());
    }

    private static Optional<Object> value(ContentNode node, String property) {
        Object value = node.properties().get(property);
        if (value instanceof Date date) {
            return Optional.of(date.toInstant());
        }
        return Optional.ofNullable(value == null && property.equals("name") ? node.name() : value);
    }

    public static String formatDate(Date date, String pattern) {
        return FORMATS.get(pattern).format(date.toInstant().atZone(ZONE));
    }

    /** Replaces the links that rich text keeps by identifier. */
    String replaceLinks(String text) {
        if (!text.contains("${link:")) {
            return text;
        }
        return LINK.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement(target(link.group(1), link.group(2), link.group(3))));
    }

    private String target(String id, String repository, String path) {
        if (!repository.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            return "#";
        }
        if (repository.equals("dam")) {
            return request.contextPath() + "/dam/jcr:" + id + "/" + encode(path.substring(path.lastIndexOf('/') + 1));
        }
        return nodes.byId(new Workspace(repository), id).flatMap(this::of).orElse("#");
    }

    public static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3A", ":");
    }
}
