package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jackrabbit.oak.segment.ClassicCompactor;
import org.apache.jackrabbit.oak.segment.DefaultSegmentWriter;
import org.apache.jackrabbit.oak.segment.RecordId;
import org.apache.jackrabbit.oak.segment.Revisions;
import org.apache.jackrabbit.oak.segment.SegmentBufferWriter;
import org.apache.jackrabbit.oak.segment.SegmentNodeState;
import org.apache.jackrabbit.oak.segment.SegmentNodeStoreBuilders;
import org.apache.jackrabbit.oak.segment.SegmentWriter;
import org.apache.jackrabbit.oak.segment.WriterCacheManager;
import org.apache.jackrabbit.oak.segment.compaction.SegmentGCOptions;
import org.apache.jackrabbit.oak.segment.compaction.SegmentGCOptions.CompactorType;
import org.apache.jackrabbit.oak.segment.file.CompactionWriter;
import org.apache.jackrabbit.oak.segment.file.FileStore;
import org.apache.jackrabbit.oak.segment.file.FileStoreBuilder;
import org.apache.jackrabbit.oak.segment.file.GCNodeWriteMonitor;
import org.apache.jackrabbit.oak.segment.file.InvalidFileStoreVersionException;
import org.apache.jackrabbit.oak.segment.file.ReadOnlyFileStore;
import org.apache.jackrabbit.oak.segment.file.cancel.Canceller;
import org.apache.jackrabbit.oak.segment.file.tar.GCGeneration;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.Storage;
import org.bocage.cms.repository.failures.LostJournal;

/** Segment files of a store: put on disk, copied and compacted while the store is in use. */
final class SegmentFiles implements Storage {

    /** Oak keeps in memory what refers to what in the file it writes: with many small saves, as much as the file itself. */
    private static final int MAX_FILE_MB = 16;
    /** The two stores together take a quarter of the heap that bin/portal gives: with more, a long import is spent on collecting it. */
    private static final int SEGMENT_CACHE_MB = 32;
    /** Oak would keep 256 MB of strings and 64 MB of templates for each store, more than our heap. */
    private static final int STRING_CACHE_MB = 16;

    private static final int TEMPLATE_CACHE_MB = 8;
    private static final int NODES_REUSED_WHEN_WRITING = 1 << 16;
    /** Oak asks for each node and property whether to go on; to look at the disk each time took a third of a copy. */
    private static final int NODES_BETWEEN_LOOKS = 256;
    /** Bytes of heap that a compaction must find free: it holds what it reads and writes, never a whole store. */
    private static final long MEMORY_NEEDED = 24L * 1024 * 1024;

    static {
        // when to compact is decided by StoreMaintenance; Oak would refuse for ten hours after the last time
        System.setProperty("oak.gc.backoff", "0");
    }

    private final Path folder;
    private final FileStore files;
    private final ErasingPersistence persistence;
    private final CompactionOutcome outcome;

    private SegmentFiles(Path folder, FileStore files, ErasingPersistence persistence, CompactionOutcome outcome) {
        this.folder = folder;
        this.files = files;
        this.persistence = persistence;
        this.outcome = outcome;
    }

    /** @throws LostJournal when it would be taken for a new one */
    static SegmentFiles open(Path folder) throws IOException {
        Files.createDirectories(folder);
        requireJournal(folder);
        InterruptedRecovery.undo(folder);
        ErasingPersistence persistence = new ErasingPersistence(folder.toFile());
        CompactionOutcome outcome = new CompactionOutcome();
        SegmentGCOptions options = SegmentGCOptions.defaultGCOptions()
                .setEstimationDisabled(true)
                // Oak looks at a part of the heap that it mistakes for the largest until that was first collected
                .setMemoryThreshold(0)
                // in the thread that asks for it, whose stack is deep enough
                .setCompactorType(CompactorType.CHECKPOINT_COMPACTOR);
        FileStore files = build(bounded(folder)
                .withCustomPersistence(persistence)
                .withGCOptions(options)
                .withGCMonitor(outcome));
        return new SegmentFiles(folder, files, persistence, outcome);
    }

    /** Oak makes the journal first, then the files: one that is missing was taken away, as by a copy that leaves {@code *.log} out. */
    private static void requireJournal(Path folder) throws IOException {
        Path journal = folder.resolve("journal.log");
        try (Stream<Path> files = Files.list(folder)) {
            if (!Files.exists(journal) && files.anyMatch(file -> file.toString().endsWith(".tar"))) {
                throw new LostJournal(journal);
            }
        }
    }

    private static FileStoreBuilder bounded(Path folder) {
        return FileStoreBuilder.fileStoreBuilder(folder.toFile())
                .withMaxFileSize(MAX_FILE_MB)
                .withSegmentCacheSize(SEGMENT_CACHE_MB)
                .withStringCacheSize(STRING_CACHE_MB)
                .withTemplateCacheSize(TEMPLATE_CACHE_MB)
                .withNodeDeduplicationCacheSize(NODES_REUSED_WHEN_WRITING);
    }

    private static FileStore build(FileStoreBuilder builder) throws IOException {
        try {
            return builder.build();
        } catch (InvalidFileStoreVersionException e) {
            throw new IOException("The files are of another version of Oak", e);
        }
    }

