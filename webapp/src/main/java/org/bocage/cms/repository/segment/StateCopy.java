package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jackrabbit.oak.api.Blob;
import org.apache.jackrabbit.oak.api.CommitFailedException;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.commons.PathUtils;
import org.apache.jackrabbit.oak.plugins.memory.PropertyStates;
import org.apache.jackrabbit.oak.spi.commit.CommitInfo;
import org.apache.jackrabbit.oak.spi.commit.EmptyHook;
import org.apache.jackrabbit.oak.spi.state.ChildNodeEntry;
import org.apache.jackrabbit.oak.spi.state.NodeBuilder;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;

/**
 * Copy of a state of one store into another one that is empty, Oak's hidden nodes included. Files are written anew: of one that lies
 * outside its nodes, as in a database, Oak's own copy would keep the name alone.
 */
public final class StateCopy {

    private final NodeStore target;
    private final int nodesInACommit;
    private NodeBuilder root;
    private int pending;

    private StateCopy(NodeStore target, int nodesInACommit) {
        this.target = target;
        this.nodesInACommit = nodesInACommit;
        this.root = target.getRoot().builder();
    }

    /**
     * Copies a state.
     *
     * @param nodesInACommit as many as the target can hold in memory
     */
    public static void copy(NodeState source, NodeStore target, int nodesInACommit) throws IOException {
        StateCopy copy = new StateCopy(target, nodesInACommit);
        copy.add(source, "/");
        copy.commit();
    }

    private void add(NodeState source, String path) throws IOException {
        NodeBuilder copy = root;
        for (String step : PathUtils.elements(path)) {
            copy = copy.child(step);
        }
        for (PropertyState property : source.getProperties()) {
            copy.setProperty(ofTarget(property));
        }
        pending++;
        if (pending == nodesInACommit) {
            commit();
        }
        for (ChildNodeEntry child : source.getChildNodeEntries()) {
            add(child.getNodeState(), PathUtils.concat(path, child.getName()));
        }
    }

    private PropertyState ofTarget(PropertyState property) throws IOException {
        String name = property.getName();
        if (property.getType().tag() != Type.BINARY.tag()) {
            return property;
        }
        List<Blob> files = new ArrayList<>();
        for (int at = 0; at < property.count(); at++) {
            try (InputStream bytes = property.getValue(Type.BINARY, at).getNewStream()) {
                files.add(target.createBlob(bytes));
            }
        }
        return property.isArray()
                ? PropertyStates.createProperty(name, files, Type.BINARIES)
                : PropertyStates.createProperty(name, files.get(0), Type.BINARY);
    }

    private void commit() throws IOException {
        try {
            target.merge(root, EmptyHook.INSTANCE, CommitInfo.EMPTY);
        } catch (CommitFailedException e) {
            throw new IOException("The copy was not finished", e);
        }
        root = target.getRoot().builder();
        pending = 0;
    }
}
