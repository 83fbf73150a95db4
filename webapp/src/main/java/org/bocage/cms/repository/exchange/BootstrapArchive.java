package org.bocage.cms.repository.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;
import org.bocage.cms.repository.failures.RepositoryFailure;

/** Bootstrap files as they come: one alone, or several in a zip, with node type files ({@code .cnd}) beside them. */
public final class BootstrapArchive {

    /** The folder of an archive whose files are for other programs: they stay in it. */
    public static final String ASIDE = "pour-lire/";

    private static final int MAX_FILES = 20_000;
    private static final long MAX_BYTES = 1L << 30;

    private final Path path;
    private final String name;

    /**
     * @param path where it is kept
     * @param name how whoever sent it calls it: the ending tells what it is
     */
    public BootstrapArchive(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /** Operation on one file of the archive. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Does it.
         *
         * @param content closed by the archive
         */
        void visit(String fileName, InputStream content) throws RepositoryException, IOException;
    }

    /**
     * Visits each file, in the order of the archive.
     *
     * @throws BootstrapRefused when it is no archive, or holds more than one may
     */
    public void each(Visitor visitor) throws RepositoryException {
        try {
            if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                try (InputStream content = new BufferedInputStream(Files.newInputStream(path))) {
                    visitor.visit(name, content);
                }
                return;
            }
            zipped(visitor);
        } catch (ZipException e) {
            throw (BootstrapRefused) new BootstrapRefused(Reason.UNREADABLE, name, "zip").initCause(e);
        } catch (IOException e) {
            throw new RepositoryFailure("An import cannot be read", e);
        }
    }

    private void zipped(Visitor visitor) throws RepositoryException, IOException {
        long left = MAX_BYTES;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : files(zip)) {
                try (InputStream content = zip.getInputStream(entry)) {
                    LimitedStream limited = new LimitedStream(content, name, left);
                    visitor.visit(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), limited);
                    left -= limited.count();
                }
            }
        }
    }

    /** Folders and what systems put beside files are left out. */
    private List<ZipEntry> files(ZipFile zip) {
        List<ZipEntry> files = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String last = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (!entry.isDirectory()
                    && !last.startsWith(".")
                    && !entry.getName().startsWith(ASIDE)
                    && !entry.getName().startsWith("__MACOSX/")) {
                files.add(entry);
            }
        }
        if (files.size() > MAX_FILES) {
            throw new BootstrapRefused(Reason.TOO_LARGE, name, String.valueOf(MAX_FILES));
        }
        return files;
    }
}
