package org.bocage.cms.dam.uploads;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bocage.cms.dam.decoding.DamOptions;

/**
 * A file that may enter the store. Pictures are upright, without metadata, at most {@link DamOptions#maxWidth()} wide.
 *
 * @param file where its bytes are until {@link #close()} deletes them
 * @param mimeType told by the content
 * @param extension without dot, the one of {@code mimeType}
 * @param fileName lower case ASCII letters, digits and hyphens, with {@code extension}
 * @param width in pixels, 0 for a document
 * @param height in pixels, 0 for a document
 * @param size in bytes
 * @param digest SHA-256 of the bytes as they came, in hexadecimal: the same file is known again
 */
public record AcceptedFile(
        Path file, String mimeType, String extension, String fileName, int width, int height, long size, String digest)
        implements CheckedFile, Closeable {

    public boolean isPicture() {
        return width > 0;
    }

    /** Deletes the bytes; the store has its own by then. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
