package org.bocage.cms.rendering.functions;

import java.util.Collection;
import java.util.Map;
import javax.jcr.Node;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.NodeReader;
import org.bocage.cms.rendering.jcr.JcrNodes;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn.dump}: what an object of a script holds, line by line. */
final class Dump {

    private static final int LONGEST = 100_000;

    private final NodeReader nodes;
    private final StringBuilder text = new StringBuilder();

    Dump(NodeReader nodes) {
        this.nodes = nodes;
    }

    String of(@Nullable Object object, int depth) {
        add("", object, depth, 0);
        return text.toString();
    }

    private void add(String name, @Nullable Object value, int depth, int level) {
        if (text.length() > LONGEST) {
            return;
        }
        String label = name.isEmpty() ? "" : name + ": ";
        if (value instanceof Node node) {
            add(name, JcrNodes.map(node), depth, level);
        } else if (value == null) {
            line(level, label + "null (Null)");
        } else if (value instanceof ContentMap map) {
            line(level, label + map.node().storePath() + " [" + map.node().type() + "]");
            if (depth > 0) {
                map.node().properties().forEach((key, one) -> add(key, one, depth - 1, level + 1));
                nodes.children(map.node())
                        .forEach(child -> add(child.name(), map.relative(child), depth - 1, level + 1));
            }
        } else if (value instanceof Map<?, ?> map && depth > 0) {
            line(level, label + "{}");
            map.forEach((key, one) -> add(String.valueOf(key), one, depth - 1, level + 1));
        } else if (value instanceof Collection<?> all && depth > 0) {
            line(level, label + "[]");
            all.forEach(one -> add("", one, depth - 1, level + 1));
        } else {
            line(level, label + value);
        }
    }

    private void line(int level, String line) {
        text.append("  ".repeat(level)).append(line).append('\n');
    }
}
