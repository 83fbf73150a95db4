package org.bocage.cms.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a page of the portal asks of the store, with its demo content. */
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "management.server.port=0"})
class RenderReadsTests {

    private static final Identity VISITOR = Identity.anonymous(List.of("visiteur"));

    @TempDir
    static Path home;

    @Autowired
    private Stores stores;

    @Autowired
    private Renderer renderer;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("bocage.home", () -> home.resolve("data").toString());
    }

    @ParameterizedTest
    @CsvSource({"/accueil,'',''", "/actualites,'',''", "/actualites/actu,2026,un-jardin-partage-vu-du-ciel"})
    void a_page_asks_the_store_for_each_node_once(String path, String year, String slug) {
        CountedReads reads = new CountedReads();

        String html = stores.published().read(VISITOR, session -> {
            Node page = Workspace.WEBSITE.node(reads.session(session), path).orElseThrow();
            return renderer.render(page, request(path, year, slug)).html();
        });

        assertThat(html).contains("</html>");
        assertThat(reads.counts()).as("what was asked").hasSizeGreaterThan(20);
        assertThat(reads.counts())
                .as("what was asked more than once")
                .allSatisfy((what, times) -> assertThat(times).as(what).isEqualTo(1));
    }

    private static RenderRequest request(String path, String year, String slug) {
        return new RenderRequest(
                Mode.PUBLISHED,
                VISITOR,
                Locale.FRENCH,
                "",
                "http://localhost",
                "GET",
                path,
                path,
                List.of(),
                "",
                slug.isEmpty() ? Map.of() : Map.of("annee", List.of(year), "slug", List.of(slug)));
    }
}
