package org.bocage.cms.repository;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;

/** Place that a store is kept in, segment files or a database: copied and cleaned up while the store is in use. */
public interface Storage extends Closeable {

    /** How much of a store a compaction writes anew. */
    enum Compaction {
        /** Only what was saved since the last compaction. */
        TAIL,
        /** Everything. */
        FULL,
        /** Everything, and no file keeps a part that nothing refers to, however small. */
        ERASING
    }

    /** State of a store, known to the storage that told it. */
    interface Saved {}

    /**
     * To be called before a save.
     *
     * @throws StoreFull when there is hardly any room left for it
     */
    void requireRoom();

    /**
     * Makes sure that the store can be asked now, for whoever promises somebody what is done later.
     *
     * @throws RepositoryFailure when its database does not answer
     */
    void requireAnswer();

    /** Puts on disk what was saved, where every machine that shares the store sees it soon, even when this one ends. */
    void flush() throws IOException;

    /** Returns the name of this machine among those that share the store; empty where no other can. */
    String machine();

    /** Does a work while no other machine does one of this name, on all that those before it saved. */
    <T> T alone(String name, Supplier<T> work);

    /** In bytes, what no state refers to any more included. */
    long size();

    /** Returns the state that was saved last. */
    Saved head();

    /** Returns what tells a state from others: equal for two of them when nothing was changed between. */
    Object identity(NodeState root);

    /** Counts the nodes of a state. */
    long nodes(Saved state);

    /**
     * Copies a state into an empty folder as segment files, where a store can be opened. The state must not be older than the last
     * compaction but one.
     */
    void copy(Saved state, Path target) throws IOException;

    /**
     * Takes away what neither the present state nor the checkpoints hold. Others read and save meanwhile.
     *
     * @throws IOException when there is no room for what is written, or when it did not come to its end; nothing is lost then
     */
    void compact(Compaction compaction) throws IOException;

    /** Has a compaction that is under way end soon, without effect. */
    void cancelCompaction();

    @Override
    void close();
}
