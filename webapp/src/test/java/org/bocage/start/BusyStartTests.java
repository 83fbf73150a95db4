package org.bocage.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.Bocage;
import org.bocage.e2e.DemoHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start on a small machine, beside others that use all of its only processor. */
class BusyStartTests {

    private static final Pattern PORT = Pattern.compile("http://localhost:(\\d+)\\n");

    @TempDir
    Path home;

    /** Uses a processor until it is ended. */
    static final class Burner {
        public static void main(String[] arguments) {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void the_first_page_after_ready_comes_on_one_busy_processor() throws Exception {
        List<Process> neighbours = new ArrayList<>();
        try {
            neighbours.add(start("neighbour", Burner.class));
            Process portal = start(
                    "portal",
                    Bocage.class,
                    "--server.port=0",
                    "--management.server.port=0",
                    "--bocage.demo=true",
                    "--bocage.home=" + DemoHome.at(home.resolve("data")));
            neighbours.add(portal);
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> !portal.isAlive() || (port().isPresent() && status(port().get(), "/readyz") == 200));

            assertThat(status(port().orElseThrow(), "/")).isEqualTo(200);
        } finally {
            neighbours.forEach(Process::destroyForcibly);
        }
    }

    private Process start(String name, Class<?> main, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            command.addAll(List.of("/usr/bin/taskset", "-c", "0"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ActiveProcessorCount=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name).toFile())
                .start();
    }

    private Optional<Integer> port() throws IOException {
        Matcher started = PORT.matcher(Files.readString(home.resolve("portal")));
        return started.find() ? Optional.of(Integer.valueOf(started.group(1))) : Optional.empty();
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
