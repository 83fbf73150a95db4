package org.bocage.editorial.administration.updates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who administers is told of a newer version, when an option has the portal ask for it. */
class NewerVersionTests {

    @TempDir
    Path home;

    private volatile String answer = "";
    private volatile String asked = "";
    private HttpServer server;
    private Portal portal;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String place = "127.0.0.1:" + server.getAddress().getPort();
        portal = Portal.startEmpty(
                home.resolve("data"),
                "--bocage.address=https://pole.exemple.invalid",
                "--bocage.outgoing.allowed=" + place,
                "--bocage.updates=true",
                "--bocage.updates-address=http://" + place + "/version");
    }

    @AfterEach
    void stop() {
        portal.close();
        server.stop(0);
    }

    private String week(String account) {
        return Browser.signedIn(portal.port(), account).read("/espace").text();
    }

    private void answered(String line) {
        answer = line;
        portal.context().getBean(NewerVersion.class).ask();
    }

    @Test
    void a_newer_one_is_told_to_who_administers_and_nothing_is_sent_with_the_question() {
        answered("99.0.1\n");

        assertThat(week("admin")).contains("Bocage 99.0.1 est sorti");
        assertThat(week("salariee")).doesNotContain("99.0.1");
        assertThat(asked).startsWith("GET /version ").contains("[Bocage]").doesNotContain("pole", "1.0.0");
    }

    @Test
    void an_older_one_and_what_is_none_are_not_told() {
        for (String line : new String[] {"0.9.9", "99.0", "99.0.1<script>", "", "9".repeat(5_000) + ".0.0"}) {
            answered(line);
            assertThat(week("admin")).as(line).doesNotContain("est sorti");
        }
    }
}
