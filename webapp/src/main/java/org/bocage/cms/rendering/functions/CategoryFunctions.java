package org.bocage.cms.rendering.functions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
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

    public List<Node> getCategories(@Nullable Node content) {
        return getCategories(content, PROPERTY);
    }

    public List<Node> getCategories(@Nullable Node content, String property) {
        return nodes(identifiers(required(content).node(), property).stream()
                .flatMap(id -> byId(id, WORKSPACE).stream())
                .map(context()::plain)
                .toList());
    }

    public List<Node> getRelatedCategories(@Nullable Node category) {
        return getCategories(category, "relatedUUID");
    }

    /** The category of that name, wherever it is filed. */
    public @Nullable Node getCategoryNodeByName(@Nullable String name) {
        return node(byName(name).map(context()::plain).orElse(null));
    }

    /** The name of the category with an identifier; fails for that of nothing. */
    public String getCategoryName(@Nullable String id) {
        return byId(id, WORKSPACE)
                .map(found -> found.string("name").isEmpty() ? found.name() : found.string("name"))
                .orElseThrow(() -> new RenderFailure("No category " + id));
    }

    public String getCategoryDisplayName(@Nullable Node category) {
        ContentMap map = required(category);
        Object shown = map.value("displayName");
        return shown == null ? map.node().name() : String.valueOf(shown);
    }

    public String getCategorizationRootPath() {
        return "/";
    }

    public String getCategorizationRepository() {
        return WORKSPACE;
    }

    /** Whether the template of a page says so. */
    public boolean isCategorizable(@Nullable Node content) {
        return template(required(content).node())
                .map(definition -> String.valueOf(definition.parameters().get("categorizable")))
                .filter("true"::equals)
                .isPresent();
    }

    /** The nearest page, up from a content, of template subtype {@code category-overview}, else one below the top page. */
    public @Nullable Node getCategoryOverviewPage(@Nullable Node content) {
        return node(overview(required(content)).orElse(null));
    }

    /** The address of the overview page for a category, its name as selector. */
    public @Nullable String getCategoryLink(@Nullable Node content, @Nullable String category) {
        Optional<ContentMap> page = overview(required(content));
        Optional<ContentNode> node = byName(category);
        return page.isEmpty() || node.isEmpty()
                ? null
                : navigation.linkWithSelector(page.get(), context().plain(node.get()));
    }

    public List<Node> getContentByCategory(@Nullable Node root, @Nullable String category) {
        return byName(category)
                .map(found -> getContentByCategoryIdentifier(root, found.id()))
                .orElse(List.of());
    }

    public List<Node> getContentByCategoryIdentifier(@Nullable Node root, @Nullable String id) {
        return getContentByCategoryIdentifier(root, id, PROPERTY);
    }

    public List<Node> getContentByCategoryIdentifier(@Nullable Node root, @Nullable String id, String property) {
        ContentMap map = required(root);
        return nodes(relatives(
                map,
                Descendants.of(nodes(), map.node())
                        .filter(node ->
                                id != null && identifiers(node, property).contains(id))
                        .toList()));
    }

    private Optional<ContentMap> overview(ContentMap start) {
        List<ContentNode> up = new ArrayList<>(nodes().ancestors(start.node()));
        ContentNode top = up.isEmpty() ? start.node() : up.get(0);
        java.util.Collections.reverse(up);
        return up.stream()
                .filter(this::isOverview)
                .findFirst()
                .or(() -> Descendants.of(nodes(), top).filter(this::isOverview).findFirst())
                .map(start::relative);
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
