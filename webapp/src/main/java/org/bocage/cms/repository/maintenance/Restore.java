package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Unpacks a backup into an empty folder, from which a portal starts: {@code bin/portal restore BACKUP FOLDER}. */
public final class Restore {

    /** File of a restored {@code bocage.home}: the first start ends all sessions, and takes it away. */
    public static final String MARK = "restauration";

    private static final Logger log = LoggerFactory.getLogger(Restore.class);

    private final PrintStream out;
    private final String passphrase;

    private Restore(PrintStream out, String passphrase) {
        this.out = out;
        this.passphrase = passphrase;
    }

    /** Takes the archive and the folder; the passphrase is {@code BOCAGE_BACKUP_PASSPHRASE}. */
    public static void main(String[] arguments) {
        String passphrase = Objects.requireNonNullElse(System.getenv("BOCAGE_BACKUP_PASSPHRASE"), "");
        if (arguments.length != 2) {
            System.err.println("bin/portal: which backup, and into which folder? bin/portal restore BACKUP.zip FOLDER");
            System.exit(1);
        }
        Optional<String> problem = restore(Path.of(arguments[0]), passphrase, Path.of(arguments[1]), System.out);
        problem.ifPresent(said -> System.err.println("bin/portal: " + said));
        System.exit(problem.isPresent() ? 1 : 0);
    }

    /**
     * Restores a backup.
     *
     * @param passphrase what it is encrypted with; empty when it is not
     * @param out is told how to start the portal
     * @return why it could not be restored, with nothing left in the folder; empty when it was
     */
    public static Optional<String> restore(Path backup, String passphrase, Path folder, PrintStream out) {
        return new Restore(out, passphrase).run(backup, folder);
    }

    private Optional<String> run(Path backup, Path folder) {
        if (!Files.isRegularFile(backup)) {
            return Optional.of("there is no " + backup);
        }
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                return Optional.of(folder + " is not empty: a backup is never put over what is there");
            }
            unpack(backup, folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    backup + " cannot be restored: " + (e instanceof BrokenBackup ? e.getMessage() : e.toString()));
        }
    }

    private void unpack(Path backup, Path folder) throws IOException {
        boolean wasThere = Files.isDirectory(folder);
        boolean isWhole = false;
        try {
            BackupArchive.unpack(backup, passphrase, folder);
            if (!isOfAnUpgrade(folder)) {
                Backups.about(folder);
            }
            Files.writeString(folder.resolve(MARK), "");
            isWhole = true;
        } finally {
            if (!isWhole) {
                forget(folder, wasThere);
            }
        }
        tell(folder.toAbsolutePath().normalize());
    }

    /** Whether an archive was packed before an upgrade: it holds both stores, and nothing else. */
    private static boolean isOfAnUpgrade(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .toList()
                    .equals(List.of("repository"));
        }
    }

    /** Takes away what was unpacked of an archive that is none; a folder that was there stays, empty. */
    private static void forget(Path folder, boolean wasThere) {
        try {
            if (!wasThere) {
                FileSystemUtils.deleteRecursively(folder);
                return;
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    FileSystemUtils.deleteRecursively(file);
                }
            }
        } catch (IOException e) {
            // why it is none is told, and matters more
            log.error("{} could not be emptied", folder, e);
        }
    }

    private void tell(Path home) throws IOException {
        StringBuilder command = new StringBuilder("Ready: bin/portal " + option("bocage.home", home));
        Path config = home.resolve(ConfigBackup.FOLDER);
        if (Files.isDirectory(config)) {
            command.append(' ').append(option("bocage.config", config));
            if (ConfigBackup.hasOptions(config)) {
                command.append(" '--spring.config.additional-location=file:")
                        .append(config)
                        .append("/'");
            }
        }
        if (Files.isDirectory(home.resolve("light-modules"))) {
            command.append(' ').append(option("bocage.light-modules", home.resolve("light-modules")));
        }
        if (passphrase.isEmpty()) {
            out.println(
                    "What may hold passwords is in an encrypted backup alone: the options of the portal (application.yml), and the"
                            + " password of a mail server that was kept in « Réglages › Mails ». Give them again.");
        }
        out.println(command);
    }

    private static String option(String name, Path folder) {
        String option = "--" + name + "=" + folder;
        return option.contains(" ") ? "'" + option + "'" : option;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
