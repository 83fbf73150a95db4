package org.bocage.cms.repository.document;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.config.StoreProperties;
import org.bocage.cms.repository.maintenance.SetAside;
import org.bocage.cms.repository.segment.SegmentStores;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/**
 * Brings the contents of a portal that does not run from segment files into a database, or back: {@code bin/portal migrate}. What was
 * copied is compared with what it was copied from, node by node, before a portal can start on it. One that was stopped is begun again.
 */
public final class StoreTransfer {

    private static final List<String> STORES = List.of("author", "published");
    private static final String REPOSITORY = "repository";
    /** Folder of files that are not whole yet. */
    private static final String UNDER_WAY = "repository-en-migration";

    private static final String COPYING = "copying";
    private static final String COPIED = "copied";

    private final Path home;
    private final Database database;
    private final PrintStream out;

    private StoreTransfer(Path home, Database database, PrintStream out) {
        this.home = home;
        this.database = database;
        this.out = out;
    }

    /** Takes the options of the portal, and {@code --from=segment --to=postgresql} or the reverse. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Options.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("logging.level.root", "error"));
        application.run(arguments);
    }

    /** Options of the portal that a migration reads, from wherever the portal has them. */
    @EnableConfigurationProperties({StoreProperties.class, DatabaseProperties.class})
    static class Options {

        @Bean
        ApplicationRunner transfer(StoreProperties stores, DatabaseProperties database, Environment environment) {
            return given -> {
                Optional<String> problem = run(
                        environment.getProperty("from", ""),
                        environment.getProperty("to", ""),
                        stores.home(),
                        database,
                        new PrintStream(System.out, true, StandardCharsets.UTF_8));
                problem.ifPresent(said -> System.err.println("bin/portal: " + said));
                System.exit(problem.isPresent() ? 1 : 0);
            };
        }
    }

    /** Migrates; returns why not, when it could not: the contents are where they were, as they were, then. */
    public static Optional<String> run(
            String from, String to, Path home, DatabaseProperties properties, PrintStream out) {
        boolean there = from.equals("segment") && to.equals("postgresql");
        boolean back = from.equals("postgresql") && to.equals("segment");
        if (!there && !back) {
            return Optional.of("from where, and to where? bin/portal migrate --from=segment --to=postgresql, or back");
        }
        StoreTransfer transfer = new StoreTransfer(home, Database.reach(properties), out);
        try {
            return there ? transfer.intoDatabase() : transfer.intoFiles();
        } catch (IOException e) {
            return Optional.of("the contents are not brought there: " + e.getMessage() + "; begin again");
        }
    }

    private Optional<String> intoDatabase() throws IOException {
        Path repository = home.resolve(REPOSITORY);
        Optional<String> step = database.work(StoreTables::migration);
        boolean isHere = Files.isDirectory(repository.resolve(STORES.get(0)));
        if (!isHere && step.equals(Optional.of(COPIED))) {
            // stopped once all was done
            end();
            return Optional.empty();
        }
        if (!isHere) {
            return Optional.of("there are no contents in " + repository);
        }
        if (step.isEmpty() && isDatabaseUsed()) {
            return Optional.of(database.properties().shownUrl() + " is not empty: nothing is put over what is there");
        }
        if (isInUse(repository)) {
            return Optional.of("the portal in " + home + " is running: stop it first");
        }
        if (step.isPresent()) {
            out.println("A migration was stopped here: it begins again.");
        }
        note(COPYING);
        for (String store : STORES) {
            database.work(connection -> {
                StoreTables.drop(connection, store);
                return store;
            });
            Instant begun = Instant.now();
            SegmentStores.read(
                    repository.resolve(store),
                    source -> DeepStack.call(() -> {
                        DocumentStores.write(source, store, database);
                        return store;
                    }));
            tell(store, compare(repository.resolve(store), store), begun);
        }
        if (isInUse(repository)) {
            return Optional.of("the portal in " + home + " was started meanwhile: stop it, and begin again");
        }
        note(COPIED);
        Path aside = SetAside.stores(home, Instant.now());
        Files.move(repository, aside, StandardCopyOption.ATOMIC_MOVE);
        SetAside.note(aside, Instant.now());
        end();
        out.println("The files of before are in " + aside + ", and go by themselves when they are old.");
        return Optional.empty();
    }

    private void note(String step) {
        database.work(connection -> {
            StoreTables.beginMigration(connection, step);
            return step;
        });
    }

    private void end() throws IOException {
        forgetIndexes();
        database.work(connection -> {
            StoreTables.endMigration(connection);
            return "";
        });
        out.println("The contents are in the database. Start the portal with bocage.store=postgresql");
    }

    private Optional<String> intoFiles() throws IOException {
        Path repository = home.resolve(REPOSITORY);
        if (Files.exists(repository)) {
            return Optional.of(repository + " is there: nothing is put over it");
        }
        if (database.work(StoreTables::migration).isPresent() || !isDatabaseUsed()) {
            return Optional.of(
                    "there are no contents in " + database.properties().shownUrl());
        }
        for (String store : STORES) {
            if (DocumentStores.isInUse(store, database)) {
                return Optional.of("a portal has " + database.properties().shownUrl()
                        + " open, or was killed less than two minutes ago: stop it first, or wait");
            }
        }
        Path underWay = home.resolve(UNDER_WAY);
        FileSystemUtils.deleteRecursively(underWay);
        NotEnoughRoom.check(
                Files.createDirectories(underWay),
                STORES.stream()
                        .mapToLong(store -> DocumentStores.size(store, database))
                        .sum());
        for (String store : STORES) {
            Instant begun = Instant.now();
            DocumentStores.recover(store, database);
            DocumentStores.copy(store, database, underWay.resolve(store));
            tell(store, compare(underWay.resolve(store), store), begun);
        }
        forgetIndexes();
        Files.move(underWay, repository, StandardCopyOption.ATOMIC_MOVE);
        out.println("The contents are in " + repository + ", and in the database as they were. Start the portal with"
                + " bocage.store=segment");
        return Optional.empty();
    }

    private boolean isDatabaseUsed() {
        return STORES.stream().anyMatch(store -> DocumentStores.isThere(store, database));
    }

    private static boolean isInUse(Path repository) throws IOException {
        for (String store : STORES) {
            if (SegmentStores.isInUse(repository.resolve(store))) {
                return true;
            }
        }
        return false;
    }

    private long compare(Path files, String store) throws IOException {
        return SegmentStores.read(
                files,
                inFiles -> DocumentStores.read(
                        store, database, inDatabase -> StateComparison.nodesAlike(inFiles, inDatabase)));
    }

    private void tell(String store, long nodes, Instant begun) {
        out.println(store + ": " + nodes + " nodes copied and compared in "
                + Duration.between(begun, Instant.now()).toSeconds() + " s");
    }

    /** The indexes are those of stores elsewhere, and are made anew. */
    private void forgetIndexes() throws IOException {
        FileSystemUtils.deleteRecursively(home.resolve("index"));
    }
}
