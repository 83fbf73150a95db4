package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.Storage;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.StoreProperties;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.segment.SegmentStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Copies of both stores at one moment, of the config folder and of light modules of one's own, each night and on demand (OPS-03): one
 * archive each, which unpacked into an empty folder is the {@code bocage.home} of a portal. Each is unpacked elsewhere and read whole
 * before those that it stands for are taken away; then a command takes it to another place. Of the last days, weeks and months one
 * each is kept. What upgrades set aside is kept as long as {@link SetAside} says.
 */
@Component
@EnableConfigurationProperties(BackupOptions.class)
public class Backups implements DisposableBean {

    /** File in which a backup says what it is: Java properties. */
    static final String ABOUT = "sauvegarde.properties";

    /** How many are kept whatever their day. */
    private static final int LAST = 3;

    private static final String REPOSITORY = "repository";
    private static final String UNFINISHED = "en-cours";
    private static final String OWNER_ALONE = "rw-------";
    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss");
    private static final Pattern NAME = Pattern.compile("bocage-([0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6})\\.zip");

    private final Stores stores;
    private final StoreMaintenance maintenance;
    private final Clock clock;
    private final BackupOptions options;
    private final List<BackedUpFiles> besides;
    private final String version;
    private final Path home;
    private final Path folder;
    private final ExecutorService checks = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "backup-check");
        thread.setDaemon(true);
        return thread;
    });

    Backups(
            Stores stores,
            StoreMaintenance maintenance,
            ObjectProvider<Clock> clocks,
            StoreProperties properties,
            BackupOptions options,
            List<BackedUpFiles> besides,
            ObjectProvider<BuildProperties> build) {
        this.stores = stores;
        this.maintenance = maintenance;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
        this.options = options;
        this.besides = besides;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("");
        this.home = properties.home();
        this.folder = home.resolve("sauvegardes");
    }

    /**
     * A backup.
     *
     * @param name of its file
     * @param when in Paris
     * @param bytes its size
     * @param state what became of it since
     */
    public record Backup(String name, LocalDateTime when, long bytes, BackupState state) {}

    /** How backups are kept: of how many days, weeks and months, whether encrypted, and whether a command takes them elsewhere. */
    public record Rules(int days, int weeks, int months, boolean encrypted, boolean taken) {}

    public Rules rules() {
        return new Rules(
                options.days(),
                options.weeks(),
                options.months(),
                !options.passphrase().isEmpty(),
                !options.after().isEmpty());
    }

    /** Where they lie. */
    public Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Europe/Paris")
    void eachNight() {
        try {
            // the other tasks of the night do not wait for it
            checkSoon(make());
            SetAside.forget(home, clock.instant());
        } catch (IOException e) {
            throw new RepositoryFailure("The backup of the night could not be made in " + folder, e);
        }
    }

    /**
     * Makes one now, of what both stores hold at one moment.
     *
     * @throws NotEnoughRoom when the disk has no room for it, or none any more
     * @throws IOException when it could not be made; nothing of it is left then
     */
    public synchronized Backup make() throws IOException {
        Files.createDirectories(folder);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), PARIS).withNano(0);
        forgetUnfinished(folder);
        long size =
                stores.author().storage().size() + stores.published().storage().size();
        // the copies, and the archive that is made of them
        NotEnoughRoom.check(folder, 2 * size);
        Path zip = folder.resolve("bocage-" + STAMP.format(now) + ".zip");
        try {
            write(zip, now);
        } catch (IOException e) {
            throw NotEnoughRoom.or(e, folder, 2 * size);
        }
        log.info("Backup {}", zip);
        return new Backup(String.valueOf(zip.getFileName()), now, Files.size(zip), BackupState.UNKNOWN);
    }

    private void write(Path zip, LocalDateTime now) throws IOException {
        Path work = Files.createTempDirectory(folder, UNFINISHED);
        Path content = work.resolve("contenu");
        try {
            maintenance.alone(() -> copyInto(content, now));
            copyBesides(content);
            Path half = work.resolve("sauvegarde.zip");
            BackupArchive.pack(content, half, options.passphrase());
            if (Files.getFileStore(half).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(OWNER_ALONE));
            }
            BackupState.UNKNOWN.write(zip);
            // whole, or not there
            Files.move(half, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    /** Files that are not in the stores; secret ones under a passphrase alone. */
    private void copyBesides(Path content) {
        for (BackedUpFiles some : besides) {
            try {
                some.backedUpFiles().stream()
                        .filter(one -> !one.secret() || !options.passphrase().isEmpty())
                        .forEach(one -> copy(one, content));
            } catch (RuntimeException e) {
                log.error("Files beside the stores are not in the backup", e);
            }
        }
    }

    /** Copies a file from outside the stores; one that cannot be read costs no backup of them. */
    private static void copy(BackedUpFiles.BackedUpFile one, Path content) {
        try {
            Path file = content.resolve(one.path()).normalize();
            if (file.startsWith(content)) {
                Files.createDirectories(file.getParent() == null ? content : file.getParent());
                try (InputStream bytes = one.content().open()) {
                    Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException | InvalidPathException e) {
            log.error("{} is not in the backup", one.path(), e);
        }
    }

    /** Looks at a backup soon, beside whoever asked for it. */
    public void checkSoon(Backup backup) {
        checks.execute(() -> {
            try {
                check(backup);
            } catch (IOException e) {
                log.error("Backup {} could not be looked at", backup.name(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Unpacks a backup elsewhere and reads all of it; takes away those that are no longer kept once it is known to be good, and has the
     * command take it to another place.
     */
    void check(Backup backup) throws IOException, InterruptedException {
        Path zip = folder.resolve(backup.name());
        BackupState state = look(zip);
        if (!state.problem().isEmpty()) {
            log.error("Backup {} cannot be restored from: {}", zip, state.problem());
        } else if (!options.after().isEmpty()) {
            String trouble = AfterBackup.run(options.after(), zip, options.afterLimit());
            if (!trouble.isEmpty()) {
                log.error("The command after the backup failed: {}", trouble);
            }
            state = state.withAfter(trouble);
        }
        // once, with all that is known: health goes on telling the one before until then
        state.write(zip);
        forgetOld();
    }

    private synchronized BackupState look(Path zip) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory(folder, UNFINISHED);
        BackupState state;
        try {
            state = new BackupState(Optional.of(clock.instant()), contents(zip, scratch.resolve("relue")), "", "");
        } catch (BrokenBackup e) {
            state = new BackupState(Optional.empty(), 0, String.valueOf(e.getMessage()), "");
        } catch (NotEnoughRoom e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the libraries throw either for bytes that make no sense
            state = new BackupState(Optional.empty(), 0, e.toString(), "");
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        if (Thread.interrupted()) {
            // a stop cuts reads short, which says nothing about the backup
            throw new InterruptedException();
        }
        return state;
    }

    /** Reads a backup as a restore does; returns how many nodes it holds. */
    private long contents(Path zip, Path target) throws IOException {
        BackupArchive.unpack(zip, options.passphrase(), target);
        Properties about = about(target);
        long contents = 0;
        for (Store store : List.of(stores.author(), stores.published())) {
            long found = SegmentStores.readAll(target.resolve(REPOSITORY).resolve(store.name()));
            long copied = Long.parseLong(about.getProperty(store.name(), "-1"));
            if (found != copied) {
                throw new BrokenBackup("store " + store.name() + " holds " + found + " nodes, not " + copied);
            }
            contents += found;
        }
        return contents;
    }

    /** Reads what an unpacked backup says of itself. */
    static Properties about(Path unpacked) throws IOException {
        Properties about = new Properties();
        try (InputStream file = Files.newInputStream(unpacked.resolve(ABOUT))) {
            about.load(file);
        } catch (NoSuchFileException e) {
            throw new BrokenBackup("it is no backup of a portal: it has no " + ABOUT, e);
        }
        return about;
    }

    /** Deletes backups that good ones stand for: one that was not read whole stands for none, and goes once a later one was. */
    private synchronized void forgetOld() throws IOException {
        List<Backup> all = all();
        List<LocalDateTime> good =
                all.stream().filter(this::isGood).map(Backup::when).toList();
        Set<LocalDateTime> kept = kept(good, options.days(), options.weeks(), options.months());
        for (Backup old : all) {
            if (!kept.contains(old.when()) && good.stream().anyMatch(when -> when.isAfter(old.when()))) {
                Files.deleteIfExists(folder.resolve(old.name()));
                Files.deleteIfExists(BackupState.beside(folder.resolve(old.name())));
            }
        }
    }

    /** Whether it was read whole; those of before that was done count as if they had been. */
    private boolean isGood(Backup backup) {
        return backup.state().checked().isPresent() || !Files.exists(BackupState.beside(folder.resolve(backup.name())));
    }

    private Path copyInto(Path content, LocalDateTime now) throws IOException {
        Stores.Moment moment = stores.moment();
        Path repository = content.resolve(REPOSITORY);
        copy(stores.author(), moment.author(), repository);
        copy(stores.published(), moment.published(), repository);
        Properties about = new Properties();
        about.setProperty("version", version);
        about.setProperty("made", now.toString());
        about.setProperty("author", String.valueOf(stores.author().storage().nodes(moment.author())));
        about.setProperty(
                "published", String.valueOf(stores.published().storage().nodes(moment.published())));
        try (OutputStream out = Files.newOutputStream(content.resolve(ABOUT))) {
            about.store(out, null);
        }
        return content;
    }

    private static void copy(Store store, Storage.Saved state, Path repository) throws IOException {
        store.storage().copy(state, Files.createDirectories(repository.resolve(store.name())));
    }

    /** Deletes from a folder the archives that a stop, or a full disk, left unfinished: their names begin with {@code en-cours}. */
    public static void forgetUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : (Iterable<Path>)
                    files.filter(file -> String.valueOf(file.getFileName()).startsWith(UNFINISHED))::iterator) {
                FileSystemUtils.deleteRecursively(one);
            }
        }
    }

    /** The latest first. */
    public List<Backup> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Backup> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Optional<LocalDateTime> when = when(String.valueOf(file.getFileName()));
                if (when.isPresent()) {
                    long bytes = file.toFile().length();
                    found.add(
                            new Backup(String.valueOf(file.getFileName()), when.get(), bytes, BackupState.read(file)));
                }
            }
        }
        found.sort(Comparator.comparing(Backup::when).reversed());
        return found;
    }

    /** The file of one; empty when there is none of that name. */
    public Optional<Path> file(String name) {
        return when(name).map(any -> folder.resolve(name)).filter(Files::isRegularFile);
    }

    private static Optional<LocalDateTime> when(String name) {
        var matcher = NAME.matcher(name);
        try {
            return matcher.matches() ? Optional.of(LocalDateTime.parse(matcher.group(1), STAMP)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Of the last days, weeks and months in which there is one, the latest of each; of the last ones a few, whenever they were made: one
     * that is asked for after a mishap does not take the place of the night before it.
     */
    public static Set<LocalDateTime> kept(Collection<LocalDateTime> all, int days, int weeks, int months) {
        Set<LocalDateTime> kept = new HashSet<>();
        kept.addAll(latest(all, Function.identity(), Math.min(LAST, days)));
        kept.addAll(latest(all, LocalDateTime::toLocalDate, days));
        kept.addAll(latest(
                all,
                when -> when.get(IsoFields.WEEK_BASED_YEAR) * 100 + when.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                weeks));
        kept.addAll(latest(all, YearMonth::from, months));
        return kept;
    }

    private static <K> List<LocalDateTime> latest(
            Collection<LocalDateTime> all, Function<LocalDateTime, K> period, int most) {
        Set<K> seen = new HashSet<>();
        return all.stream()
                .sorted(Comparator.reverseOrder())
                .filter(when -> seen.add(period.apply(when)))
                .limit(most)
                .toList();
    }

    /** Ends a check that is under way, and leaves nothing of it in the folder. */
    @Override
    public void destroy() throws InterruptedException {
        checks.shutdownNow();
        if (!checks.awaitTermination(Store.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            log.warn("The check of a backup goes on as the portal stops");
        }
    }
}
