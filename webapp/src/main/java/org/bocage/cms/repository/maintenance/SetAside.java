package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Files that an upgrade and a way back leave in a home: the archive of before, one that was put back, the stores in whose place it came.
 * They hold what people wrote, and go after {@value #DAYS} days.
 */
public final class SetAside {

    /** Begins the name of an archive of before an upgrade, in {@code sauvegardes}; the content version follows. */
    public static final String ARCHIVE = "avant-mise-a-jour-";

    /** Begins the name of an archive that was put back; the former name follows. */
    public static final String PUT_BACK = "remise-";

    /** Begins the name of the folder of stores that others were put in the place of, in the home. */
    public static final String STORES = "repository-mis-de-cote-";

    private static final Logger log = LoggerFactory.getLogger(SetAside.class);
    private static final int DAYS = 90;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(ZoneId.of("Europe/Paris"));

    private static final Pattern ARCHIVES = Pattern.compile("(" + PUT_BACK + ")?" + ARCHIVE + "[0-9]+\\.zip");
    private static final Pattern FOLDERS = Pattern.compile(STORES + ".*");

    private SetAside() {}

    /** Returns the folder of a home into which its stores go at a moment. */
    public static Path stores(Path home, Instant at) {
        return home.resolve(STORES + STAMP.format(at));
    }

    /** Notes on a folder that it was set aside at a moment. */
    public static void note(Path folder, Instant at) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(at));
    }

    /** Deletes from a home what was made or set aside more than {@value #DAYS} days before a moment. */
    static void forget(Path home, Instant now) throws IOException {
        Instant before = now.minus(Duration.ofDays(DAYS));
        forget(home.resolve("sauvegardes"), ARCHIVES, before);
        forget(home, FOLDERS, before);
    }

    private static void forget(Path folder, Pattern name, Instant before) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.filter(file ->
                            name.matcher(String.valueOf(file.getFileName())).matches())
                    .toList();
        }
        for (Path one : found) {
            if (Files.getLastModifiedTime(one).toInstant().isBefore(before)) {
                FileSystemUtils.deleteRecursively(one);
                log.info("{} is over {} days old, and gone", one, DAYS);
            }
        }
    }
}
