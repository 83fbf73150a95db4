package org.bocage.editorial.view;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves the sample screens under {@code /ecran/<name>} with the policy of the application, and keeps what is posted. */
final class SpaceServer implements AutoCloseable {

    static final String POLICY =
            "default-src 'none'; script-src 'self' 'nonce-n0nce'; style-src 'self'; img-src 'self' blob:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private static final String PHOTO =
            "<svg xmlns='http://www.w3.org/2000/svg' width='320' height='200'><rect width='320' height='200' fill='#43C67F'/></svg>";

    /** Bodies of the posts received, in order; not those that keep what is typed. */
    final List<String> posted = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    SpaceServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String screen) {
        return "http://localhost:" + server.getAddress().getPort() + "/ecran/" + screen;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var typed = exchange.getRequestURI().getPath().startsWith("/espace/saisies/");
            if (exchange.getRequestMethod().equals("POST") && !typed) {
                posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            var path = exchange.getRequestURI().getPath();
            var screen = path.startsWith("/ecran/") ? path.substring("/ecran/".length()) : "semaine";
            var file = file(path);
            if (path.endsWith(".webmanifest")) {
                send(exchange, "application/manifest+json", "{\"name\": \"Bocage\"}".getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/photos/")) {
                send(exchange, "image/svg+xml", PHOTO.getBytes(StandardCharsets.UTF_8));
            } else if (file != null) {
                exchange.getResponseHeaders().add("Cache-Control", "max-age=3600");
                send(exchange, type(path), file);
            } else {
                send(exchange, "text/html; charset=utf-8", screen(screen).getBytes(StandardCharsets.UTF_8));
            }
        } catch (TemplateException e) {
            throw new IOException(e);
        }
    }

    private static String screen(String name) throws IOException, TemplateException {
        var screen = Samples.all().getOrDefault(name, Samples.all().get("semaine"));
        if (screen == null) {
            throw new IllegalStateException("no sample of the week");
        }
        return Rendered.html(screen.template(), screen.page(), screen.shell());
    }

    private static byte @org.jspecify.annotations.Nullable [] file(String path) throws IOException {
        if (path.startsWith("/.resources/")) {
            var font = Path.of("light-modules", path.substring("/.resources/".length()));
            return Files.exists(font) ? Files.readAllBytes(font) : new byte[0];
        }
        var place = path.startsWith("/webjars/") ? "META-INF/resources" : "static";
        try (var stream = SpaceServer.class.getClassLoader().getResourceAsStream(place + path)) {
            return stream == null || !path.contains(".") ? null : stream.readAllBytes();
        }
    }

    private static String type(String path) {
        if (path.endsWith(".woff2")) {
            return "font/woff2";
        }
        if (path.endsWith(".js")) {
            return "text/javascript";
        }
        return path.endsWith(".css") ? "text/css" : "image/svg+xml";
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
