package org.bocage.cms.rendering.functions;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.NodeReader;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.jcr.JcrNodes;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Base class of the template functions. Those of Magnolia have its own signatures, most of them twice, for a content map and for a
 * JCR node: a call that fits none fails, and so does null where two would fit (spec 7.5). Public as the functions are.
 */
public abstract class Functions {

    private final RenderContext context;

    Functions(RenderContext context) {
        this.context = context;
    }

    final RenderContext context() {
        return context;
    }

    final NodeReader nodes() {
        return context.nodes();
    }

    /** The content map of an argument that may be anything; for functions of the host itself. */
    static Optional<ContentMap> map(@Nullable Object argument) {
        if (argument instanceof ContentMap map) {
            return Optional.of(map);
        }
        return argument instanceof Node node ? Optional.ofNullable(JcrNodes.map(node)) : Optional.empty();
    }

    /** The content map of a node; null gives null. */
    static @Nullable ContentMap contentMap(@Nullable Node node) {
        return JcrNodes.map(node);
    }

    /** The content map of a node that a call cannot do without. */
    static ContentMap required(@Nullable Node node) {
        ContentMap map = contentMap(node);
        if (map == null) {
            throw new RenderFailure("A node is wanted");
        }
        return map;
    }

    /** The JCR node of a content map; null gives null. */
    static @Nullable Node node(@Nullable ContentMap map) {
        return map == null ? null : JcrNodes.of(map);
    }

    static List<Node> nodes(Collection<ContentMap> maps) {
        return maps.stream().map(JcrNodes::of).toList();
    }

    final List<ContentMap> relatives(ContentMap map, List<ContentNode> nodes) {
        return nodes.stream().map(map::relative).toList();
    }

    final Optional<ContentNode> byId(@Nullable Object id, String workspace) {
        if (id == null || !Workspace.isName(workspace)) {
            return Optional.empty();
        }
        String text = String.valueOf(id).toLowerCase(Locale.ROOT);
        Workspace place = new Workspace(workspace);
        return text.equals(ContentMap.ROOT_ID) ? nodes().byPath(place, "/") : nodes().byId(place, text);
    }

    /** The node at an absolute path; a slash at its end and steps up are understood, as in JCR. */
    final Optional<ContentNode> byPath(@Nullable Object path, String workspace) {
        if (path == null || !Workspace.isName(workspace)) {
            return Optional.empty();
        }
        return normal(String.valueOf(path)).flatMap(normal -> nodes().byPath(new Workspace(workspace), normal));
    }

    private static Optional<String> normal(String path) {
        if (!path.contains("/.") && !(path.endsWith("/") && path.length() > 1)) {
            return Optional.of(path);
        }
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : plain.substring(Math.min(1, plain.length())).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        return path.startsWith("/") ? Optional.of("/" + String.join("/", steps)) : Optional.empty();
    }

    final Optional<TemplateDefinition> template(ContentNode node) {
        return context().definitions().template(node.template());
    }
}
