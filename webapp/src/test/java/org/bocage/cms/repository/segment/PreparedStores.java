package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.bocage.cms.repository.WritableStore;
import org.springframework.util.FileSystemUtils;

/**
 * Stores for tests: one that is absent begins with the files of an empty one that was made before. To register the node types of
 * Oak and Magnolia takes longer than most tests do.
 */
public final class PreparedStores {

    /** Files of closed stores, by their names, of each kind of beginning. */
    private static final Map<List<String>, Map<String, byte[]>> MADE = new HashMap<>();

    private PreparedStores() {}

    /** Opens the store of a folder as {@link SegmentStores#open(String, Path)} does. */
    public static WritableStore open(String name, Path folder) {
        return open(name, folder, nodes -> nodes);
    }

    /** Opens the store of a folder; an absent one begins as work leaves it, which is done once for all that begin so. */
    public static WritableStore open(String name, Path folder, String beginning, Consumer<WritableStore> work) {
        begin(name, folder, beginning, work);
        return SegmentStores.open(name, folder);
    }

    /** @param around what stands between the store and its files */
    static WritableStore open(String name, Path folder, UnaryOperator<NodeStore> around) {
        begin(name, folder, "", store -> {});
        return SegmentStores.open(name, folder, around);
    }

    private static void begin(String name, Path folder, String beginning, Consumer<WritableStore> work) {
        try {
            if (isAbsent(folder)) {
                Files.createDirectories(folder);
                for (Map.Entry<String, byte[]> file :
                        made(name, beginning, work).entrySet()) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbsent(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return !Files.exists(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static synchronized Map<String, byte[]> made(String name, String beginning, Consumer<WritableStore> work)
            throws IOException {
        Map<String, byte[]> known = MADE.get(List.of(name, beginning));
        if (known != null) {
            return known;
        }
        Path folder = Files.createTempDirectory("prepared-store");
        try {
            try (WritableStore store = SegmentStores.open(name, folder)) {
                work.accept(store);
            }
            Map<String, byte[]> files = new HashMap<>();
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
            MADE.put(List.of(name, beginning), files);
            return files;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
