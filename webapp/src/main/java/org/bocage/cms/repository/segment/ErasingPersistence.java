package org.bocage.cms.repository.segment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jackrabbit.oak.commons.Buffer;
import org.apache.jackrabbit.oak.segment.SegmentId;
import org.apache.jackrabbit.oak.segment.file.tar.GraphLoader;
import org.apache.jackrabbit.oak.segment.file.tar.SegmentTarManager;
import org.apache.jackrabbit.oak.segment.spi.monitor.FileStoreMonitor;
import org.apache.jackrabbit.oak.segment.spi.monitor.IOMonitor;
import org.apache.jackrabbit.oak.segment.spi.monitor.RemoteStoreMonitor;
import org.apache.jackrabbit.oak.segment.spi.persistence.SegmentArchiveEntry;
import org.apache.jackrabbit.oak.segment.spi.persistence.SegmentArchiveManager;
import org.apache.jackrabbit.oak.segment.spi.persistence.SegmentArchiveReader;
import org.apache.jackrabbit.oak.segment.spi.persistence.SegmentArchiveWriter;
import org.jspecify.annotations.Nullable;

/**
 * Segment files of which nothing stays that was erased. A clean-up of Oak writes a file anew when a quarter of it can go,
 * or when it has no graph of what refers to what: a photo amid others that stay would stay with them. While something is
 * to be erased, files that hold such remains tell that they have no graph.
 */
final class ErasingPersistence extends OneProcessPersistence {

    /** Generations that Oak keeps for who reads an older state. */
    private static final int RETAINED = 2;

    private final File folder;
    private final List<Archive> open = new CopyOnWriteArrayList<>();
    private boolean erasing;
    private @Nullable Set<String> withRemains;

    ErasingPersistence(File folder) {
        super(folder);
        this.folder = folder;
    }

    /** A clean-up of Oak. */
    @FunctionalInterface
    interface CleanUp {
        void run() throws IOException;
    }

    /** Has a clean-up write anew each file that holds what nothing refers to any more. */
    void erasing(CleanUp cleanUp) throws IOException {
        switchTo(true);
        try {
            cleanUp.run();
        } finally {
            switchTo(false);
        }
    }

    private synchronized void switchTo(boolean on) {
        erasing = on;
        withRemains = null;
    }

    /** Whether a file is to be written anew though little of it can go; looked at once, amid the clean-up. */
    private synchronized boolean hasRemains(Archive archive) {
        if (!erasing) {
            return false;
        }
        Set<String> names = withRemains;
        if (names == null) {
            names = namesOfThoseWithRemains();
            withRemains = names;
        }
        return names.contains(archive.getName());
    }

    private Set<String> namesOfThoseWithRemains() {
        int generation = 0;
        int full = 0;
        for (Archive archive : open) {
            for (SegmentArchiveEntry segment : archive.listSegments()) {
                generation = Math.max(generation, segment.getGeneration());
                full = Math.max(full, segment.getFullGeneration());
            }
        }
        Set<UUID> old = new HashSet<>();
        for (Archive archive : open) {
            for (SegmentArchiveEntry segment : archive.listSegments()) {
                boolean behind = segment.getGeneration() <= generation - RETAINED && !segment.isCompacted();
                if (isData(segment) && (behind || segment.getFullGeneration() <= full - RETAINED)) {
                    old.add(id(segment));
                }
            }
        }
        Set<UUID> referred = new HashSet<>();
        for (Archive archive : open) {
            archive.graph().forEach((from, to) -> {
                if (!old.contains(from)) {
                    referred.addAll(to);
                }
            });
        }
        Set<String> names = new HashSet<>();
        for (Archive archive : open) {
            if (archive.listSegments().stream()
                    .anyMatch(
                            segment -> isData(segment) ? old.contains(id(segment)) : !referred.contains(id(segment)))) {
                names.add(archive.getName());
            }
        }
        return names;
    }

    private static boolean isData(SegmentArchiveEntry segment) {
        return SegmentId.isDataSegmentId(segment.getLsb());
    }

    private static UUID id(SegmentArchiveEntry segment) {
        return new UUID(segment.getMsb(), segment.getLsb());
    }

    @Override
    public SegmentArchiveManager createArchiveManager(
            boolean memoryMapping,
            boolean offHeapAccess,
            IOMonitor io,
            FileStoreMonitor files,
            RemoteStoreMonitor remote) {
        return new SegmentTarManager(folder, files, io, memoryMapping, offHeapAccess) {

            @Override
            public @Nullable SegmentArchiveReader open(String name) throws IOException {
                SegmentArchiveReader reader = super.open(name);
                return reader == null ? null : new Archive(reader);
            }

            @Override
            public SegmentArchiveWriter create(String name) {
                return new SparingWriter(super.create(name), folder.toPath());
            }
        };
    }

    /** A file that is open. */
    private final class Archive implements SegmentArchiveReader {

        private final SegmentArchiveReader reader;

        Archive(SegmentArchiveReader reader) {
            this.reader = reader;
            open.add(this);
        }

        Map<UUID, List<UUID>> graph() {
            try {
                Buffer graph = reader.getGraph();
                return graph == null ? Map.of() : GraphLoader.parseGraph(graph);
            } catch (IOException e) {
                throw new UncheckedIOException("The graph of " + getName() + " cannot be read", e);
            }
        }

        @Override
        public boolean hasGraph() {
            return reader.hasGraph() && !hasRemains(this);
        }

        @Override
        public @Nullable Buffer readSegment(long msb, long lsb) throws IOException {
            return reader.readSegment(msb, lsb);
        }

        @Override
        public boolean containsSegment(long msb, long lsb) {
            return reader.containsSegment(msb, lsb);
        }

        @Override
        public List<SegmentArchiveEntry> listSegments() {
            return reader.listSegments();
        }

        @Override
        public @Nullable Buffer getGraph() throws IOException {
            return reader.getGraph();
        }

        @Override
        public Buffer getBinaryReferences() throws IOException {
            return reader.getBinaryReferences();
        }

        @Override
        public long length() {
            return reader.length();
        }

        @Override
        public String getName() {
            return reader.getName();
        }

        @Override
        public void close() throws IOException {
            open.remove(this);
            reader.close();
        }

        @Override
        public int getEntrySize(int size) {
            return reader.getEntrySize(size);
        }

        @Override
        public boolean isRemote() {
            return reader.isRemote();
        }
    }
}
