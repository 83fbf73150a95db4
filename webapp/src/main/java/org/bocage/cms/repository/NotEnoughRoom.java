package org.bocage.cms.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Thrown before a work that the disk has not enough room for is begun. */
public final class NotEnoughRoom extends IOException {

    private static final long serialVersionUID = 1L;
    private static final long MEBIBYTE = 1024 * 1024;

    private final long needed;
    private final long free;

    private NotEnoughRoom(Path folder, long needed, long free) {
        super(folder + " has room for " + free / MEBIBYTE + " MB, " + needed / MEBIBYTE + " MB are needed");
        this.needed = needed;
        this.free = free;
    }

    /**
     * Looks whether the disk of a folder that exists has room.
     *
     * @param bytes that may be written
     */
    public static void check(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new NotEnoughRoom(folder, bytes, free);
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
