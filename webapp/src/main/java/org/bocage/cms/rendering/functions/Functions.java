package org.bocage.cms.rendering.functions;

import java.util.List;
import java.util.Optional;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.NodeReader;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.values.JcrNode;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Base class of the template functions: arguments are ContentMaps or nodes, and null gives null (spec 7.5). Public as the
 * functions are.
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

    static Optional<ContentMap> map(@Nullable Object argument) {
        if (argument instanceof ContentMap map) {
            return Optional.of(map);
        }
        return argument instanceof JcrNode node ? Optional.of(node.map()) : Optional.empty();
    }

    final List<ContentMap> relatives(ContentMap map, List<ContentNode> nodes) {
        return nodes.stream().map(map::relative).toList();
    }

    final Optional<ContentNode> byId(@Nullable Object id, String workspace) {
        return id == null || !Workspace.isName(workspace)
                ? Optional.empty()
                : nodes().byId(new Workspace(workspace), String.valueOf(id));
    }

    final Optional<ContentNode> byPath(@Nullable Object path, String workspace) {
        return path == null || !Workspace.isName(workspace)
                ? Optional.empty()
                : nodes().byPath(new Workspace(workspace), String.valueOf(path));
    }

    final Optional<TemplateDefinition> template(@Nullable Object content) {
        return map(content)
                .flatMap(map -> context().definitions().template(map.node().template()));
    }
}
