package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import org.bocage.Bocage;
import org.bocage.cms.rendering.lists.ContentLists;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.search.query.Found;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What scripts read: escaping, special keys, assets, lists. */
@DirtiesContext
@SpringBootTest(classes = Bocage.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({EverybodyPasses.class, ScriptTests.TwoActus.class})
@Tag("fast")
class ScriptTests {

    private static final String PAGES = """
            echappement:
              jcr:primaryType: mgnl:page
              mgnl:template: portail:pages/echappement
              brut: "<p class=\\"x\\">A & B &amp; C 'q' é</p>"
              lignes: "un\\ndeux"
              multi: ["<i>un</i>", "deux & trois"]
              enfant: {jcr:primaryType: mgnl:contentNode, brut: "<u>enfant</u> & co"}
            """;
    private static final String LIST = """
            liste:
              jcr:primaryType: mgnl:page
              mgnl:template: portail:pages/liste
            """;
    private static final String ACTUS = """
            2026:
              jcr:primaryType: mgnl:folder
              fete: {jcr:primaryType: mgnl:content, titre: La <fête>}
              foire: {jcr:primaryType: mgnl:content, titre: La foire}
            """;
    private static final String PICTURE = """
            photos:
              jcr:primaryType: mgnl:folder
              chaises:
                jcr:primaryType: mgnl:asset
                jcr:uuid: 0d000000-0000-4000-8000-000000000001
                jcr:content: {jcr:primaryType: mgnl:resource, fileName: Des chaises.jpg, jcr:mimeType: image/jpeg, jcr:data: !!binary AAAA}
            """;

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private PageCache cache;

    private final HttpClient client = HttpClient.newHttpClient();

    @TestConfiguration(proxyBeanMethods = false)
    static class TwoActus {

        @Bean
        @Primary
        ContentLists twoActus() {
            return new ContentLists() {
                @Override
                public Page list(Store store, Identity reader, Query query) {
                    assertThat(query.filters()).containsEntry("origine", List.of("pole"));
                    return new Page(List.of("/2026/fete", "/2026/foire"), 2);
                }

                @Override
                public List<String> search(Store store, Identity reader, Search search) {
                    return List.of();
                }

                @Override
                public Found find(Store store, Identity reader, SiteQuery query) {
                    return Found.NOTHING;
                }

                @Override
                public List<Found.Item> suggest(Store store, Identity reader, SiteQuery query) {
                    return List.of();
                }

                @Override
                public Optional<String> pathBySlug(
                        Store store, Identity reader, String workspace, String type, String slug) {
                    return slug.equals("fete") ? Optional.of("/2026/fete") : Optional.empty();
                }
            };
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, Path.of("webapp/src/test/resources/org/bocage/cms/site/modules"));
    }

    @BeforeEach
    void publish() {
        put("website.echappement.yaml", PAGES);
        put("website.liste.yaml", LIST);
        put("actus.2026.yaml", ACTUS);
        put("dam.photos.yaml", PICTURE);
    }

    private void put(String file, String yaml) {
        new PublishedWriter(stores).write(session -> {
            Workspace workspace = new Workspace(file.substring(0, file.indexOf('.')));
            NodeTypes.ensureWorkspace(session, workspace);
            AccessControl.setRole(session, workspace, "visiteur", List.of(new AccessRule("/*", 8)));
            new Bootstrap(session, Duration.ZERO)
                    .run(file, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void single_strings_are_escaped_as_magnolia_does_and_decoded_on_demand() throws IOException, InterruptedException {
        String escaped = "&lt;p class=&quot;x&quot;&gt;A &amp; B &amp; C &#039;q&#039; é&lt;/p&gt;";
        String plain = "<p class=\"x\">A & B &amp; C 'q' é</p>";

        assertThat(get("/echappement?q=%3Cscript%3E%22%26").body().lines())
                .contains(
                        "brut=" + escaped,
                        "decode=" + plain,
                        "html=" + escaped.replace("&", "&amp;"),
                        "jcr=" + escaped,
                        "jcr.decode=" + plain,
                        "multi=<i>un</i>|deux & trois|",
                        "enfant=&lt;u&gt;enfant&lt;/u&gt; &amp; co",
                        "enfant.decode=<u>enfant</u> & co",
                        "encode=&lt;a&gt; &amp; &#039;b&#039; &quot;c&quot;",
                        "lignes=un<br/>deux",
                        "parId=" + plain,
                        "parChemin.encode=" + escaped,
                        "param=<script>\"&",
                        "param.getParameter=&lt;script&gt;&quot;&amp;");
    }

    @Test
    void special_keys_and_asset_addresses_are_magnolia_s() throws IOException, InterruptedException {
        assertThat(get("/echappement").body().lines())
                .contains("speciaux=echappement /echappement /echappement 1 1 mgnl:page true")
                .contains("image=/.imaging/mte/portail/carte/dam/photos/chaises/jcr:content/Des%20chaises.jpg"
                        + " /dam/jcr:0d000000-0000-4000-8000-000000000001/Des%20chaises.jpg");
    }

    @Test
    void a_list_gives_escaped_items_and_leaves_the_cache_when_its_workspace_changes()
            throws IOException, InterruptedException {
        HttpResponse<String> page = get("/liste");
        assertThat(page.body())
                .contains("2 La &lt;fête&gt;;La foire;")
                .containsPattern("/\\.resources/portail/webresources/style~[0-9a-f]{16}~cache\\.css")
                .contains("http://localhost:" + port + "/liste");
        String key = "http://localhost:" + port + "/liste";
        assertThat(cache.get(cache.key(key))).isPresent();

        new PublishedWriter(stores)
                .write(session -> session.getNode("/actus/2026").addNode("autre", "mgnl:content"));

        assertThat(cache.get(cache.key(key))).isEmpty();
        new PublishedWriter(stores)
                .write(session -> session.getNode("/actus/2026/autre").remove());
    }

    @Test
    void a_script_may_say_that_there_is_no_such_page() throws IOException, InterruptedException {
        assertThat(get("/liste?slug=nulle-part").statusCode()).isEqualTo(404);
        assertThat(get("/liste?parti=oui").statusCode()).isEqualTo(410);
    }

    @Test
    void a_script_may_lead_elsewhere_for_good_when_it_has_begun_to_write() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/liste?ailleurs=oui");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/echappement");
    }

    @Test
    void numbers_are_printed_for_the_language_and_for_machines_on_demand() throws IOException, InterruptedException {
        assertThat(Browser.plain(get("/echappement").body()).lines()).contains("nombre=12 345 12345");
    }
}
