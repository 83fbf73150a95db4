package org.bocage.cms.repository.upgrade;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bocage.cms.repository.maintenance.BackupArchive;
import org.bocage.cms.repository.maintenance.SetAside;
import org.bocage.cms.repository.segment.SegmentStores;
import org.springframework.util.FileSystemUtils;

/**
 * Puts the stores of before the last upgrade back into a home whose portal is stopped: {@code bin/portal rollback}. The present ones
 * are set aside, and stay.
 */
public final class Rollback {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(ZoneId.of("Europe/Paris"));
    private static final DateTimeFormatter SAID =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    private Rollback() {}

    /** Takes the home; the passphrase of the backup, if it has one, is {@code BOCAGE_BACKUP_PASSPHRASE}. */
    public static void main(String[] arguments) {
        String passphrase = Objects.requireNonNullElse(System.getenv("BOCAGE_BACKUP_PASSPHRASE"), "");
        Optional<String> problem = arguments.length == 1
                ? run(Path.of(arguments[0]), passphrase, System.out)
                : Optional.of("which portal? bin/portal rollback --bocage.home=FOLDER");
        problem.ifPresent(said -> System.err.println("bin/portal: " + said));
        System.exit(problem.isPresent() ? 1 : 0);
    }

    /** Puts them back; returns why not, when it could not, with all as it was. */
    public static Optional<String> run(Path home, String passphrase, PrintStream out) {
        Path repository = home.resolve("repository");
        try {
            List<Path> archives = Upgrade.archives(home);
            if (archives.isEmpty()) {
                return Optional.of("there is no backup of before an upgrade in " + home.resolve("sauvegardes"));
            }
            if (!Files.isDirectory(repository)) {
                return Optional.of("the contents of " + home
                        + " are in a database. Bring those of before into another one:"
                        + " bin/portal restore " + archives.get(0) + " FOLDER, then bin/portal migrate --from=segment"
                        + " --to=postgresql --bocage.home=FOLDER --bocage.store.url=…");
            }
            if (SegmentStores.isInUse(repository.resolve("author"))) {
                return Optional.of("the portal in " + home + " is running: stop it first");
            }
            Path archive = archives.get(0);
            Instant packed = Files.getLastModifiedTime(archive).toInstant();
            String when = STAMP.format(packed);
            String lost = lost(repository.resolve("author"), packed);
            Path work = Files.createTempDirectory(home, "retour-en-cours");
            try {
                BackupArchive.unpack(archive, passphrase, work);
                for (String store : List.of("author", "published")) {
                    SegmentStores.readAll(work.resolve("repository").resolve(store));
                }
                Path aside = home.resolve(SetAside.STORES + when);
                // the indexes are those of the other stores, and are made anew
                FileSystemUtils.deleteRecursively(home.resolve("index"));
                exchange(repository, work.resolve("repository"), aside);
                SetAside.note(aside, Instant.now());
                Files.move(archive, archive.resolveSibling(SetAside.PUT_BACK + archive.getFileName()));
                out.println("The stores are those of before the upgrade, of " + SAID.format(packed)
                        + ". Whatever was written since ("
                        + lost + ") is in " + aside
                        + ", and on line no more. Start the version of before: this one would upgrade them again.");
            } finally {
                FileSystemUtils.deleteRecursively(work);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the stores of before cannot be put back: " + e.getMessage());
        }
    }

    /** Says how much was written since the backup; stores that cannot be read are a reason to go back, not to stay. */
    private static String lost(Path author, Instant packed) {
        try {
            return "contents made or changed: " + SegmentStores.changedAfter(author, packed);
        } catch (IOException e) {
            return "how much cannot be told: " + e.getMessage();
        }
    }

    /** Puts a folder in the place of another one, which goes aside; when that fails, all is as it was. */
    private static void exchange(Path folder, Path other, Path aside) throws IOException {
        Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(other, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }
}
