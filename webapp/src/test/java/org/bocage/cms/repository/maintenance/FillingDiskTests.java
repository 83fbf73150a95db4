package org.bocage.cms.repository.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A disk that had room when it was asked, and is filled by somebody else in the middle of a compaction or of a backup. */
class FillingDiskTests {

    private static final Workspace NOTES = new Workspace("notes");
    private static final int PARTS = 40;
    private static final int MEBIBYTE = 1024 * 1024;
    private static final String LONG = "de la haie au bocage ".repeat(500);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"10, StoreFull, before anything is written", "70, saved, once some of it is written"})
    void a_disk_that_fills_up_amid_a_compaction_leaves_the_store_as_it_was_and_what_is_saved_next_is_kept(
            String megabytes, String save, String when) throws Exception {
        List<String> told = SmallDisk.run(folder, 400, AmidCompaction.class, megabytes);

        System.out.println(told);
        assertThat(told).as(when).last().isEqualTo("status 0");
        assertThat(told).anyMatch(line -> line.matches("the night says: NotEnoughRoom: .* MB are needed"));
        assertThat(told).anyMatch(line -> line.matches("the result says: .* has room for .* MB are needed"));
        assertThat(told).contains("full: 40 parts, " + save);
        assertThat(told).contains("with room: 40 parts, number 5", "after a start: 40 parts, number 5");
        assertThat(told).containsOnlyOnce("compacted: 40 parts, number 5", "left of it: 0 MB");
        assertThat(told).filteredOn("a night after: "::equals).hasSize(3);
    }

    /** The child: a night in which the disk is filled once the compaction has begun to write. */
    static final class AmidCompaction {

        private AmidCompaction() {}

        public static void main(String[] args) throws Exception {
            Path home = Path.of(args[0]);
            long before;
            Filler filler = new Filler(home, Integer.parseInt(args[1]) * MEBIBYTE + 99_000);
            try (Nights nights = new Nights(home)) {
                WritableStore author = filled(nights);
                before = author.storage().size();
                filler.fillsWhen("compaction started");
                try {
                    nights.pass();
                } catch (RepositoryFailure e) {
                    System.out.println("the night says: " + told(Objects.requireNonNull(e.getCause())));
                }
                System.out.println("the result says: " + nights.result(author).problem());
                System.out.println("full: " + whole(author) + " parts, " + refusal(author));
                filler.empty();
                number(author, 5);
                System.out.println("with room: " + whole(author) + " parts, number " + number(author));
            }
            try (Nights nights = new Nights(home)) {
                WritableStore author = nights.stores.author();
                System.out.println("after a start: " + whole(author) + " parts, number " + number(author));
                for (int night = 0; night < 3; night++) {
                    nights.maintenance.eraseSoon();
                    nights.pass();
                    System.out.println("a night after: " + nights.result(author).problem());
                }
                System.out.println("compacted: " + whole(author) + " parts, number " + number(author));
                // what Oak keeps of the state before the last compaction, and nothing of the one that was given up
                System.out.println(
                        "left of it: " + Math.max(0, author.storage().size() - 2 * before) / MEBIBYTE + " MB");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TarMK opened at, 70, the copy of a store", "TarMK closed, 5, the archive that is made of the copies"})
    void a_disk_that_fills_up_amid_a_backup_leaves_nothing_of_it_and_the_next_one_is_whole(
            String amid, String megabytes, String what) throws Exception {
        List<String> told = SmallDisk.run(folder, 400, AmidBackup.class, amid, megabytes);

        System.out.println(told);
        assertThat(told).as(what).last().isEqualTo("status 0");
        assertThat(told).anyMatch(line -> line.matches("the backup says: NotEnoughRoom: .* has room for .*"));
        assertThat(told).contains("left of it: []", "full: 40 parts");
        assertThat(told).contains("with room: 40 parts, number 5", "the next one: 40 parts, number 5");
    }

    /** The child: a backup during which the disk is filled, once something is told. */
    static final class AmidBackup {

        private AmidBackup() {}

        public static void main(String[] args) throws Exception {
            Path home = Path.of(args[0]);
            Filler filler = new Filler(home, Integer.parseInt(args[2]) * MEBIBYTE + 99_000);
            try (Nights nights = new Nights(home)) {
                WritableStore author = filled(nights);
                filler.fillsWhen(args[1]);
                try {
                    nights.backups.make();
                } catch (IOException e) {
                    System.out.println("the backup says: " + told(e));
                }
                try (Stream<Path> left = Files.list(nights.backups.folder())) {
                    System.out.println("left of it: " + left.toList());
                }
                System.out.println("full: " + whole(author) + " parts");
                filler.empty();
                number(author, 5);
                System.out.println("with room: " + whole(author) + " parts, number " + number(author));
                nights.backups.make();
                System.out.println("the next one: " + restored(nights, home.resolve("restored")));
            }
        }

        private static String restored(Nights nights, Path home) throws IOException {
            Path zip = nights.backups.file(nights.backups.all().get(0).name()).orElseThrow();
            try (FileSystem files = FileSystems.newFileSystem(zip);
                    Stream<Path> all = Files.walk(files.getPath("/repository"))) {
                for (Path one : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                    Path target = home.resolve(one.toString().substring(1));
                    Files.createDirectories(target.getParent());
                    Files.copy(one, target);
                }
            }
            try (Nights copy = new Nights(home)) {
                Store author = copy.stores.author();
                return whole(author) + " parts, number " + number(author);
            }
        }
    }

    private static String told(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static WritableStore filled(Nights nights) {
        WritableStore author = nights.stores.author();
        author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
        for (int part = 0; part < PARTS; part++) {
            String name = "part-" + part;
            List<String> texts = texts(part);
            author.update(Identity.SYSTEM, session -> {
                Node node = NOTES.root(session).addNode(name, "mgnl:contentNode");
                for (int text = 0; text < texts.size(); text++) {
                    node.setProperty("texte" + text, texts.get(text));
                }
            });
        }
        return author;
    }

    /** A megabyte of text, which a compaction writes anew, as it does not a picture. */
    private static List<String> texts(int part) {
        return IntStream.range(0, 100)
                .mapToObj(text -> part + ", " + text + " " + LONG)
                .toList();
    }

    /** How many parts are as they were written. */
    private static long whole(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            long whole = 0;
            for (int part = 0; part < PARTS; part++) {
                Node node = NOTES.root(session).getNode("part-" + part);
                List<String> texts = new ArrayList<>();
                for (int text = 0; node.hasProperty("texte" + text); text++) {
                    texts.add(node.getProperty("texte" + text).getString());
                }
                whole += texts.equals(texts(part)) ? 1 : 0;
            }
            return whole;
        });
    }

    private static String refusal(WritableStore store) {
        try {
            number(store, 4);
            return "saved";
        } catch (StoreFull e) {
            return "StoreFull";
        }
    }

    private static void number(WritableStore store, long number) {
        store.update(Identity.SYSTEM, session -> NOTES.root(session).setProperty("numero", number));
    }

    private static long number(Store store) {
        return store.read(
                Identity.SYSTEM,
                session -> NOTES.root(session).getProperty("numero").getLong());
    }

    /** Somebody else who needs the disk: takes nearly all of its room at the moment at which Oak tells that it is at work. */
    private static final class Filler extends AppenderBase<ILoggingEvent> {

        private final Path disk;
        private final long leaves;
        private String awaited = "";

        Filler(Path disk, long leaves) {
            this.disk = disk;
            this.leaves = leaves;
        }

        void fillsWhen(String told) {
            awaited = told;
            Logger oak = (Logger) LoggerFactory.getLogger("org.apache.jackrabbit.oak.segment.file");
            oak.setLevel(Level.INFO);
            oak.setAdditive(false);
            oak.addAppender(this);
            start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (!awaited.isEmpty() && event.getFormattedMessage().contains(awaited)) {
                awaited = "";
                fill();
            }
        }

        private void fill() {
            byte[] zeros = new byte[MEBIBYTE];
            try (OutputStream file = Files.newOutputStream(disk.resolve("filler"))) {
                long room = Files.getFileStore(disk).getUsableSpace() - leaves;
                for (long written = 0; written < room; written += zeros.length) {
                    file.write(zeros, 0, (int) Math.min(zeros.length, room - written));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void empty() throws IOException {
            Files.delete(disk.resolve("filler"));
        }
    }
}
