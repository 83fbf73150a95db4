package org.bocage.cms.rendering.functions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bocage.cms.definition.site.Inheritance;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.values.Inherited;
import org.bocage.cms.rendering.values.JcrNode;
import org.bocage.cms.rendering.values.JcrProperty;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn}: from a node to others. Public because FreeMarker calls methods of public classes only. */
public abstract class TreeFunctions extends Functions {

    TreeFunctions(RenderContext context) {
        super(context);
    }

    public @Nullable Object asJCRNode(@Nullable Object content) {
        return map(content).map(map -> new JcrNode(map, context())).orElse(null);
    }

    public @Nullable Object asContentMap(@Nullable Object node) {
        return map(node).orElse(null);
    }

    public List<ContentMap> asContentMapList(@Nullable Collection<?> nodes) {
        return all(nodes);
    }

    public List<JcrNode> asNodeList(@Nullable Collection<?> nodes) {
        return all(nodes).stream().map(map -> new JcrNode(map, context())).toList();
    }

    private static List<ContentMap> all(@Nullable Collection<?> nodes) {
        List<ContentMap> maps = new ArrayList<>();
        if (nodes != null) {
            nodes.forEach(node -> map(node).ifPresent(maps::add));
        }
        return maps;
    }

    public @Nullable List<ContentMap> children(@Nullable Object content) {
        return map(content)
                .map(map -> relatives(map, nodes().children(map.node())))
                .orElse(null);
    }

    public @Nullable List<ContentMap> children(@Nullable Object content, String type) {
        return map(content)
                .map(map -> relatives(
                        map,
                        nodes().children(map.node()).stream()
                                .filter(child -> child.type().equals(type))
                                .toList()))
                .orElse(null);
    }

    public @Nullable Object root(@Nullable Object content) {
        return map(content)
                .flatMap(map -> byPath("/", map.node().workspace().name()).map(map::relative))
                .orElse(null);
    }

    public @Nullable Object root(@Nullable Object content, String type) {
        return map(content)
                .flatMap(map -> selfAndAncestors(map).stream()
                        .filter(node -> node.type().equals(type))
                        .findFirst()
                        .map(map::relative))
                .orElse(null);
    }

    public @Nullable Object parent(@Nullable Object content) {
        return map(content)
                .flatMap(map -> nodes().parent(map.node()).map(map::relative))
                .orElse(null);
    }

    public @Nullable Object parent(@Nullable Object content, String type) {
        return map(content)
                .flatMap(map -> nearest(map, node -> node.type().equals(type)))
                .orElse(null);
    }

    final Optional<ContentMap> nearest(ContentMap map, Predicate<ContentNode> wanted) {
        List<ContentNode> ancestors = nodes().ancestors(map.node());
        for (int i = ancestors.size() - 1; i >= 0; i--) {
            if (wanted.test(ancestors.get(i))) {
                return Optional.of(map.relative(ancestors.get(i)));
            }
        }
        return Optional.empty();
    }

    final List<ContentNode> selfAndAncestors(ContentMap map) {
        List<ContentNode> all = new ArrayList<>(nodes().ancestors(map.node()));
        all.add(map.node());
        return all;
    }

    public @Nullable List<ContentMap> ancestors(@Nullable Object content) {
        return map(content)
                .map(map -> relatives(map, nodes().ancestors(map.node())))
                .orElse(null);
    }

    public @Nullable List<ContentMap> ancestors(@Nullable Object content, String type) {
        return map(content)
                .map(map -> relatives(
                        map,
                        nodes().ancestors(map.node()).stream()
                                .filter(node -> node.type().equals(type))
                                .toList()))
                .orElse(null);
    }

    public @Nullable Object page(@Nullable Object content) {
        return map(content)
                .flatMap(map -> nodes().page(map.node()).map(map::relative))
                .orElse(null);
    }

    public @Nullable Siblings siblings(@Nullable Object content) {
        return map(content).map(this::siblingsOf).orElse(null);
    }

    private Siblings siblingsOf(ContentMap map) {
        List<ContentNode> all =
                nodes().parent(map.node()).map(parent -> nodes().children(parent)).orElse(List.of()).stream()
                        .filter(node -> node.type().equals(map.node().type()))
                        .toList();
        return new Siblings(
                relatives(map, all).stream()
                        .map(one -> new JcrNode(one, context()))
                        .toList(),
                all.indexOf(map.node()));
    }

    /** The property of the page, else of its nearest ancestor that has it. */
    public @Nullable Object inheritProperty(@Nullable Object content, String name) {
        Optional<ContentMap> start = map(content);
        if (start.isEmpty()) {
            return null;
        }
        List<ContentNode> all = selfAndAncestors(start.get());
        for (int i = all.size() - 1; i >= 0; i--) {
            Object value = start.get().relative(all.get(i)).value(name);
            if (value != null) {
                return new JcrProperty(name, value);
            }
        }
        return null;
    }

    public @Nullable Object inherit(@Nullable Object content) {
        return inherit(content, "");
    }

    /** A node with what the nodes of the same place in the ancestor pages give it: properties, flagged components. */
    public @Nullable Object inherit(@Nullable Object content, @Nullable String path) {
        return inherit(content, path, String.join(",", Inheritance.DISABLED.nodeTypes()), "filtered", "all");
    }

    /**
     * The same, saying what is inherited (spec 3.5).
     *
     * @param types node types of children that are inherited, between commas
     * @param components {@code all}, {@code filtered} or {@code none}
     * @param properties {@code all} or {@code none}
     */
    public @Nullable Object inherit(
            @Nullable Object content, @Nullable String path, String types, String components, String properties) {
        Optional<ContentMap> place = map(content).flatMap(map -> below(map, path));
        Inheritance inheritance = new Inheritance(
                true,
                switch (components) {
                    case "all" -> Inheritance.Components.ALL;
                    case "filtered" -> Inheritance.Components.FILTERED;
                    default -> Inheritance.Components.NONE;
                },
                properties.equals("all"),
                Stream.of(types.split(",")).map(String::strip).toList());
        return place.map(map -> new Inherited(context()).of(map, inheritance)).orElse(null);
    }

    /** The children of a node together with those it inherits. */
    public @Nullable List<ContentMap> inheritList(@Nullable Object content, @Nullable String path) {
        return children(inherit(content, path));
    }

    private Optional<ContentMap> below(ContentMap map, @Nullable String path) {
        if (path == null || path.isEmpty()) {
            return Optional.of(map);
        }
        Optional<ContentNode> node = Optional.of(map.node());
        for (String step : path.split("/")) {
            node = node.flatMap(at -> nodes().child(at, step));
        }
        return node.or(() -> Optional.of(new ContentNode(
                        false,
                        map.node().storePath() + "/" + path,
                        "",
                        "mgnl:contentNode",
                        java.util.Map.of(),
                        java.util.Map.of())))
                .map(map::relative);
    }
}
