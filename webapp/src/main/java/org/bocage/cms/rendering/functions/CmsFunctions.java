package org.bocage.cms.rendering.functions;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.Escaping;
import org.bocage.cms.rendering.Mode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn}, Magnolia's TemplatingFunctions. Public because FreeMarker calls public classes only. */
public final class CmsFunctions extends TemplateFunctions {

    private static final String WEBSITE = "website";

    CmsFunctions(RenderContext context) {
        super(context);
    }

    public boolean isInherited(ContentMap content) {
        return content.wrapping().origin() == ContentMap.Origin.INHERITED;
    }

    public boolean isInherited(Node content) {
        return isInherited(required(content));
    }

    public boolean isFromCurrentPage(ContentMap content) {
        return !isInherited(content);
    }

    public boolean isFromCurrentPage(Node content) {
        return !isInherited(content);
    }

    public @Nullable String link(ContentMap content) {
        return context().addresses().link(content.node()).orElse(null);
    }

    public @Nullable String link(Node content) {
        return link(required(content));
    }

    public @Nullable String link(@Nullable String workspace, @Nullable String id) {
        return byId(id, named(workspace)).flatMap(context().addresses()::link).orElse(null);
    }

    private static String named(@Nullable String workspace) {
        if (workspace == null) {
            throw new RenderFailure("A workspace is wanted");
        }
        return workspace;
    }

    public String linkPrefix(ContentMap content) {
        return context().addresses().prefix();
    }

    public String linkPrefix(Node content) {
        return linkPrefix(required(content));
    }

    /** The address in a property, escaped, with {@code http://} where it names no protocol; empty when blank. */
    public String externalLink(ContentMap content, @Nullable String name) {
        String address = Escaping.escape(text(content, name).strip());
        boolean complete =
                address.isEmpty() || address.startsWith("#") || address.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
        return complete ? address : "http://" + address;
    }

    public String externalLink(Node content, @Nullable String name) {
        return externalLink(required(content), name);
    }

    private static String text(ContentMap content, @Nullable String name) {
        if (name == null) {
            throw new RenderFailure("The name of a property is wanted");
        }
        Object value = content.value(name);
        return value == null || value instanceof Collection<?> ? "" : String.valueOf(value);
    }

    public String externalLinkTitle(ContentMap content, @Nullable String link, @Nullable String title) {
        String given = text(content, title);
        return given.isEmpty() ? externalLink(content, link) : given;
    }

