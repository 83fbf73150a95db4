package org.bocage.cms.repository.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.jackrabbit.oak.api.Blob;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.spi.state.ChildNodeEntry;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStateUtils;

/** Comparison of a state with its copy in another store, node by node, files included; Oak's hidden nodes aside. */
final class StateComparison {

    private static final int BLOCK = 64 * 1024;

    private long nodes;

    private StateComparison() {}

    /**
     * Counts the nodes that both have.
     *
     * @throws IOException when something is not the same; it says where
     */
    static long nodesAlike(NodeState source, NodeState copy) throws IOException {
        StateComparison comparison = new StateComparison();
        comparison.compare(source, copy, "/");
        return comparison.nodes;
    }

    private void compare(NodeState source, NodeState copy, String path) throws IOException {
        nodes++;
        if (source.getPropertyCount() != copy.getPropertyCount()) {
            throw different(path);
        }
        for (PropertyState property : source.getProperties()) {
            PropertyState there = copy.getProperty(property.getName());
            if (there == null || !isSame(property, there)) {
                throw different(path + " @" + property.getName());
            }
        }
        if (!visible(source).equals(visible(copy))) {
            throw different(path);
        }
        for (String child : visible(source)) {
            compare(source.getChildNode(child), copy.getChildNode(child), path + child + "/");
        }
    }

    private static Set<String> visible(NodeState node) {
        Set<String> names = new HashSet<>();
        for (ChildNodeEntry child : node.getChildNodeEntries()) {
            if (!NodeStateUtils.isHidden(child.getName())) {
                names.add(child.getName());
            }
        }
        return names;
    }

    private static boolean isSame(PropertyState one, PropertyState other) throws IOException {
        if (!one.getType().equals(other.getType()) || one.count() != other.count()) {
            return false;
        }
        if (one.getType().tag() != Type.BINARY.tag()) {
            return one.getValue(one.getType()).equals(other.getValue(other.getType()));
        }
        for (int at = 0; at < one.count(); at++) {
            if (!isSame(one.getValue(Type.BINARY, at), other.getValue(Type.BINARY, at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Blob one, Blob other) throws IOException {
        try (InputStream bytes = one.getNewStream();
                InputStream others = other.getNewStream()) {
            byte[] block = bytes.readNBytes(BLOCK);
            while (block.length > 0) {
                if (!Arrays.equals(block, others.readNBytes(block.length))) {
                    return false;
                }
                block = bytes.readNBytes(BLOCK);
            }
            return others.read() < 0;
        }
    }

    private static IOException different(String path) {
        return new IOException("what was copied is not the same at " + path);
    }
}
