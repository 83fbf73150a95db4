package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fate of a backup after it was made, kept beside it: a file {@code .suivi} of Java properties.
 *
 * @param checked when it was unpacked elsewhere and read whole; empty when it was not yet, or it did not come to that
 * @param contents how many nodes it holds, in both stores
 * @param problem why it cannot be restored from; empty when it can, or nobody looked yet
 * @param after what went wrong with the command that ran after it; empty when nothing did, or there is none
 */
public record BackupState(Optional<Instant> checked, long contents, String problem, String after) {

    private static final Logger log = LoggerFactory.getLogger(BackupState.class);

    static final BackupState UNKNOWN = new BackupState(Optional.empty(), 0, "", "");

    private static final String ENDING = ".suivi";
    private static final int LONGEST = 500;

    /** Where the state of an archive lies. */
    static Path beside(Path zip) {
        return zip.resolveSibling(zip.getFileName() + ENDING);
    }

    /** Reads the state of an archive; unknown when nothing is kept of it, or nothing that can be read. */
    static BackupState read(Path zip) {
        Properties kept = new Properties();
        try (InputStream content = Files.newInputStream(beside(zip))) {
            kept.load(content);
            String checked = kept.getProperty("checked", "");
            return new BackupState(
                    checked.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(checked)),
                    Long.parseLong(kept.getProperty("contents", "0")),
                    kept.getProperty("problem", ""),
                    kept.getProperty("after", ""));
        } catch (NoSuchFileException e) {
            return UNKNOWN;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            log.warn("{} cannot be read", beside(zip), e);
            return UNKNOWN;
        }
    }

    /** Whether somebody looked at it. */
    boolean isFinished() {
        return checked.isPresent() || !problem.isEmpty();
    }

    void write(Path zip) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("checked", checked.map(Instant::toString).orElse(""));
        kept.setProperty("contents", String.valueOf(contents));
        kept.setProperty("problem", cut(problem));
        kept.setProperty("after", cut(after));
        Path half = Files.createTempFile(zip.getParent(), "suivi", ".part");
        try (OutputStream out = Files.newOutputStream(half)) {
            kept.store(out, null);
        }
        Files.move(half, beside(zip), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    BackupState withAfter(String trouble) {
        return new BackupState(checked, contents, problem, trouble);
    }
}
