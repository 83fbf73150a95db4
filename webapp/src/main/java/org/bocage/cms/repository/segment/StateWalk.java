package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.spi.state.ChildNodeEntry;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/** Walks over all nodes of a state. */
final class StateWalk {

    /** Work on a node. */
    @FunctionalInterface
    private interface Visit<E extends Exception> {
        void at(NodeState node) throws E;
    }

    private StateWalk() {}

    static long count(NodeState root) {
        return StateWalk.<RuntimeException>walk(root, node -> {});
    }

    /** Counts the nodes, and reads each of their values to its end. */
    static long readAll(NodeState root) throws IOException {
        return StateWalk.<IOException>walk(root, node -> {
            for (PropertyState property : node.getProperties()) {
                read(property);
            }
        });
    }

    private static void read(PropertyState property) throws IOException {
        if (property.getType().equals(Type.BINARY) || property.getType().equals(Type.BINARIES)) {
            for (int at = 0; at < property.count(); at++) {
                try (InputStream bytes = property.getValue(Type.BINARY, at).getNewStream()) {
                    bytes.transferTo(OutputStream.nullOutputStream());
                }
            }
        } else {
            for (int at = 0; at < property.count(); at++) {
                property.getValue(Type.STRING, at);
            }
        }
    }

    private static <E extends Exception> long walk(NodeState root, Visit<E> visit) throws E {
        long nodes = 0;
        Deque<Iterator<? extends ChildNodeEntry>> open = new ArrayDeque<>();
        visit.at(root);
        open.push(root.getChildNodeEntries().iterator());
        while (!open.isEmpty()) {
            Iterator<? extends ChildNodeEntry> children = open.getFirst();
            if (children.hasNext()) {
                NodeState node = children.next().getNodeState();
                nodes++;
                visit.at(node);
                open.push(node.getChildNodeEntries().iterator());
            } else {
                open.pop();
            }
        }
        return nodes;
    }
}
