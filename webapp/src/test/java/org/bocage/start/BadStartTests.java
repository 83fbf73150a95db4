package org.bocage.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.document.PostgresServer;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.e2e.DemoHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;

/** What whoever starts the portal reads when it cannot start: a real process, its standard error and its exit code. */
class BadStartTests {

    /** Number of a user that is nobody's. */
    private static final int SOMEBODY = 54_321;

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bocage.store=oracle | Accepté : segment ou postgresql.",
                "bocage.store.url=mysql://ici/base | Accepté : une adresse jdbc:postgresql://serveur/base",
                "bocage.node=zéro | Accepté : un nombre de 1 à 999999, ou rien.",
                "bocage.demo=maybe | Accepté : true, accounts ou false.",
                "bocage.page-cache=souvent | Accepté : true ou false.",
                "bocage.demo-reference-day=demain | Accepté : une date écrite 2026-06-01.",
                "bocage.light-modules=/nulle/part | Accepté : des dossiers qui existent",
                "bocage.bootstrap=/nulle/part | Accepté : des dossiers qui existent",
                "bocage.config=/nulle/part | Accepté : un dossier qui existe.",
                "bocage.default-extension=php | Accepté : html, ou rien.",
                "bocage.address=exemple.org | Accepté : une adresse en http:// ou https://",
                "bocage.mail.from=personne | Accepté : une adresse mail.",
                "bocage.mail.kept=400d | Accepté : une durée de 1d à 366d.",
                "bocage.mail.text-kept=91d | Accepté : une durée de 1d à celle de bocage.mail.kept.",
                "bocage.membership.grace=longtemps | Accepté : une durée de 0d à 366d.",
                "server.tomcat.remoteip.internal-proxies=127.0.0.1,mandataire | Accepté : des adresses en chiffres ou des plages",
                "bocage.dam.max-side=99 | Accepté : un nombre de 100 à 16383."
            })
    void a_bad_value_is_told_in_one_line_that_names_option_value_and_what_is_accepted(String option, String accepted)
            throws Exception {
        Ended ended = start("--" + option);

        assertThat(ended.error()).hasSize(1);
        assertThat(ended.error().get(0))
                .startsWith(option.replace("127.0.0.1,", "") + " : cette valeur n’est pas acceptée.")
                .contains(accepted);
        assertStopped(ended);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void stores_in_no_database_are_told() throws Exception {
        Ended ended = start("--bocage.store=postgresql");

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith("bocage.store.url=")
                .contains("Accepté : une adresse jdbc:postgresql://serveur/base");
        assertStopped(ended);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoding SQL_ASCII locale \"C\" | cette base est codée en SQL_ASCII. Il en faut une en UTF8",
                "encoding UTF8 locale \"C.UTF-8\" | cette base trie les textes selon «\u00a0C.UTF-8\u00a0»"
            })
    void a_database_that_the_stores_cannot_be_kept_in_is_told(String kind, String told) throws Exception {
        DatabaseProperties database = PostgresServer.database(kind);

        Ended ended = start(PostgresServer.options(database));

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith("bocage.store.url=" + database.shownUrl() + "\u00a0: " + told);
        assertStopped(ended);
    }

    @Test
    void a_database_that_refuses_entry_is_told_without_the_password() throws Exception {
        DatabaseProperties database = PostgresServer.database();
        String elsewhere = database.shownUrl().replaceFirst("/[^/]+$", "/nulle_part");

        Ended ended = start(
                "--bocage.store=postgresql",
                "--bocage.store.url=" + elsewhere + "?user=postgres&password=saule",
                "--bocage.store.password=saule");

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith("bocage.store.url=" + elsewhere + "\u00a0: le serveur de la base refuse l’accès")
                .doesNotContain("saule");
        assertStopped(ended);
        assertThat(ended.output()).noneMatch(line -> line.contains("saule"));
    }

    @Test
    void contents_that_are_still_in_files_are_told_with_the_way_into_the_database() throws Exception {
        ofTheFirstVersion();

        Ended ended = start(PostgresServer.options(PostgresServer.database()));

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith("bocage.home=" + home.resolve("data"))
                .contains("bin/portal migrate --from=segment --to=postgresql --bocage.home=" + home.resolve("data"));
        assertStopped(ended);
    }

    @ParameterizedTest
    @EnumSource(DatabaseRefused.Reason.class)
    void each_thing_that_a_database_lacks_is_one_line(DatabaseRefused.Reason reason) {
        FailureAnalysis analysis = new StartFailures(null)
                .analyze(new IllegalStateException(new DatabaseRefused(reason, "jdbc:postgresql://ici/base", "12")));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .hasLineCount(1)
                .matches("bocage\\.(store\\.url=jdbc:postgresql://ici/base|home=\\./data)\u00a0: .*");
    }

    @Test
    void a_name_that_is_no_option_is_told_with_the_one_that_was_meant() throws Exception {
        Ended ended = start("--bocage.ligth-modules=light-modules");

        assertThat(ended.error())
                .containsExactly(
                        "bocage.ligth-modules : cette option n’existe pas. Pensiez-vous à bocage.light-modules ?");
        assertStopped(ended);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void a_home_that_is_a_file_or_in_use_is_told() throws Exception {
        Path file = Files.writeString(home.resolve("fichier"), "x");
        Ended onFile = start("--bocage.home=" + file);
        assertThat(onFile.error()).hasSize(1);
        assertThat(onFile.error().get(0))
                .startsWith("bocage.home=" + file)
                .contains("un dossier où l’on peut lire et écrire");
        assertStopped(onFile);
        assertThat(file).hasContent("x");

        try (Store open = SegmentStores.open("author", home.resolve("data/repository/author"))) {
            assertThat(open.name()).isEqualTo("author");
            Ended inUse = start();
            assertThat(inUse.error()).hasSize(1);
            assertThat(inUse.error().get(0)).startsWith("bocage.home=").contains("qu’aucun autre portail n’a ouvert");
            assertStopped(inUse);
        }
    }

    @Test
    void contents_of_a_newer_version_are_told_and_stay_as_they_are() throws Exception {
        try (WritableStore author = SegmentStores.open("author", home.resolve("data/repository/author"))) {
            author.update(Identity.SYSTEM, session -> {
                Workspace config = new Workspace("config");
                NodeTypes.ensureWorkspace(session, config);
                config.root(session)
                        .addNode("content-version", "mgnl:contentNode")
                        .setProperty("number", 99L);
            });
        }

        Ended ended = start();

        assertThat(ended.error())
                .singleElement()
                .asString()
                .contains("ces données viennent d’un portail plus récent (contenus en version 99");
        assertStopped(ended);
    }

    @Test
    void an_upgrade_that_the_disk_has_no_room_for_is_told_and_changes_nothing() throws Exception {
        ofTheFirstVersion();
        try (RandomAccessFile larger = new RandomAccessFile(
                home.resolve("data/repository/author/autre").toFile(), "rw")) {
            // of holes alone
            larger.setLength(home.toFile().getTotalSpace());
        }

        Ended ended = start(ConvertingPortal.class);

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith("bocage.home=" + home.resolve("data") + "\u00a0: il manque de la place sur le disque")
                .contains("Rien n’a changé");
        assertStopped(ended);
        assertThat(home.resolve("data/sauvegardes")).isEmptyDirectory();
    }

    @Test
    void an_upgrade_that_stops_in_the_middle_is_told_with_the_way_back() throws Exception {
        ofTheFirstVersion();

        Ended ended = start(ConvertingPortal.class);

        assertThat(ended.error())
                .singleElement()
                .asString()
                .contains(
                        "s’est arrêtée à l’étape «\u00a0essai\u00a0» (une note illisible)",
                        "bin/portal rollback --bocage.home=" + home.resolve("data"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).as("for whoever mends it").anyMatch(line -> line.contains("Migration essai failed"));
        assertThat(home.resolve("data/sauvegardes/avant-mise-a-jour-1.en-cours.zip"))
                .exists();
    }

    @Test
    void contents_whose_journal_was_left_behind_are_told_and_not_taken_for_none() throws Exception {
        ofTheFirstVersion();
        Path author = home.resolve("data/repository/author");
        Path journal = author.resolve("journal.log");
        byte[] before = Files.readAllBytes(journal);
        long nodes = SegmentStores.readAll(author);
        Files.delete(journal);

        Ended ended = start();

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith("bocage.home=" + home.resolve("data") + "\u00a0: il manque " + journal)
                .contains("rien n’a changé");
        assertStopped(ended);
        assertThat(journal).doesNotExist();

        Files.write(journal, before);
        assertThat(SegmentStores.readAll(author)).isEqualTo(nodes);
    }

    @Test
    void a_home_that_cannot_be_written_is_told_and_stays_as_it_is() throws Exception {
        ofTheFirstVersion();

        Ended ended = run(Stream.concat(
                        Stream.of(
                                "unshare",
                                "-rm",
                                "sh",
                                "-c",
                                "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"",
                                home.resolve("data").toString()),
                        command(ConvertingPortal.class).stream())
                .toList());

        assertNotOurs(ended);
        assertThat(home.resolve("data/sauvegardes")).doesNotExist();
    }

    @Test
    void a_home_of_another_user_is_told_and_stays_as_it_is() throws Exception {
        ofTheFirstVersion();
        Path data = home.resolve("data");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        if (isRoot) {
            Files.setAttribute(data, "unix:uid", SOMEBODY);
        } else {
            Files.setPosixFilePermissions(data, Set.of());
        }

        // root of a namespace where nobody else is known has no rights to what others own
        Ended ended = run(Stream.concat(Stream.of("unshare", "-r"), command(ConvertingPortal.class).stream())
                .toList());
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));

        assertNotOurs(ended);
        assertThat(data.resolve("sauvegardes")).doesNotExist();
    }

    private void assertNotOurs(Ended ended) {
        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith("bocage.home=" + home.resolve("data"))
                .contains("un dossier où l’on peut lire et écrire");
        assertStopped(ended);
    }

    private void ofTheFirstVersion() throws IOException {
        for (String name : List.of("author", "published")) {
            SegmentStores.open(name, home.resolve("data/repository").resolve(name))
                    .close();
        }
    }

    @Test
    void a_folder_of_the_home_that_cannot_be_written_is_told() throws Exception {
        Path index = Files.createDirectories(home.resolve("data")).resolve("index");
        Files.writeString(index, "x");

        Ended ended = start();

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith(
                        "bocage.home=" + home.resolve("data") + " : le portail ne peut pas lire et écrire " + index);
        assertStopped(ended);
    }

    @Test
    void a_folder_without_config_is_no_fault_as_the_packaged_one_serves() throws Exception {
        Path file = Files.writeString(home.resolve("fichier"), "x");
        Path elsewhere = Files.createDirectory(home.resolve("ailleurs"));

        // the only fault that is told is the next one to be looked at
        Ended ended = start(elsewhere, "--bocage.home=" + file);

        assertThat(ended.error()).singleElement().asString().startsWith("bocage.home=" + file);
        assertStopped(ended);
    }

    @Test
    void options_that_cannot_be_read_are_told_with_their_line() throws Exception {
        Path options = Files.createDirectory(home.resolve("options"));
        Files.writeString(options.resolve("application.yml"), """
                server:
                  address: 127.0.0.1
                bocage.demo: false
                server:
                  port: 8080
                """);

        Ended twice = start("--spring.config.additional-location=file:" + options + "/");

        assertThat(twice.error())
                .singleElement()
                .asString()
                .startsWith("application.yml, ligne 4")
                .contains("server");
        assertStopped(twice);
    }

    @Test
    void one_port_for_two_is_told() throws Exception {
        Ended ended = start("--server.port=18123", "--management.server.port=18123");

        assertThat(ended.error()).singleElement().asString().startsWith("management.server.port=18123");
        assertStopped(ended);
    }

    @Test
    void settings_that_may_not_be_read_are_told() throws Exception {
        Path roles = Files.createDirectories(home.resolve("config/roles"));
        Files.setPosixFilePermissions(roles, PosixFilePermissions.fromString("rwx------"));
        if ("root".equals(System.getProperty("user.name"))) {
            Files.setAttribute(roles, "unix:uid", SOMEBODY);
        } else {
            Files.setPosixFilePermissions(roles, Set.of());
        }

        Ended ended = run(Stream.concat(
                        Stream.of("unshare", "-r"),
                        command(Bocage.class, "--bocage.config=" + home.resolve("config")).stream())
                .toList());
        Files.setPosixFilePermissions(roles, PosixFilePermissions.fromString("rwx------"));

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith(roles.toString())
                .contains("n’a pas le droit de le lire");
        assertStopped(ended);
    }

    @Test
    void a_port_in_use_is_told() throws Exception {
        DemoHome.at(home.resolve("data"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            Ended ended = start("--server.port=" + taken.getLocalPort());

            assertThat(ended.error()).hasSize(1);
            assertThat(ended.error().get(0))
                    .startsWith("server.port=" + taken.getLocalPort() + " : ce port est déjà pris");
            assertStopped(ended);
        }
    }

    @Test
    void a_port_that_cannot_be_opened_is_told() throws Exception {
        DemoHome.at(home.resolve("data"));
        int free;
        try (ServerSocket closed = new ServerSocket(0)) {
            free = closed.getLocalPort();
        }

        // as a port below 1024 without the right to it, or an address that this machine does not have
        Ended ended = start("--server.port=" + free, "--server.address=203.0.113.7");

        assertThat(ended.error())
                .singleElement()
                .asString()
                .startsWith("server.port=" + free + "\u00a0: le portail n’a pas pu ouvrir ce port.");
        assertStopped(ended);
    }

    @Test
    void every_option_says_what_it_accepts() {
        DemoHome.at(home.resolve("data"));
        ResourceBundle words = ResourceBundle.getBundle("i18n/start-messages", Locale.FRENCH);
        try (ConfigurableApplicationContext portal = SpringApplication.run(
                Bocage.class,
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.home=" + home.resolve("data"),
                "--bocage.lightModules[0]=light-modules")) {
            Collection<String> options =
                    OptionNames.of(OptionCheck.records(portal.getBeanFactory())).all();

            assertThat(options).contains("bocage.home", "bocage.security.anonymous-roles", "bocage.dam.max-side");
            assertThat(words.keySet().stream()
                            .filter(key -> key.startsWith("accepted.bocage."))
                            .map(key -> key.substring("accepted.".length())))
                    .containsExactlyInAnyOrderElementsOf(options);
        }
    }

    private static void assertStopped(Ended ended) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
    }

    private record Ended(int code, List<String> output, List<String> error) {}

    private Ended start(String... options) throws IOException, InterruptedException {
        return start(Path.of(""), options);
    }

    private Ended start(Class<?> main) throws IOException, InterruptedException {
        return run(command(main));
    }

    private Ended start(Path folder, String... options) throws IOException, InterruptedException {
        return run(folder, command(Bocage.class, options));
    }

    private List<String> command(Class<?> main, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(options));
        addUnless(command, "--management.server.port=", "0");
        addUnless(command, "--server.port=", "0");
        addUnless(command, "--bocage.home=", home.resolve("data").toString());
        return command;
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        return run(Path.of(""), command);
    }

    private Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = home.resolve("output");
        Path error = home.resolve("error");
        Process child = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        boolean ended = child.waitFor(120, TimeUnit.SECONDS);
        child.destroyForcibly();
        assertThat(ended).as("the process ended by itself").isTrue();
        return new Ended(child.exitValue(), lines(output), lines(error));
    }

    private static void addUnless(List<String> command, String option, String value) {
        if (command.stream().noneMatch(one -> one.startsWith(option))) {
            command.add(option + value);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }
}
