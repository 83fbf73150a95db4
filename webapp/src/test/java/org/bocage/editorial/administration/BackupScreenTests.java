package org.bocage.editorial.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** OPS-03: a backup taken away from the screen. */
@ExtendWith(OutputCaptureExtension.class)
class BackupScreenTests {

    private static final String ADDRESS = "/espace/reglages/sauvegardes/bocage-2026-01-02-030405.zip";
    /** More than what the machine holds for a reader who does not read. */
    private static final long SIZE = 200_000_000;

    @TempDir
    static Path home;

    @Test
    void OPS_03_who_stops_a_download_half_way_leaves_no_error_in_the_log(CapturedOutput output) throws IOException {
        try (Portal portal = Portal.start(home)) {
            Path folder = Files.createDirectories(home.resolve("sauvegardes"));
            try (var file = new RandomAccessFile(
                    folder.resolve(Path.of(ADDRESS).getFileName()).toFile(), "rw")) {
                file.setLength(SIZE);
            }
            Browser admin = Browser.signedIn(portal.port(), "admin");
            String session = admin.cookie("bocage_session").orElseThrow().toString();

            try (Socket socket = new Socket("localhost", portal.port())) {
                socket.getOutputStream()
                        .write(("GET " + ADDRESS + " HTTP/1.1\r\nHost: localhost:" + portal.port() + "\r\nCookie: "
                                        + session + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream answer = socket.getInputStream();
                assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }

            MeterRegistry meters = portal.context().getBean(MeterRegistry.class);
            await().until(() -> timers(meters).stream()
                    .anyMatch(one -> String.valueOf(one.getId().getTag("uri")).contains("sauvegardes/")));
            assertThat(output.getAll()).doesNotContain(" ERROR ");
        }
    }

    private static Collection<Timer> timers(MeterRegistry meters) {
        return meters.find("http.server.requests").timers();
    }
}
