package org.bocage.portal.sources;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Place of a portal that is known before the portal is started, so that others may be allowed to go there. */
final class PortalRelay implements AutoCloseable {

    private static final List<String> ASKED = List.of("If-None-Match", "If-Modified-Since");
    private static final List<String> ANSWERED = List.of("Content-Type", "ETag", "Last-Modified");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger port = new AtomicInteger();
    private final HttpServer server;

    PortalRelay() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port.get() + exchange.getRequestURI()));
            for (String name : ASKED) {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            try {
                HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                for (String name : ANSWERED) {
                    answer.headers()
                            .firstValue(name)
                            .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
                }
                byte[] body = answer.body();
                exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    void leadTo(int portal) {
        port.set(portal);
    }

    String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String address() {
        return "http://" + place();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
