package org.bocage.cms.site;

import static org.awaitility.Awaitility.await;

import jakarta.servlet.Filter;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A portal of three pages that are drawn once the test opens the gate, and of one that is drawn at once. */
@SpringBootTest(classes = Bocage.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({EverybodyPasses.class, AtTheGate.WithGate.class})
abstract class AtTheGate {

    @LocalServerPort
    private int port;

    @Autowired
    Stores stores;

    @Autowired
    Gate gate;

    @Autowired
    SettableClock clock;

    /** How many requests came in since the gate was closed. */
    private static final AtomicInteger ASKED = new AtomicInteger();

    private final HttpClient client = HttpClient.newHttpClient();

    @TestConfiguration(proxyBeanMethods = false)
    static class WithGate {

        @Bean
        Gate gate() {
            return new Gate();
        }

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        Filter arrivals() {
            return (request, response, chain) -> {
                ASKED.incrementAndGet();
                chain.doFilter(request, response);
            };
        }
    }

    @BeforeEach
    void publish() {
        for (String page : List.of("une", "autre", "troisieme")) {
            put(page, page + ": {jcr:primaryType: mgnl:page, mgnl:template: 'limites:pages/barrage'}");
        }
        put("simple", "simple: {jcr:primaryType: mgnl:page, mgnl:template: 'limites:pages/page'}");
        gate.close();
        ASKED.set(0);
    }

    @AfterEach
    void open() {
        gate.open();
    }

    void put(String page, String yaml) {
        new PublishedWriter(stores).write(session -> {
            if (!session.nodeExists("/website")) {
                NodeTypes.ensureWorkspace(session, Workspace.WEBSITE);
            }
            AccessControl.setRole(session, Workspace.WEBSITE, "visiteur", List.of(new AccessRule("/*", 8)));
            new Bootstrap(session, Duration.ZERO)
                    .run("website." + page + ".yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        });
    }

    CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(2));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Moves the clock into the next day when this one is about to end: pages do not outlive their day. */
    void leaveMidnightBehind() {
        if (LocalTime.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).isAfter(LocalTime.of(23, 40))) {
            clock.forward(Duration.ofMinutes(30));
        }
    }

    void awaitAtTheGate(int number) {
        await().atMost(Duration.ofMinutes(1)).until(() -> gate.came() >= number);
    }

    void awaitAsked(int number) {
        await().atMost(Duration.ofMinutes(1)).until(() -> ASKED.get() >= number);
    }
}
