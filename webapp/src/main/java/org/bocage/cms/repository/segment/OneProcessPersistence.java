package org.bocage.cms.repository.segment;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jackrabbit.oak.segment.file.tar.TarPersistence;
import org.apache.jackrabbit.oak.segment.spi.persistence.RepositoryLock;
import org.jspecify.annotations.Nullable;

/** Segment files that say at once when another process has them, where Oak's own wait for it without end. */
class OneProcessPersistence extends TarPersistence {

    private static final String LOCK_FILE = "repo.lock";

    private final Path lockFile;

    OneProcessPersistence(File folder) {
        super(folder);
        this.lockFile = folder.toPath().resolve(LOCK_FILE);
    }

    @Override
    public RepositoryLock lockRepository() throws IOException {
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new IOException(lockFile.getParent() + " is in use by another process");
        }
        return channel::close;
    }

    /** Whether a process has the files of a folder. */
    static boolean isInUse(Path folder) throws IOException {
        Path lockFile = folder.resolve(LOCK_FILE);
        if (!Files.exists(lockFile)) {
            return false;
        }
        // closing gives the lock back
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            return lock(channel) == null;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
