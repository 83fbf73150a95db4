package org.bocage.cms.dam.renditions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.bocage.cms.dam.decoding.PictureFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Renditions on disk: one folder a picture, one file a rendition. Files appear whole or not at all. */
final class RenditionStore {

    private static final Logger log = LoggerFactory.getLogger(RenditionStore.class);
    /** Bytes at both ends of a file that tell whether it is whole. */
    private static final int EDGE = 12;

    /** Folder of what is being deleted; no hash begins so. */
    private static final String DELETED = "deleted";

    private final Path folder;

    RenditionStore(Path folder) {
        this.folder = folder;
    }

    /** The rendition kept for what was asked; a damaged one counts as absent. */
    Optional<Rendition> find(String hash, String name, RenditionFormat asked) throws IOException {
        for (PictureFormat format : asked.outcomes()) {
            Path file = file(hash, name, format);
            Optional<Long> size = wholeSize(file, format);
            if (size.isPresent()) {
                return Optional.of(new Rendition(file, format, size.get()));
            }
        }
        return Optional.empty();
    }

    Rendition keep(String hash, String name, PictureFormat format, byte[] bytes) throws IOException {
        try {
            return tryToKeep(hash, name, format, bytes);
        } catch (NoSuchFileException e) {
            log.debug("Renditions were deleted while {} was written", name, e);
            return tryToKeep(hash, name, format, bytes);
        }
    }

    private Rendition tryToKeep(String hash, String name, PictureFormat format, byte[] bytes) throws IOException {
        Path file = file(hash, name, format);
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), ".", ".part");
        try {
            write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return new Rendition(file, format, bytes.length);
    }

    void forget(String hash) throws IOException {
        delete(pictureFolder(hash));
    }

    void forgetAll() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> starts = Files.newDirectoryStream(folder, "??")) {
                for (Path start : starts) {
                    delete(start);
                }
            }
            // with what a stop kept from being deleted
            FileSystemUtils.deleteRecursively(folder.resolve(DELETED));
        }
    }

    /** Deletes a folder out of the way of renditions that are written meanwhile: one file more would keep it there. */
    private void delete(Path there) throws IOException {
        if (!Files.isDirectory(there)) {
            return;
        }
        Path aside = Files.createTempDirectory(Files.createDirectories(folder.resolve(DELETED)), "");
        try {
            Files.move(there, aside.resolve("renditions"), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            log.debug("{} was deleted by another", there, e);
        }
        FileSystemUtils.deleteRecursively(aside);
    }

    /** On the disk before it gets its name: after a power cut no name stands for an empty file. */
    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private Path file(String hash, String name, PictureFormat format) {
        return pictureFolder(hash).resolve(name + "." + format.extension());
    }

    private Path pictureFolder(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static Optional<Long> wholeSize(Path file, PictureFormat format) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size >= 2 * EDGE && isWhole(edge(channel, 0), edge(channel, size - EDGE), size, format)) {
                return Optional.of(size);
            }
            log.warn("The rendition {} is damaged and is made again", file);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] head, byte[] tail, long size, PictureFormat format) {
        return switch (format) {
            case WEBP ->
                ascii(head, 0, 4).equals("RIFF")
                        && ascii(head, 8, 12).equals("WEBP")
                        && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) == size - 8;
            case PNG -> ascii(head, 1, 4).equals("PNG") && ascii(tail, 4, 8).equals("IEND");
            case JPEG ->
                (ByteBuffer.wrap(head).getShort(0) & 0xFFFF) == 0xFFD8
                        && (ByteBuffer.wrap(tail).getShort(EDGE - 2) & 0xFFFF) == 0xFFD9;
            case GIF -> false;
        };
    }

    private static byte[] edge(FileChannel channel, long position) throws IOException {
        ByteBuffer edge = ByteBuffer.allocate(EDGE);
        int read;
        do {
            read = channel.read(edge, position + edge.position());
        } while (read > 0 && edge.hasRemaining());
        return edge.array();
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.US_ASCII);
    }
}
