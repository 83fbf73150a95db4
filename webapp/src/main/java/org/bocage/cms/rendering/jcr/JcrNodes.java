package org.bocage.cms.rendering.jcr;

import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.Session;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/** JCR nodes as scripts are given them, and the way back to their content maps. */
public final class JcrNodes {

    private JcrNodes() {}

    public static Node of(ContentMap map) {
        return new ReadOnlyNode(map);
    }

    /** The content map of a node; null gives null, as with Magnolia's functions. */
    public static @Nullable ContentMap map(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        if (node instanceof ReadOnlyNode ours) {
            return ours.map();
        }
        throw new IllegalArgumentException("Not a node of this rendering");
    }

    /** A property of a node, by the name that scripts know; null when it has none. */
    public static @Nullable Property property(ContentMap map, String name) {
        return map.find(name).map(stored -> new ReadOnlyProperty(map, stored)).orElse(null);
    }

    /** The session of a workspace: nodes that the reader may see. */
    public static Session session(RenderContext context, Workspace workspace) {
        return new ReadOnlySession(context, workspace);
    }
}
