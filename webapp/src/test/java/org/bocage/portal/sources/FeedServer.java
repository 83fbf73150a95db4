package org.bocage.portal.sources;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The server of some partners, on this machine. */
final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> feeds = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] feed = feeds.get(exchange.getRequestURI().getPath());
            asked.add(exchange.getRequestURI().getPath());
            if (feed == null) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                String type = types.getOrDefault(exchange.getRequestURI().getPath(), "");
                if (!type.isEmpty()) {
                    exchange.getResponseHeaders().set("Content-Type", type);
                }
                String etag = "\"" + java.util.Arrays.hashCode(feed) + "\"";
                exchange.getResponseHeaders().set("ETag", etag);
                if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    exchange.sendResponseHeaders(200, feed.length);
                    exchange.getResponseBody().write(feed);
                }
            }
            exchange.close();
        });
        server.start();
    }

    /** {@code 127.0.0.1:port}, what the switch is to allow. */
    String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String address(String path) {
        return "http://" + place() + path;
    }

    void serve(String path, String feed) {
        feeds.put(path, feed.getBytes(StandardCharsets.UTF_8));
    }

    /** Serves it as what its server takes it for. */
    void serveAs(String type, String path, String feed) {
        types.put(path, type);
        serve(path, feed);
    }

    void fail(String path) {
        feeds.remove(path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
