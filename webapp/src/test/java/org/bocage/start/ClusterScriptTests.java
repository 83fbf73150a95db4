package org.bocage.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code bin/cluster}, up to where it would start something. */
class ClusterScriptTests {

    @TempDir
    Path home;

    private record Ended(int status, String said) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "start", "--help"})
    void whatever_it_does_not_know_is_answered_with_what_it_does(String argument) throws Exception {
        Ended ended = run(cluster(argument.isEmpty() ? List.of() : List.of(argument)));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("bin/cluster demo", "bin/cluster remove", "CLUSTER_BALANCER");
    }

    @ParameterizedTest
    @CsvSource({
        "kill, 'kill takes the number of a portal, 1 or 2'",
        "kill 3, 'kill takes the number of a portal, 1 or 2'",
        "kill 1, 'portal 1 does not run: bin/cluster demo starts it'",
        "rolling, 'portal 1 does not run: bin/cluster demo starts it'"
    })
    void a_portal_that_is_not_there_is_told_in_one_line(String arguments, String line) throws Exception {
        assertThat(run(cluster(List.of(arguments.split(" "))))).isEqualTo(failed(line));
    }

    @ParameterizedTest
    @CsvSource({
        "CLUSTER_BALANCER, caddy, CLUSTER_BALANCER is haproxy or nginx",
        "CLUSTER_PORT, quatre, 'CLUSTER_PORT is a number from 1 to 65515, for the twenty ports after it are taken, too'",
        "CLUSTER_PORT, 65520, 'CLUSTER_PORT is a number from 1 to 65515, for the twenty ports after it are taken, too'"
    })
    void a_wrong_option_is_told_before_anything_is_made(String option, String value, String line) throws Exception {
        ProcessBuilder cluster = cluster(List.of("demo"));
        cluster.environment().put(option, value);

        assertThat(run(cluster)).isEqualTo(failed(line));
        assertThat(home.resolve("cluster")).doesNotExist();
    }

    /** The tools that the script asks before it looks for packages, and nothing else. */
    @Test
    void a_missing_package_is_named_in_one_line() throws Exception {
        Path tools = Files.createDirectory(home.resolve("bin"));
        for (String tool : List.of("bash", "readlink", "dirname", "id", "find", "sort", "tail")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        ProcessBuilder cluster = cluster(List.of("demo"));
        cluster.environment().put("PATH", tools.toString());

        Ended ended = run(cluster);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said())
                .matches(
                        "bin/cluster: there is no (PostgreSQL: apt-get install postgresql|haproxy: apt-get install haproxy)\n");
        assertThat(home.resolve("cluster")).doesNotExist();
    }

    @Test
    void nothing_is_removed_where_it_made_nothing() throws Exception {
        Path kept =
                Files.createFile(Files.createDirectory(home.resolve("cluster")).resolve("autre"));

        assertThat(run(cluster(List.of("remove"))))
                .isEqualTo(failed(home.resolve("cluster") + ": no cluster of bin/cluster is there"));
        assertThat(kept).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"haproxy", "nginx"})
    void the_balancer_gets_the_settings_of_the_documentation_with_the_addresses_of_here(String balancer)
            throws Exception {
        ProcessBuilder cluster = cluster(List.of("balancer"));
        cluster.environment().put("CLUSTER_BALANCER", balancer);
        cluster.environment().put("CLUSTER_PORT", "7000");

        Ended ended = run(cluster);

        assertThat(ended.status()).isZero();
        assertThat(ended.said())
                .contains("127.0.0.1:7000", "127.0.0.1:7001", "127.0.0.1:7002")
                .containsOnlyOnce(balancer.equals("nginx") ? "ip_hash;" : "balance source")
                .doesNotContain("10.0.0.", "```", "portail.pem");
    }

    private static Ended failed(String line) {
        return new Ended(1, "bin/cluster: " + line + "\n");
    }

    private static Ended run(ProcessBuilder cluster) throws IOException, InterruptedException {
        Process process = cluster.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private ProcessBuilder cluster(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("bin/cluster"));
        command.addAll(arguments);
        ProcessBuilder cluster = new ProcessBuilder(command).redirectErrorStream(true);
        cluster.environment().keySet().removeIf(name -> name.startsWith("CLUSTER_"));
        cluster.environment().put("CLUSTER_HOME", home.resolve("cluster").toString());
        return cluster;
    }
}
