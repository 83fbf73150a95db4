package org.bocage.cms.repository.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.document.Database;
import org.bocage.cms.repository.document.DocumentStores;
import org.bocage.cms.repository.document.PostgresServer;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.maintenance.Restore;
import org.bocage.cms.repository.segment.SegmentStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores in a database are upgraded as those in files, and what they held before is kept as files. */
class DatabaseUpgradeTests {

    private static final Workspace NOTES = new Workspace("notes");

    @TempDir
    Path home;

    private final Database database = Database.reach(PostgresServer.database());

    private Stores open(Migration... migrations) throws IOException {
        return open(true, migrations);
    }

    private Stores open(boolean isAlone, Migration... migrations) throws IOException {
        return new Upgrade(home, "", List.of(migrations), Clock.systemUTC())
                .open(new DatabasePlace(
                        database,
                        isAlone,
                        () -> new Stores(
                                DocumentStores.open("author", database, () -> {}),
                                DocumentStores.open("published", database, () -> {}))));
    }

    private record Word() implements Migration {

        @Override
        public int to() {
            return 2;
        }

        @Override
        public String name() {
            return "deux";
        }

        @Override
        public void run(Stores stores) {
            note(stores, "deux");
        }
    }

    private static void note(Stores stores, String word) {
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, NOTES);
            NOTES.root(session).setProperty("texte", word);
        });
    }

    private static String noted(Store author) {
        return author.read(
                Identity.SYSTEM,
                session -> NOTES.root(session).getProperty("texte").getString());
    }

    @Test
    void what_was_there_before_is_kept_as_files_that_a_portal_starts_from() throws IOException {
        try (Stores stores = open()) {
            note(stores, "un");
        }
        try (Stores stores = open(new Word())) {
            assertThat(noted(stores.author())).isEqualTo("deux");
        }

        Path archive = home.resolve("sauvegardes/avant-mise-a-jour-1.zip");
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(Rollback.run(home, "", out))
                .get()
                .asString()
                .contains("are in a database", "bin/portal restore " + archive + " FOLDER");
        Path folder = home.resolve("avant");
        assertThat(Restore.restore(archive, "", folder, out)).isEmpty();
        try (Store before = SegmentStores.open("author", folder.resolve("repository/author"))) {
            assertThat(noted(before)).isEqualTo("un");
        }
    }

    @Test
    void contents_that_another_machine_has_open_are_not_brought_to_another_version() throws IOException {
        try (Stores stores = open()) {
            note(stores, "un");
        }
        assertThatThrownBy(() -> open(false, new Word()))
                .asInstanceOf(type(DatabaseRefused.class))
                .extracting(DatabaseRefused::reason)
                .isEqualTo(DatabaseRefused.Reason.UPGRADE);
        try (Stores stores = open(false)) {
            assertThat(noted(stores.author())).isEqualTo("un");
        }
    }

    @Test
    void stores_that_are_new_are_of_this_version() throws IOException {
        open(new Word()).close();
        open(new Word()).close();

        assertThat(home.resolve("sauvegardes")).doesNotExist();
    }
}