    public String externalLinkTitle(Node content, @Nullable String link, @Nullable String title) {
        return externalLinkTitle(required(content), link, title);
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
    public Map<String, String> localizedLinks(ContentMap content) {
        Map<String, String> links = new LinkedHashMap<>();
        String own = context().addresses().of(content.node()).orElse("");
        String rest = own.substring(
                Math.min(own.length(), context().addresses().prefix().length()));
        SiteDefinition.Locales locales = context().definitions().site().locales();
        for (Locale locale : locales.all()) {
            String prefix = locale.equals(locales.main()) ? "" : "/" + locale;
            links.put(locale.toString(), context().request().contextPath() + prefix + rest);
        }
        return links;
    }

    public Map<String, String> localizedLinks(Node content) {
        return localizedLinks(required(content));
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

    public String createHtmlAttribute(@Nullable String name, @Nullable String value) {
        return value == null || value.isBlank() ? "" : name + "=\"" + value.strip() + "\"";
    }

    public @Nullable ContentMap contentByPath(@Nullable String path) {
        return contentByPath(path, WEBSITE);
    }

    public @Nullable ContentMap contentByPath(@Nullable String path, @Nullable String workspace) {
        if (path == null) {
            throw new RenderFailure("A path is wanted");
        }
        return byPath(path, named(workspace)).map(context()::plain).orElse(null);
    }

    public @Nullable ContentMap contentById(@Nullable String id) {
        return contentById(id, WEBSITE);
    }

    public @Nullable ContentMap contentById(@Nullable String id, @Nullable String workspace) {
        return byId(id, named(workspace)).map(context()::plain).orElse(null);
    }

    public @Nullable Node nodeByPath(@Nullable String path) {
        return node(contentByPath(path));
    }

    public @Nullable Node nodeByPath(@Nullable String path, @Nullable String workspace) {
        return node(contentByPath(path, workspace));
    }

    public @Nullable Node nodeById(@Nullable String id) {
        return node(contentById(id));
    }

    public @Nullable Node nodeById(@Nullable String id, @Nullable String workspace) {
        return node(contentById(id, workspace));
    }

    /**
     * The node whose identifier a property holds, escaped and localised however the one with the property is.
     *
     * @throws RenderFailure when the property holds something else, or the workspace is none
     */
    public @Nullable ContentMap contentByReference(ContentMap content, String property, @Nullable String workspace) {
        Object value = content.node().properties().get(property);
        if (value == null || workspace == null) {
            return null;
        }
        String id = String.valueOf(value);
        if (!Workspace.isIdentifier(id)) {
            throw new RenderFailure("Not an identifier: " + id);
        }
        if (!isWorkspace(workspace)) {
            throw new RenderFailure("No workspace " + workspace);
        }
        return byId(id, workspace)
                .map(node -> context().plain(node).with(ContentMap.Wrapping.FULL))
                .orElse(null);
    }

    public @Nullable Node contentByReference(Node content, String property, @Nullable String workspace) {
        return node(contentByReference(required(content), property, workspace));
    }

    private boolean isWorkspace(String name) {
        return byPath("/", name).isPresent();
    }

    public ContentMap decode(ContentMap content) {
        return content.with(content.wrapping().withEscaping(false));
    }

    public @Nullable Node decode(Node content) {
        return node(decode(required(content)));
    }

    /**
     * A node whose texts are escaped.
     *
     * @throws RenderFailure when they are already
     */
    public ContentMap encode(ContentMap content) {
        if (content.wrapping().escaping()) {
            throw new RenderFailure(content.node().storePath() + " is already decorated, its texts are escaped");
        }
        return content.with(content.wrapping().withEscaping(true));
    }

    public @Nullable Node encode(Node content) {
        return node(encode(required(content)));
    }

    public String encode(String text) {
        return Escaping.escapeWithBreaks(text);
    }

    public String unescapeXss(@Nullable String text) {
        return text == null ? "" : Escaping.unescape(text);
    }

    /**
     * A node in the language of the page.
     *
     * @throws RenderFailure when it is already
     */
    public ContentMap wrapForI18n(ContentMap content) {
        if (content.wrapping().localised()) {
            throw new RenderFailure(content.node().storePath() + " is already decorated with the language of the page");
        }
        return content.with(content.wrapping().withLanguage());
    }

    public @Nullable Node wrapForI18n(Node content) {
        return node(wrapForI18n(required(content)));
    }

    public @Nullable String metaData(ContentMap content, String name) {
        return NodeMetaData.of(content.node(), name);
    }

    public @Nullable String metaData(Node content, String name) {
        return metaData(required(content), name);
    }

    public @Nullable String abbreviateString(@Nullable String text, int length) {
        return abbreviateString(text, length, " ...");
    }

    /** A text cut at a blank; fails where its length has no room for the suffix. */
    public @Nullable String abbreviateString(@Nullable String text, int length, @Nullable String suffix) {
        if (suffix == null) {
            throw new RenderFailure("A suffix is wanted");
        }
        if (text == null || text.length() <= length) {
            return text;
        }
        int end = length - suffix.length();
        if (end < 0) {
            throw new RenderFailure("No room for « " + suffix + " » in " + length + " characters");
        }
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > 0 ? blank : end) + suffix;
    }

    public @Nullable String fileExtension(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return name.lastIndexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.') + 1);
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
    public @Nullable Node content(@Nullable String path) {
        return nodeByPath(path);
    }

    public @Nullable Node content(String workspace, @Nullable String path) {
        return nodeByPath(path, workspace);
    }

    public @Nullable Node contentByIdentifier(@Nullable String id) {
        return nodeById(id);
    }

    public @Nullable Node contentByIdentifier(String workspace, @Nullable String id) {
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
