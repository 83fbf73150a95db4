package org.bocage.cms.rendering.functions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * {@code catfn}: categories of workspace {@code category}, which contents name by identifier in property {@code
 * categories}. Public because FreeMarker calls public classes only.
 */
public final class CategoryFunctions extends Functions {

    private static final String WORKSPACE = "category";
    private static final String TYPE = "mgnl:category";
    private static final String PROPERTY = "categories";
    private static final String OVERVIEW = "category-overview";

    private final NavigationFunctions navigation;

    CategoryFunctions(RenderContext context, NavigationFunctions navigation) {
        super(context);
        this.navigation = navigation;
    }

    public @Nullable List<ContentMap> getCategories(@Nullable Object content) {
        return getCategories(content, PROPERTY);
    }

    public @Nullable List<ContentMap> getCategories(@Nullable Object content, String property) {
        return map(content)
                .map(map -> identifiers(map.node(), property).stream()
                        .flatMap(id -> byId(id, WORKSPACE).stream())
                        .map(context()::plain)
                        .toList())
                .orElse(null);
    }

    public @Nullable List<ContentMap> getRelatedCategories(@Nullable Object category) {
        return getCategories(category, "relatedUUID");
    }

    /** The category of that name, wherever it is filed. */
    public @Nullable Object getCategoryNodeByName(@Nullable String name) {
        return byName(name).map(context()::plain).orElse(null);
    }

    public @Nullable String getCategoryName(@Nullable Object category) {
        Optional<ContentNode> node = map(category).map(ContentMap::node).or(() -> byId(category, WORKSPACE));
        return node.map(found -> found.string("name").isEmpty() ? found.name() : found.string("name"))
                .orElse(null);
    }

    public @Nullable String getCategoryDisplayName(@Nullable Object category) {
        Optional<ContentMap> found =
                map(category).or(() -> byId(category, WORKSPACE).map(context()::plain));
        Object shown = found.map(map -> map.value("displayName")).orElse(null);
        return shown == null ? getCategoryName(category) : String.valueOf(shown);
    }

    /** The nearest page, up from a content, of template subtype {@code category-overview}, else one below the top page. */
    public @Nullable Object getCategoryOverviewPage(@Nullable Object content) {
        return overview(content).orElse(null);
    }

    /** The address of the overview page for a category, its name as selector. */
    public @Nullable String getCategoryLink(@Nullable Object content, @Nullable String category) {
        Optional<ContentMap> page = overview(content);
        Optional<ContentNode> node = byName(category);
        return page.isEmpty() || node.isEmpty()
                ? null
                : navigation.linkWithSelector(page.get(), context().plain(node.get()));
    }

    public @Nullable List<ContentMap> getContentByCategory(@Nullable Object root, @Nullable String category) {
        return byName(category)
                .map(found -> getContentByCategoryIdentifier(root, found.id()))
                .orElse(List.of());
    }

    public @Nullable List<ContentMap> getContentByCategoryIdentifier(@Nullable Object root, @Nullable String id) {
        return getContentByCategoryIdentifier(root, id, PROPERTY);
    }

    public @Nullable List<ContentMap> getContentByCategoryIdentifier(
            @Nullable Object root, @Nullable String id, String property) {
        return map(root)
                .map(map -> relatives(
                        map,
                        Descendants.of(nodes(), map.node())
                                .filter(node -> id != null
                                        && identifiers(node, property).contains(id))
                                .toList()))
                .orElse(null);
    }

    private Optional<ContentMap> overview(@Nullable Object content) {
        Optional<ContentMap> start = map(content);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        List<ContentNode> up = new ArrayList<>(nodes().ancestors(start.get().node()));
        ContentNode top = up.isEmpty() ? start.get().node() : up.get(0);
        java.util.Collections.reverse(up);
        return up.stream()
                .filter(this::isOverview)
                .findFirst()
                .or(() -> Descendants.of(nodes(), top).filter(this::isOverview).findFirst())
                .map(start.get()::relative);
    }

    private boolean isOverview(ContentNode node) {
        return node.isPage() && navigation.hasTemplateSubtype(context().plain(node), OVERVIEW);
    }

    private Optional<ContentNode> byName(@Nullable String name) {
        Optional<ContentNode> root = name == null ? Optional.empty() : nodes().byPath(new Workspace(WORKSPACE), "/");
        return root.flatMap(top -> Descendants.of(nodes(), top)
                .filter(node -> node.type().equals(TYPE))
                .filter(node -> node.name().equals(name) || node.string("name").equals(name))
                .findFirst());
    }

    private static List<String> identifiers(ContentNode node, String property) {
        Object value = node.properties().get(property);
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }
}
