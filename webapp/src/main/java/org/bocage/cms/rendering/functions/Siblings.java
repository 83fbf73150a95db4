package org.bocage.cms.rendering.functions;

import java.util.List;
import javax.jcr.Node;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn.siblings}: a walk among nodes of one parent and type. Public because FreeMarker calls public classes only. */
public final class Siblings {

    private final List<Node> nodes;
    private int index;

    Siblings(List<Node> nodes, int index) {
        this.nodes = nodes;
        this.index = index;
    }

    public int getIndex() {
        return index;
    }

    public @Nullable Object getCurrent() {
        return index >= 0 && index < nodes.size() ? nodes.get(index) : null;
    }

    public boolean isFirst() {
        return index == 0;
    }

    public boolean isLast() {
        return index == nodes.size() - 1;
    }

    public @Nullable Object next() {
        index = Math.min(index + 1, nodes.size());
        return getCurrent();
    }

    public @Nullable Object prev() {
        index = Math.max(index - 1, -1);
        return getCurrent();
    }

    public @Nullable Object goTofirst() {
        index = 0;
        return getCurrent();
    }

    public @Nullable Object goTolast() {
        index = nodes.size() - 1;
        return getCurrent();
    }
}
