package org.bocage.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The home of a portal that has imported the demo content of today and stopped: made once for these classes, by whichever
 * process needs it first, and copied for each test. To import it anew would take most of the time of many a test. Renditions that
 * a portal made of its pictures are kept for the next ones. Beside it lies the home of one that began with the accounts alone.
 * A portal whose contents are in a database begins empty, and imports them itself.
 */
public final class DemoHome {

    private static final Path BUILT = Path.of("webapp", "target").toAbsolutePath();
    private static final Path HOMES = BUILT.resolve("demo-homes");

    private DemoHome() {}

    /** Copies it to a folder, and tells that folder. */
    public static String at(Path folder) {
        return copied("true", folder);
    }

    /** Copies the home that has the accounts of the demo and not its content. */
    public static String emptyAt(Path folder) {
        return copied("accounts", folder);
    }

    private static String copied(String demo, Path folder) {
        if (OtherStore.IS_ASKED) {
            return folder.toString();
        }
        alone(homes -> {
            Path home = homes.resolve(demo);
            if (!Files.exists(home)) {
                make(home, demo);
            }
            copy(home, folder);
        });
        return folder.toString();
    }

    /** Takes over the renditions that a stopped portal made, which began as a copy of it. */
    static void keepRenditions(Path folder) {
        Path made = folder.resolve("renditions");
        alone(homes -> {
            Path home = homes.resolve("true");
            if (Files.exists(home) && Files.exists(made)) {
                copy(made, home.resolve("renditions"));
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void on(Path homes) throws IOException;
    }

    /** Does something about the homes of today and of these classes while no other process does. */
    private static synchronized void alone(Work work) {
        try {
            Files.createDirectories(HOMES);
            try (FileChannel lock =
                    FileChannel.open(HOMES.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                work.on(HOMES.resolve(
                        LocalDate.now(ZoneId.of("Europe/Paris")) + "-" + newest(BUILT.resolve("classes"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path home, String demo) throws IOException {
        try (Stream<Path> others = Files.list(HOMES)) {
            for (Path other : others.filter(Files::isDirectory)
                    .filter(one -> !home.startsWith(one))
                    .toList()) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
        Path making = HOMES.resolve("making");
        Portal.importing(making, demo).close();
        Files.createDirectories(home.getParent());
        Files.move(making, home);
    }

    /** When the last of the classes and of their resources was written, in milliseconds. */
    private static long newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file));
                if (!Files.exists(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