    /** Reads all that the files of a folder hold in their present state, and counts its nodes; nothing is written there. */
    static long readAll(Path folder) throws IOException {
        return read(folder, StateWalk::readAll);
    }

    /** Counts the contents of the present state that were made or changed after a moment; nothing is written there. */
    static long changedAfter(Path folder, Instant moment) throws IOException {
        return read(folder, root -> StateWalk.changedAfter(root, moment));
    }

    static <T> T read(Path folder, SegmentStores.Reading<T> reading) throws IOException {
        try (ReadOnlyFileStore files = bounded(folder).buildReadOnly()) {
            return reading.of(files.getHead().getChildNode("root"));
        } catch (InvalidFileStoreVersionException e) {
            throw new IOException("The files are of another version of Oak", e);
        }
    }

    /** Writes a state of any store into an empty folder, files that it holds included. */
    static void write(NodeState root, Path target) throws IOException {
        try (FileStore files = build(bounded(target)
                .withGCOptions(SegmentGCOptions.defaultGCOptions().setOffline()))) {
            NodeStore nodes = SegmentNodeStoreBuilders.builder(files).build();
            // Oak writes what was copied to the files meanwhile
            StateCopy.copy(root, nodes, Integer.MAX_VALUE);
        }
    }

    FileStore store() {
        return files;
    }

    @Override
    public void requireRoom() {
        NotEnoughRoom.checkForSave(folder);
    }

    @Override
    public void requireAnswer() {
        // files answer
    }

    @Override
    public void flush() throws IOException {
        files.flush();
    }

    @Override
    public String machine() {
        return "";
    }

    @Override
    public <T> T alone(String name, Supplier<T> work) {
        return work.get();
    }

    @Override
    public long size() {
        return files.size();
    }

    @Override
    public Saved head() {
        return new Head(files.getRevisions().getHead());
    }

    @Override
    public Object identity(NodeState root) {
        return root instanceof SegmentNodeState saved ? saved.getRecordId() : root;
    }

    @Override
    public long nodes(Saved state) {
        return StateWalk.count(files.getReader().readHeadState((Head) state).getChildNode("root"));
    }

    @Override
    public void copy(Saved saved, Path target) throws IOException {
        Head state = (Head) saved;
        try (FileStore copy = build(bounded(target)
                .withGCOptions(SegmentGCOptions.defaultGCOptions().setOffline()))) {
            GCGeneration generation = state.head().getSegmentId().getGcGeneration();
            SegmentWriter segments = new DefaultSegmentWriter(
                    copy,
                    copy.getReader(),
                    copy.getSegmentIdProvider(),
                    copy.getBlobStore(),
                    new WriterCacheManager.Default(),
                    new SegmentBufferWriter(copy.getSegmentIdProvider(), "b", generation),
                    copy.getBinariesInlineThreshold());
            CompactionWriter writer = new CompactionWriter(copy.getReader(), copy.getBlobStore(), generation, segments);
            AtomicInteger asked = new AtomicInteger();
            Canceller whenShort = Canceller.newCanceller()
                    .withCondition(
                            "the disk fills up",
                            () -> asked.getAndIncrement() % NODES_BETWEEN_LOOKS == 0 && NotEnoughRoom.isShort(target));
            SegmentNodeState empty = copy.getHead();
            SegmentNodeState whole = new ClassicCompactor(writer, GCNodeWriteMonitor.EMPTY)
                    .compactUp(empty, files.getReader().readHeadState(state), whenShort);
            writer.flush();
            if (whole == null || !copy.getRevisions().setHead(empty.getRecordId(), whole.getRecordId())) {
                throw new IOException("The copy of " + folder + " was not finished");
            }
        }
    }

    @Override
    public void compact(Compaction compaction) throws IOException {
        NotEnoughRoom.check(folder, size());
        checkMemory();
        outcome.begin();
        if (compaction == Compaction.TAIL) {
            files.tailGC();
        } else {
            files.fullGC();
        }
        Optional<String> problem = outcome.problem();
        if (problem.isPresent()) {
            throw NotEnoughRoom.or(new IOException(problem.get()), folder, size());
        }
        if (compaction == Compaction.ERASING) {
            // a clean-up of its own: amid the compaction files are looked at before it is known what it leaves behind
            persistence.erasing(files::cleanup);
        }
    }

    private static void checkMemory() throws IOException {
        // what is in use is known after a collection alone
        System.gc();
        Runtime machine = Runtime.getRuntime();
        long free = machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
        if (free < MEMORY_NEEDED) {
            throw new IOException("Not enough memory: " + free + " bytes are free, " + MEMORY_NEEDED + " are needed");
        }
    }

    @Override
    public void cancelCompaction() {
        files.cancelGC();
    }

    @Override
    public void close() {
        files.cancelGC();
        files.close();
    }

    /** A state in place of the present one, for what copies the present one. */
    private record Head(RecordId head) implements Saved, Revisions {

        @Override
        public RecordId getHead() {
            return head;
        }

        @Override
        public RecordId getPersistedHead() {
            return head;
        }

        @Override
        public boolean setHead(RecordId expected, RecordId next, Option... options) {
            throw new UnsupportedOperationException("A saved state does not move");
        }

        @Override
        public RecordId setHead(Function<RecordId, RecordId> next, Option... options) {
            throw new UnsupportedOperationException("A saved state does not move");
        }
    }
}
