package org.bocage.cms.rendering.functions;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.Escaping;
import org.bocage.cms.rendering.Mode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.values.JcrNode;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn}, Magnolia's TemplatingFunctions. Public because FreeMarker calls public classes only. */
public final class CmsFunctions extends TemplateFunctions {

    CmsFunctions(RenderContext context) {
        super(context);
    }

    public boolean isInherited(@Nullable Object content) {
        return map(content)
                .map(map -> map.wrapping().origin() == ContentMap.Origin.INHERITED)
                .orElse(false);
    }

    public boolean isFromCurrentPage(@Nullable Object content) {
        return !isInherited(content);
    }

    public @Nullable String link(@Nullable Object content) {
        return map(content).flatMap(map -> context().addresses().of(map.node())).orElse(null);
    }

    public @Nullable String link(String workspace, @Nullable Object id) {
        return byId(id, workspace).flatMap(context().addresses()::of).orElse(null);
    }

    public String linkPrefix(@Nullable Object content) {
        return context().addresses().prefix();
    }

    /** The address in a property, with {@code http://} where it names no protocol; empty when blank. */
    public String externalLink(@Nullable Object content, String name) {
        String address = map(content)
                .map(map -> String.valueOf(map.value(name) == null ? "" : map.value(name)))
                .orElse("")
                .strip();
        boolean complete =
                address.isEmpty() || address.startsWith("#") || address.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
        return complete ? address : "http://" + address;
    }

    public String externalLinkTitle(@Nullable Object content, String link, String title) {
        Object given = map(content).map(map -> map.value(title)).orElse(null);
        return given == null || given.equals("") ? externalLink(content, link) : String.valueOf(given);
    }

    public String queryStringAndFragment(@Nullable String url) {
        int start = url == null ? -1 : url.indexOf('?') >= 0 ? url.indexOf('?') : url.indexOf('#');
        return url == null || start < 0 ? "" : url.substring(start);
    }

    public String language() {
        return context().locale().toString();
    }

    public boolean isCurrentLocale(String language) {
        return language().equals(language);
    }

    public Map<String, String> localizedLinks() {
        nodes().notes().bind();
        return localizedLinks(context().main());
    }

    /** The address of a page in each language of the site. */
    public Map<String, String> localizedLinks(@Nullable Object content) {
        Map<String, String> links = new java.util.LinkedHashMap<>();
        Optional<ContentMap> map = map(content);
        if (map.isPresent()) {
            String own = context().addresses().of(map.get().node()).orElse("");
            String rest = own.substring(
                    Math.min(own.length(), context().addresses().prefix().length()));
            for (Locale locale : context().definitions().site().locales().supported()) {
                boolean isDefault =
                        locale.equals(context().definitions().site().locales().byDefault());
                links.put(
                        locale.toString(), context().request().contextPath() + (isDefault ? "" : "/" + locale) + rest);
            }
        }
        return links;
    }

    public boolean isEditMode() {
        return context().request().mode() == Mode.EDIT;
    }

    /** True for a visitor as well, as in Magnolia. */
    public boolean isPreviewMode() {
        return !isEditMode();
    }

    public boolean isAuthorInstance() {
        return context().request().mode().isAuthor();
    }

    public boolean isPublicInstance() {
        return !isAuthorInstance();
    }

    public String createHtmlAttribute(String name, @Nullable Object value) {
        return value == null || String.valueOf(value).isBlank()
                ? ""
                : name + "=\"" + String.valueOf(value).strip() + "\"";
    }

    public @Nullable Object contentByPath(@Nullable Object path) {
        return contentByPath(path, "website");
    }

    public @Nullable Object contentByPath(@Nullable Object path, String workspace) {
        return byPath(path, workspace).map(context()::plain).orElse(null);
    }

    public @Nullable Object contentById(@Nullable Object id) {
        return contentById(id, "website");
    }

