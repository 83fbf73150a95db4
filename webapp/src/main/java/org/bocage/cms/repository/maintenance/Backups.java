package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jackrabbit.oak.segment.RecordId;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.StoreProperties;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Copies of both stores, each night and on demand (OPS-03): one archive each, which unpacked into an empty folder is the
 * {@code bocage.home} of a portal. Of the last seven days, four weeks and six months one each is kept.
 */
@Component
public class Backups {

    static final int DAYS = 7;
    static final int WEEKS = 4;
    static final int MONTHS = 6;

    private static final String UNFINISHED = "en-cours";
    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss");
    private static final Pattern NAME = Pattern.compile("bocage-([0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6})\\.zip");

    private final Stores stores;
    private final StoreMaintenance maintenance;
    private final Clock clock;
    private final Path folder;

    public Backups(
            Stores stores, StoreMaintenance maintenance, ObjectProvider<Clock> clocks, StoreProperties properties) {
        this.stores = stores;
        this.maintenance = maintenance;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
        this.folder = properties.home().resolve("sauvegardes");
    }

    /**
     * A backup.
     *
     * @param name of its file
     * @param when in Paris
     * @param bytes its size
     */
    public record Backup(String name, LocalDateTime when, long bytes) {}

    /** Where they lie. */
    public Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Europe/Paris")
    void eachNight() {
        try {
            make();
        } catch (IOException e) {
            throw new RepositoryFailure("The backup of the night could not be made in " + folder, e);
        }
    }

    /**
     * Makes one now, of what both stores hold at one moment, and takes away those that are no longer kept.
     *
     * @throws NotEnoughRoom when the disk has no room for it, or none any more
     * @throws IOException when it could not be made; nothing of it is left then
     */
    public synchronized Backup make() throws IOException {
        Files.createDirectories(folder);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), PARIS).withNano(0);
        forgetUnfinished();
        long size = stores.author().files().size() + stores.published().files().size();
        // the copies, and the archive that is made of them
        NotEnoughRoom.check(folder, 2 * size);
        Path zip = folder.resolve("bocage-" + STAMP.format(now) + ".zip");
        try {
            write(zip);
        } catch (IOException e) {
            throw NotEnoughRoom.or(e, folder, 2 * size);
        }
        List<Backup> all = all();
        Set<LocalDateTime> kept = kept(all.stream().map(Backup::when).toList());
        for (Backup old : all) {
            if (!kept.contains(old.when())) {
                Files.deleteIfExists(folder.resolve(old.name()));
            }
        }
        log.info("Backup {}", zip);
        return new Backup(String.valueOf(zip.getFileName()), now, Files.size(zip));
    }

    private void write(Path zip) throws IOException {
        Path work = Files.createTempDirectory(folder, UNFINISHED);
        Path content = work.resolve("contenu");
        try {
            maintenance.alone(() -> copyInto(content.resolve("repository")));
            Path half = work.resolve("sauvegarde.zip");
            pack(content, half);
            // whole, or not there
            Files.move(half, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private Path copyInto(Path repository) throws IOException {
        Stores.Moment moment = stores.moment();
        copy(stores.author(), moment.author(), repository);
        copy(stores.published(), moment.published(), repository);
        return repository;
    }

    private static void copy(Store store, RecordId state, Path repository) throws IOException {
        store.files().copy(state, Files.createDirectories(repository.resolve(store.name())));
    }

    /** Deletes backups that a stop, or a full disk, left unfinished. */
    private void forgetUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : (Iterable<Path>)
                    files.filter(file -> String.valueOf(file.getFileName()).startsWith(UNFINISHED))::iterator) {
                FileSystemUtils.deleteRecursively(one);
            }
        }
    }

    private static void pack(Path content, Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(content)) {
            for (Path one : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                NotEnoughRoom.check(content, Files.size(one));
                out.putNextEntry(new ZipEntry(content.relativize(one).toString().replace('\\', '/')));
                Files.copy(one, out);
                out.closeEntry();
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
                    found.add(new Backup(String.valueOf(file.getFileName()), when.get(), Files.size(file)));
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

    /** Of the last days, weeks and months in which there is one, the latest of each. */
    public static Set<LocalDateTime> kept(Collection<LocalDateTime> all) {
        Set<LocalDateTime> kept = new HashSet<>();
        kept.addAll(latest(all, LocalDateTime::toLocalDate, DAYS));
        kept.addAll(latest(
                all,
                when -> when.get(IsoFields.WEEK_BASED_YEAR) * 100 + when.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                WEEKS));
        kept.addAll(latest(all, YearMonth::from, MONTHS));
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
}
