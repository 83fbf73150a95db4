package org.bocage.cms.rendering.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Property;
import org.bocage.cms.definition.site.Inheritance;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.jcr.JcrNodes;
import org.bocage.cms.rendering.values.Inherited;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn}: what a node inherits from the ancestor pages. Public because FreeMarker calls methods of public classes only. */
public abstract class InheritanceFunctions extends TreeFunctions {

    InheritanceFunctions(RenderContext context) {
        super(context);
    }

    /** The property at a relative path below the node, else below the node of the same place in the nearest ancestor page. */
    public @Nullable Property inheritProperty(ContentMap content, @Nullable String path) {
        if (path == null || path.isBlank()) {
            throw new RenderFailure("inheritProperty needs the name of a property");
        }
        int slash = path.lastIndexOf('/');
        List<ContentNode> all = new ArrayList<>(
                new Inherited(context()).sources(content.node(), inheritance("filtered", true, List.of())));
        all.add(content.node());
        for (int i = all.size() - 1; i >= 0; i--) {
            ContentMap start = content.relative(all.get(i));
            Property found = below(start, slash < 0 ? "" : path.substring(0, slash))
                    .map(owner -> JcrNodes.property(owner, path.substring(slash + 1)))
                    .orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    public @Nullable Property inheritProperty(Node content, @Nullable String path) {
        return inheritProperty(required(content), path);
    }

    public @Nullable ContentMap inherit(ContentMap content) {
        return inherit(content, null);
    }

    public @Nullable Node inherit(Node content) {
        return node(inherit(required(content)));
    }

    /**
     * A node with what the nodes of the same place in the ancestor pages give it: properties, flagged components. One at a path
     * below it comes without, in the language it is stored in; Magnolia does not escape it either.
     */
    public @Nullable ContentMap inherit(ContentMap content, @Nullable String path) {
        if (path == null || path.isEmpty()) {
            return inherited(content, "filtered", "all");
        }
        return below(content, relative(path))
                .map(found -> found.with(
                        ContentMap.Wrapping.NONE.withEscaping(content.wrapping().escaping())))
                .orElse(null);
    }

    private ContentMap inherited(ContentMap content, String components, String properties) {
        return new Inherited(context())
                .of(content, inheritance(components, properties.equals("all"), Inheritance.DISABLED.nodeTypes()));
    }

    private static String relative(String path) {
        if (path.startsWith("/")) {
            throw new RenderFailure("Not a relative path: " + path);
        }
        return path;
    }

    private static Inheritance inheritance(String components, boolean properties, List<String> types) {
        return new Inheritance(
                true,
                switch (components) {
                    case "all" -> Inheritance.Components.ALL;
                    case "filtered" -> Inheritance.Components.FILTERED;
                    default -> Inheritance.Components.NONE;
                },
                properties,
                types);
    }

    public @Nullable Node inherit(Node content, @Nullable String path) {
        return node(inherit(required(content), path));
    }

    /**
     * The same, saying what is inherited (spec 3.5).
     *
     * @param types node types of children that are inherited, between commas
     * @param components {@code all}, {@code filtered} or {@code none}
     * @param properties {@code all} or {@code none}
     */
    public @Nullable ContentMap inherit(
            ContentMap content, @Nullable String path, String types, String components, String properties) {
        Inheritance inheritance = inheritance(
                components,
                properties.equals("all"),
                Stream.of(types.split(",")).map(String::strip).toList());
        String below = path == null ? "" : relative(path);
        ContentMap place = below(content, below).orElseGet(() -> content.relative(absent(content, below)));
        ContentMap found = new Inherited(context()).of(place, inheritance);
        boolean isSomething = found.node().stored()
                || !found.node().generated().isEmpty()
                || !found.wrapping().fallbacks().isEmpty();
        return isSomething ? found : null;
    }

    public @Nullable Node inherit(
            Node content, @Nullable String path, String types, String components, String properties) {
        return node(inherit(required(content), path, types, components, properties));
    }

    /** The children of a node together with those it inherits. */
    public @Nullable List<ContentMap> inheritList(ContentMap content, @Nullable String path) {
        if (path == null || path.isBlank()) {
            throw new RenderFailure("inheritList needs a path");
        }
        ContentMap found =
                inherit(content, path, String.join(",", Inheritance.DISABLED.nodeTypes()), "filtered", "all");
        return found == null ? null : children(found);
    }

    public @Nullable List<Node> inheritList(Node content, @Nullable String path) {
        List<ContentMap> found = inheritList(required(content), path);
        return found == null ? null : nodes(found);
    }

    private Optional<ContentMap> below(ContentMap map, String path) {
        if (path.isEmpty()) {
            return Optional.of(map);
        }
        Optional<ContentNode> node = Optional.of(map.node());
        for (String step : path.split("/")) {
            node = node.flatMap(at -> nodes().child(at, step));
        }
        return node.map(map::relative);
    }

    private static ContentNode absent(ContentMap map, String path) {
        return new ContentNode(false, map.node().storePath() + "/" + path, "", "mgnl:contentNode", Map.of(), Map.of());
    }
}
