package org.bocage.cms.dam.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bocage.cms.dam.decoding.Refusal;
import org.bocage.cms.dam.decoding.UnreadableFileException;

/**
 * An OpenDocument or Office Open XML file, which is a zip archive: what it is, told by what it holds. All of it is
 * unfolded once, to nowhere, since the sizes an archive declares are what its author wants them to be.
 */
final class OfficeArchive {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNFOLDED = 200L * 1024 * 1024;
    /** Below it no ratio is suspicious: small XML compresses well. */
    private static final long UNSUSPICIOUS = 10L * 1024 * 1024;

    private static final int MOST_RATIO = 100;
    private static final int MOST_DECLARATION = 1024 * 1024;

    private final Path file;

    OfficeArchive(Path file) {
        this.file = file;
    }

    /** @throws UnreadableFileException when it is no accepted document, carries programs, or cannot be trusted */
    DocumentFormat format() throws UnreadableFileException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            DocumentFormat format = declaredFormat(archive);
            checkEntries(archive);
            return format;
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // java.util.zip answers some garbled archives with IllegalArgumentException
            throw new UnreadableFileException(Refusal.UNREADABLE, "Unreadable archive", e);
        }
    }

    private static DocumentFormat declaredFormat(ZipFile archive) throws IOException {
        // OpenDocument 1.3, part 2, section 3.3: the type, alone, in the entry "mimetype"
        String openDocument = declaration(archive, "mimetype");
        if (openDocument.equals(DocumentFormat.ODT.mimeType())) {
            return DocumentFormat.ODT;
        }
        if (openDocument.equals(DocumentFormat.ODS.mimeType())) {
            return DocumentFormat.ODS;
        }
        // ECMA-376, part 2, section 7.2.3: the type of the main part
        String parts = declaration(archive, "[Content_Types].xml").toLowerCase(Locale.ROOT);
        if (parts.contains("macroenabled")) {
            throw new UnreadableFileException(Refusal.MACROS, "An Office file with macros");
        }
        if (parts.contains("wordprocessingml.document.main+xml")) {
            return DocumentFormat.DOCX;
        }
        if (parts.contains("spreadsheetml.sheet.main+xml")) {
            return DocumentFormat.XLSX;
        }
        throw new UnreadableFileException(Refusal.NOT_ACCEPTED, "An archive of another kind");
    }

    private static String declaration(ZipFile archive, String name) throws IOException {
        ZipEntry entry = archive.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream content = archive.getInputStream(entry)) {
            return new String(content.readNBytes(MOST_DECLARATION), StandardCharsets.UTF_8);
        }
    }

    private void checkEntries(ZipFile archive) throws IOException {
        if (archive.size() > MOST_ENTRIES) {
            throw new UnreadableFileException(Refusal.UNFOLDS_TOO_LARGE, "More than " + MOST_ENTRIES + " entries");
        }
        long most = Math.min(MOST_UNFOLDED, Math.max(UNSUSPICIOUS, Files.size(file) * MOST_RATIO));
        BoundedSink sink = new BoundedSink(most);
        Enumeration<? extends ZipEntry> entries = archive.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (carriesPrograms(entry.getName())) {
                throw new UnreadableFileException(Refusal.MACROS, "A document with macros: " + entry.getName());
            }
            try (InputStream content = archive.getInputStream(entry)) {
                content.transferTo(sink);
            }
        }
    }

    /** Where Office keeps its macros, and OpenDocument its Basic libraries and scripts. */
    private static boolean carriesPrograms(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/");
    }

    /** Counts what is unfolded, keeps nothing, stops in time. */
    private static final class BoundedSink extends OutputStream {

        private long left;

        BoundedSink(long most) {
            this.left = most;
        }

        @Override
        public void write(int b) throws IOException {
            take(1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
        }

        private void take(int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new UnreadableFileException(Refusal.UNFOLDS_TOO_LARGE, "The archive unfolds beyond its bound");
            }
        }
    }
}
