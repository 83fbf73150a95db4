package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Clients that send a request byte by byte. */
@TestPropertySource(properties = {"server.tomcat.connection-timeout=3s", "server.tomcat.threads.max=10"})
class SlowClientTests extends AtTheGate {

    private static final String HEAD = "GET /simple HTTP/1.1\r\nHost: localhost\r\nX-Long: ";
    private static final String BODY =
            "POST /simple HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 1000000\r\n\r\na=";
    private static final String CHUNKED =
            "POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\nF4240\r\na=";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    private final List<Socket> sockets = new ArrayList<>();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, Path.of("webapp/src/test/resources/org/bocage/cms/site/limits"));
    }

    @AfterEach
    void hangUp() throws IOException {
        drip.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HEAD, BODY, CHUNKED})
    void a_request_that_comes_a_byte_at_a_time_is_ended(String beginning) throws IOException {
        Socket slow = begin(beginning);
        CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> readToTheEnd(slow));

        await().atMost(Duration.ofSeconds(40)).until(ended::isDone);
    }

    @ParameterizedTest
    @ValueSource(strings = {HEAD, BODY, CHUNKED})
    void others_are_answered_while_many_send_a_byte_at_a_time(String beginning) throws IOException {
        for (int i = 0; i < 40; i++) {
            begin(beginning);
        }

        assertThat(ask("/simple").orTimeout(40, TimeUnit.SECONDS).join().statusCode())
                .isEqualTo(200);
        assertThat(sockets).as("some are still there").anyMatch(SlowClientTests::isOpen);
    }

    @Test
    void who_sends_steadily_is_heard_to_the_end_however_long_it_takes() throws Exception {
        Socket steady = new Socket("localhost", port);
        sockets.add(steady);
        byte[] part = "a".repeat(4000).getBytes(StandardCharsets.US_ASCII);
        steady.getOutputStream().write(BODY.getBytes(StandardCharsets.US_ASCII));
        int left = 1_000_000 - 2;
        // a little more than the time that a request may take to begin
        while (left > 0) {
            int now = Math.min(left, part.length);
            CompletableFuture.runAsync(
                            () -> write(steady, part, now),
                            CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
                    .get();
            left -= now;
        }

        byte[] answer = new byte[12];
        assertThat(steady.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
        assertThat(new String(answer, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 403");
    }

    private Socket begin(String beginning) throws IOException {
        Socket socket = new Socket("localhost", port);
        sockets.add(socket);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        byte[] one = {'a'};
        Future<?> dripping = drip.scheduleAtFixedRate(() -> write(socket, one, 1), 200, 200, TimeUnit.MILLISECONDS);
        assertThat(dripping.isDone()).isFalse();
        return socket;
    }

    private static void write(Socket socket, byte[] bytes, int length) {
        try {
            socket.getOutputStream().write(bytes, 0, length);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void readToTheEnd(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it was cut off
        }
    }
}
