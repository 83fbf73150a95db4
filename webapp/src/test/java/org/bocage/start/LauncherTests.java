package org.bocage.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code bin/portal}, before and around the portal. A fake {@code java} prepares nothing and then runs the
 * class that the test names.
 */
class LauncherTests {

    /** Fake {@code java}: runs the class of the test instead of the portal, with the launcher's options. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            echo "$@" >> "$FAKE_LOG"
            case " $* " in
              *" -Djarmode=tools "*) mkdir -p "$6"; touch "$6/portal.jar" ;;
              *" -XX:DumpLoadedClassList="*)
                for one in "$@"; do
                  case "$one" in
                    -XX:DumpLoadedClassList=*) printf '%s\\n' "a/A id: $$" "b/B id: 7 super: $$ source: b.jar" > "${one#*=}" ;;
                  esac
                done
                echo " Tomcat started on port $FAKE_PORT (http) "
                echo " Started Bocage in "
                exec sleep 60 ;;
              *" -Xshare:dump "*) ;;
              *)
                options=()
                for one in "$@"; do
                  case "$one" in
                    -XX:SharedArchiveFile=*) ;;
                    -jar) break ;;
                    *) options+=("$one") ;;
                  esac
                done
                exec "$FAKE_JAVA" "${options[@]}" -cp "$FAKE_CLASSES" "$FAKE_MAIN" ;;
            esac
            """;

    @TempDir
    Path home;

    private HttpServer ready;

    /** Ends at once. */
    static final class Ends {
        public static void main(String[] arguments) {
            System.out.println("it ended by itself");
        }
    }

    /** Stays until it is told a line. */
    static final class Stays {
        public static void main(String[] arguments) throws IOException {
            System.out.println("it runs");
            System.in.read();
        }
    }

    /** Runs out of memory in a thread that catches all there is, as those of Tomcat do, and goes on. */
    static final class FillsMemory {
        public static void main(String[] arguments) throws InterruptedException {
            Thread thread = new Thread(() -> {
                try {
                    List<byte[]> all = new ArrayList<>();
                    while (all.size() < 1_000) {
                        all.add(new byte[10_000_000]);
                    }
                } catch (Throwable e) {
                    System.out.println("it was caught");
                }
            });
            thread.start();
            thread.join();
            System.out.println("it went on");
        }
    }

    @BeforeEach
    void makeJava() throws IOException {
        ready = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        ready.start();
        Path java = Files.createDirectories(home.resolve("java/bin")).resolve("java");
        Files.writeString(java, JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("portail.war"), "x");
    }

    @AfterEach
    void stop() {
        ready.stop(0);
    }

