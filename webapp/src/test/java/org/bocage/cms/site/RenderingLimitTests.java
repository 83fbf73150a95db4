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
import javax.jcr.Node;
import org.bocage.Bocage;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Scripts that never end, write without end, or reach for what is none of their business. */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.rendering-time=6s", "bocage.largest-page=2000000"})
@Import(EverybodyPasses.class)
@ExtendWith(OutputCaptureExtension.class)
class RenderingLimitTests {

    private static final String SOBER = "Cette page ne s’affiche pas";
    private static final List<String> TEMPLATES = List.of(
            "boucleInclusion",
            "tourne",
            "insiste",
            "bavarde",
            "recursion",
            "classe1",
            "classe2",
            "classe3",
            "classe4",
            "classe5",
            "classe6",
            "classe7",
            "classe8");
    private static final String LOOPS = """
            boucles:
              jcr:primaryType: mgnl:page
              mgnl:template: limites:pages/page
              contenu:
                jcr:primaryType: mgnl:area
                a: {jcr:primaryType: mgnl:component, mgnl:template: 'limites:components/texte', texte: avant}
                b: {jcr:primaryType: mgnl:component, mgnl:template: 'limites:components/soi'}
                c: {jcr:primaryType: mgnl:component, mgnl:template: 'limites:components/inclus'}
                d: {jcr:primaryType: mgnl:component, mgnl:template: 'limites:components/pingpong', autre: /boucles/contenu/e}
                e: {jcr:primaryType: mgnl:component, mgnl:template: 'limites:components/pingpong', autre: /boucles/contenu/d}
                f: {jcr:primaryType: mgnl:component, mgnl:template: 'limites:components/texte', texte: après}
            """;

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, Path.of("webapp/src/test/resources/org/bocage/cms/site/limits"));
    }

    @BeforeEach
    void publish() {
        for (WritableStore store : BothStores.of(stores)) {
            put(store, "website.boucles.yaml", LOOPS);
            for (String template : TEMPLATES) {
                put(
                        store,
                        "website." + template + ".yaml",
                        template + ": {jcr:primaryType: mgnl:page, mgnl:template: 'limites:pages/" + template + "'}");
            }
        }
    }

    private static void put(WritableStore store, String file, String yaml) {
        store.update(Identity.SYSTEM, session -> {
            if (!session.nodeExists("/website/boucles")) {
                NodeTypes.ensureWorkspace(session, Workspace.WEBSITE);
                AccessControl.setRole(session, Workspace.WEBSITE, "visiteur", List.of(new AccessRule("/*", 8)));
            }
            new Bootstrap(session, Duration.ZERO)
                    .run(file, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofMinutes(3))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void components_that_show_or_include_themselves_are_left_out_and_named_in_the_log_and_the_others_stay(
            CapturedOutput log) throws IOException, InterruptedException {
        HttpResponse<String> page = get("/boucles");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().replaceAll("\\s+", "")).isEqualTo("<main><p>avant</p><p>après</p></main>");
        assertThat(log).contains("A component is left out: /website/boucles/contenu/b");
        assertThat(get("/author/boucles?mgnlPreview=false").body())
                .contains("/website/boucles/contenu/b shows itself without end")
                .contains("it includes or calls itself without end")
                .contains("<p>après</p>");
    }

    @Test
    void a_page_may_run_fifty_scripts_within_each_other_and_no_more() throws IOException, InterruptedException {
        // the page itself is the first of them
        stairs("haute", 49);
        stairs("troisHaute", 50);

        assertThat(get("/haute").body().split("<p>", -1)).hasSize(50);
        assertThat(get("/troisHaute").statusCode()).isEqualTo(500);
        assertThat(get("/author/troisHaute?mgnlPreview=true").body())
                .contains("more than 50 scripts run within each other");
    }

    /** A page whose component shows another, which shows another, so many times. */
    private void stairs(String page, int steps) {
        StringBuilder yaml = new StringBuilder(page + ":\n  jcr:primaryType: mgnl:page\n"
                + "  mgnl:template: limites:pages/escalier\n  marches:\n    jcr:primaryType: mgnl:area\n");
        for (int step = 1; step <= steps; step++) {
            yaml.append(
                    "    m" + step + ": {jcr:primaryType: mgnl:component, mgnl:template: 'limites:components/escalier'"
                            + (step < steps ? ", suivante: /" + page + "/marches/m" + (step + 1) : "") + "}\n");
        }
        BothStores.of(stores).forEach(store -> put(store, "website." + page + ".yaml", yaml.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boucleInclusion", "recursion", "bavarde", "tourne", "insiste"})
    void a_page_without_end_is_given_up_and_the_visitor_is_told(String page) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/" + page);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(SOBER).doesNotContain("limites");
        // nothing that others need was interrupted
        assertThat(get("/boucles").statusCode()).isEqualTo(200);
        put(BothStores.published(stores), "website.apres" + page + ".yaml", "x: {jcr:primaryType: mgnl:page}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_script_that_reaches_for_classes_or_accounts_fails(int number) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/classe" + number);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(SOBER).doesNotContain("avant").doesNotContain("java");
        assertThat(get("/author/classe" + number + "?mgnlPreview=false").body())
                .contains("FreeMarker template error")
                .doesNotContain("apres");
    }

    @Test
    void ten_thousand_components_are_all_shown() throws IOException, InterruptedException {
        new PublishedWriter(stores).write(session -> {
            Node page = session.getNode("/website").addNode("longue", "mgnl:page");
            page.setProperty("mgnl:template", "limites:pages/page");
            Node area = page.addNode("contenu", "mgnl:area");
            for (int i = 0; i < 10_000; i++) {
                Node component = area.addNode("c" + i, "mgnl:component");
                component.setProperty("mgnl:template", "limites:components/texte");
                component.setProperty("texte", "texte " + i);
            }
        });

        HttpResponse<String> page = get("/longue");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().split("<p>", -1)).hasSize(10_001);
        assertThat(page.body()).contains("<p>texte 9999</p>");
    }
}
