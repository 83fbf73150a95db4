package org.bocage.cms.rendering.functions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.jcr.Node;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn}: from a node to others. Public because FreeMarker calls methods of public classes only. */
public abstract class TreeFunctions extends Functions {

    TreeFunctions(RenderContext context) {
        super(context);
    }

    public @Nullable Node asJCRNode(@Nullable ContentMap content) {
        return node(content);
    }

    public @Nullable ContentMap asContentMap(@Nullable Node node) {
        return contentMap(node);
    }

    /** Fails for a list of anything but nodes. */
    public @Nullable List<ContentMap> asContentMapList(@Nullable Collection<?> nodes) {
        return nodes == null
                ? null
                : nodes.stream().map(one -> required((Node) one)).toList();
    }

    /** Fails for a list of anything but content maps. */
    public @Nullable List<Node> asNodeList(@Nullable Collection<?> maps) {
        return maps == null
                ? null
                : nodes(maps.stream().map(ContentMap.class::cast).toList());
    }

    public List<ContentMap> children(ContentMap content) {
        return relatives(content, nodes().children(content.node()));
    }

    public List<Node> children(Node content) {
        return nodes(children(required(content)));
    }

    /** Children of exactly that type. */
    public List<ContentMap> children(ContentMap content, @Nullable String type) {
        return relatives(
                content,
                nodes().children(content.node()).stream()
                        .filter(child -> child.type().equals(type))
                        .toList());
    }

    public List<Node> children(Node content, @Nullable String type) {
        return nodes(children(required(content), type));
    }

    public @Nullable ContentMap root(ContentMap content) {
        return byPath("/", content.node().workspace().name())
                .map(content::relative)
                .orElse(null);
    }

    public @Nullable Node root(Node content) {
        return node(root(required(content)));
    }

    /** The topmost ancestor of a type or one derived from it. */
    public @Nullable ContentMap root(ContentMap content, @Nullable String type) {
        if (type == null) {
            return root(content);
        }
        return nodes().ancestors(content.node()).stream()
                .filter(node -> isOfType(node, type))
                .findFirst()
                .map(content::relative)
                .orElse(null);
    }

    public @Nullable Node root(Node content, @Nullable String type) {
        return node(root(required(content), type));
    }

    public @Nullable ContentMap parent(ContentMap content) {
        return nodes().parent(content.node()).map(content::relative).orElse(null);
    }

    public @Nullable Node parent(Node content) {
        return node(parent(required(content)));
    }

    /** The nearest ancestor of a type or one derived from it. */
    public @Nullable ContentMap parent(ContentMap content, @Nullable String type) {
        if (type == null) {
            return parent(content);
        }
        return nearest(content, node -> isOfType(node, type)).orElse(null);
    }

    public @Nullable Node parent(Node content, @Nullable String type) {
        return node(parent(required(content), type));
    }

    private boolean isOfType(ContentNode node, String type) {
        if (type.isEmpty()) {
            throw new RenderFailure("The empty name is no node type");
        }
        return node.type().equals(type) || nodes().type(node.type()).isNodeType(type);
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

    public List<ContentMap> ancestors(ContentMap content) {
        return relatives(content, nodes().ancestors(content.node()));
    }

    public List<Node> ancestors(Node content) {
        return nodes(ancestors(required(content)));
    }

    public List<ContentMap> ancestors(ContentMap content, @Nullable String type) {
        return relatives(
                content,
                nodes().ancestors(content.node()).stream()
                        .filter(node -> type == null || isOfType(node, type))
                        .toList());
    }

    public List<Node> ancestors(Node content, @Nullable String type) {
        return nodes(ancestors(required(content), type));
    }

    public @Nullable ContentMap page(ContentMap content) {
        return nodes().page(content.node()).map(content::relative).orElse(null);
    }

    public @Nullable Node page(Node content) {
        return node(page(required(content)));
    }

    public Siblings siblings(ContentMap content) {
        ContentNode parent = nodes().parent(content.node())
                .orElseThrow(() -> new RenderFailure("The root of a workspace has no siblings"));
        List<ContentNode> all = nodes().children(parent).stream()
                .filter(node -> node.type().equals(content.node().type()))
                .toList();
        return new Siblings(nodes(relatives(content, all)), all.indexOf(content.node()));
    }

    public Siblings siblings(Node content) {
        return siblings(required(content));
    }
}