    public @Nullable Object contentById(@Nullable Object id, String workspace) {
        return byId(id, workspace).map(context()::plain).orElse(null);
    }

    public @Nullable Object nodeByPath(@Nullable Object path) {
        return asJCRNode(contentByPath(path));
    }

    public @Nullable Object nodeByPath(@Nullable Object path, String workspace) {
        return asJCRNode(contentByPath(path, workspace));
    }

    public @Nullable Object nodeById(@Nullable Object id) {
        return asJCRNode(contentById(id));
    }

    public @Nullable Object nodeById(@Nullable Object id, String workspace) {
        return asJCRNode(contentById(id, workspace));
    }

    public @Nullable Object contentByReference(@Nullable Object content, String property, String workspace) {
        return map(content)
                .map(map -> contentById(map.node().properties().get(property), workspace))
                .orElse(null);
    }

    public @Nullable Object decode(@Nullable Object content) {
        return wrapped(content, false);
    }

    public @Nullable Object encode(@Nullable Object content) {
        return content instanceof String text ? Escaping.escapeWithBreaks(text) : wrapped(content, true);
    }

    private @Nullable Object wrapped(@Nullable Object content, boolean escaping) {
        Optional<ContentMap> map =
                map(content).map(one -> one.with(one.wrapping().withEscaping(escaping)));
        return content instanceof JcrNode
                ? map.map(one -> new JcrNode(one, context())).orElse(null)
                : map.orElse(null);
    }

    public String unescapeXss(@Nullable String text) {
        return text == null ? "" : Escaping.unescape(text);
    }

    public @Nullable Object wrapForI18n(@Nullable Object content) {
        return map(content)
                .map(map -> map.with(new ContentMap.Wrapping(
                        map.wrapping().escaping(),
                        true,
                        map.wrapping().fallbacks(),
                        map.wrapping().origin())))
                .orElse(null);
    }

    public @Nullable Object metaData(@Nullable Object content, String name) {
        String property = name.startsWith("mgnl:") ? name : "mgnl:" + name;
        Object value = map(content)
                .map(map -> map.node()
                        .properties()
                        .getOrDefault(property, map.node().properties().get("jcr:" + name)))
                .orElse(null);
        return value instanceof java.util.Date date ? date.toInstant().toString() : value;
    }

    public String abbreviateString(@Nullable String text, int length) {
        return abbreviateString(text, length, " ...");
    }

    public String abbreviateString(@Nullable String text, int length, String suffix) {
        if (text == null || text.length() <= length) {
            return text == null ? "" : text;
        }
        int end = Math.max(length - suffix.length(), 0);
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > 0 ? blank : end) + suffix;
    }

    public String fileExtension(@Nullable String name) {
        return name == null || name.lastIndexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.') + 1);
    }

    public String readableFileSize(long bytes) {
        String[] units = {"bytes", "KB", "MB", "GB", "TB"};
        int unit = 0;
        long size = bytes;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return size + " " + units[unit];
    }

    /** Magnolia's older name of {@link #nodeByPath}. */
    public @Nullable Object content(@Nullable Object path) {
        return nodeByPath(path);
    }

    public @Nullable Object content(String workspace, @Nullable Object path) {
        return nodeByPath(path, workspace);
    }

    public @Nullable Object contentByIdentifier(@Nullable Object id) {
        return nodeById(id);
    }

    public @Nullable Object contentByIdentifier(String workspace, @Nullable Object id) {
        return nodeById(id, workspace);
    }

    public String dump(@Nullable Object object) {
        return dump(object, 3);
    }

    public String dump(@Nullable Object object, int depth) {
        return dump(object, depth, false);
    }

    /** Describes the content of an object to the author of a script. */
    public String dump(@Nullable Object object, int depth, boolean html) {
        String text = new Dump(nodes()).of(object, Math.min(depth, 10));
        return html ? "<pre>" + Escaping.escape(text) + "</pre>" : text;
    }
}
