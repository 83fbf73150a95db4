package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.bocage.MagnoliaCases;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.AccessControl;
import org.bocage.cms.repository.AccessRule;
import org.bocage.cms.repository.Bootstrap;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real Magnolia answered to page requests, asked of ours; where ours is better on purpose it is listed. */
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.default-extension=html")
@Import({EverybodyPasses.class, OracleRenderingTests.Readers.class})
class OracleRenderingTests {

    private static final Path ORACLE = Path.of("webapp/src/test/resources/magnolia");

    /** Cases where Magnolia's answer harms people, or that are answered elsewhere. */
    private static final Set<String> DEVIATIONS = Set.of(
            // a component that fails is left out, the components after it stay
            "areas-components.json author-composants-fautifs author",
            "areas-components.json public-composants-fautifs public",
            "render-errors.json author composant author",
            "render-errors.json public composant public",
            // a page that fails is a page that says so, with status 500, not half a page with status 200
            "render-errors.json author erreur author",
            "render-errors.json author syntaxe author",
            "render-errors.json author sansscript author",
            "render-errors.json public erreur public",
            "render-errors.json public syntaxe public",
            "render-errors.json public sansscript public",
            // a query that somebody added to an address does not make its page disappear
            "virtual-uri.json get /r/contact/3?z=1 public",
            // HEAD is answered as HTTP wants it; a form posted to a page is refused with 405
            "page-rendering-public.json head /oracle/contact.html public",
            "page-rendering-public.json post /oracle/contact.html public",
            // the functions of full-text search and of pictures without a theme are not offered
            "ftl-functions.json author-nav author",
            "ftl-functions.json author-nav-en author",
            "ftl-functions.json public-nav public",
            "ftl-functions.json public-nav-en public",
            "ftl-functions.json public-anonyme-nav public",
            // the bytes of assets are served elsewhere
            "page-rendering-public.json get /dam/jcr:0c000000-0000-4000-8000-000000000001/logo.svg public");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private DefinitionRegistry registry;

    private final HttpClient client = HttpClient.newHttpClient();

    @TestConfiguration(proxyBeanMethods = false)
    static class Readers {

        @Bean
        @Primary
        CurrentReader readers() {
            return (HttpServletRequest request) -> request.getHeader("Authorization") == null
                    ? Identity.anonymous(Set.of("oracle-lecteur"))
                    : Identity.of("superuser", Set.of("oracle-lecteur"), Set.of());
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, ORACLE.resolve("light-modules"));
    }

    @BeforeEach
    void publish() throws IOException {
        for (Store store : List.of(stores.author(), stores.published())) {
            store.update(Identity.SYSTEM, session -> {
                for (String name : List.of("website", "oracle", "dam")) {
                    Workspace workspace = new Workspace(name);
                    NodeTypes.ensureWorkspace(session, workspace);
                    AccessControl.setRole(session, workspace, "oracle-lecteur", List.of(new AccessRule("/*", 8)));
                }
                registry.current().contentTypes().forEach(type -> {
                    try {
                        NodeTypes.ensure(session, type.namespaces(), type.nodeType(), "mgnl:content");
                    } catch (javax.jcr.RepositoryException e) {
                        throw new IllegalStateException(e);
                    }
                });
            });
            try (Stream<Path> files = Files.list(ORACLE.resolve("content"))) {
                files.sorted().forEach(file -> bootstrap(store, file));
            }
        }
    }

    private static void bootstrap(Store store, Path file) {
        store.update(Identity.SYSTEM, session -> {
            try (InputStream yaml = Files.newInputStream(file)) {
                new Bootstrap(session, Duration.ZERO).run(file.getFileName().toString(), yaml);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void pages_come_out_as_magnolia_s_do() throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        List<Path> subjects;
        try (Stream<Path> files = Files.list(ORACLE.resolve("cases"))) {
            // what applications ask is replayed by the tests of the delivery
            subjects = files.filter(file -> !file.getFileName().toString().matches("(delivery|nodes)-.*"))
                    .sorted()
                    .toList();
        }
        for (Path subject : subjects) {
            for (JsonNode one :
                    JsonMapper.shared().readTree(Files.readString(subject)).get("cases")) {
                String id = subject.getFileName() + " " + one.get("id").asString() + " "
                        + one.get("instance").asString();
                if (!one.get("path").asString().startsWith("/.rest")) {
                    String difference = difference(one);
                    if (!difference.isEmpty() && !DEVIATIONS.contains(id)) {
                        differences.add(id + ": " + difference);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private String difference(JsonNode one) throws IOException, InterruptedException {
        boolean author = one.get("instance").asString().equals("author");
        String context = author ? "/author" : "";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + context + one.get("path").asString()))
                .method(one.get("method").asString(), HttpRequest.BodyPublishers.noBody());
        if (one.get("auth").asString().equals("superuser")) {
            request.header("Authorization", "Basic c3VwZXJ1c2VyOnN1cGVydXNlcg==");
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode expected = one.get("expect");
        if (answer.statusCode() != expected.get("status").asInt()) {
            return "status " + answer.statusCode() + " instead of " + expected.get("status");
        }
        if (expected.has("headers") && expected.get("headers").has("Location")) {
            String location = answer.headers().firstValue("Location").orElse("");
            String wanted = expected.get("headers").get("Location").asString().replace("${CTX}", context);
            return location.equals(wanted) ? "" : "Location " + location + " instead of " + wanted;
        }
        for (JsonNode fragment : expected.has("contains") ? expected.get("contains") : List.<JsonNode>of()) {
            if (!answer.body().contains(fragment.asString())) {
                return "lacks " + fragment;
            }
        }
        return expected.has("text")
                ? MagnoliaCases.textDifference(
                        expected.get("text").asString().replace("${CTX}", context), answer.body())
                : "";
    }
}
