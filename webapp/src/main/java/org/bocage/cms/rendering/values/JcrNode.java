package org.bocage.cms.rendering.values;

import java.util.List;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.RenderContext;
import org.jspecify.annotations.Nullable;

/** A node as {@code cmsfn.asJCRNode} gives it to scripts. Public because FreeMarker calls public classes only. */
public final class JcrNode {

    private final ContentMap map;
    private final RenderContext context;

    public JcrNode(ContentMap map, RenderContext context) {
        this.map = map;
        this.context = context;
    }

    public ContentMap map() {
        return map;
    }

    public String getName() {
        return map.getNodeName();
    }

    public String getPath() {
        return map.node().path();
    }

    public String getIdentifier() {
        return map.node().id();
    }

    public int getDepth() {
        return map.node().depth();
    }

    public boolean hasProperty(String name) {
        return map.value(name) != null;
    }

    public @Nullable JcrProperty getProperty(String name) {
        Object value = map.value(name);
        return value == null ? null : new JcrProperty(name, value);
    }

    public boolean hasNode(String name) {
        return context.nodes().child(map.node(), name).isPresent();
    }

    public @Nullable JcrNode getNode(String name) {
        return context.nodes()
                .child(map.node(), name)
                .map(node -> new JcrNode(map.relative(node), context))
                .orElse(null);
    }

    public List<JcrNode> getNodes() {
        return context.nodes().children(map.node()).stream()
                .map(node -> new JcrNode(map.relative(node), context))
                .toList();
    }

    public @Nullable JcrNode getParent() {
        return context.nodes()
                .parent(map.node())
                .map(node -> new JcrNode(map.relative(node), context))
                .orElse(null);
    }

    @Override
    public String toString() {
        return getPath();
    }
}
