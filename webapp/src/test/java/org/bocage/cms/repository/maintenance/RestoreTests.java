package org.bocage.cms.repository.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** A backup is looked at once it is made, taken elsewhere, and put back on a machine that never saw the data. */
class RestoreTests {

    private static final Workspace NOTES = new Workspace("notes");
    private static final String PASSPHRASE = "le bocage sous la pluie";
    private static final BackedUpFiles BESIDES =
            () -> List.of(file("config/contact.yaml", false, "sujets: []"), file("cles/mail", true, "clé du serveur"));

    @TempDir
    Path folder;

    private Nights nights;

    private static BackedUpFiles.BackedUpFile file(String path, boolean secret, String text) {
        return new BackedUpFiles.BackedUpFile(
                path, secret, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static BackupOptions options(String passphrase, String after, Duration limit) {
        return new BackupOptions(7, 4, 6, passphrase, after, limit);
    }

    @BeforeEach
    void open() {
        nights = new Nights(folder.resolve("home"), options("", "", Duration.ofMinutes(1)), BESIDES);
        nights.stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, NOTES);
            NOTES.root(session).addNode("carnet", "mgnl:contentNode").setProperty("texte", "Le pommier de la Fosse");
        });
    }

    @AfterEach
    void close() throws IOException {
        nights.close();
    }

    private void reopen(String passphrase, String after, Duration limit) throws IOException {
        nights.close();
        nights = new Nights(folder.resolve("home"), options(passphrase, after, limit), BESIDES);
    }

    private Path zip(Backups.Backup backup) {
        return nights.backups.file(backup.name()).orElseThrow();
    }

    private Path empty() {
        return folder.resolve("restored");
    }

    private static Optional<String> restore(Path zip, String passphrase, Path into) {
        return Restore.restore(
                zip, passphrase, into, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private BackupState state() throws IOException {
        return nights.backups.all().get(0).state();
    }

    private Health health() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", nights.clock);
        return new BackupHealth(nights.backups, beans.getBeanProvider(Clock.class)).health();
    }

    @Test
    void a_plain_backup_brings_all_back_but_what_is_secret() throws Exception {
        Backups.Backup made = nights.backups.make();

        assertThat(restore(zip(made), "", empty())).isEmpty();

        assertThat(empty().resolve("config/contact.yaml")).hasContent("sujets: []");
        assertThat(empty().resolve("cles")).doesNotExist();
        assertThat(empty().resolve(Restore.MARK)).exists();
        try (Nights copy = new Nights(empty())) {
            assertThat(copy.stores
                            .author()
                            .<String>read(
                                    Identity.SYSTEM,
                                    session -> NOTES.root(session)
                                            .getNode("carnet")
                                            .getProperty("texte")
                                            .getString()))
                    .isEqualTo("Le pommier de la Fosse");
        }
        assertThat(restore(zip(made), "", empty()).orElse("")).contains("is not empty");
    }

    @Test
    void an_encrypted_backup_takes_what_is_secret_and_tells_nothing_without_its_passphrase() throws Exception {
        reopen(PASSPHRASE, "", Duration.ofMinutes(1));
        Backups.Backup made = nights.backups.make();

        assertThat(Nights.holding(nights.backups.folder(), "pommier")).isZero();
        assertThat(restore(zip(made), "", empty()).orElse("")).contains("passphrase is needed");
        assertThat(restore(zip(made), "le bocage sous la neige", empty()).orElse(""))
                .contains("not its passphrase");
        assertThat(empty()).doesNotExist();

        assertThat(restore(zip(made), PASSPHRASE, empty())).isEmpty();
        assertThat(empty().resolve("cles/mail")).hasContent("clé du serveur");
        nights.backups.check(made);
        assertThat(state().problem()).isEmpty();
        assertThat(state().checked()).isPresent();
    }

    @Test
    void a_backup_that_was_read_whole_is_known_to_be_and_health_tells_it() throws Exception {
        Backups.Backup made = nights.backups.make();
        assertThat(state().checked()).isEmpty();

        nights.backups.check(made);

        assertThat(state().checked()).isPresent();
        assertThat(state().contents()).isPositive();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        try (Stream<Path> left = Files.list(nights.backups.folder())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(made.name(), made.name() + ".suivi");
        }
    }

    @Test
    void a_stop_amid_the_check_does_not_make_a_backup_look_broken_and_leaves_nothing() throws Exception {
        Backups.Backup made = nights.backups.make();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> nights.backups.check(made)).isInstanceOf(InterruptedException.class);

        assertThat(state()).isEqualTo(BackupState.UNKNOWN);
        try (Stream<Path> left = Files.list(nights.backups.folder())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(made.name(), made.name() + ".suivi");
        }
    }

    @Test
    void health_says_that_there_is_no_late_backup_once_two_days_have_passed() throws Exception {
        nights.backups.check(nights.backups.make());
        nights.clock.forward(Duration.ofDays(3));

        Health health = health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsKey("late");
    }

    @Test
    void what_was_cut_short_altered_or_is_no_backup_is_refused_with_nothing_left() throws Exception {
        Backups.Backup made = nights.backups.make();
        byte[] whole = Files.readAllBytes(zip(made));

        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(restore(cut, "", empty()).orElse("")).contains("cut short");
        for (int at : new int[] {whole.length / 3, whole.length / 2}) {
            Path altered = Files.write(folder.resolve("altered.zip"), altered(whole, at));
            assertThat(restore(altered, "", empty()).orElse("")).contains("altered");
        }
        Path other = zipOf(Map.of("photos/chat.jpg", "miaou"));
        assertThat(restore(other, "", empty()).orElse("")).contains("no backup of a portal");
        Path away = zipOf(Map.of(
                "../ailleurs.txt",
                "moi",
                BackupArchive.SUMS,
                "46f2ff43efb4fa3e55fa5ae68d8a6d2a7ab9a6da9fdfbb7dfe8e1e1a2be7b7ad  ../ailleurs.txt\n"));
        assertThat(restore(away, "", empty()).orElse("")).contains("leads out of the folder");
        assertThat(restore(folder.resolve("rien.zip"), "", empty()).orElse("")).contains("there is no");
        assertThat(folder.resolve("ailleurs.txt")).doesNotExist();
        assertThat(empty()).doesNotExist();
    }

    /** Returns other bytes in some place, more of them than the header of an entry has, of which some say nothing. */
    private static byte[] altered(byte[] whole, int from) {
        byte[] bytes = whole.clone();
        for (int at = from; at < from + 500; at++) {
            bytes[at] ^= 0x55;
        }
        return bytes;
    }

    private Path zipOf(Map<String, String> files) throws IOException {
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void a_backup_that_cannot_be_read_again_is_told_and_takes_no_older_one_away() throws Exception {
        Backups.Backup old = nights.backups.make();
        nights.clock.forward(Duration.ofDays(400));
        Backups.Backup made = nights.backups.make();
        byte[] whole = Files.readAllBytes(zip(made));
        Files.write(zip(made), altered(whole, whole.length / 2));

        nights.backups.check(made);

        assertThat(state().problem()).contains("altered");
        assertThat(nights.backups.file(old.name())).isPresent();
        Health health = health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsKey("unreadable");
    }

    @Test
    void a_command_takes_each_backup_elsewhere_and_one_that_fails_or_hangs_is_told() throws Exception {
        Duration enough = Duration.ofMinutes(1);
        Path elsewhere = folder.resolve("ailleurs.zip");
        Path said = folder.resolve("environnement");
        reopen(PASSPHRASE, "env > " + said + "; cp \"$BOCAGE_BACKUP\" " + elsewhere, enough);
        Backups.Backup made = nights.backups.make();
        nights.backups.check(made);
        assertThat(elsewhere).hasSameBinaryContentAs(zip(made));
        assertThat(said).content().contains("BOCAGE_BACKUP=").doesNotContain("BOCAGE_BACKUP_PASSPHRASE");
        assertThat(state().after()).isEmpty();

        reopen(PASSPHRASE, "echo plus de place; exit 3", enough);
        nights.backups.check(nights.backups.make());
        assertThat(state().after()).isEqualTo("it ended with 3: plus de place");
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);

        // hangs for good, with a child that hangs too
        Path child = folder.resolve("enfant");
        reopen(PASSPHRASE, "sleep 3071 & echo $! > " + child + "; sleep 3072", Duration.ofSeconds(5));
        nights.backups.check(nights.backups.make());
        assertThat(state().after()).contains("took longer than");
        long pid = Long.parseLong(Files.readString(child).strip());
        Awaitility.await()
                .until(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void a_backup_that_nobody_could_read_takes_no_good_one_away() throws Exception {
        Backups.Backup good = nights.backups.make();
        nights.backups.check(good);
        nights.clock.forward(Duration.ofMinutes(1));
        Backups.Backup bad = nights.backups.make();
        Files.write(zip(bad), new byte[] {1, 2, 3});
        nights.backups.check(bad);
        nights.clock.forward(Duration.ofDays(1));

        Backups.Backup next = nights.backups.make();
        nights.backups.check(next);

        assertThat(nights.backups.all()).extracting(Backups.Backup::name).containsExactly(next.name(), good.name());
    }

    @Test
    void the_state_of_a_backup_survives_what_is_in_it() throws Exception {
        Path zip = Files.createFile(folder.resolve("bocage.zip"));
        BackupState state = new BackupState(Optional.of(Instant.EPOCH), 12, "é".repeat(900), "a=b\nc: d");
        state.write(zip);
        assertThat(BackupState.read(zip).after()).isEqualTo("a=b\nc: d");
        assertThat(BackupState.read(zip).problem()).hasSize(501);
    }
}
