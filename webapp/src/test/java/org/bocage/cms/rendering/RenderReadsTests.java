package org.bocage.cms.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import org.bocage.Bocage;
import org.bocage.cms.rendering.page.Renderer;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.e2e.DemoHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a page of the portal asks of the store, with its demo content. */
@DirtiesContext
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
        String data = DemoHome.at(home.resolve("data"));
        registry.add("bocage.home", () -> data);
    }

    @ParameterizedTest
    @CsvSource({"/accueil,'',''", "/actualites,'',''", "/actualites/actu,2026,un-jardin-partage-vu-du-ciel"})
    void a_page_asks_the_store_for_each_node_once(String path, String year, String slug) {
        // who nobody was before, so that nothing is remembered for them
        Identity reader = Identity.of("reader", List.of("visiteur", "reader-of" + path.replace('/', '-')), List.of());

        Map<String, Integer> asked = rendered(reader, path, year, slug);

        assertThat(asked).as("what was asked").hasSizeGreaterThan(20);
        assertThat(asked)
                .as("what was asked more than once")
                .allSatisfy((what, times) -> assertThat(times).as(what).isEqualTo(1));
        assertThat(rendered(reader, path, year, slug).keySet())
                .as("what is asked again when nothing changed")
                .allSatisfy(what -> assertThat(what).endsWith("/website" + path));
    }

    private Map<String, Integer> rendered(Identity reader, String path, String year, String slug) {
        CountedReads reads = new CountedReads();
        String html = stores.published().read(reader, session -> {
            Node page = Workspace.WEBSITE.node(reads.session(session), path).orElseThrow();
            return renderer.render(page, request(reader, path, year, slug)).html();
        });
        assertThat(html).contains("</html>");
        return reads.counts();
    }

    /** Who may read the page is told at the next page, and so is what it says. */
    @Test
    void what_is_saved_shows_on_the_next_page() {
        assertThat(page()).doesNotContain("Bocage du test");
        new PublishedWriter(stores)
                .write(session -> session.getNode("/website/accueil").setProperty("baseline", "Bocage du test"));
        assertThat(page()).contains("Bocage du test");
    }

    private String page() {
        return stores.published().read(VISITOR, session -> {
            Node page = Workspace.WEBSITE.node(session, "/accueil").orElseThrow();
            return renderer.render(page, request(VISITOR, "/accueil", "", "")).html();
        });
    }

    private static RenderRequest request(Identity reader, String path, String year, String slug) {
        return new RenderRequest(
                Mode.PUBLISHED,
                reader,
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
