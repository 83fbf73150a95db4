package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.AccessControl;
import org.bocage.cms.repository.AccessRule;
import org.bocage.cms.repository.Bootstrap;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal's own light modules with its demo content, lists answered by Magnolia's functions alone. */
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.portailfn=false")
@Import(EverybodyPasses.class)
class ThemeTests {

    private static final List<String> WORKSPACES = List.of("website", "actus", "acteurs", "vocabulaires", "dam");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private DefinitionRegistry registry;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("bocage.home", () -> home.resolve("theme"));
        registry.add("bocage.light-modules", () -> "light-modules");
    }

    @BeforeEach
    void publish() throws IOException {
        if (stores.published().<Boolean>read(Identity.SYSTEM, session -> session.nodeExists("/website/accueil"))) {
            return;
        }
        stores.published().update(Identity.SYSTEM, session -> {
            for (String name : WORKSPACES) {
                Workspace workspace = new Workspace(name);
                NodeTypes.ensureWorkspace(session, workspace);
                AccessControl.setRole(session, workspace, "visiteur", List.of(new AccessRule("/*", 8)));
            }
            registry.current().contentTypes().forEach(type -> {
                try {
                    NodeTypes.ensure(session, type.namespaces(), type.nodeType(), "mgnl:content");
                } catch (javax.jcr.RepositoryException e) {
                    throw new IllegalStateException(e);
                }
            });
        });
        for (String folder : List.of("config/bootstrap/base", "config/bootstrap/demo")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.sorted().forEach(this::bootstrap);
            }
        }
    }

    private void bootstrap(Path file) {
        stores.published().update(Identity.SYSTEM, session -> {
            try (InputStream yaml = Files.newInputStream(file)) {
                new Bootstrap(session, Duration.ZERO).run(file.getFileName().toString(), yaml);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void every_page_of_the_theme_is_rendered_without_a_failing_component() throws IOException, InterruptedException {
        for (String address :
                List.of("/", "/actualites", "/actualites/pole", "/actualites/territoire", "/mentions-legales")) {
            HttpResponse<String> page = get(address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body()).as(address).contains("<html lang=\"fr\"").contains("</html>");
        }
    }

    @Test
    void an_address_without_page_is_answered_by_the_theme() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/nulle-part");
        HttpResponse<String> item = get("/actualites/2026/nulle-actu");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("</html>").contains("/portail/webresources/");
        assertThat(item.statusCode()).isEqualTo(404);
    }
}
