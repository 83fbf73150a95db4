package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.jackrabbit.oak.segment.SegmentNodeStoreBuilders;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.RepositoryFailure;

/** Opens stores kept as segment files in a folder, for one process at a time. */
public final class SegmentStores {

    private SegmentStores() {}

    /**
     * Opens the store of a folder, made when absent, with Magnolia's node types in it.
     *
     * @throws RepositoryFailure when the folder cannot be used, in particular while another process has it open
     */
    public static WritableStore open(String name, Path folder) {
        return open(name, folder, nodes -> nodes);
    }

    /** Whether a process, this one included, has the store of a folder open. */
    public static boolean isInUse(Path folder) throws IOException {
        return OneProcessPersistence.isInUse(folder);
    }

    /**
     * Reads all that the store of a folder holds, values and files included, and counts its nodes; nothing is written there.
     *
     * @throws IOException when it cannot be read
     */
    public static long readAll(Path folder) throws IOException {
        try {
            return SegmentFiles.readAll(folder);
        } catch (RuntimeException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * Counts the contents in the store of a folder that were made or changed after a moment; nothing is written there.
     *
     * @throws IOException when it cannot be read
     */
    public static long changedAfter(Path folder, Instant moment) throws IOException {
        try {
            return SegmentFiles.changedAfter(folder, moment);
        } catch (RuntimeException e) {
            throw unreadable(folder, e);
        }
    }

    /** Counts the nodes of a state of any store. */
    public static long count(NodeState root) {
        return StateWalk.count(root);
    }

    /** Copies a state of any store into an empty folder, where a store can be opened. */
    public static void write(NodeState root, Path folder) throws IOException {
        Files.createDirectories(folder);
        SegmentFiles.write(root, folder);
    }

    /** Reads what the store of a folder holds at present, which nobody may have open; nothing is written there. */
    public static <T> T read(Path folder, Reading<T> reading) throws IOException {
        return SegmentFiles.read(folder, reading);
    }

    /** Work on the root of a state. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(NodeState root) throws IOException;
    }

    /** Oak throws what is no IOException for a record that is missing. */
    private static IOException unreadable(Path folder, RuntimeException e) {
        return new IOException("The store in " + folder + " cannot be read", e);
    }

    /** @param around what stands between the store and its files: a test has saves fail there */
    static WritableStore open(String name, Path folder, UnaryOperator<NodeStore> around) {
        try {
            SegmentFiles files = SegmentFiles.open(folder);
            NodeStore nodes =
                    around.apply(SegmentNodeStoreBuilders.builder(files.store()).build());
            return WritableStore.open(name, nodes, files);
        } catch (IOException | IllegalStateException e) {
            throw new RepositoryFailure("Store " + name + " cannot be opened in " + folder, e);
        }
    }
}
