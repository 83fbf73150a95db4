package org.bocage.cms.rendering.functions;

import java.util.List;
import java.util.stream.Stream;
import org.bocage.cms.rendering.Addresses;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.jspecify.annotations.Nullable;

/** {@code navfn}. Public because FreeMarker calls public classes only. */
public final class NavigationFunctions extends Functions {

    NavigationFunctions(RenderContext context) {
        super(context);
    }

    /** The topmost page above a content, or the page itself; null outside the pages. */
    public @Nullable ContentMap rootPage(@Nullable ContentMap page) {
        return page == null
                ? null
                : Stream.concat(nodes().ancestors(page.node()).stream(), Stream.of(page.node()))
                        .filter(ContentNode::isPage)
                        .findFirst()
                        .map(page::relative)
                        .orElse(null);
    }

    public @Nullable ContentMap ancestorPageAtLevel(@Nullable ContentMap page, int level) {
        if (page == null || page.node().depth() == level) {
            return page;
        }
        return nodes().ancestors(page.node()).stream()
                .filter(node -> node.depth() == level)
                .findFirst()
                .map(page::relative)
                .orElse(null);
    }

    /** Child pages that the navigation shows. */
    public List<ContentMap> navItems(@Nullable ContentMap page) {
        return page == null
                ? List.of()
                : relatives(
                        page,
                        nodes().children(page.node()).stream()
                                .filter(child -> child.isPage() && !isHidden(child))
                                .toList());
    }

    public @Nullable List<ContentMap> navItemsFromApp(String workspace, String path, String type) {
        return byPath(path, workspace)
                .map(parent -> relatives(
                        context().plain(parent),
                        nodes().children(parent).stream()
                                .filter(child -> child.type().equals(type))
                                .toList()))
                .orElse(null);
    }

    public @Nullable String link(@Nullable ContentMap content) {
        return content == null
                ? null
                : context().addresses().link(content.node()).orElse(null);
    }

    /** The address of a page with a content's name as selector, for a page that shows that content. */
    public @Nullable String linkWithSelector(@Nullable ContentMap target, @Nullable ContentMap content) {
        return content == null
                ? null
                : withSelector(link(target), Addresses.encode(content.node().name()));
    }

    private static @Nullable String withSelector(@Nullable String link, String selector) {
        if (link == null) {
            return null;
        }
        int dot = link.lastIndexOf('.');
        int end = dot > link.lastIndexOf('/') ? dot : link.length();
        return link.substring(0, end) + "~" + selector + "~" + link.substring(end);
    }

    public @Nullable String linkWithParameter(@Nullable ContentMap target, @Nullable ContentMap content) {
        return content == null
                ? null
                : linkWithParameter(target, content, content.node().workspace().name());
    }

    /** The address of a page with a content's path in a parameter, named as the workspace unless said otherwise. */
    public @Nullable String linkWithParameter(
            @Nullable ContentMap target, @Nullable ContentMap content, String parameter) {
        String link = link(target);
        return link == null || content == null
                ? null
                : link + "?" + Addresses.encode(parameter) + "="
                        + Addresses.encode(content.node().path());
    }

    /** Whether the page of a content is the one of an item of the navigation. */
    public boolean isActive(@Nullable ContentMap content, @Nullable ContentMap item) {
        return content != null
                && item != null
                && nodes().page(content.node()).filter(item.node()::equals).isPresent();
    }

    public boolean isOpen(@Nullable ContentMap content, @Nullable ContentMap item) {
        return content != null
                && item != null
                && content.node().path().startsWith(item.node().path() + "/")
                && !isActive(content, item);
    }

    public boolean isHiddenInNav(@Nullable ContentMap content) {
        return content != null && isHidden(content.node());
    }

    public boolean isNotHiddenInNav(@Nullable ContentMap content) {
        return !isHiddenInNav(content);
    }

    public boolean isTrue(@Nullable ContentMap content, String property) {
        return content != null && isTrue(content.node(), property);
    }

    public boolean hasTemplate(@Nullable ContentMap page, @Nullable String id) {
        return page != null
                && page.node().template().equals(id)
                && template(page.node()).isPresent();
    }

    public boolean hasTemplateType(@Nullable ContentMap page, @Nullable String type) {
        return page != null
                && template(page.node())
                        .map(found -> found.type().isEmpty() ? "content" : found.type())
                        .filter(own -> own.equals(type))
                        .isPresent();
    }

    public boolean hasTemplateSubtype(@Nullable ContentMap page, @Nullable String subtype) {
        return page != null
                && template(page.node())
                        .filter(found -> found.subtype().equals(subtype))
                        .isPresent();
    }

    private static boolean isHidden(ContentNode node) {
        return isTrue(node, "hideInNav");
    }

    private static boolean isTrue(ContentNode node, String property) {
        return String.valueOf(node.properties().get(property)).equals("true");
    }
}
