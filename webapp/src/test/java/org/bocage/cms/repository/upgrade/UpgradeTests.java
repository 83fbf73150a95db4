package org.bocage.cms.repository.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.segment.SegmentStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of an older version become those of this one, or stay as they were; and there is a way back. */
class UpgradeTests {

    private static final Workspace NOTES = new Workspace("notes");

    @TempDir
    Path home;

    private final List<String> ran = new ArrayList<>();

    private record Step(int to, String name, Consumer<Stores> change) implements Migration {

        @Override
        public void run(Stores stores) {
            change.accept(stores);
        }
    }

    /** Writes its name at the end of what is noted. */
    private Migration step(int to, String name) {
        return new Step(to, name, stores -> {
            ran.add(name);
            note(stores, name);
        });
    }

    private static void note(Stores stores, String word) {
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, NOTES);
            String before = NOTES.root(session).hasProperty("texte")
                    ? NOTES.root(session).getProperty("texte").getString() + " "
                    : "";
            NOTES.root(session).setProperty("texte", before + word);
        });
    }

    private static String noted(Stores stores) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> NOTES.root(session).getProperty("texte").getString());
    }

    private Stores open(Migration... migrations) throws IOException {
        return new Upgrade(home, "", List.of(migrations), Clock.systemUTC())
                .open(new SegmentPlace(
                        home,
                        () -> new Stores(
                                SegmentStores.open("author", home.resolve("repository/author")),
                                SegmentStores.open("published", home.resolve("repository/published")))));
    }

    private void writtenByTheFirstVersion() throws IOException {
        try (Stores stores = open()) {
            note(stores, "un");
        }
    }

    private List<String> archives() throws IOException {
        Path folder = home.resolve("sauvegardes");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Optional<String> rollback(ByteArrayOutputStream said) {
        return Rollback.run(home, "", new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @Test
    void each_migration_is_made_once_in_its_order_after_a_backup() throws Exception {
        writtenByTheFirstVersion();
        assertThat(archives()).as("nothing to upgrade, nothing to pack").isEmpty();

        try (Stores stores = open(step(3, "trois"), step(2, "deux"))) {
            assertThat(noted(stores)).isEqualTo("un deux trois");
        }
        try (Stores stores = open(step(2, "deux"), step(3, "trois"))) {
            assertThat(noted(stores)).isEqualTo("un deux trois");
        }
        assertThat(archives()).containsExactly("avant-mise-a-jour-1.zip");

        try (Stores stores = open(step(2, "deux"), step(3, "trois"), step(4, "quatre"))) {
            assertThat(noted(stores)).isEqualTo("un deux trois quatre");
        }
        assertThat(archives()).as("that of the last upgrade alone").containsExactly("avant-mise-a-jour-3.zip");
    }

    @Test
    void stores_that_are_new_are_of_this_version_and_have_nothing_to_do() throws Exception {
        open(step(2, "deux")).close();
        open(step(2, "deux")).close();
        assertThat(ran).isEmpty();
        assertThat(archives()).isEmpty();
    }

    @Test
    void an_upgrade_that_is_stopped_in_the_middle_goes_on_at_the_next_start_and_its_backup_is_of_before()
            throws Exception {
        writtenByTheFirstVersion();
        Migration stops = new Step(3, "trois", stores -> {
            note(stores, "presque");
            throw new IllegalStateException("stopped");
        });

        assertThatThrownBy(() -> open(step(2, "deux"), stops))
                .isInstanceOf(StoppedUpgrade.class)
                .hasMessage("Migration trois failed: stopped");
        assertThat(archives()).containsExactly("avant-mise-a-jour-1.en-cours.zip");
        try (Stores stores = open(step(2, "deux"), step(3, "trois"))) {
            assertThat(noted(stores)).isEqualTo("un deux presque trois");
        }

        assertThat(ran).containsExactly("deux", "trois");
        assertThat(archives()).containsExactly("avant-mise-a-jour-1.zip");
        assertThat(rollback(new ByteArrayOutputStream())).isEmpty();
        try (Stores stores = open()) {
            assertThat(noted(stores)).isEqualTo("un");
        }
    }

    @Test
    void stores_of_a_newer_version_are_refused_and_stay_as_they_are() throws Exception {
        writtenByTheFirstVersion();
        open(step(2, "deux")).close();

        assertThatThrownBy(this::open).isInstanceOf(NewerContent.class).hasMessageContaining("version 2, this is 1");

        try (Stores stores = open(step(2, "deux"))) {
            assertThat(noted(stores)).isEqualTo("un deux");
        }
    }

    @Test
    void the_way_back_puts_what_was_there_before_back_and_sets_the_rest_aside() throws Exception {
        writtenByTheFirstVersion();
        assertThat(rollback(new ByteArrayOutputStream()).orElse("")).contains("no backup of before an upgrade");
        Stores upgraded = open(step(2, "deux"));
        note(upgraded, "depuis");
        assertThat(rollback(new ByteArrayOutputStream()).orElse("")).contains("is running: stop it first");
        upgraded.close();
        Files.createDirectories(home.resolve("index/author"));
        Files.setLastModifiedTime(home.resolve("repository"), FileTime.from(Instant.EPOCH));

        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(rollback(said)).isEmpty();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("those of before the upgrade", "repository-mis-de-cote-");
        try (Stores stores = open()) {
            assertThat(noted(stores)).isEqualTo("un");
        }
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .anyMatch(name -> name.startsWith("repository-mis-de-cote-"))
                    .noneMatch(name -> name.startsWith("retour-en-cours"));
        }
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.filter(file -> String.valueOf(file.getFileName()).startsWith("repository-mis-de-cote-")))
                    .as("is as old as this way back")
                    .allMatch(file -> file.toFile().lastModified() > 0);
        }
        assertThat(home.resolve("index")).doesNotExist();
        assertThat(rollback(new ByteArrayOutputStream()).orElse(""))
                .as("not twice")
                .contains("no backup of before an upgrade");
    }

    @Test
    void a_migration_that_is_left_out_is_a_fault_of_the_application() {
        assertThatThrownBy(() -> open(step(3, "trois"))).hasMessageContaining("no migration to content version 2");
    }
}
