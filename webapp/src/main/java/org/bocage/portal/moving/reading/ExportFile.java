package org.bocage.portal.moving.reading;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * File of an export as it lies on the disk: alone, compressed by gzip, or in a zip beside the pictures. Its text is UTF-8 or UTF-16;
 * what is neither was written on Windows.
 */
public final class ExportFile {

    /** Bytes that are read of it at most, unpacked. */
    private static final long MOST_BYTES = 4L << 30;

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern EXPORT = Pattern.compile("(?i).*\\.(xml|wxr|csv|tsv|txt|json|ics|vcf)");
    private static final int HEAD = 4096;
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private @Nullable Charset known;

    public ExportFile(Path path) {
        this.path = path;
    }

    /** The first characters. */
    String head() throws IOException, UnreadableExport {
        char[] head = new char[HEAD];
        int read = 0;
        try (Reader reader = reader()) {
            for (int more = 0; more >= 0 && read < HEAD; more = reader.read(head, read, HEAD - read)) {
                read += more;
            }
        }
        return new String(head, 0, read);
    }

    /** Whether it is a picture, a program or something of the kind: text has no zeros, but that of UTF-16, which says so. */
    boolean isBinary() throws IOException, UnreadableExport {
        try (InputStream in = open()) {
            byte[] head = in.readNBytes(HEAD);
            boolean isMarked = head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF;
            for (int i = 0; !isMarked && i < head.length; i++) {
                if (head[i] == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** All of it as text that XML may hold. */
    Reader reader() throws IOException, UnreadableExport {
        BufferedReader reader = new BufferedReader(new PlainCharacters(new InputStreamReader(open(), known())), BLOCK);
        // XML begins at once, which blank lines and marks before it do not let it
        do {
            reader.mark(1);
        } while (Character.isWhitespace(reader.read()));
        reader.reset();
        return reader;
    }

    private InputStream open() throws IOException, UnreadableExport {
        byte[] start = start();
        if (start.length == 0) {
            throw new UnreadableExport("empty", 0);
        }
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
            return limited(inZip());
        }
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BLOCK);
        boolean isGzip = start.length > 1 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
        return limited(isGzip ? new GZIPInputStream(file, BLOCK) : file);
    }

    private byte[] start() throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            return file.readNBytes(4);
        }
    }

    /** The largest file in a zip whose name is that of an export. */
    private InputStream inZip() throws IOException, UnreadableExport {
        ZipFile zip = new ZipFile(path.toFile());
        Optional<? extends ZipEntry> entry = zip.stream()
                .filter(one ->
                        !one.isDirectory() && EXPORT.matcher(one.getName()).matches())
                .max(Comparator.comparingLong(ZipEntry::getSize));
        if (entry.isEmpty()) {
            zip.close();
            throw new UnreadableExport("no-export-in-zip", 0);
        }
        return new FilterInputStream(new BufferedInputStream(zip.getInputStream(entry.get()), BLOCK)) {
            @Override
            public void close() throws IOException {
                try (zip) {
                    super.close();
                }
            }
        };
    }

    private static InputStream limited(InputStream in) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(MOST_BYTES)
                .setOnMaxCount((most, read) -> {
                    throw new IOException("An export of more than " + most + " bytes");
                })
                .get();
    }

    private Charset known() throws IOException, UnreadableExport {
        Charset charset = known == null ? charset() : known;
        known = charset;
        return charset;
    }

    /** UTF-16 by its mark; else UTF-8 if all of it is. */
    private Charset charset() throws IOException, UnreadableExport {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        boolean isFirst = true;
        try (InputStream in = open()) {
            for (int read = 0; read >= 0; ) {
                read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                if (isFirst && bytes.limit() > 1) {
                    isFirst = false;
                    int mark = ((bytes.get(0) & 0xFF) << 8) | (bytes.get(1) & 0xFF);
                    if (mark == 0xFEFF || mark == 0xFFFE) {
                        return StandardCharsets.UTF_16;
                    }
                }
                // a character that the end of a cut file splits is no other alphabet
                if (decoder.decode(bytes, characters.clear(), false).isError()) {
                    return WESTERN;
                }
                bytes.compact();
            }
        }
        return StandardCharsets.UTF_8;
    }
}
