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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.Bocage;
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

    private static final List<String> SUBJECTS = List.of(
            "areas-components",
            "definition-problems",
            "escaping",
            "ftl-functions",
            "i18n-messages",
            "page-rendering-author",
            "page-rendering-public",
            "render-errors",
            "virtual-uri",
            "yaml-directives");
    private static final int MOST_DEVIATIONS = 10;

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
    void pages_come_out_as_magnolia_s_do_but_for_the_listed_deviations() throws IOException, InterruptedException {
        Map<String, String> deviations = deviations();
        List<String> differences = new ArrayList<>();
        List<String> deviating = new ArrayList<>();
        for (String subject : SUBJECTS) {
            Path file = ORACLE.resolve("cases").resolve(subject + ".json");
            for (JsonNode one :
                    JsonMapper.shared().readTree(Files.readString(file)).get("cases")) {
                if (one.get("path").asString().startsWith("/.rest")) {
                    continue;
                }
                String id = subject + "/" + one.get("id").asString();
                String difference = difference(one);
                if (difference.isEmpty() == deviations.containsKey(id)) {
                    differences.add(
                            id + ": " + (difference.isEmpty() ? "listed as a deviation, but passes" : difference));
                }
                if (deviations.containsKey(id)) {
                    deviating.add(id);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(deviating).hasSizeLessThanOrEqualTo(MOST_DEVIATIONS);
        assertThat(deviations.values()).allMatch(reason -> !reason.isBlank());
    }

    private static Map<String, String> deviations() throws IOException {
        return Files.readAllLines(ORACLE.resolve("deviations.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts.length > 1 ? parts[1].strip() : ""));
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
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (expected.has("contentType")
                && !type.replace(" ", "")
                        .equalsIgnoreCase(expected.get("contentType").asString())) {
            return "content type " + type + " instead of " + expected.get("contentType");
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
                ? firstDifference(
                        normal(expected.get("text").asString().replace("${CTX}", context)), normal(answer.body()))
                : "";
    }

    private static List<String> normal(String text) {
        return text.replace("\r\n", "\n")
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }

    private static String firstDifference(List<String> wanted, List<String> given) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < Math.max(wanted.size(), given.size()) && all.length() < 900; i++) {
            String left = i < wanted.size() ? wanted.get(i) : "(end)";
            String right = i < given.size() ? given.get(i) : "(end)";
            if (!left.equals(right)) {
                all.append("\n      wanted ")
                        .append(left)
                        .append("\n      given  ")
                        .append(right);
            }
        }
        return all.toString();
    }
}
