package org.bocage.cms.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way out of the portal, against a real server on this machine, the only one that the switch allows. */
class OutgoingTests {

    private static final Limits SHORT =
            new Limits(100_000, Duration.ofSeconds(2), Duration.ofMillis(1_500), Limits.USUAL.redirects());

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> lookedUp = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String base;
    private OutgoingHttp outgoing;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        String here = "127.0.0.1:" + server.getAddress().getPort();
        base = "http://" + here;
        outgoing = new OutgoingHttp(new AddressPolicy(this::lookup, Set.of(here)), SHORT, () -> "Bocage");
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        outgoing.close();
        server.stop(0);
    }

    /** A resolver of ours: a name that is public, one that is not, and one that changes its mind. */
    private InetAddress[] lookup(String host) throws UnknownHostException {
        lookedUp.add(host);
        return switch (host) {
            case "public.example" -> addresses("93.184.216.34");
            case "inside.example" -> addresses("192.168.1.1");
            case "both.example" -> addresses("93.184.216.34", "10.0.0.1");
            case "nat64.example" -> addresses("64:ff9b::a00:1");
            case "rebind.example" ->
                lookedUp.stream().filter(host::equals).count() == 1
                        ? addresses("93.184.216.34")
                        : addresses("127.0.0.1");
            default -> {
                if (host.endsWith(".invalid")) {
                    throw new UnknownHostException(host);
                }
                yield InetAddress.getAllByName(host);
            }
        };
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] all = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            all[i] = InetAddress.getByName(texts[i]);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://0.0.0.0:8080/",
                "http://0.0.0.0/",
                "http://localhost/",
                "http://localhost./",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[::127.0.0.1]/",
                "http://169.254.169.254/latest/",
                "http://10.0.0.1/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://198.18.0.1/",
                "http://192.0.0.1/",
                "http://255.255.255.255/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fec0::1]/",
                "http://[fd00::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b:1::a00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:0a00:1::1]/",
                "http://[2001:0:4136:e378::1]/",
                "http://[ff02::1]/",
                "http://224.0.0.1/",
                "http://239.1.2.3/",
                "file:///etc/passwd",
                "ftp://exemple.fr/agenda.ics",
                "gopher://exemple.fr/",
                "javascript:alert(1)",
                "jar:http://exemple.fr!/",
                "webcal://exemple.fr/agenda.ics",
                "http://user:pw@public.example/",
                "http://user@public.example/",
                "http://public.example:22/",
                "http://public.example:8080/",
                "http://inside.example/",
                "http://both.example/",
                "http://nat64.example/",
                "http:///agenda.ics",
                "http://exemple .fr/",
                "agenda.ics",
                ""
            })
    void AG_13_refuses_what_is_not_everybodys_at_saving_and_at_connecting(String address) {
        assertThat(outgoing.refusal(address)).as("at saving").isPresent();
        assertThat(outgoing.get(address, Answer.Mark.NONE))
                .as("at connecting")
                .isInstanceOfSatisfying(
                        Answer.Nothing.class,
                        nothing -> assertThat(nothing.why())
                                .isIn(
                                        RequestFailure.ADDRESS,
                                        RequestFailure.SCHEME,
                                        RequestFailure.CREDENTIALS,
                                        RequestFailure.PORT,
                                        RequestFailure.PRIVATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://public.example/agenda.ics",
                "https://public.example:443/",
                "http://93.184.216.34/",
                "http://[2606:2800:220:1::1]/",
                "http://[64:ff9b::5db8:d822]/",
                "http://100.128.0.1/",
                "http://172.32.0.1/",
                "https://nowhere.invalid/agenda.ics"
            })
    void AG_13_accepts_what_is_everybodys(String address) {
        assertThat(outgoing.refusal(address)).isEmpty();
    }

    @Test
    void AG_13_looks_at_the_address_that_is_dialled() {
        assertThat(outgoing.refusal("http://rebind.example/")).isEmpty();
        assertThat(outgoing.get("http://rebind.example/", Answer.Mark.NONE))
                .isEqualTo(new Answer.Nothing(RequestFailure.PRIVATE, 0));
    }

    @Test
    void AG_13_looks_a_name_up_once_for_each_connection() {
        answer("/", exchange -> send(exchange, 200, "bonjour"));
        assertThat(content(base + "/")).isEqualTo("bonjour");
        assertThat(lookedUp).containsExactly("127.0.0.1");
    }

    @Test
    void AG_13_the_switch_allows_exactly_one_server() {
        int other = server.getAddress().getPort() == 65_535
                ? 65_534
                : server.getAddress().getPort() + 1;
        assertThat(outgoing.refusal("http://127.0.0.1:" + other + "/")).contains(RequestFailure.PORT);
        assertThat(outgoing.refusal("http://127.0.0.1/")).contains(RequestFailure.PRIVATE);
        assertThat(outgoing.refusal(base.replace("127.0.0.1", "localhost"))).contains(RequestFailure.ADDRESS);
        assertThat(outgoing.refusal(base + "/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/, PRIVATE",
        "http://inside.example/, PRIVATE",
        "http://[::ffff:127.0.0.1]/, PRIVATE",
        "//169.254.169.254/latest, PRIVATE",
        "http://127.0.0.1:22/, PORT",
        "file:///etc/passwd, SCHEME",
        "http://user:pw@public.example/, CREDENTIALS",
        "http://2130706433/, ADDRESS",
        "'not an address', SCHEME"
    })
    void AG_13_checks_each_redirection(String to, RequestFailure why) {
        answer("/", exchange -> redirect(exchange, to));
        Answer answer = outgoing.get(base + "/", Answer.Mark.NONE);
        assertThat(answer).isEqualTo(new Answer.Nothing(why, 0));
    }

    @Test
    void AG_12_follows_three_redirections_and_no_more() {
        answer("/0", exchange -> send(exchange, 200, "arrivé"));
        for (int i = 1; i <= 4; i++) {
            int before = i - 1;
            answer("/" + i, exchange -> redirect(exchange, "/" + before));
        }
        assertThat(content(base + "/3")).isEqualTo("arrivé");
        assertThat(outgoing.get(base + "/4", Answer.Mark.NONE))
                .isEqualTo(new Answer.Nothing(RequestFailure.REDIRECTS, 0));
    }

    @Test
    void AG_12_the_limits_of_the_portal_are_two_mebibytes_ten_and_twenty_seconds_and_three_redirections() {
        assertThat(Limits.USUAL)
                .isEqualTo(new Limits(2 * 1024 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(20), 3));
    }

    @Test
    void AG_12_stops_at_two_mebibytes_of_what_is_decoded() throws IOException {
        outgoing.close();
        outgoing = OutgoingConfiguration.outgoing(
                new OutgoingOptions(Set.of(base.substring("http://".length()))), () -> "http://localhost");
        int most = 2 * 1024 * 1024;
        answer("/just", exchange -> send(exchange, 200, "a".repeat(most)));
        answer("/over", exchange -> send(exchange, 200, "a".repeat(most + 1)));
        answer("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "x".repeat(1_000).getBytes(UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    out.write(block);
                }
            }
        });
        answer("/bomb", exchange -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(new byte[200_000_000]);
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
            exchange.close();
        });
        assertThat(content(base + "/just")).hasSize(most);
        for (String path : List.of("/over", "/endless", "/bomb")) {
            assertThat(outgoing.get(base + path, Answer.Mark.NONE))
                    .as(path)
                    .isEqualTo(new Answer.Nothing(RequestFailure.TOO_LARGE, 0));
        }
    }

    @Test
    void AG_12_reads_what_is_compressed_and_says_when_it_is_not_what_it_says() {
        answer("/packed", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).contains("gzip");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write("déplié".getBytes(UTF_8));
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
            exchange.close();
        });
        answer("/lying", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, "not packed at all");
        });
        assertThat(content(base + "/packed")).isEqualTo("déplié");
        assertThat(outgoing.get(base + "/lying", Answer.Mark.NONE))
                .isEqualTo(new Answer.Nothing(RequestFailure.CONNECTION, 0));
    }

    @Test
    void AG_12_waits_no_longer_than_the_limit_however_slowly_it_comes() {
        answer("/drops", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (!await(50)) {
                out.write('.');
                out.flush();
            }
        });
        answer("/silent", exchange -> await(10_000));
        for (String path : List.of("/drops", "/silent")) {
            long start = System.nanoTime();
            assertThat(outgoing.get(base + path, Answer.Mark.NONE))
                    .as(path)
                    .isEqualTo(new Answer.Nothing(RequestFailure.TOO_SLOW, 0));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void AG_12_does_not_fetch_again_what_is_as_it_was() {
        answer("/", exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "Sat, 14 Mar 2026 18:30:00 GMT"
                            .equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"))) {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
                return;
            }
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sat, 14 Mar 2026 18:30:00 GMT");
            send(exchange, 200, "tout");
        });
        Answer.Content first = (Answer.Content) outgoing.get(base + "/", Answer.Mark.NONE);
        assertThat(outgoing.get(base + "/", first.mark())).isEqualTo(new Answer.Unchanged());
    }

    @Test
    void AG_13_says_what_went_wrong_and_nothing_of_what_was_read() {
        answer("/gone", exchange -> send(exchange, 410, "secret"));
        answer("/empty", exchange -> send(exchange, 200, ""));
        assertThat(outgoing.get(base + "/gone", Answer.Mark.NONE))
                .isEqualTo(new Answer.Nothing(RequestFailure.STATUS, 410))
                .asString()
                .doesNotContain("secret");
        assertThat(outgoing.get("http://nowhere.invalid/", Answer.Mark.NONE))
                .isEqualTo(new Answer.Nothing(RequestFailure.UNKNOWN_HOST, 0));
        server.stop(0);
        assertThat(outgoing.get(base + "/", Answer.Mark.NONE))
                .isEqualTo(new Answer.Nothing(RequestFailure.CONNECTION, 0));
        assertThat(Optional.of(RequestFailure.TOO_SLOW.key())).contains("outgoing.too-slow");
    }

    private String content(String address) {
        return new String(
                ((Answer.Content) outgoing.get(address, Answer.Mark.NONE))
                        .bytes()
                        .all(),
                UTF_8);
    }

    private boolean await(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Answers a question; what breaks off on the other side is not our concern. */
    @FunctionalInterface
    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    private void answer(String path, Answering answering) {
        server.createContext(path, exchange -> {
            if (exchange.getRequestURI().getPath().equals(path)) {
                answering.to(exchange);
            }
        });
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