    @Test
    void out_of_memory_the_process_says_so_and_ends_though_a_thread_catches_it() throws Exception {
        Process portal = launch(home.resolve("portail.war"), FillsMemory.class);
        assertThat(portal.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(new String(portal.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("java.lang.OutOfMemoryError: Java heap space")
                .doesNotContain("it was caught", "it went on");
        assertThat(portal.exitValue()).isNotZero();
    }

    @Test
    void one_version_is_prepared_once_however_its_path_is_spelt() throws Exception {
        Files.createSymbolicLink(home.resolve("lien.war"), home.resolve("portail.war"));
        Path folder = Files.createDirectory(home.resolve("ailleurs"));

        run(home.resolve("portail.war"));
        run(folder.resolve("../portail.war"));
        run(home.resolve("lien.war"));

        assertThat(prepared()).hasSize(1);
        assertThat(Files.readAllLines(home.resolve("log")).stream().filter(line -> line.contains("-Xshare:dump")))
                .hasSize(1);
    }

    @Test
    void of_former_versions_the_last_one_stays_and_those_that_run() throws Exception {
        Path war = home.resolve("portail.war");
        Process first = launch(war, Stays.class);
        assertThat(first.inputReader().lines().anyMatch("it runs"::equals)).isTrue();
        Path running = prepared().get(0);
        for (int version = 2; version <= 5; version++) {
            Files.setLastModifiedTime(war, FileTime.from(Instant.ofEpochSecond(1_000_000_000L + version)));
            run(war);
        }

        assertThat(prepared()).hasSize(3).contains(running);

        first.outputWriter().append('\n').close();
        assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
        run(war);
        assertThat(prepared()).hasSize(2).doesNotContain(running);
    }

    @Test
    void without_HOME_what_is_prepared_goes_where_systemd_says() throws Exception {
        ProcessBuilder launcher = launcher(home.resolve("portail.war"), Ends.class);
        launcher.environment().keySet().removeAll(Set.of("BOCAGE_CACHE", "XDG_CACHE_HOME", "HOME"));
        launcher.environment().put("CACHE_DIRECTORY", home.resolve("cache").toString());

        assertThat(said(launcher.start())).contains("it ended by itself");
        assertThat(prepared()).hasSize(1);
    }

    @Test
    void what_is_prepared_beforehand_is_not_prepared_again_at_the_start() throws Exception {
        Path war = home.resolve("portail.war");
        ProcessBuilder launcher = launcher(war, Ends.class);
        launcher.command().add("prepare");

        assertThat(said(launcher.start())).contains("preparing").doesNotContain("it ended by itself");
        assertThat(said(launch(war, Ends.class))).contains("it ended by itself").doesNotContain("preparing");
    }

    /** Newer JVMs refuse a class that has two numbers. */
    @Test
    void a_class_that_both_starts_loaded_is_listed_once_and_without_a_number() throws Exception {
        run(home.resolve("portail.war"));

        assertThat(prepared().get(0).resolve("classes")).hasContent("a/A");
    }

    @Test
    void the_version_is_that_of_the_package_and_takes_no_Java() throws Exception {
        Path war = home.resolve("versionne.war");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
        new JarOutputStream(Files.newOutputStream(war), manifest).close();
        ProcessBuilder launcher = launcher(war, Ends.class);
        launcher.command().add("--version");
        launcher.environment().put("JAVA_HOME", home.resolve("nowhere").toString());

        assertThat(said(launcher.start())).isEqualTo("1.2.3\n");
    }

    @Test
    void migrate_takes_its_own_options_alone() throws Exception {
        ProcessBuilder launcher = launcher(home.resolve("portail.war"), Ends.class);
        launcher.command().addAll(List.of("migrate", "--from=segment", "--too=postgresql"));

        assertThat(said(launcher.start())).startsWith("bin/portal: migrate takes --from=segment --to=postgresql");
        assertThat(home.resolve("cache")).doesNotExist();
    }

    private List<Path> prepared() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("cache"))) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void run(Path war) throws IOException, InterruptedException {
        assertThat(said(launch(war, Ends.class))).contains("it ended by itself");
    }

    /** Returns what a process said, once it ended. */
    private static String said(Process portal) throws IOException, InterruptedException {
        assertThat(portal.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new String(portal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process launch(Path war, Class<?> main) throws IOException {
        return launcher(war, main).start();
    }

    private ProcessBuilder launcher(Path war, Class<?> main) {
        ProcessBuilder launcher = new ProcessBuilder("bin/portal").redirectErrorStream(true);
        launcher.environment().put("BOCAGE_WAR", war.toString());
        launcher.environment().put("BOCAGE_CACHE", home.resolve("cache").toString());
        launcher.environment().put("JAVA_HOME", home.resolve("java").toString());
        launcher.environment().put("FAKE_LOG", home.resolve("log").toString());
        launcher.environment()
                .put("FAKE_PORT", String.valueOf(ready.getAddress().getPort()));
        launcher.environment()
                .put(
                        "FAKE_JAVA",
                        Path.of(System.getProperty("java.home"), "bin/java").toString());
        launcher.environment().put("FAKE_CLASSES", "webapp/target/test-classes");
        launcher.environment().put("FAKE_MAIN", main.getName());
        return launcher;
    }
}
