package org.bocage.cms.repository.segment;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jackrabbit.oak.api.Blob;
import org.apache.jackrabbit.oak.api.CommitFailedException;
import org.apache.jackrabbit.oak.spi.commit.CommitHook;
import org.apache.jackrabbit.oak.spi.commit.CommitInfo;
import org.apache.jackrabbit.oak.spi.commit.Observable;
import org.apache.jackrabbit.oak.spi.commit.Observer;
import org.apache.jackrabbit.oak.spi.state.NodeBuilder;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.bocage.cms.repository.WritableStore;
import org.jspecify.annotations.Nullable;

/** Stores of which any chosen save fails, or is the last one before everything stands still, as in a process that dies. */
public final class Faults {

    /** Fault at the chosen save. */
    public enum Kind {
        /** It fails; the next one does not. */
        FAILS,
        /** It fails, and so does every later one. */
        DIES_BEFORE,
        /** It is done, and whoever saved never hears of it; every later one fails. */
        DIES_AFTER
    }

    private final AtomicInteger saves = new AtomicInteger();
    private volatile int chosen;
    private volatile Kind kind = Kind.FAILS;
    private volatile boolean dead;

    /** Opens a store; the saves of all that are opened here are counted together. */
    public WritableStore open(String name, Path folder) {
        return PreparedStores.open(name, folder, nodes -> new Faulty(nodes, (Observable) nodes));
    }

    /** Has one of the saves from now on be a fault, the first one being 1. */
    public void at(int save, Kind what) {
        saves.set(0);
        kind = what;
        chosen = save;
    }

    /** No fault any more: the process begins anew. Returns how many saves there were since {@link #at}. */
    public int none() {
        chosen = 0;
        dead = false;
        return saves.get();
    }

    private CommitFailedException fault() {
        return new CommitFailedException(CommitFailedException.OAK, 1, "the disk is full");
    }

    private final class Faulty implements NodeStore, Observable {

        private final NodeStore nodes;
        private final Observable observable;

        Faulty(NodeStore nodes, Observable observable) {
            this.nodes = nodes;
            this.observable = observable;
        }

        @Override
        public NodeState merge(NodeBuilder builder, CommitHook hook, CommitInfo info) throws CommitFailedException {
            boolean now = saves.incrementAndGet() == chosen;
            if (dead || (now && kind != Kind.DIES_AFTER)) {
                dead |= kind == Kind.DIES_BEFORE;
                throw fault();
            }
            NodeState merged = nodes.merge(builder, hook, info);
            if (now) {
                dead = true;
                throw fault();
            }
            return merged;
        }

        @Override
        public Closeable addObserver(Observer observer) {
            return observable.addObserver(observer);
        }

        @Override
        public NodeState getRoot() {
            return nodes.getRoot();
        }

        @Override
        public NodeState rebase(NodeBuilder builder) {
            return nodes.rebase(builder);
        }

        @Override
        public NodeState reset(NodeBuilder builder) {
            return nodes.reset(builder);
        }

        @Override
        public Blob createBlob(InputStream in) throws IOException {
            return nodes.createBlob(in);
        }

        @Override
        public @Nullable Blob getBlob(String reference) {
            return nodes.getBlob(reference);
        }

        @Override
        public String checkpoint(long lifetime, Map<String, String> properties) {
            return nodes.checkpoint(lifetime, properties);
        }

        @Override
        public String checkpoint(long lifetime) {
            return nodes.checkpoint(lifetime);
        }

        @Override
        public Map<String, String> checkpointInfo(String checkpoint) {
            return nodes.checkpointInfo(checkpoint);
        }

        @Override
        public Iterable<String> checkpoints() {
            return nodes.checkpoints();
        }

        @Override
        public @Nullable NodeState retrieve(String checkpoint) {
            return nodes.retrieve(checkpoint);
        }

        @Override
        public boolean release(String checkpoint) {
            return nodes.release(checkpoint);
        }
    }
}
