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
import org.bocage.Bocage;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.SessionWork;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
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

@DirtiesContext
@SpringBootTest(classes = Bocage.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(EverybodyPasses.class)
@Tag("fast")
class SiteTests {

    private static final String PAGES = """
            accueil:
              jcr:primaryType: mgnl:page
              mgnl:template: portail:pages/page
              title: L’accueil <b>
              contenu:
                jcr:primaryType: mgnl:area
                a: {jcr:primaryType: mgnl:component, mgnl:template: 'portail:components/texte', texte: Un & deux}
              pied:
                jcr:primaryType: mgnl:area
                slogan: Ensemble
                a: {jcr:primaryType: mgnl:component, mgnl:template: 'portail:components/texte', texte: en haut}
              limite:
                jcr:primaryType: mgnl:area
                a: {jcr:primaryType: mgnl:component, mgnl:template: 'portail:components/texte', texte: premier}
                b: {jcr:primaryType: mgnl:component, mgnl:template: 'portail:components/texte', texte: second}
              fille:
                jcr:primaryType: mgnl:page
                mgnl:template: portail:pages/page
                title: La fille
                pied:
                  jcr:primaryType: mgnl:area
                  b: {jcr:primaryType: mgnl:component, mgnl:template: 'portail:components/texte', texte: à elle}
                seul:
                  jcr:primaryType: mgnl:area
                  c: {jcr:primaryType: mgnl:component, mgnl:template: 'portail:components/texte', texte: seul}
            """;
    private static final String BROKEN = """
            cassee:
              jcr:primaryType: mgnl:page
              mgnl:template: portail:pages/cassee
              title: Cassée
            """;
    private static final String BROKEN_COMPONENT = """
            bancale:
              jcr:primaryType: mgnl:page
              mgnl:template: portail:pages/page
              title: Bancale
              contenu:
                jcr:primaryType: mgnl:area
                a: {jcr:primaryType: mgnl:component, mgnl:template: 'portail:components/cassee'}
                b: {jcr:primaryType: mgnl:component, mgnl:template: 'portail:components/texte', texte: après}
            """;

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private PageCache cache;

    @Autowired
    private DefinitionRegistry registry;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, Path.of("webapp/src/test/resources/org/bocage/cms/site/modules"));
    }

    @BeforeEach
    void publish() {
        for (WritableStore store : BothStores.of(stores)) {
            put(store, "website.accueil.yaml", PAGES);
            put(store, "website.cassee.yaml", BROKEN);
            put(store, "website.bancale.yaml", BROKEN_COMPONENT);
            store.update(
                    Identity.SYSTEM,
                    session -> AccessControl.setRole(
                            session, Workspace.WEBSITE, "visiteur", List.of(new AccessRule("/*", 8))));
        }
    }

    private static void put(WritableStore store, String file, String yaml) {
        store.update(
                Identity.SYSTEM,
                session -> new Bootstrap(session, Duration.ZERO)
                        .run(file, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    private void published(SessionWork work) {
        new PublishedWriter(stores).write(work);
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void a_page_comes_with_its_areas_and_components() {
        HttpResponse<String> page = get("/accueil");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>L’accueil &lt;b&gt;</title>")
                .contains("<main><p>Un &amp; deux</p>")
                .contains("<div data-slogan=\"Ensemble\"><p>en haut</p>")
                .contains("<aside>rien")
                .contains("<b><p>premier</p>\n</b>\n")
                .contains("<u>L’accueil &lt;b&gt; de la page")
                .contains("<s><p>généréoui</p>")
                .contains("<a href=\"/accueil/fille\">La fille</a>")
                .doesNotContain("cms:");
    }

    @Test
    void inherited_components_come_before_those_of_the_page_and_its_properties_stand_in() {
        assertThat(get("/accueil/fille").body())
                .contains("<div data-slogan=\"Ensemble\">h:<p>en haut</p>\n<p>à elle</p>")
                .contains("<aside><p>seul</p>");
    }

    @Test
    void rendering_creates_no_node_in_the_published_store() {
        get("/accueil/fille");

        assertThat(stores.published()
                        .<Boolean>read(
                                Identity.SYSTEM, session -> session.nodeExists("/website/accueil/fille/contenu")))
                .isFalse();
    }

    @Test
    void what_an_area_generates_has_no_identifier_at_first_and_is_kept_for_the_author_once_the_page_was_shown() {
        String page = "neuve: {jcr:primaryType: mgnl:page, mgnl:template: 'portail:pages/page', title: Neuve}";
        put(stores.author(), "website.neuve.yaml", page);
        assertThat(get("/author/neuve?identifiants=oui").body()).contains("<s><p>généréoui<i></i></p>");

        String kept = "/website/neuve/generee/premier";
        String id = stores.author()
                .read(Identity.SYSTEM, session -> session.getNode(kept).getIdentifier());
        assertThat(get("/author/neuve?identifiants=oui").body()).contains("<s><p>généréoui<i>" + id + "</i></p>");
    }

    @Test
    void the_author_sees_page_marks_in_preview_and_all_marks_in_edit() {
        String preview = get("/author/accueil/fille").body();
        String edit = get("/author/accueil/fille?mgnlPreview=false").body();

        assertThat(preview)
                .contains(
                        "<!-- cms:page content=\"website:/accueil/fille\" dialog=\"portail:pages/page\" -->\n<!-- /cms:page -->")
                .doesNotContain("cms:area");
        assertThat(edit)
                .contains("<!-- cms:area content=\"website:/accueil/fille/contenu\" name=\"contenu\""
                        + " availableComponents=\"portail:components/texte\" type=\"list\" label=\"Contenu\""
                        + " inherit=\"false\" optional=\"false\" createdAreaNode=\"true\" showAddButton=\"true\""
                        + " showNewComponentArea=\"true\" activationStatus=\"0\" -->")
                .contains("<!-- cms:component content=\"website:/accueil/pied/a\" inherited=\"true\""
                        + " dialog=\"portail:components/texte\" label=\"Texte\" activationStatus=\"0\" -->")
                .contains("<!-- cms:component content=\"website:/accueil/fille/pied/b\" inherited=\"false\"")
                .contains("name=\"choisie\" availableComponents=\"\" type=\"list\" label=\"Choisie\" inherit=\"false\""
                        + " optional=\"true\" createdAreaNode=\"true\" showAddButton=\"false\"")
                .doesNotContain("name=\"eteinte\"");
    }

    @Test
    void a_virtual_uri_forwards_with_parameters_that_scripts_read() {
        assertThat(get("/").body()).contains("L’accueil");
        assertThat(get("/mot/2026/fete").body()).contains("<i>fete</i>");
    }

    @Test
    void redirects_are_temporary_or_permanent_as_the_mapping_says() {
        HttpResponse<String> temporary = get("/ancien?x=1");
        HttpResponse<String> permanent = get("/vieux/papier");

        assertThat(temporary.statusCode()).isEqualTo(302);
        assertThat(location(temporary)).isEqualTo("/accueil/fille");
        assertThat(permanent.statusCode()).isEqualTo(301);
        assertThat(location(permanent)).isEqualTo("/accueil");
    }

    @Test
    void an_address_with_extension_or_final_slash_moves_to_the_clean_one() {
        for (String address : List.of("/accueil/fille/", "/accueil/fille.html")) {
            assertThat(get(address).statusCode()).isEqualTo(301);
            assertThat(location(get(address))).isEqualTo("/accueil/fille");
        }
        assertThat(location(get("/accueil/fille.html?a=%C3%A9"))).isEqualTo("/accueil/fille?a=%C3%A9");
        assertThat(get("//accueil/").statusCode()).isNotEqualTo(301);
        assertThat(location(get("/accueil/fille~a~k=v~.html"))).isEqualTo("/accueil/fille~a~k=v~");
        assertThat(get("/accueil/fille~a~k=v~").statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_address_gets_the_theme_s_own_page_with_status_404() {
        HttpResponse<String> answer = get("/nulle-part");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Introuvable chez L’accueil &lt;b&gt;</h1>");
        assertThat(get("/accueil/contenu").statusCode()).isEqualTo(404);
    }

    @Test
    void malformed_addresses_are_refused_soberly() {
        assertThat(get("/accueil%FF").statusCode()).isEqualTo(400);
        assertThat(get("/.resources/portail/%2e%2e/portail/module.yaml").statusCode())
                .isIn(400, 404);
        assertThat(get("/accueil/*").statusCode()).isEqualTo(404);
        assertThat(get("/rep:policy").statusCode()).isEqualTo(404);
    }

    @Test
    void a_script_that_fails_gives_a_visitor_the_theme_s_page_and_the_editor_the_reason() {
        HttpResponse<String> visitor = get("/cassee");
        HttpResponse<String> editor = get("/author/cassee?mgnlPreview=false");

        assertThat(visitor.statusCode()).isEqualTo(500);
        assertThat(visitor.body()).contains("Souci chez L’accueil").doesNotContain("absent");
        assertThat(editor.body())
                .contains("portail:pages/cassee at /website/cassee")
                .contains("absent");
    }

    @Test
    void a_component_that_fails_is_left_out_and_the_rest_of_the_page_stays() {
        assertThat(get("/bancale").body())
                .contains("<main><p>après</p>")
                .doesNotContain("avant")
                .doesNotContain("bocage-error");
        assertThat(get("/author/bancale?mgnlPreview=false").body())
                .contains(
                        "<pre class=\"bocage-error\">FreeMarker template error: portail:components/cassee at /website/bancale/contenu/a")
                .contains("<p>après</p>");
    }

    @Test
    void a_publication_evicts_exactly_the_pages_that_read_the_node() {
        assertThat(get("/accueil").body()).contains("Un &amp; deux");
        String tagOfDaughter = tag(get("/accueil/fille"));
        assertThat(cache.get(cache.key(url("/accueil")))).isPresent();
        assertThat(cache.get(cache.key(url("/accueil/fille")))).isPresent();

        published(session -> session.getNode("/website/accueil/contenu/a").setProperty("texte", "Trois"));

        assertThat(cache.get(cache.key(url("/accueil")))).isEmpty();
        assertThat(cache.get(cache.key(url("/accueil/fille")))).isPresent();
        assertThat(get("/accueil").body()).contains("Trois");
        assertThat(tag(get("/accueil/fille"))).isEqualTo(tagOfDaughter);
        published(session -> session.getNode("/website/accueil/contenu/a").setProperty("texte", "Un & deux"));
    }

    @Test
    void a_page_that_nobody_may_see_any_more_leaves_the_cache() {
        put(
                BothStores.published(stores),
                "website.retiree.yaml",
                BROKEN_COMPONENT.replace("bancale", "retiree").replace("cassee", "texte"));
        assertThat(get("/retiree").statusCode()).isEqualTo(200);
        assertThat(cache.get(cache.key(url("/retiree")))).isPresent();

        published(session -> AccessControl.setAudience(session.getNode("/website/retiree"), Audience.BOARD));
        assertThat(get("/retiree").statusCode()).isEqualTo(404);

        published(session -> session.getNode("/website/retiree").remove());
        assertThat(get("/retiree").statusCode()).isEqualTo(404);
    }

    @Test
    void a_request_with_query_or_credentials_neither_fills_nor_reads_the_cache() {
        get("/accueil/fille?x=1");
        get("/accueil/fille", "Authorization", "Basic eDp5");
        published(session -> session.getNode("/website/accueil/fille").setProperty("title", "La fille"));

        HttpResponse<String> withQuery = get("/accueil/fille?x=1");

        assertThat(withQuery.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(tag(withQuery)).isEmpty();
    }

    @Test
    void a_kept_page_is_compressed_and_not_sent_again_to_who_has_it() {
        HttpResponse<String> first = get("/accueil", "Accept-Encoding", "gzip");
        HttpResponse<String> again = get("/accueil", "Accept-Encoding", "gzip", "If-None-Match", tag(first));

        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(first.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(get("/accueil", "Accept-Encoding", "br").headers().firstValue("Content-Encoding"))
                .contains("br");
    }

    @Test
    void a_resource_is_cached_for_ever_at_the_address_that_names_its_content() throws IOException {
        String hash = registry.current()
                .resources()
                .get("/portail/webresources/style.css")
                .orElseThrow()
                .hash();
        HttpResponse<String> plain = get("/.resources/portail/webresources/style.css");
        HttpResponse<String> exact = get("/.resources/portail/webresources/style~" + hash + "~cache.css");
        HttpResponse<String> stale = get("/.resources/portail/webresources/style~2020-01-01-00-00-00-000~cache.css");

        assertThat(plain.body()).contains("color: #123");
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/css;charset=UTF-8");
        assertThat(cacheControl(plain)).isEqualTo("public, max-age=3600");
        assertThat(exact.body()).isEqualTo(plain.body());
        assertThat(cacheControl(exact)).isEqualTo("public, max-age=31536000, immutable");
        assertThat(cacheControl(stale)).isEqualTo("public, max-age=3600");
        assertThat(get("/.resources/portail/webresources/style.css", "If-None-Match", tag(plain))
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/.resources/portail/webresources/style.css", "Accept-Encoding", "br;q=0, gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void definitions_and_scripts_are_not_served() {
        assertThat(get("/.resources/portail/module.yaml").statusCode()).isEqualTo(404);
        assertThat(get("/.resources/portail/templates/pages/page.ftl").statusCode())
                .isEqualTo(404);
        assertThat(get("/.resources/portail/templates/pages/page~x~cache.ftl").statusCode())
                .isEqualTo(404);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("");
    }

    private static String cacheControl(HttpResponse<String> response) {
        return response.headers().firstValue("Cache-Control").orElse("");
    }
}
