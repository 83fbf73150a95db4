package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.Bocage;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal on a disk of its own, which is full for a while. */
class DiskFullTests {

    /** A disk that only this process and its children see; then it does what it is told, line by line. */
    private static final String ON_A_DISK = """
            mount -t tmpfs -o size=300m tmpfs "$DISK" || exit 3
            "$@" > "$LOG" 2>&1 < /dev/null &
            while read -r line; do eval "$line"; done
            kill $!
            """;

    private static final Pattern PORT = Pattern.compile("http://localhost:(\\d+)\\n");

    @TempDir
    Path home;

    @Test
    void while_the_disk_is_full_a_save_says_so_and_once_there_is_room_it_is_kept() throws Exception {
        assertThat(isPossible())
                .as("a disk of its own: unshare (util-linux), and user namespaces allowed")
                .isTrue();
        Process portal = start();
        try (Writer tell = portal.outputWriter()) {
            await().atMost(Duration.ofMinutes(5)).until(() -> !portal.isAlive() || port() > 0);
            Browser browser = Browser.signedIn(port(), "salariee");
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> browser.get("/readyz").statusCode() == 200);
            HttpResponse<String> form = browser.get("/espace/actus/nouveau");
            Map<String, String> filled = Map.of("action", "enregistrer", "titre", "Une place pour chaque chose");

            tell.write("dd if=/dev/zero of=\"$DISK/filler\" bs=1M count=290 2> /dev/null; echo full > \"$MARK\"\n");
            tell.flush();
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(home.resolve("mark")));
            HttpResponse<String> refused = browser.submit(form, filled);
            assertThat(Browser.plain(refused.body())).contains("Il n’y a plus de place sur le serveur");
            assertThat(refused.statusCode()).isEqualTo(507);
            HttpResponse<String> ready = browser.get("/readyz");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"diskSpace\":{\"status\":\"DOWN\"}");
            assertThat(browser.get("/").statusCode()).isEqualTo(200);

            tell.write("rm \"$DISK/filler\"; rm \"$MARK\"\n");
            tell.flush();
            await().atMost(Duration.ofMinutes(1)).until(() -> !Files.exists(home.resolve("mark")));
            assertThat(browser.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(browser.submit(form, filled).statusCode()).isEqualTo(302);
            assertThat(browser.get("/espace/actus").body()).contains("Une place pour chaque chose");
        } finally {
            portal.descendants().forEach(ProcessHandle::destroyForcibly);
            portal.destroyForcibly();
        }
    }

    private static boolean isPossible() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-Urm", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Process start() throws IOException {
        Path disk = Files.createDirectory(home.resolve("disk"));
        ProcessBuilder portal = new ProcessBuilder(
                "unshare",
                "-Urm",
                "bash",
                "-c",
                ON_A_DISK,
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Bocage.class.getName(),
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=accounts",
                "--bocage.home=" + disk.resolve("data"));
        portal.environment().put("DISK", disk.toString());
        portal.environment().put("LOG", home.resolve("log").toString());
        portal.environment().put("MARK", home.resolve("mark").toString());
        return portal.redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
    }

    private int port() throws IOException {
        Path log = home.resolve("log");
        Matcher started = PORT.matcher(Files.exists(log) ? Files.readString(log) : "");
        return started.find() ? Integer.parseInt(started.group(1)) : 0;
    }
}
