package org.bocage.cms.rendering.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.NodeReader;

/** The nodes below one, in the order of the tree. */
final class Descendants {

    /** Whoever lists more wants a list of the index. */
    private static final int MOST = 20_000;

    private final NodeReader nodes;
    private final List<ContentNode> found = new ArrayList<>();

    private Descendants(NodeReader nodes) {
        this.nodes = nodes;
    }

    static Stream<ContentNode> of(NodeReader nodes, ContentNode root) {
        Descendants descendants = new Descendants(nodes);
        descendants.addBelow(root);
        // whatever is added below the root counts
        nodes.listed(root.workspace().name());
        return descendants.found.stream();
    }

    private void addBelow(ContentNode parent) {
        for (ContentNode child : nodes.children(parent)) {
            if (found.size() == MOST) {
                return;
            }
            found.add(child);
            addBelow(child);
        }
    }
}
