package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.document.Database;
import org.bocage.cms.repository.document.DocumentStores;
import org.bocage.cms.repository.document.PostgresServer;
import org.bocage.cms.repository.document.StoreTransfer;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.cms.repository.maintenance.Restore;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents go from files into a database and back, and stay the same. */
class StoreTransferTests {

    private static final String PAGE = "/reseau/acteurs/le-fournil-des-mots";
    /** Rows of a store that are copied for a while. */
    private static final long BEGUN = 1_000;

    /** Contents besides those of the demo; 20,000 with {@code -Dwalk=all}. */
    private static final int CONTENTS = Walk.of(0, 20_000);

    private static final int IN_A_SAVE = 500;
    /** More than a migration of all takes on a busy machine. */
    private static final int MINUTES = 30;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Optional<String> migrate(String from, String to, Path home, DatabaseProperties database) {
        return StoreTransfer.run(from, to, home, database, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @Test
    void the_demo_goes_into_a_database_and_back_node_by_node() throws Exception {
        Path home = Path.of(DemoHome.at(folder.resolve("home")));
        DatabaseProperties database = PostgresServer.database();

        assertThat(migrate("segment", "postgresql", home, database)).isEmpty();
        assertThat(home.resolve("repository")).doesNotExist();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .anyMatch(name -> name.startsWith("repository-mis-de-cote-"))
                    .doesNotContain("index");
        }
        assertThat(migrate("segment", "postgresql", home, database))
                .get()
                .asString()
                .contains("there are no contents in");
        assertThat(migrate("segment", "postgresql", Path.of(DemoHome.at(folder.resolve("other"))), database))
                .get()
                .asString()
                .endsWith("is not empty: nothing is put over what is there");
        try (Portal portal = Portal.start(home, PostgresServer.options(database))) {
            assertThat(new Browser(portal.port()).get(PAGE).statusCode()).isEqualTo(200);
            assertThat(migrate("postgresql", "segment", folder.resolve("meanwhile"), database))
                    .get()
                    .asString()
                    .contains("a portal has");
        }

        assertThat(migrate("postgresql", "segment", home, database)).isEmpty();
        assertThat(migrate("postgresql", "segment", home, database))
                .get()
                .asString()
                .contains("is there: nothing is put over it");
        try (Portal portal = Portal.start(home, "--bocage.store=segment")) {
            assertThat(new Browser(portal.port()).get(PAGE).statusCode()).isEqualTo(200);
            assertThat(Browser.signedIn(portal.port(), "salariee")
                            .get("/espace")
                            .statusCode())
                    .isEqualTo(200);
        }
        System.out.println(said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_migration_that_was_killed_begins_again() throws Exception {
        Path home = Path.of(DemoHome.at(folder.resolve("home")));
        for (String store : List.of("author", "published")) {
            fill(store, home);
        }
        DatabaseProperties database = PostgresServer.database();
        Process killed = migration("segment", "postgresql", home, database);
        while (PostgresServer.rows(database, "author_nodes") < BEGUN + CONTENTS) {
            assertThat(killed.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        killed.destroyForcibly().waitFor();

        assertThat(home.resolve("repository/author")).exists();
        Database half = Database.reach(database);
        assertThatThrownBy(() -> DocumentStores.requireWhole(half))
                .asInstanceOf(type(DatabaseRefused.class))
                .extracting(DatabaseRefused::reason)
                .isEqualTo(DatabaseRefused.Reason.UNFINISHED);
        Process again = migration("segment", "postgresql", home, database);
        assertThat(again.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        String told = Files.readString(folder.resolve("output"));
        assertThat(again.exitValue()).as(told).isZero();
        assertThat(told.lines().toList())
                .hasSize(5)
                .startsWith("A migration was stopped here: it begins again.")
                .anyMatch(line -> line.matches("author: [0-9]{4,} nodes copied and compared in [0-9]+ s"));
        Path back = folder.resolve("back");
        Process killedToo = migration("postgresql", "segment", back, database);
        while (!Files.exists(back.resolve("repository-en-migration/author"))) {
            assertThat(killedToo.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        killedToo.destroyForcibly().waitFor();
        assertThat(back.resolve("repository")).doesNotExist();
        Process backAgain = migration("postgresql", "segment", back, database);
        assertThat(backAgain.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        String toldBack = Files.readString(folder.resolve("output"));
        assertThat(backAgain.exitValue()).as(toldBack).isZero();
        assertThat(nodes(toldBack)).hasSize(2).isEqualTo(nodes(told));
        System.out.println(told + toldBack);
        try (Portal portal = Portal.start(home, PostgresServer.options(database))) {
            assertThat(new Browser(portal.port()).get(PAGE).statusCode()).isEqualTo(200);
        }
    }

    private static List<String> nodes(String told) {
        return told.lines()
                .filter(line -> line.contains(" nodes copied and compared in "))
                .map(line -> line.replaceFirst(" copied.*", ""))
                .toList();
    }

    private static void fill(String name, Path home) throws IOException {
        if (CONTENTS == 0) {
            return;
        }
        try (WritableStore store =
                SegmentStores.open(name, home.resolve("repository").resolve(name))) {
            for (int from = 0; from < CONTENTS; from += IN_A_SAVE) {
                int first = from;
                store.update(Identity.SYSTEM, session -> {
                    Node month = session.getNode("/actus").addNode("mois-" + first, "mgnl:folder");
                    for (int number = first; number < first + IN_A_SAVE; number++) {
                        Node news = month.addNode("nouvelle-" + number, "mgnl:content");
                        news.setProperty("titre", "La nouvelle " + number);
                        news.setProperty("corps", ("<p>Ce qui pousse dans la haie " + number + ".</p>").repeat(20));
                        news.setProperty("themes", new String[] {"un", "deux"});
                        news.addNode("photos", "mgnl:contentNode").setProperty("legende", "Vue " + number);
                    }
                });
            }
        }
    }

    private Process migration(String from, String to, Path home, DatabaseProperties database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                StoreTransfer.class.getName(),
                "--from=" + from,
                "--to=" + to,
                "--bocage.home=" + home));
        command.addAll(List.of(PostgresServer.options(database)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    @Test
    void a_backup_made_on_a_database_is_the_home_of_a_portal_with_files() throws Exception {
        DatabaseProperties database = PostgresServer.database();
        Path zip;
        try (Portal portal = Portal.start(folder.resolve("home"), PostgresServer.options(database))) {
            Backups backups = portal.context().getBean(Backups.class);
            zip = backups.file(backups.make().name()).orElseThrow();
        }

        Path restored = folder.resolve("restored");
        assertThat(Restore.restore(zip, "", restored, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEmpty();
        try (Portal portal = Portal.start(restored)) {
            assertThat(new Browser(portal.port()).get(PAGE).statusCode()).isEqualTo(200);
            assertThat(Browser.signedIn(portal.port(), "salariee")
                            .get("/espace")
                            .statusCode())
                    .isEqualTo(200);
        }
        DatabaseProperties another = PostgresServer.database();
        assertThat(migrate("segment", "postgresql", restored, another)).isEmpty();
    }
}
