package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.jackrabbit.oak.commons.Buffer;
import org.apache.jackrabbit.oak.segment.spi.persistence.SegmentArchiveWriter;
import org.bocage.cms.repository.NotEnoughRoom;
import org.jspecify.annotations.Nullable;

/**
 * Segment file in which a compaction leaves room for saves, on a disk that fills up meanwhile. Oak gives the compaction up, and
 * ends the file; without room for its end the store could neither be read nor written to until the next start.
 */
final class SparingWriter implements SegmentArchiveWriter {

    private final SegmentArchiveWriter writer;
    private final Path folder;

    /** @param folder on whose disk the file lies */
    SparingWriter(SegmentArchiveWriter writer, Path folder) {
        this.writer = writer;
        this.folder = folder;
    }

    @Override
    public void writeSegment(
            long msb,
            long lsb,
            byte[] data,
            int offset,
            int size,
            int generation,
            int fullGeneration,
            boolean isCompacted)
            throws IOException {
        if (isCompacted) {
            NotEnoughRoom.check(folder, size);
        }
        writer.writeSegment(msb, lsb, data, offset, size, generation, fullGeneration, isCompacted);
    }

    @Override
    public @Nullable Buffer readSegment(long msb, long lsb) throws IOException {
        return writer.readSegment(msb, lsb);
    }

    @Override
    public boolean containsSegment(long msb, long lsb) {
        return writer.containsSegment(msb, lsb);
    }

    @Override
    public void writeGraph(byte[] graph) throws IOException {
        writer.writeGraph(graph);
    }

    @Override
    public void writeBinaryReferences(byte[] references) throws IOException {
        writer.writeBinaryReferences(references);
    }

    @Override
    public long getLength() {
        return writer.getLength();
    }

    @Override
    public int getEntryCount() {
        return writer.getEntryCount();
    }

    @Override
    public int getMaxEntryCount() {
        return writer.getMaxEntryCount();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    @Override
    public boolean isCreated() {
        return writer.isCreated();
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public String getName() {
        return writer.getName();
    }

    @Override
    public boolean isRemote() {
        return writer.isRemote();
    }
}
