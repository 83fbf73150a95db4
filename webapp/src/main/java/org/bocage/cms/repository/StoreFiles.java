package org.bocage.cms.repository;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.jackrabbit.oak.segment.RecordId;

/** Files that a store is kept in: put on disk, copied and compacted while the store is in use. */
public interface StoreFiles extends Closeable {

    /** How much of a store a compaction writes anew. */
    enum Compaction {
        /** Only what was saved since the last compaction. */
        TAIL,
        /** Everything. */
        FULL,
        /** Everything, and no file keeps a part that nothing refers to, however small. */
        ERASING
    }

    Path folder();

    /** Puts on disk what was saved. */
    void flush() throws IOException;

    /** In bytes, what no state refers to any more included. */
    long size();

    /** Returns the state that was saved last. */
    RecordId head();

    /** Counts the nodes of a state. */
    long nodes(RecordId state);

    /**
     * Copies a state into an empty folder, where a store can be opened. The state must not be older than the last compaction
     * but one.
     */
    void copy(RecordId state, Path target) throws IOException;

    /**
     * Writes anew what the present state and the checkpoints hold, and deletes what only states older than the last
     * compaction held. Others read and save meanwhile.
     *
     * @throws IOException when the disk may not take what is written, or when it did not come to its end; nothing is lost then
     */
    void compact(Compaction compaction) throws IOException;

    /** Has a compaction that is under way end soon, without effect. */
    void cancelCompaction();

    @Override
    void close();
}
