package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Calendar;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.spi.state.ChildNodeEntry;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.util.ISO8601;
import org.jspecify.annotations.Nullable;

/** Walks over all nodes of a state. */
final class StateWalk {

    /** When a content was changed, or made and not changed since. */
    private static final List<String> DATES = List.of("mgnl:lastModified", "mgnl:created");

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

    /** Counts the contents that were made or changed after a moment. */
    static long changedAfter(NodeState root, Instant moment) {
        AtomicLong changed = new AtomicLong();
        StateWalk.<RuntimeException>walk(root, node -> {
            if (node.hasProperty("jcr:uuid")
                    && DATES.stream().anyMatch(date -> isAfter(node.getProperty(date), moment))) {
                changed.incrementAndGet();
            }
        });
        return changed.get();
    }

    private static boolean isAfter(@Nullable PropertyState date, Instant moment) {
        Calendar parsed = date == null || date.isArray() ? null : ISO8601.parse(date.getValue(Type.STRING));
        return parsed != null && parsed.toInstant().isAfter(moment);
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
