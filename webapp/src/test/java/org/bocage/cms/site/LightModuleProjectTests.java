package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Light modules written as Magnolia projects commonly are: a corporate site, a headless blog, a list of events. */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.default-extension=html")
@Import(EverybodyPasses.class)
@Tag("fast")
class LightModuleProjectTests {

    private static final Path MAGNOLIA = Path.of("webapp/src/test/resources/magnolia");
    private static final Path PROJECTS = MAGNOLIA.resolve("projects");
    private static final Pattern TYPE = Pattern.compile("(?:\\$type|class): *([\\w.]+)");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, PROJECTS);
    }

    @BeforeEach
    void publish() throws IOException {
        try (Stream<Path> files = Files.list(MAGNOLIA.resolve("projects-content"))) {
            List<Path> sorted = files.sorted().toList();
            new PublishedWriter(stores).write(session -> {
                for (Path file : sorted) {
                    Workspace workspace = Bootstrap.workspace(file.getFileName().toString());
                    NodeTypes.ensureWorkspace(session, workspace);
                    AccessControl.setRole(session, workspace, "visiteur", List.of(new AccessRule("/*", 8)));
                    try (InputStream yaml = Files.newInputStream(file)) {
                        new Bootstrap(session, Duration.ZERO)
                                .run(file.getFileName().toString(), yaml);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return answer.body().replaceAll("\\s+", " ");
    }

    @Test
    void they_load_without_a_problem() {
        Definitions definitions = Definitions.load(List.of(PROJECTS));

        assertThat(definitions.problems()).isEmpty();
        assertThat(definitions.modules()).contains("vitrine", "vitrine-plus", "carnet", "rendezvous");
        assertThat(definitions.restEndpoints()).hasSize(3);
        assertThat(definitions.contentTypes()).hasSize(3);
    }

    @Test
    void they_use_what_public_light_modules_use() throws IOException {
        Set<String> known = Set.copyOf(Files.readAllLines(MAGNOLIA.resolve("corpus-types.txt")));
        Set<String> used;
        try (Stream<Path> files = Files.walk(PROJECTS)) {
            used = files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(LightModuleProjectTests::types)
                    .filter(known::contains)
                    .collect(Collectors.toSet());
        }

        assertThat(used).hasSizeGreaterThanOrEqualTo(25);
    }

    private static Stream<String> types(Path file) {
        try {
            return TYPE
                    .matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_corporate_site_has_its_navigation_and_inherits_areas() throws IOException, InterruptedException {
        String home = page("/vitrine.html");
        assertThat(home)
                .contains("<html lang=\"fr\">", "<title>La Fabrique — La Fabrique</title>", "body class=\"home\"")
                .contains("href=\"/.resources/vitrine/webresources/css/site.css\"")
                .contains("hreflang=\"fr\" href=\"/vitrine.html\"", "hreflang=\"en\" href=\"/en/vitrine.html\"")
                .contains("<a href=\"/vitrine/metiers.html\">Nos métiers</a>")
                .contains("<h2>Bienvenue &amp; merci</h2> <p>Atelier ouvert</p>")
                .contains("<dt>Membres</dt><dd>42</dd>", "<div class=\"encart\">Un encart</div>")
                .contains("href=\"http://exemple.net\">Ici seulement", "03 20 00 00 00")
                .contains("exemple.org /vitrine 1")
                .contains("<footer data-mention=\"Depuis 1998\"><section data-rang=\"0\">")
                .contains("<script defer src=\"/.resources/vitrine/webresources/js/site.js\"></script>");

        String inner = page("/vitrine/metiers/menuiserie.html");
        assertThat(inner)
                .contains("<li class=\"ouvert\"> <a href=\"/vitrine/metiers.html\">")
                .contains("<li class=\"actif\"> <a href=\"/vitrine/metiers/menuiserie.html\">")
                .contains("<a href=\"/vitrine/metiers.html\">Nos métiers</a> › Menuiserie")
                .contains("href=\"http://exemple.org\">Nous soutenir")
                .contains("<footer data-mention=\"Depuis 1998\"><section data-rang=\"0\" class=\"herite\">")
                .doesNotContain("Ici seulement", "Secret", "Bienvenue");
        assertThat(page("/en/vitrine/metiers.html"))
                .contains("<html lang=\"en\">", "<title>Our crafts — The Workshop</title>")
                .contains("<ul class=\"sommaire\"><li>Menuiserie</li><li>Secret</li></ul>");
    }

    @Test
    void the_blog_shows_the_post_that_the_selector_names() throws IOException, InterruptedException {
        assertThat(page("/carnet.html"))
                .contains("<a href=\"/carnet~printemps~.html\">Le printemps &lt;revient&gt;</a>");
        assertThat(page("/carnet~printemps~.html"))
                .contains("<h1>Le printemps &lt;revient&gt;</h1>", "Zoé — 2026-03-21")
                .contains("<p>Les haies fleurissent.</p>", "<a href=\"http://exemple.org\">Le pôle</a>")
                .contains("#haies #saisons");
    }

    @Test
    void the_events_are_found_by_their_words_page_by_page() throws IOException, InterruptedException {
        assertThat(page("/agenda.html")).contains("<li>Atelier vélo n°1 — 10/01/2026</li>", "<li>Couture — 01/05/2026");
        assertThat(page("/agenda.html?q=velo"))
                .contains("value=\"velo\"", "<strong>vélo</strong>", "/agenda;")
                .doesNotContain("Couture")
                .satisfies(body -> assertThat(body.split("<li>", -1)).hasSize(3));
        assertThat(page("/agenda.html?q=l%27atelier")).contains("<li>Atelier vélo n°");
        assertThat(page("/agenda.html?q=ateliers"))
                .as("a plural is another word")
                .doesNotContain("<li>Atelier");
        assertThat(page("/agenda.html?q=velo&page=2").split("<li>", -1)).hasSize(2);
        assertThat(page("/agenda.html?q=rouler")).contains("Réparer &amp; <strong>rouler</strong> à vélo");
        assertThat(page("/agenda.html?q=%22boutons+ourlets%22")).doesNotContain("<li>");
        assertThat(page("/agenda.html?q=velo+-rouler")).doesNotContain("<li>");
    }
}
