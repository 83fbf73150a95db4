package org.bocage.cms.rendering.functions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.rendering.Addresses;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.jspecify.annotations.Nullable;

/** {@code resfn}: tags and addresses of web resources. Public because FreeMarker calls public classes only. */
public final class ResourceFunctions extends Functions {

    private static final String GLOB = "glob:";
    private static final String STYLE = "<link rel=\"stylesheet\" type=\"text/css\" ATTRIBUTEShref=\"ADDRESS\"/>";
    private static final String SCRIPT = "<script ATTRIBUTESsrc=\"ADDRESS\"></script>";

    ResourceFunctions(RenderContext context) {
        super(context);
    }

    public String css(String pattern) {
        return css(List.of(pattern), "");
    }

    public String css(String pattern, String attributes) {
        return css(List.of(pattern), attributes);
    }

    public String css(List<String> patterns) {
        return css(patterns, "");
    }

    public String css(List<String> patterns, String attributes) {
        return tags(links(patterns), STYLE, attributes);
    }

    public String cachedCss(String pattern) {
        return cachedCss(List.of(pattern), "");
    }

    public String cachedCss(String pattern, String attributes) {
        return cachedCss(List.of(pattern), attributes);
    }

    public String cachedCss(List<String> patterns) {
        return cachedCss(patterns, "");
    }

    public String cachedCss(List<String> patterns, String attributes) {
        return tags(cachedLinks(patterns), STYLE, attributes);
    }

    public String js(String pattern) {
        return js(List.of(pattern), "");
    }

    public String js(String pattern, String attributes) {
        return js(List.of(pattern), attributes);
    }

    public String js(List<String> patterns) {
        return js(patterns, "");
    }

    public String js(List<String> patterns, String attributes) {
        return tags(links(patterns), SCRIPT, attributes);
    }

    public String cachedJs(String pattern) {
        return cachedJs(List.of(pattern), "");
    }

    public String cachedJs(String pattern, String attributes) {
        return cachedJs(List.of(pattern), attributes);
    }

    public String cachedJs(List<String> patterns) {
        return cachedJs(patterns, "");
    }

    public String cachedJs(List<String> patterns, String attributes) {
        return tags(cachedLinks(patterns), SCRIPT, attributes);
    }

    /** The address of the first file that matches; empty when none does. */
    public String link(@Nullable String pattern) {
        return links(List.of(required(pattern))).stream().findFirst().orElse("");
    }

    public String cachedLink(@Nullable String pattern) {
        return cachedLinks(List.of(required(pattern))).stream().findFirst().orElse("");
    }

    private static String required(@Nullable String pattern) {
        if (pattern == null) {
            throw new RenderFailure("A pattern is wanted");
        }
        return pattern;
    }

    public List<String> links(List<String> patterns) {
        return find(patterns).stream().map(one -> address(context(), one)).toList();
    }

    public List<String> cachedLinks(List<String> patterns) {
        return find(patterns).stream().map(one -> cachedAddress(context(), one)).toList();
    }

    /** A tag a file; the attributes are written as they are given. */
    private static String tags(List<String> links, String tag, String attributes) {
        String given = attributes.isBlank() ? "" : attributes.strip() + " ";
        return links.stream()
                .map(link -> tag.replace("ATTRIBUTES", given).replace("ADDRESS", link))
                .collect(Collectors.joining("\n"));
    }

    private List<Resource> find(List<String> patterns) {
        if (patterns.isEmpty()) {
            throw new RenderFailure("Patterns of web resources are wanted");
        }
        Resources resources = context().definitions().resources();
        List<Resource> found = new ArrayList<>();
        for (String pattern : patterns) {
            found.addAll(
                    pattern.startsWith(GLOB)
                            ? matching(resources, pattern.substring(GLOB.length()))
                            : resources.matching(Pattern.compile(pattern)));
        }
        return found;
    }

    /** A pattern that begins anywhere begins at the root, too. */
    private static List<Resource> matching(Resources resources, String glob) {
        return resources.matching(glob.startsWith("/") ? glob : "/" + glob);
    }

    static String address(RenderContext context, Resource resource) {
        return context.request().contextPath() + "/.resources" + Addresses.encode(resource.path());
    }

    /** The address whose answer never changes: it names the content. */
    static String cachedAddress(RenderContext context, Resource resource) {
        String address = address(context, resource);
        int dot = address.lastIndexOf('.');
        int end = dot > address.lastIndexOf('/') ? dot : address.length();
        try {
            return address.substring(0, end) + "~" + resource.hash() + "~cache" + address.substring(end);
        } catch (IOException e) {
            // the file has gone since the last reload: its plain address answers what is true by then
            return address;
        }
    }
}
