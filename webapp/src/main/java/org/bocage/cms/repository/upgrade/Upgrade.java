package org.bocage.cms.repository.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.maintenance.BackupArchive;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.cms.repository.maintenance.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Brings the stores of a home to the content version of this application, before anybody else reads them. Their files, or a copy of
 * what a database holds of them, are packed first, closed as they are, into {@code sauvegardes}: one archive, of before the last upgrade, which {@link Rollback} puts back.
 */
final class Upgrade {

    private static final Logger log = LoggerFactory.getLogger(Upgrade.class);
    private static final String NAME = SetAside.ARCHIVE;
    private static final String ENDING = ".zip";
    private static final String UNDER_WAY = ".en-cours.zip";

    private final Path home;
    private final String passphrase;
    private final List<Migration> migrations;
    private final int current;
    private final Clock clock;

    /** @param migrations in any order */
    Upgrade(Path home, String passphrase, List<Migration> migrations, Clock clock) {
        this.home = home;
        this.clock = clock;
        this.passphrase = passphrase;
        this.migrations = migrations.stream()
                .sorted(Comparator.comparingInt(Migration::to))
                .toList();
        for (int at = 0; at < this.migrations.size(); at++) {
            int expected = ContentVersion.FIRST + 1 + at;
            if (this.migrations.get(at).to() != expected) {
                throw new IllegalStateException("There is no migration to content version " + expected);
            }
        }
        this.current = ContentVersion.FIRST + migrations.size();
    }

    /**
     * Opens the stores, and brings them to this version.
     *
     * @throws NewerContent when they are of a newer one; they are closed then, and as they were
     * @throws NotEnoughRoom when there is none for the backup; they are closed then, and as they were
     * @throws StoppedUpgrade when a migration failed; they are closed then, and the next start goes on
     */
    Stores open(StoresPlace place) throws IOException {
        boolean isNew = place.isNew();
        Stores found = orClosed(place.open(), stores -> check(stores, isNew));
        int version = ContentVersion.of(found.author()).orElse(ContentVersion.FIRST);
        if (version == current) {
            return found;
        }
        found.close();
        place.requireAlone();
        pack(version, place);
        return orClosed(place.open(), stores -> {
            run(stores, version);
            end();
        });
    }

    /** Work on stores that were just opened. */
    @FunctionalInterface
    private interface Work {
        void on(Stores stores) throws IOException;
    }

    /** Returns the stores once a work on them is done, and closes them when it fails. */
    private static Stores orClosed(Stores stores, Work work) throws IOException {
        boolean isDone = false;
        try {
            work.on(stores);
            isDone = true;
            return stores;
        } finally {
            if (!isDone) {
                stores.close();
            }
        }
    }

    private void check(Stores stores, boolean isNew) throws IOException {
        Optional<Integer> said = ContentVersion.of(stores.author());
        int version = said.orElse(isNew ? current : ContentVersion.FIRST);
        if (version > current) {
            throw new NewerContent(version, current);
        }
        if (version == current && said.isEmpty()) {
            ContentVersion.write(stores.author(), current);
        }
        if (version == current && begun(home).isPresent()) {
            // stopped once all was done
            end();
        }
    }

    private void run(Stores stores, int version) {
        for (Migration migration : migrations) {
            if (migration.to() > version) {
                log.info("Content version {}: {}", migration.to(), migration.name());
                run(migration, stores);
                ContentVersion.write(
                        stores.author(), new ContentVersion.Run(migration.to(), migration.name(), clock.instant()));
            }
        }
    }

    private static void run(Migration migration, Stores stores) {
        try {
            migration.run(stores);
        } catch (RuntimeException e) {
            // whoever starts the portal reads one line; this is for whoever mends it
            log.error("Migration {} failed", migration.name(), e);
            throw new StoppedUpgrade(migration.name(), e);
        }
    }

    /** Packs the files of the closed stores; what was packed before an upgrade that was stopped stays as it is. */
    private void pack(int version, StoresPlace place) throws IOException {
        Path folder = Files.createDirectories(home.resolve("sauvegardes"));
        Optional<Path> begun = begun(home);
        if (begun.isPresent()) {
            log.info("The upgrade goes on that was stopped; before it: {}", begun.get());
            return;
        }
        Backups.forgetUnfinished(folder);
        Path files = place.files(folder);
        try {
            pack(files, folder.resolve(NAME + version + UNDER_WAY));
        } finally {
            if (!files.equals(home)) {
                FileSystemUtils.deleteRecursively(files);
            }
        }
    }

    private void pack(Path files, Path archive) throws IOException {
        Path folder = archive.resolveSibling("");
        long size = size(files.resolve(StoresPlace.REPOSITORY));
        NotEnoughRoom.check(folder, size);
        Path half = Files.createTempFile(folder, "en-cours", ENDING);
        try {
            BackupArchive.packFolder(files, StoresPlace.REPOSITORY, half, passphrase);
            Files.move(half, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw NotEnoughRoom.or(e, folder, size);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Gives the archive its name, and takes those of former upgrades away. */
    private void end() throws IOException {
        Path begun = begun(home).orElseThrow();
        String name = String.valueOf(begun.getFileName()).replace(UNDER_WAY, ENDING);
        Path archive = Files.move(begun, begun.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        for (Path other : archives(home)) {
            if (!other.equals(archive)) {
                Files.delete(other);
            }
        }
        log.info("Backup of before the upgrade: {}", archive);
    }

    private static Optional<Path> begun(Path home) throws IOException {
        return archives(home).stream()
                .filter(file -> file.toString().endsWith(UNDER_WAY))
                .findFirst();
    }

    /** Archives of before an upgrade, the one of the last upgrade first: one that is under way, or was stopped. */
    static List<Path> archives(Path home) throws IOException {
        Path folder = home.resolve("sauvegardes");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> String.valueOf(file.getFileName()).matches(NAME + "[0-9]{1,6}(\\.en-cours)?\\.zip"))
                    .sorted(Comparator.comparingInt(Upgrade::number).reversed())
                    .toList();
        }
    }

    private static int number(Path archive) {
        return Integer.parseInt(String.valueOf(archive.getFileName()).replaceAll("[^0-9]", ""));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
