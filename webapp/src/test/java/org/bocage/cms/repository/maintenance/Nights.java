package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.StoreProperties;
import org.bocage.cms.repository.segment.SegmentStores;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

/** A home with both stores, and its nights. */
public final class Nights implements AutoCloseable {

    private static final BackupOptions USUAL = new BackupOptions(7, 4, 6, "", "", Duration.ofHours(2));

    public final Path home;
    public final Stores stores;
    public final SettableClock clock = new SettableClock();
    public final StoreMaintenance maintenance;
    public final Backups backups;

    public Nights(Path home) {
        this(home, USUAL);
    }

    Nights(Path home, BackupOptions options, BackedUpFiles... besides) {
        this.home = home;
        this.stores = new Stores(
                SegmentStores.open("author", home.resolve("repository/author")),
                SegmentStores.open("published", home.resolve("repository/published")));
        StoreProperties properties = new StoreProperties(home, Path.of("config"), "segment");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", clock);
        this.maintenance = new StoreMaintenance(
                stores, beans.getBeanProvider(DerivedFiles.class), beans.getBeanProvider(Clock.class), properties);
        this.backups = new Backups(
                stores,
                maintenance,
                beans.getBeanProvider(Clock.class),
                properties,
                options,
                List.of(besides),
                beans.getBeanProvider(BuildProperties.class));
    }

    /** A night passes. */
    public void pass() {
        clock.forward(Duration.ofDays(1));
        maintenance.compact();
    }

    public StoreMaintenance.Result result(Store store) {
        return maintenance.results().stream()
                .filter(result -> result.store().equals(store.name()))
                .findFirst()
                .orElseThrow();
    }

    /** How many files of the stores hold some bytes. */
    public static long holding(Path folder, String planted) throws IOException {
        long holding = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                holding += Files.readString(file, StandardCharsets.ISO_8859_1).contains(planted) ? 1 : 0;
            }
        }
        return holding;
    }

    /** The bytes of all files in a folder. */
    public static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Runs a class with a main method with what bin/portal gives, and returns what it said. */
    public static List<String> asThePortal(Class<?> main, String... arguments) throws Exception {
        return run(Stream.concat(java(main), Stream.of(arguments)).toList());
    }

    public static Stream<String> java(Class<?> main) {
        return Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmn32m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=30",
                "-Xmx256m",
                "-Xss512k",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    public static List<String> run(List<String> command) throws Exception {
        Path told = Files.createTempFile("nights", ".txt");
        try {
            int status = new ProcessBuilder(command)
                    .redirectOutput(told.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            return Stream.concat(Files.readAllLines(told).stream(), Stream.of("status " + status))
                    .toList();
        } finally {
            Files.delete(told);
        }
    }

    /** Stops as a portal does: who uses the stores first. */
    @Override
    public void close() throws IOException {
        try {
            backups.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stores.close();
    }
}
