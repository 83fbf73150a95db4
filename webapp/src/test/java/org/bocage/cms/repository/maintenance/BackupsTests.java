package org.bocage.cms.repository.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTests {

    private static final Workspace NOTES = new Workspace("notes");

    @TempDir
    Path folder;

    @Test
    void archives_of_before_an_upgrade_and_stores_set_aside_go_after_ninety_days() throws Exception {
        Path home = folder.resolve("home");
        try (Nights nights = new Nights(home)) {
            Path backups = Files.createDirectories(home.resolve("sauvegardes"));
            Path before = Files.createFile(backups.resolve("avant-mise-a-jour-1.zip"));
            Path putBack = Files.createFile(backups.resolve("remise-avant-mise-a-jour-1.zip"));
            Path underWay = Files.createFile(backups.resolve("avant-mise-a-jour-2.en-cours.zip"));
            Path aside = Files.createDirectories(home.resolve("repository-mis-de-cote-2026-11-30-101112"));
            Files.createFile(aside.resolve("journal.log"));

            nights.clock.forward(Duration.ofDays(89));
            nights.backups.eachNight();
            assertThat(List.of(before, putBack, aside)).allMatch(Files::exists);

            nights.clock.forward(Duration.ofDays(2));
            nights.backups.eachNight();
            assertThat(List.of(before, putBack, aside)).noneMatch(Files::exists);
            assertThat(underWay).as("its upgrade goes on").exists();
            assertThat(home.resolve("repository")).exists();
        }
    }

    @Test
    void both_stores_are_copied_as_they_are_at_one_moment() throws Exception {
        Path home = folder.resolve("home");
        try (Nights nights = new Nights(home)) {
            for (WritableStore store : BothStores.of(nights.stores)) {
                store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
                fill(store, 12);
            }
            AtomicBoolean done = new AtomicBoolean();
            Thread decides = new Thread(() -> {
                for (long number = 1; !done.get(); number++) {
                    set(nights.stores.author(), number);
                    set(BothStores.published(nights.stores), number);
                }
            });
            decides.start();
            try {
                for (int backup = 0; backup < 3; backup++) {
                    Backups.Backup made = nights.backups.make();
                    Path restored = unpacked(nights.backups.file(made.name()).orElseThrow(), backup);
                    try (Nights copy = new Nights(restored)) {
                        long decided = number(copy.stores.author());
                        long shown = number(copy.stores.published());
                        assertThat(shown)
                                .as("what is shown is what was decided last, or just before")
                                .isBetween(decided - 1, decided);
                    }
                }
            } finally {
                done.set(true);
                decides.join();
            }
        }
    }

    @Test
    void a_backup_and_a_compaction_for_which_the_disk_has_no_room_say_so_and_leave_nothing() throws Exception {
        List<String> told = SmallDisk.run(folder, 100, Full.class);

        System.out.println(told);
        assertThat(told).last().isEqualTo("status 0");
        assertThat(told).anyMatch(line -> line.startsWith("backup NotEnoughRoom"));
        assertThat(told).anyMatch(line -> line.startsWith("compaction NotEnoughRoom"));
        assertThat(told).contains("left []", "saved after");
    }

    /** The child, with a disk of its own. */
    static final class Full {

        private Full() {}

        public static void main(String[] args) throws Exception {
            Path home = Path.of(args[0]);
            try (Nights nights = new Nights(home)) {
                WritableStore author = nights.stores.author();
                author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
                // more than what is left, which saves still find enough
                fill(author, 56);
                try {
                    nights.backups.make();
                } catch (IOException e) {
                    System.out.println("backup " + e.getClass().getSimpleName());
                }
                try (Stream<Path> left = Files.list(nights.backups.folder())) {
                    System.out.println("left " + left.toList());
                }
                try {
                    nights.pass();
                } catch (RepositoryFailure e) {
                    System.out.println("compaction " + (e.getCause() instanceof NotEnoughRoom ? "NotEnoughRoom" : e));
                }
                set(author, 5);
                System.out.println("saved after");
            }
        }
    }

    private static void fill(WritableStore store, int megabytes) {
        Random random = new Random(7);
        for (int part = 0; part < megabytes; part++) {
            byte[] bytes = new byte[1024 * 1024];
            random.nextBytes(bytes);
            String name = "part-" + part;
            store.update(
                    Identity.SYSTEM,
                    session -> NOTES.root(session)
                            .addNode(name, "mgnl:contentNode")
                            .setProperty(
                                    "octets", session.getValueFactory().createBinary(new ByteArrayInputStream(bytes))));
        }
    }

    private static void set(WritableStore store, long number) {
        store.update(Identity.SYSTEM, session -> NOTES.root(session).setProperty("numero", number));
    }

    private static long number(Store store) {
        return store.read(
                Identity.SYSTEM,
                session -> NOTES.root(session).hasProperty("numero")
                        ? NOTES.root(session).getProperty("numero").getLong()
                        : 0L);
    }

    private Path unpacked(Path zip, int number) throws IOException {
        Path home = folder.resolve("restored-" + number);
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = home.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(entries, target);
            }
        }
        return home;
    }
}
