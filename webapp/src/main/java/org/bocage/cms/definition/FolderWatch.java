package org.bocage.cms.definition;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bocage.cms.definition.files.ResourceTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when something changes in folders: once for changes that follow each other closely, as those of a {@code git
 * pull}. Where the system cannot watch, it compares modification times.
 */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long QUIET_MILLIS = 150;
    private static final long PATIENCE_MILLIS = 600;
    private static final long PAUSE_MILLIS = 500;

    private final List<Path> folders;
    private final Set<WatchKey> watched = new HashSet<>();
    private final Thread thread;
    private @Nullable WatchService service;
    private Map<Path, String> identities = Map.of();
    private long fingerprint;
    private Runnable change = () -> {};

    /** Watches from now on, so that no change is missed between the first reading and {@link #start}. */
    FolderWatch(List<Path> folders) {
        this.folders = folders;
        this.thread = new Thread(this::run, "light-modules");
        thread.setDaemon(true);
        try {
            service = FileSystems.getDefault().newWatchService();
            watchAll();
        } catch (IOException | UnsupportedOperationException e) {
            poll(e);
        }
    }

    void start(Runnable onChange) {
        this.change = onChange;
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        closeService();
    }

    private void run() {
        while (!thread.isInterrupted()) {
            try {
                if (changed()) {
                    change.run();
                }
            } catch (InterruptedException | ClosedWatchServiceException e) {
                return;
            } catch (IOException e) {
                poll(e);
            } catch (RuntimeException | Error e) {
                LOG.error("a change of light modules could not be taken in; the next one is", e);
            }
        }
    }

    /** Waits a little for a change, and for the end of it. */
    private boolean changed() throws InterruptedException, IOException {
        WatchService watching = service;
        if (watching == null) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return fingerprint != (fingerprint = fingerprint());
        }
        WatchKey key = watching.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (key == null) {
            return isReplaced() && watchAll();
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                watched.remove(key);
            }
            key = System.nanoTime() < end ? watching.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) : null;
        }
        return watchAll();
    }

    /** Whether another directory stands where a folder was: moved away and made again. */
    private boolean isReplaced() throws IOException {
        return !identities.equals(identities());
    }

    private Map<Path, String> identities() throws IOException {
        Map<Path, String> found = new HashMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                found.put(
                        folder,
                        String.valueOf(Files.readAttributes(folder, BasicFileAttributes.class)
                                .fileKey()));
            }
        }
        return found;
    }

    /** Watches every directory there is now; those already watched stay so. */
    private boolean watchAll() throws IOException {
        WatchService watching = service;
        if (isReplaced()) {
            watched.forEach(WatchKey::cancel);
            watched.clear();
            identities = identities();
        }
        for (Path folder : folders) {
            if (watching != null && Files.isDirectory(folder)) {
                visit(folder, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                            throws IOException {
                        if (!directory.equals(folder) && !ResourceTree.isListed(directory)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        return watch(directory, watching);
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        }
        return true;
    }

    private FileVisitResult watch(Path directory, WatchService watching) throws IOException {
        try {
            watched.add(directory.register(
                    watching,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE));
            return FileVisitResult.CONTINUE;
        } catch (NoSuchFileException gone) {
            LOG.debug("{} has gone", directory);
            return FileVisitResult.SKIP_SUBTREE;
        }
    }

    /** From now on by modification times. */
    void poll(Exception reason) {
        LOG.warn(
                "light modules are followed by modification times, the system cannot watch them: {}",
                reason.toString());
        closeService();
        service = null;
        fingerprint = 0;
    }

    private void closeService() {
        WatchService watching = service;
        if (watching != null) {
            try {
                watching.close();
            } catch (IOException e) {
                LOG.warn("the watch on light modules could not be closed: {}", e.toString());
            }
        }
    }

    private long fingerprint() throws IOException {
        long[] sum = {1};
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            visit(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean listed = directory.equals(folder) || ResourceTree.isListed(directory);
                    return listed ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] = 31 * sum[0] + file.hashCode();
                    sum[0] = 31 * sum[0] + attributes.lastModifiedTime().hashCode() + attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return sum[0];
    }

    private static void visit(Path folder, SimpleFileVisitor<Path> visitor) throws IOException {
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), ResourceTree.MAX_DEPTH, visitor);
    }
}
