package org.bocage.cms.rendering.functions;

import java.util.List;
import java.util.Optional;
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

    public @Nullable Object rootPage(@Nullable Object page) {
        return map(page)
                .flatMap(map -> nodes().ancestors(map.node()).stream()
                        .filter(ContentNode::isPage)
                        .findFirst()
                        .or(() -> Optional.of(map.node()))
                        .map(map::relative))
                .orElse(null);
    }

    public @Nullable Object ancestorPageAtLevel(@Nullable Object page, int level) {
        return map(page)
                .flatMap(map -> map.node().depth() == level
                        ? Optional.of(map)
                        : nodes().ancestors(map.node()).stream()
                                .filter(node -> node.depth() == level)
                                .findFirst()
                                .map(map::relative))
                .orElse(null);
    }

    /** Child pages that the navigation shows. */
    public @Nullable List<ContentMap> navItems(@Nullable Object page) {
        return map(page)
                .map(map -> relatives(
                        map,
                        nodes().children(map.node()).stream()
                                .filter(child -> child.isPage() && !isHidden(child))
                                .toList()))
                .orElse(null);
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

    public @Nullable String link(@Nullable Object content) {
        return map(content).flatMap(map -> context().addresses().of(map.node())).orElse(null);
    }

    /** The address of a page with a content's name as selector, for a page that shows that content. */
    public @Nullable String linkWithSelector(@Nullable Object target, @Nullable Object content) {
        Optional<ContentMap> shown = map(content);
        return shown.isEmpty()
                ? link(target)
                : withSelector(link(target), Addresses.encode(shown.get().node().name()));
    }

    private static @Nullable String withSelector(@Nullable String link, String selector) {
        if (link == null) {
            return null;
        }
        int dot = link.lastIndexOf('.');
        int end = dot > link.lastIndexOf('/') ? dot : link.length();
        return link.substring(0, end) + "~" + selector + "~" + link.substring(end);
    }

    public @Nullable String linkWithParameter(@Nullable Object target, @Nullable Object content) {
        return linkWithParameter(
                target,
                content,
                map(content).map(one -> one.node().workspace().name()).orElse(""));
    }

    /** The address of a page with a content's path in a parameter, named as the workspace unless said otherwise. */
    public @Nullable String linkWithParameter(@Nullable Object target, @Nullable Object content, String parameter) {
        Optional<ContentMap> shown = map(content);
        String link = link(target);
        return link == null || shown.isEmpty()
                ? link
                : link + "?" + Addresses.encode(parameter) + "="
                        + Addresses.encode(shown.get().node().path());
    }

    public boolean isActive(@Nullable Object content, @Nullable Object item) {
        return map(content)
                .flatMap(one -> map(item).map(other -> one.node().equals(other.node())))
                .orElse(false);
    }

    public boolean isOpen(@Nullable Object content, @Nullable Object item) {
        return map(content)
                .flatMap(one -> map(item)
                        .map(other -> one.node().path().startsWith(other.node().path() + "/")))
                .orElse(false);
    }

    public boolean isHiddenInNav(@Nullable Object content) {
        return map(content).map(map -> isHidden(map.node())).orElse(false);
    }

    public boolean isNotHiddenInNav(@Nullable Object content) {
        return !isHiddenInNav(content);
    }

    public boolean isTrue(@Nullable Object content, String property) {
        return map(content).map(map -> isTrue(map.node(), property)).orElse(false);
    }

    public boolean hasTemplate(@Nullable Object page, String id) {
        return map(page).map(map -> map.node().template().equals(id)).orElse(false);
    }

    public boolean hasTemplateType(@Nullable Object page, String type) {
        return template(page).filter(found -> found.type().equals(type)).isPresent();
    }

    public boolean hasTemplateSubtype(@Nullable Object page, String subtype) {
        return template(page).filter(found -> found.subtype().equals(subtype)).isPresent();
    }

    private static boolean isHidden(ContentNode node) {
        return isTrue(node, "hideInNav");
    }

    private static boolean isTrue(ContentNode node, String property) {
        return String.valueOf(node.properties().get(property)).equals("true");
    }
}
