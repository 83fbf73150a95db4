package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bocage.Bocage;

/**
 * A portal with the demo content in a process of its own, which may be killed, on a port of its own.
 *
 * @param output file of all that it says
 */
record PortalProcess(Process process, Path output) {

    /** More than a start takes, or a stop. */
    private static final Duration SOON = Duration.ofMinutes(4);

    /**
     * Starts one.
     *
     * @param home folder of its data; what it says is in a file beside
     * @param java more options of the virtual machine
     */
    static PortalProcess start(Path home, List<String> java, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(java);
        command.addAll(List.of(
                "-cp",
                classPath(),
                Bocage.class.getName(),
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=true",
                "--bocage.home=" + home));
        command.addAll(List.of(options));
        Path output = Files.createTempFile(home.resolveSibling(""), "output", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new PortalProcess(process, output);
    }

    /** Without what quietens the log in tests. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    /** Waits until it has said something, which it does before it ends. */
    void awaitSaying(String words) {
        Awaitility.await().atMost(SOON).until(() -> said().contains(words) || !process.isAlive());
        assertThat(output).content().contains(words);
    }

    /** The port, once it says that it is ready. */
    int port() throws IOException {
        awaitSaying("Started Bocage");
        Matcher said = Pattern.compile("Tomcat started on port ([0-9]+)").matcher(said());
        assertThat(said.find()).isTrue();
        return Integer.parseInt(said.group(1));
    }

    /** Waits until the process has ended, by itself or as it was told; returns its exit code. */
    int awaitEnd() {
        Awaitility.await().atMost(SOON).until(() -> !process.isAlive());
        return process.exitValue();
    }
}
