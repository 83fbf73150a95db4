package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bocage.Bocage;
import org.bocage.cms.repository.AccessControl;
import org.bocage.cms.repository.AccessRule;
import org.bocage.cms.repository.Bootstrap;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Many who ask at once, and pages that are long in coming. */
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.rendering-time=1s")
@Import({EverybodyPasses.class, CrowdTests.WithGate.class})
class CrowdTests {

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Gate gate;

    private final HttpClient client = HttpClient.newHttpClient();

    @TestConfiguration(proxyBeanMethods = false)
    static class WithGate {

        @Bean
        Gate gate() {
            return new Gate();
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, Path.of("webapp/src/test/resources/org/bocage/cms/site/limits"));
    }

    @BeforeEach
    void publish() {
        for (String page : List.of("une", "autre", "troisieme")) {
            put(page, page + ": {jcr:primaryType: mgnl:page, mgnl:template: 'limites:pages/barrage'}");
        }
        put("simple", "simple: {jcr:primaryType: mgnl:page, mgnl:template: 'limites:pages/page'}");
        gate.close();
    }

    @AfterEach
    void open() {
        gate.open();
    }

    private void put(String page, String yaml) {
        stores.published().update(Identity.SYSTEM, session -> {
            if (!session.nodeExists("/website")) {
                NodeTypes.ensureWorkspace(session, Workspace.WEBSITE);
            }
            AccessControl.setRole(session, Workspace.WEBSITE, "visiteur", List.of(new AccessRule("/*", 8)));
            new Bootstrap(session, Duration.ZERO)
                    .run("website." + page + ".yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(2));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void awaitAtTheGate(int number) {
        await().atMost(Duration.ofMinutes(1)).until(() -> gate.came() >= number);
    }

    @Test
    void a_page_that_waits_for_longer_than_it_may_use_the_processor_is_shown() {
        CompletableFuture<HttpResponse<String>> asked = ask("/une");
        awaitAtTheGate(1);
        CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS).execute(gate::open);

        HttpResponse<String> answer = asked.join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("passage 1");
    }
}
