package org.bocage.cms.rendering.functions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.rendering.Addresses;
import org.bocage.cms.rendering.RenderContext;

/** {@code resfn}: tags and addresses of web resources. Public because FreeMarker calls public classes only. */
public final class ResourceFunctions extends Functions {

    ResourceFunctions(RenderContext context) {
        super(context);
    }

    public String css(Object patterns) {
        return css(patterns, "");
    }

    public String css(Object patterns, String attributes) {
        return tags(links(patterns), "<link rel=\"stylesheet\" href=\"", attributes, "/>");
    }

    public String cachedCss(Object patterns) {
        return cachedCss(patterns, "");
    }

    public String cachedCss(Object patterns, String attributes) {
        return tags(cachedLinks(patterns), "<link rel=\"stylesheet\" href=\"", attributes, "/>");
    }

    public String js(Object patterns) {
        return js(patterns, "");
    }

    public String js(Object patterns, String attributes) {
        return tags(links(patterns), "<script src=\"", attributes, "></script>");
    }

    public String cachedJs(Object patterns) {
        return cachedJs(patterns, "");
    }

    public String cachedJs(Object patterns, String attributes) {
        return tags(cachedLinks(patterns), "<script src=\"", attributes, "></script>");
    }

    public String link(Object pattern) {
        return links(pattern).stream().findFirst().orElse("");
    }

    public String cachedLink(Object pattern) {
        return cachedLinks(pattern).stream().findFirst().orElse("");
    }

    public List<String> links(Object patterns) {
        return find(patterns).stream().map(one -> address(context(), one)).toList();
    }

    public List<String> cachedLinks(Object patterns) {
        return find(patterns).stream().map(one -> cachedAddress(context(), one)).toList();
    }

    /** A tag a file; the attributes are written as they are given. */
    private static String tags(List<String> links, String before, String attributes, String after) {
        StringBuilder tags = new StringBuilder();
        for (String link : links) {
            tags.append(before).append(link).append('"');
            if (!attributes.isBlank()) {
                tags.append(' ').append(attributes.strip());
            }
            tags.append(after).append('\n');
        }
        return tags.toString();
    }

    private List<Resource> find(Object patterns) {
        Resources resources = context().definitions().resources();
        List<Resource> found = new ArrayList<>();
        for (Object one : patterns instanceof Collection<?> many ? many : List.of(patterns)) {
            String pattern = String.valueOf(one);
            found.addAll(
                    pattern.startsWith("glob:")
                            ? resources.matching(pattern.substring("glob:".length()))
                            : resources.matching(Pattern.compile(pattern)));
        }
        return found;
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
