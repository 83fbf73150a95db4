package org.bocage.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server elsewhere, some of whose pages are gone. It notes who asks for what, and when. */
final class LinkServer implements AutoCloseable {

    private final HttpServer server;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A question. */
    record Asked(String method, String path, long nanos) {}

    LinkServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(new Asked(exchange.getRequestMethod(), path, System.nanoTime()));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            int status = gone.contains(path) ? 404 : head && path.equals("/sans-head") ? 405 : 200;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** {@code 127.0.0.1:port}, what the portal is to be allowed. */
    String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String address(String path) {
        return "http://" + place() + path;
    }

    void isGone(String path) {
        gone.add(path);
    }

    void isBack(String path) {
        gone.remove(path);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
