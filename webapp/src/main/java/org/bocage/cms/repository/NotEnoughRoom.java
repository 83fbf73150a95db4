package org.bocage.cms.repository;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bocage.cms.repository.failures.StoreFull;

/** Thrown before a work that the disk has not enough room for is begun, or once it failed on a disk that others filled. */
public final class NotEnoughRoom extends IOException {

    private static final long serialVersionUID = 1L;
    private static final long MEBIBYTE = 1024 * 1024;
    /** Bytes on the disk below which a save is refused: without room for its last ones it would leave a truncated file. */
    private static final long RESERVE = 32L * 1024 * 1024;
    /** Bytes that a long work leaves on the disk, so that saves go on beside it. */
    private static final long FOR_SAVES = 2 * RESERVE;

    private final long needed;
    private final long free;

    private NotEnoughRoom(Path folder, long needed, long free) {
        super(folder + " has room for " + free / MEBIBYTE + " MB, " + needed / MEBIBYTE + " MB are needed");
        this.needed = needed;
        this.free = free;
    }

    /**
     * Looks whether the disk of a folder that exists has room, with what saves ask for beside it.
     *
     * @param bytes that may be written
     */
    public static void check(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes + FOR_SAVES) {
            throw new NotEnoughRoom(folder, bytes + FOR_SAVES, free);
        }
    }

    /**
     * Looks whether the disk of a folder has room for a save.
     *
     * @throws StoreFull when it has hardly any left
     */
    public static void checkForSave(Path folder) {
        File there = folder.toFile();
        long room = there.getUsableSpace();
        if (room < RESERVE && there.isDirectory()) {
            throw new StoreFull("Nothing is saved: the disk of " + folder + " has " + room / 1024 + " kB left");
        }
    }

    /** Whether the disk of a folder has no more room than saves ask for. */
    public static boolean isShort(Path folder) {
        return folder.toFile().getUsableSpace() < FOR_SAVES;
    }

    /** Returns why a work failed: for want of room, when there is not enough by now to do it again, or else what it said. */
    public static IOException or(IOException failure, Path folder, long bytes) throws IOException {
        try {
            check(folder, bytes);
            return failure;
        } catch (NotEnoughRoom full) {
            full.initCause(failure);
            return full;
        }
    }

    /** In megabytes, at least one. */
    public long neededMegabytes() {
        return Math.max(1, needed / MEBIBYTE);
    }

    /** In megabytes. */
    public long freeMegabytes() {
        return free / MEBIBYTE;
    }
}
