package org.bocage.portal.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another server of the fediverse, on this machine: accounts with keys, inboxes that note what comes. It signs as Mastodon does,
 * unless it is told otherwise, with code of its own.
 */
final class FediversePeer implements AutoCloseable {

    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final Duration pause;
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** An activity that came to an inbox. */
    record Received(String path, Map<String, String> headers, JsonNode activity) {}

    FediversePeer() {
        this(Duration.ZERO);
    }

    /** @param pause before each answer to what is sent */
    FediversePeer(Duration pause) {
        this.pause = pause;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST")) {
                takeTime();
                int status = statuses.getOrDefault(path, 202);
                if (status == 202) {
                    Map<String, String> headers = new LinkedHashMap<>();
                    exchange.getRequestHeaders()
                            .forEach((name, values) ->
                                    headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
                    received.add(new Received(path, headers, JsonMapper.shared().readTree(body)));
                }
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            asked.add(path);
            if (redirects.containsKey(path)) {
                exchange.getResponseHeaders().set("Location", redirects.get(path));
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            String page = pages.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(statuses.getOrDefault(path, 404), -1);
                return;
            }
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/activity+json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void takeTime() {
        try {
            boolean isOver = end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(isOver).as("the server closed meanwhile").isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code 127.0.0.1:port}, what the guard is to allow. */
    String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String at(String path) {
        return "http://" + place() + path;
    }

    void serve(String path, String json) {
        pages.put(path, json);
    }

    void redirect(String path, String to) {
        redirects.put(path, to);
    }

    /** Sets the answer of a path from now on; a page that was there is gone. */
    void status(String path, int status) {
        pages.remove(path);
        statuses.put(path, status);
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Returns the activities of a kind about something whose title or address has these words. */
    List<Received> received(String type, String words) {
        return received.stream()
                .filter(one -> one.activity().path("type").asString().equals(type)
                        && one.activity().toString().contains(words))
                .toList();
    }

    long asked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    /** An account of this server, with a key. */
    Account account(String name) {
        Account account = new Account("/users/" + name, keys());
        account.publish();
        return account;
    }

    /** An account at a path, of which nothing is read there until it is said. */
    Account accountAt(String path) {
        return new Account(path, keys());
    }

    static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody at this server. */
    final class Account {

        private final String path;
        private KeyPair keys;

        Account(String path, KeyPair keys) {
            this.path = path;
            this.keys = keys;
        }

        String id() {
            return at(path);
        }

        String inbox() {
            return path + "/inbox";
        }

        String key() {
            return id() + "#main-key";
        }

        /** Gets another key; its document goes on telling the former one until it is published. */
        void changeKey() {
            keys = keys();
        }

        void publish() {
            publish(document(id(), key(), id()));
        }

        /** Has a document of its own writing read at its address. */
        void publish(String document) {
            serve(path, document);
        }

        /** The public key as Mastodon and Gancio write it, as a string of JSON. */
        String pem() {
            return pem("PUBLIC KEY", keys.getPublic().getEncoded());
        }

        /** The public key as Mobilizon writes it, as a string of JSON. */
        String barePem() {
            try {
                return pem(
                        "RSA PUBLIC KEY",
                        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())
                                .parsePublicKey()
                                .getEncoded());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String pem(String label, byte[] der) {
            String lines = "-----BEGIN " + label + "-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label
                    + "-----\n";
            return lines.replace("\n", "\\n");
        }

        String document(String id, String key, String owner) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return """
                    {"@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
                     "id": "%s", "type": "Person", "preferredUsername": "%s", "inbox": "%s",
                     "publicKey": {"id": "%s", "owner": "%s", "publicKeyPem": "%s"}}""".formatted(id, name, at(inbox()), key, owner, pem());
        }

        /** An activity of this account, as a text. */
        String activity(String type, String object) {
            return "{\"@context\": \"https://www.w3.org/ns/activitystreams\", \"id\": \"" + id() + "#"
                    + System.nanoTime() + "\", \"type\": \"" + type + "\", \"actor\": \"" + id() + "\", \"object\": "
                    + (object.startsWith("{") ? object : "\"" + object + "\"") + "}";
        }

        Delivery delivery(String inbox, String body) {
            return new Delivery(this, inbox, body);
        }

        HttpResponse<String> send(String inbox, String body) {
            return delivery(inbox, body).send();
        }

        byte[] sign(String text) {
            try {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(keys.getPrivate());
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A request to an inbox, each part of which may be forged before it leaves. */
    final class Delivery {

        private final Account by;
        private final URI inbox;
        private final String body;
        private Instant date = Instant.now();
        private String keyId;
        private String digest;
        private List<String> covered = List.of("(request-target)", "host", "date", "digest", "content-type");
        private String signature = "";

        Delivery(Account by, String inbox, String body) {
            this.by = by;
            this.inbox = URI.create(inbox);
            this.body = body;
            this.keyId = by.key();
            this.digest = "SHA-256=" + sha256(body);
        }

        Delivery at(Instant other) {
            date = other;
            return this;
        }

        Delivery withKey(String other) {
            keyId = other;
            return this;
        }

        /** Signs these headers, in this order. */
        Delivery covering(String... names) {
            covered = List.of(names);
            return this;
        }

        /** Names the algorithm of the digest in small letters. */
        Delivery withSmallDigest() {
            digest = "sha-256=" + sha256(body);
            return this;
        }

        Delivery withDigestOf(String other) {
            digest = "SHA-256=" + sha256(other);
            return this;
        }

        Delivery withSignature(String other) {
            signature = other;
            return this;
        }

        HttpResponse<String> send() {
            String text =
                    covered.stream().map(name -> name + ": " + value(name)).collect(Collectors.joining("\n"));
            String made = signature.isEmpty() ? Base64.getEncoder().encodeToString(by.sign(text)) : signature;
            return post(Map.of(
                    "Date",
                    DATE.format(date),
                    "Digest",
                    digest,
                    "Signature",
                    "keyId=\"" + keyId + "\",algorithm=\"rsa-sha256\",headers=\"" + String.join(" ", covered)
                            + "\",signature=\"" + made + "\""));
        }

        private String value(String name) {
            return switch (name) {
                case "(request-target)" -> "post " + inbox.getPath();
                case "host" -> inbox.getAuthority();
                case "date" -> DATE.format(date);
                case "digest" -> digest;
                case "content-type" -> "application/activity+json";
                case "content-length" -> String.valueOf(body.getBytes(StandardCharsets.UTF_8).length);
                default -> throw new IllegalArgumentException(name);
            };
        }

        /** By RFC 9421, as Fedify does at first. */
        HttpResponse<String> sendByTheStandard() {
            String contentDigest = "sha-256=:" + sha256(body) + ":";
            String input = "(\"@method\" \"@target-uri\" \"@authority\" \"host\" \"date\" \"content-digest\");created="
                    + date.getEpochSecond() + ";keyid=\"" + keyId + "\";alg=\"rsa-v1_5-sha256\"";
            String covered = "\"@method\": POST\n\"@target-uri\": " + inbox + "\n\"@authority\": "
                    + inbox.getAuthority() + "\n\"host\": " + inbox.getAuthority() + "\n\"date\": " + DATE.format(date)
                    + "\n\"content-digest\": " + contentDigest + "\n\"@signature-params\": " + input;
            String made = signature.isEmpty() ? Base64.getEncoder().encodeToString(by.sign(covered)) : signature;
            return post(Map.of(
                    "Date",
                    DATE.format(date),
                    "Content-Digest",
                    contentDigest,
                    "Signature-Input",
                    "sig1=" + input,
                    "Signature",
                    "sig1=:" + made + ":"));
        }

        HttpResponse<String> post(Map<String, String> headers) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(inbox).header("Content-Type", "application/activity+json");
            headers.forEach(request::header);
            try {
                return client.send(
                        request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
