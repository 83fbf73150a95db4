package org.bocage.cms.repository.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Mortal;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.segment.SegmentStores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process is killed while it converts stores: the next one has them whole, each converted once, and the backup is of before. */
class KilledUpgradeTests {

    private static final Workspace NOTES = new Workspace("notes");
    private static final int ITEMS = 10;
    /** So large a file is being packed for seconds. */
    private static final int LARGE = 64_000_000;

    @TempDir
    Path home;

    /** When it is killed. */
    enum Moment {
        PACKING,
        AMID_A_MIGRATION,
        BETWEEN_MIGRATIONS,
        AFTER_THE_LAST_SAVE
    }

    @ParameterizedTest
    @EnumSource
    void all_is_there_and_converted_once_by_the_next_start(Moment moment) throws Exception {
        try (Stores stores = open(home, List.of())) {
            stores.author().update(Identity.SYSTEM, session -> {
                NodeTypes.ensureWorkspace(session, NOTES);
                for (int i = 0; i < ITEMS; i++) {
                    NOTES.root(session).addNode("note-" + i, "mgnl:content").setProperty("texte", "un");
                }
            });
        }
        if (moment == Moment.PACKING) {
            byte[] large = new byte[LARGE];
            new Random(1).nextBytes(large);
            Files.write(home.resolve("repository/author/autre"), large);
        }

        Mortal life = Mortal.run(Converter.class, done -> !done.isEmpty(), 0, home.toString(), moment.name());

        assertThat(life.acknowledged()).containsExactly(moment.name());
        assertThat(archives())
                .allMatch(name ->
                        name.matches(moment == Moment.PACKING ? "en-cours.*" : "avant-mise-a-jour-1.en-cours.zip"))
                .hasSize(1);

        List<String> ran = new ArrayList<>();
        try (Stores stores = open(home, migrations(ran::add))) {
            assertThat(texts(stores)).hasSize(ITEMS).containsOnly("un deux trois");
        }
        assertThat(ran.stream().filter(step -> step.startsWith("begin")).toList())
                .isEqualTo(
                        switch (moment) {
                            case PACKING, AMID_A_MIGRATION -> List.of("begin deux", "begin trois");
                            case BETWEEN_MIGRATIONS -> List.of("begin trois");
                            case AFTER_THE_LAST_SAVE -> List.of();
                        });
        assertThat(archives()).containsExactly("avant-mise-a-jour-1.zip");

        assertThat(Rollback.run(home, "", new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)))
                .isEmpty();
        try (Stores stores = open(home, List.of())) {
            assertThat(texts(stores)).hasSize(ITEMS).containsOnly("un");
        }
    }

    private static Stores open(Path home, List<Migration> migrations) throws IOException {
        return new Upgrade(home, "", migrations, Clock.systemUTC())
                .open(new SegmentPlace(
                        home,
                        () -> new Stores(
                                SegmentStores.open("author", home.resolve("repository/author")),
                                SegmentStores.open("published", home.resolve("repository/published")))));
    }

    private static List<Migration> migrations(Consumer<String> told) {
        return List.of(new Word(2, "deux", told), new Word(3, "trois", told));
    }

    private static List<String> texts(Stores stores) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < ITEMS; i++) {
                texts.add(NOTES.root(session)
                        .getNode("note-" + i)
                        .getProperty("texte")
                        .getString());
            }
            return texts;
        });
    }

    private List<String> archives() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("sauvegardes"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /**
     * Adds a word to each note that has it not, in a save each.
     *
     * @param told when it begins, and once half of the notes have it
     */
    private record Word(int to, String name, Consumer<String> told) implements Migration {

        @Override
        public void run(Stores stores) {
            told.accept("begin " + name);
            for (int i = 0; i < ITEMS; i++) {
                String note = "note-" + i;
                stores.author().update(Identity.SYSTEM, session -> {
                    Node node = NOTES.root(session).getNode(note);
                    String text = node.getProperty("texte").getString();
                    node.setProperty("texte", text.endsWith(name) ? text : text + " " + name);
                });
                if (i == ITEMS / 2) {
                    told.accept("half of " + name);
                }
            }
        }
    }

    /** The child: converts, until it stands still at the moment at which it is to be killed. */
    static final class Converter {

        private Converter() {}

        public static void main(String[] arguments) throws IOException {
            Path home = Path.of(arguments[0]);
            Moment moment = Moment.valueOf(arguments[1]);
            if (moment == Moment.PACKING) {
                new Thread(() -> {
                            while (written(home.resolve("sauvegardes")).isEmpty()) {
                                Thread.onSpinWait();
                            }
                            Mortal.done(moment.name());
                            standStill();
                        })
                        .start();
            }
            List<Migration> migrations = migrations(step -> {
                if ((moment == Moment.AMID_A_MIGRATION && step.equals("half of deux"))
                        || (moment == Moment.BETWEEN_MIGRATIONS && step.equals("begin trois"))) {
                    standStill(moment);
                }
            });
            new Upgrade(home, "", migrations, Clock.systemUTC()).open(new SegmentPlace(home, () -> {
                Stores stores = new Stores(
                        SegmentStores.open("author", home.resolve("repository/author")),
                        SegmentStores.open("published", home.resolve("repository/published")));
                if (moment == Moment.AFTER_THE_LAST_SAVE) {
                    // the save is on disk, and waits for who follows the store
                    ProjectionRunner.start(
                            stores.author(),
                            "test",
                            changes -> {
                                if (ContentVersion.of(stores.author()).equals(Optional.of(3))) {
                                    standStill(moment);
                                }
                            },
                            null);
                }
                return stores;
            }));
        }

        private static Optional<Path> written(Path folder) {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toFile().length() > 0).findAny();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Has the whole process stop, packing included, until it is killed. */
        private static void standStill() {
            try {
                new ProcessBuilder(
                                "kill",
                                "-STOP",
                                String.valueOf(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void standStill(Moment moment) {
            Mortal.done(moment.name());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
