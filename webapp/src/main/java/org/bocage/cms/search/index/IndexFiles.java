package org.bocage.cms.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of an index in a folder, open to be written and searched. What is not {@linkplain #commit committed} is not
 * there after a stop.
 */
public final class IndexFiles implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(IndexFiles.class);

    private final Path folder;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile boolean committed;

    private IndexFiles(Path folder, Analyzer analyzer, IndexWriterConfig.OpenMode mode) throws IOException {
        this.folder = folder;
        this.committed = mode == IndexWriterConfig.OpenMode.APPEND;
        FSDirectory opened = FSDirectory.open(folder);
        IndexWriter opening = null;
        boolean done = false;
        try {
            opening = new IndexWriter(
                    opened, new IndexWriterConfig(analyzer).setOpenMode(mode).setCommitOnClose(false));
            this.searchers = new SearcherManager(opening, new Searcher.Factory());
            this.directory = opened;
            this.writer = opening;
            done = true;
        } finally {
            if (!done) {
                IOUtils.closeWhileHandlingException(opening, opened);
            }
        }
    }

    /** Opens those of a folder; empty when there are none, or they are damaged. */
    public static Optional<IndexFiles> open(Path folder, Analyzer analyzer) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        IndexFiles files = null;
        boolean whole = false;
        try {
            files = new IndexFiles(folder, analyzer, IndexWriterConfig.OpenMode.APPEND);
            files.check();
            whole = true;
            return Optional.of(files);
        } catch (IOException | RuntimeException e) {
            log.warn("The index in {} cannot be read, and is built anew: {}", folder, e.toString());
            return Optional.empty();
        } finally {
            if (!whole) {
                IOUtils.closeWhileHandlingException(files);
            }
        }
    }

    /** Reads them once as a whole: what is garbled would come up in some search only. */
    private void check() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    /** Begins with none; those that are there go with the first commit, or at once when they are damaged. */
    public static IndexFiles create(Path folder, Analyzer analyzer) {
        try {
            if (!isReadable(folder)) {
                clear(folder);
            }
            return new IndexFiles(folder, analyzer, IndexWriterConfig.OpenMode.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written in " + folder, e);
        }
    }

    private static boolean isReadable(Path folder) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder)) {
            SegmentInfos.readLatestCommit(directory);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Whether all that was committed is still there. */
    public boolean areThere() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try {
            return !committed
                    || SegmentInfos.readLatestCommit(directory).files(true).stream()
                            .allMatch(file -> Files.exists(folder.resolve(file)));
        } catch (IOException e) {
            return false;
        }
    }

    public IndexWriter writer() {
        return writer;
    }

    public SearcherManager searchers() {
        return searchers;
    }

    /** Returns the Lucene commit data that {@link #commit} stored last; empty when there is none. */
    public Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
        }
        return said;
    }

    /** Commits to disk what was written, with the commit data that {@link #said} returns. */
    public void commit(Map<String, String> said) throws IOException {
        writer.setLiveCommitData(said.entrySet());
        writer.commit();
        committed = true;
    }

    /** Lets others write in this folder; what was found here is still found. */
    public void stopWriting() {
        IOUtils.closeWhileHandlingException(writer);
    }

    @Override
    public void close() throws IOException {
        IOUtils.closeWhileHandlingException(searchers, writer);
        directory.close();
    }
}
