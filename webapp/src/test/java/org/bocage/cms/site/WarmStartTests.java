package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bocage.Bocage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The first visitor after a start. */
class WarmStartTests {

    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Gate gate = new Gate();
    private final AtomicInteger port = new AtomicInteger();

    @Test
    void the_home_page_is_drawn_before_the_portal_says_that_it_is_ready() throws Exception {
        gate.close();
        CompletableFuture<ConfigurableApplicationContext> starting = CompletableFuture.supplyAsync(this::start);
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> (gate.came() == 1 && port.get() > 0) || starting.isDone());
            assertThat(gate.came()).isEqualTo(1);
            assertThat(get("/readyz").statusCode()).isEqualTo(503);
            gate.open();
            starting.join();
            assertThat(get("/readyz").statusCode()).isEqualTo(200);
            assertThat(get("/").body()).contains("passage");
        } finally {
            gate.open();
            starting.join().close();
        }
    }

    @Test
    void a_home_page_that_cannot_be_drawn_keeps_nobody_from_the_others() throws Exception {
        gate.breakDown();
        try (ConfigurableApplicationContext portal = start()) {
            assertThat(portal.isRunning()).isTrue();
            assertThat(gate.came()).isEqualTo(1);
            assertThat(get("/readyz").statusCode()).isEqualTo(200);
            assertThat(get("/").statusCode()).isEqualTo(500);
        }
    }

    private ConfigurableApplicationContext start() {
        List<String> options = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.bootstrap=" + home.resolve("pages"),
                "--bocage.bootstrap-publish=true"));
        try {
            Path pages = Files.createDirectories(home.resolve("pages"));
            EmptyPortal.properties(
                    (name, value) -> options.add("--" + name + "=" + value.get()),
                    home,
                    Path.of("webapp/src/test/resources/org/bocage/cms/site/limits"));
            Files.writeString(
                    pages.resolve("website.accueil.yaml"),
                    "accueil: {jcr:primaryType: mgnl:page, mgnl:template: 'limites:pages/barrage'}");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new SpringApplicationBuilder(Bocage.class)
                .initializers((GenericApplicationContext context) -> context.registerBean(Gate.class, () -> gate))
                .listeners((ApplicationListener<ServletWebServerInitializedEvent>) event -> {
                    if (event.getApplicationContext().getServerNamespace() == null) {
                        port.set(event.getWebServer().getPort());
                    }
                })
                .run(options.toArray(new String[0]));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port.get() + path))
                        .timeout(Duration.ofMinutes(2))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
