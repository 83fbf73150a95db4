package org.bocage.cms.rendering.values;

import javax.jcr.Node;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.jcr.JcrNodes;
import org.jspecify.annotations.Nullable;

/**
 * {@code model}, Magnolia's default one: scripts that test the name of its class find the name they know. Public because
 * FreeMarker calls public classes only.
 */
public final class RenderingModelImpl {

    private final ContentMap content;
    private final RenderableDefinition definition;
    private final @Nullable RenderingModelImpl parent;
    private final RenderContext context;

    public RenderingModelImpl(
            ContentMap content,
            RenderableDefinition definition,
            @Nullable RenderingModelImpl parent,
            RenderContext context) {
        this.content = content;
        this.definition = definition;
        this.parent = parent;
        this.context = context;
    }

    /** The content, not escaped, as there. */
    public Object getContent() {
        return content.with(content.wrapping().withEscaping(false));
    }

    public Node getNode() {
        return JcrNodes.of(content.with(content.wrapping().withEscaping(false)));
    }

    public Object getDefinition() {
        return definition;
    }

    public Object getDef() {
        return definition;
    }

    /** The model of the script that this one is shown in: another page may show it, too. */
    public @Nullable RenderingModelImpl getParent() {
        context.nodes().notes().bind();
        return parent;
    }

    /** The model of the page. */
    public RenderingModelImpl getRoot() {
        context.nodes().notes().bind();
        return parent == null ? this : parent.getRoot();
    }

    /** Does nothing, as the default model. */
    public @Nullable String execute() {
        return null;
    }
}
