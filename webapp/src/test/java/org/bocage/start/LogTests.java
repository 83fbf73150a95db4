package org.bocage.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Log of a portal that is asked for JSON. */
class LogTests {

    @TempDir
    Path home;

    @Test
    void each_line_is_an_event_in_json_and_none_names_who_tried_to_sign_in() throws Exception {
        String data = DemoHome.emptyAt(home.resolve("data"));
        Process portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Bocage.class.getName(),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--bocage.home=" + data,
                        "--logging.structured.format.console=ecs")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(portal.getInputStream(), StandardCharsets.UTF_8))) {
            boolean isStarted = false;
            int port = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                port = port == 0 ? port(line) : port;
                if (!isStarted && line.contains("Started Bocage")) {
                    isStarted = true;
                    Browser browser = new Browser(port);
                    browser.signIn("lea@exemple.invalid", "Saule-tetard-42");
                    browser.post("/connexion/lien", Map.of("adresse", "lea@exemple.invalid"));
                    portal.toHandle().destroy();
                }
            }
        } finally {
            portal.destroyForcibly();
        }

        assertThat(lines).hasSizeGreaterThan(3).anyMatch(line -> line.contains("Le portail est prêt"));
        for (String line : lines) {
            JsonNode event = JsonMapper.shared().readTree(line);
            assertThat(event.get("@timestamp")).as(line).isNotNull();
            assertThat(line).doesNotContain("lea@", "Saule");
        }
    }

    /** Returns the class path without the settings of the log of tests. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int port(String line) {
        String before = "Tomcat started on port ";
        int at = line.indexOf(before);
        return at < 0
                ? 0
                : Integer.parseInt(line.substring(at + before.length()).split("\\D")[0]);
    }
}
