package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.rendering.Mode;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.RenderRequest;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.cache.RenderCache;
import org.bocage.cms.rendering.cache.RenderDependencies;
import org.bocage.cms.rendering.page.Renderer;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.SessionWork;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Parts of pages that stand as they were drawn before, and those that do not. */
@DirtiesContext
@SpringBootTest(classes = Bocage.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({EverybodyPasses.class, PartsTests.Time.class})
class PartsTests {

    private static final Identity VISITOR = Identity.anonymous(List.of("visiteur"));
    private static final Identity MEMBER = Identity.of("membre", List.of("visiteur"), List.of(Audience.MEMBERS));
    private static final Workspace VOCABULARIES = new Workspace("vocabulaires");
    private static final Duration KEPT = RenderCache.OLDEST;

    private static final Path CONTENTS = Path.of("webapp/src/test/resources/org/bocage/cms/site/parts-contents");

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @TempDir
    static Path home;

    @Autowired
    private Stores stores;

    @Autowired
    private Renderer renderer;

    @Autowired
    private RenderCache drawings;

    @Autowired
    private SettableClock clock;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, Path.of("webapp/src/test/resources/org/bocage/cms/site/parts"));
    }

    @BeforeEach
    void publish() throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(CONTENTS)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        for (WritableStore store : BothStores.of(stores)) {
            store.update(Identity.SYSTEM, session -> {
                NodeTypes.ensureWorkspace(session, Workspace.WEBSITE);
                NodeTypes.ensureWorkspace(session, VOCABULARIES);
                AccessControl.setRole(session, VOCABULARIES, "visiteur", List.of(new AccessRule("/*", 8)));
                AccessControl.setRole(session, Workspace.WEBSITE, "visiteur", List.of(new AccessRule("/*", 8)));
                if (session.nodeExists("/website/attendue")) {
                    session.getNode("/website/attendue").remove();
                }
            });
            store.update(Identity.SYSTEM, session -> {
                for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                    new Bootstrap(session, Duration.ZERO).run(file.getKey(), new ByteArrayInputStream(file.getValue()));
                }
            });
        }
        // in the middle of the time for which parts are kept, whatever the hour
        long since = clock.millis() % KEPT.toMillis();
        clock.forward(KEPT.minusMillis(since).plusSeconds(90));
    }

    private void published(SessionWork work) {
        new PublishedWriter(stores).write(work);
    }

    private Document page(String path) {
        return page(path, VISITOR, Mode.PUBLISHED, Map.of());
    }

    private Document page(String path, Identity reader, Mode mode, Map<String, List<String>> parameters) {
        Store store = mode.isAuthor() ? stores.author() : stores.published();
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            // each drawing tells its millisecond
            Thread.onSpinWait();
        }
        return Jsoup.parse(rendered(store, path, reader, mode, parameters).html());
    }

    private RenderedPage rendered(
            Store store, String path, Identity reader, Mode mode, Map<String, List<String>> parameters) {
        RenderRequest request = new RenderRequest(
                mode, reader, Locale.FRENCH, "", "http://localhost", "GET", path, path, List.of(), "", parameters);
        return store.read(
                mode.isAuthor() ? Identity.SYSTEM : reader,
                session -> renderer.render(Workspace.WEBSITE.node(session, path).orElseThrow(), request));
    }

    private static String drawn(Document page, String part) {
        return page.select(part).attr("data-drawn");
    }

    private static String words(Document page, String part) {
        return page.select(part).text();
    }

    @Test
    void a_component_is_drawn_again_when_what_it_shows_changes_and_the_others_stay() {
        Document before = page("/une");
        assertThat(drawn(page("/une"), ".texte")).isNotEmpty().isEqualTo(drawn(before, ".texte"));

        published(session -> session.getNode("/website/une/contenu/texte").setProperty("texte", "après"));

        Document after = page("/une");
        assertThat(words(after, ".texte")).isEqualTo("après");
        assertThat(drawn(after, ".titre")).isEqualTo(drawn(before, ".titre"));

        published(session -> session.getNode("/website/une").setProperty("title", "Une autre"));

        assertThat(words(page("/une"), ".titre")).isEqualTo("Une autre");
    }

    @Test
    void a_part_that_a_script_names_is_the_same_in_all_pages_that_tell_the_same() {
        String drawn = drawn(page("/une"), "footer");

        assertThat(drawn(page("/autre"), "footer")).isNotEmpty().isEqualTo(drawn);
        assertThat(words(page("/sombre"), "footer")).isEqualTo("Bonjour sombre");
        assertThat(drawn(page("/autre"), "footer")).isEqualTo(drawn);
    }

    @Test
    void what_the_page_had_read_before_counts_for_its_parts_too() {
        assertThat(words(page("/une"), "footer")).isEqualTo("Bonjour claire");

        published(session -> session.getNode("/website/commun").setProperty("title", "Bonsoir"));

        assertThat(words(page("/une"), "footer")).isEqualTo("Bonsoir claire");
        published(session -> session.getNode("/website/commun").setProperty("title", "Bonjour"));
    }

    @Test
    void what_was_looked_for_in_vain_shows_when_it_comes_and_lists_show_what_is_new() {
        assertThat(words(page("/une"), ".attendue")).isEqualTo("absente");

        published(session -> session.getNode("/website").addNode("attendue", "mgnl:page"));

        Document page = page("/une");
        assertThat(words(page, ".attendue")).isEqualTo("venue");
        assertThat(words(page, ".pages")).contains("attendue");

        published(session -> session.getNode("/website/attendue").remove());

        page = page("/une");
        assertThat(words(page, ".attendue")).isEqualTo("absente");
        assertThat(words(page, ".pages")).contains("sombre").doesNotContain("attendue");
    }

    @ParameterizedTest
    @CsvSource({
        "parametre, rien, mots",
        "valeurs, rien, mots",
        "table, '', mots",
        "attribut, verte, jaune",
        "adresse, /une, /autre",
        "principale, /une, /autre",
        "modele, /une, /autre",
        "parent, /une, /autre",
        "qui, anonymous, membre"
    })
    void what_looks_at_the_request_is_drawn_for_each(String part, String first, String second) {
        Identity same = Identity.of("membre", List.of("visiteur"), List.of());
        assertThat(words(page("/une"), "." + part)).isEqualTo(first);

        Document page = page("/autre", same, Mode.PUBLISHED, Map.of("q", List.of("mots")));

        assertThat(words(page, "." + part)).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"repond, /une", "cherche, /une", "suggere, /une", "herite, /une/fille"})
    void what_changes_the_answer_searches_the_site_or_inherits_is_drawn_each_time(String part, String path) {
        String drawn = drawn(page(path), "." + part);

        assertThat(drawn(page(path), "." + part)).isNotEmpty().isNotEqualTo(drawn);
    }

    @Test
    void the_language_of_the_server_and_the_address_of_the_portal_are_the_same_for_each() {
        String drawn = drawn(page("/une"), ".lieu");

        assertThat(words(page("/une"), ".lieu")).isEqualTo(Locale.getDefault().getLanguage());
        assertThat(drawn(page("/autre"), ".lieu")).isNotEmpty().isEqualTo(drawn);
    }

    @Test
    void what_some_may_read_is_not_shown_to_others_and_goes_with_the_right_to_read_it() {
        published(session -> AccessControl.setAudience(
                session.getNode("/website").addNode("attendue", "mgnl:page"), Audience.MEMBERS));

        assertThat(words(member(), ".attendue")).isEqualTo("venue");
        assertThat(words(page("/une"), ".attendue")).isEqualTo("absente");
        assertThat(words(member(), ".pages")).contains("attendue");
        assertThat(words(page("/une"), ".pages")).doesNotContain("attendue");

        published(session -> AccessControl.setAudience(session.getNode("/website/attendue"), Audience.BOARD));

        assertThat(words(member(), ".attendue")).isEqualTo("absente");
    }

    private Document member() {
        return page("/une", MEMBER, Mode.PUBLISHED, Map.of());
    }

    @Test
    void accounts_with_the_same_rights_share_what_was_drawn() {
        Identity other = Identity.of("autre-membre", List.of("visiteur"), List.of(Audience.MEMBERS));

        assertThat(drawn(page("/une", other, Mode.PUBLISHED, Map.of()), ".texte"))
                .isNotEmpty()
                .isEqualTo(drawn(member(), ".texte"));
    }

    @Test
    void a_component_that_comes_from_another_page_is_not_taken_for_one_of_its_own() {
        assertThat(words(page("/une"), ".origine")).isEqualTo("propre");
        assertThat(words(page("/une/fille"), ".origine")).isEqualTo("reçue");
    }

    @Test
    void what_was_found_is_shown_with_the_words_that_found_it() {
        assertThat(words(page("/une"), ".extrait")).contains("lundi").doesNotContain("mardi");
        assertThat(words(page("/autre"), ".extrait")).contains("mardi").doesNotContain("lundi");
    }

    @Test
    void what_is_new_in_a_folder_shows_where_the_folder_is_read() {
        assertThat(words(page("/une"), ".racine")).doesNotContain("nuances");

        published(session -> session.getNode("/vocabulaires").addNode("nuances", "mgnl:content"));

        assertThat(words(page("/une"), ".racine")).contains("nuances");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sansNom", "/parContenu", "/sansBy"})
    void a_part_without_a_name_or_named_by_a_content_is_a_fault_of_the_script(String path) {
        assertThatThrownBy(() -> page(path)).isInstanceOf(RenderFailure.class).hasMessageContaining("by ");
    }

    @Test
    void nothing_is_kept_for_longer_than_the_time_of_day_may_be_late() {
        String drawn = drawn(page("/une"), ".texte");
        clock.forward(Duration.ofMinutes(1));
        assertThat(drawn(page("/une"), ".texte")).isEqualTo(drawn);

        clock.forward(KEPT);

        assertThat(drawn(page("/une"), ".texte")).isNotEmpty().isNotEqualTo(drawn);
    }

    @Test
    void a_component_that_failed_is_tried_again() {
        long since = clock.millis() % KEPT.toMillis();
        clock.forward(KEPT.minusMillis(since));
        assertThat(page("/une").select(".fragile")).isEmpty();

        clock.forward(Duration.ofMinutes(2));

        assertThat(words(page("/une"), ".fragile")).isEqualTo("tient");
    }

    @Test
    void who_writes_sees_each_page_as_it_is() {
        String drawn = drawn(page("/une", VISITOR, Mode.PREVIEW, Map.of()), ".texte");

        assertThat(drawn(page("/une", VISITOR, Mode.PREVIEW, Map.of()), ".texte"))
                .isNotEmpty()
                .isNotEqualTo(drawn);
    }

    @Test
    void a_page_depends_on_all_that_its_parts_read_whenever_they_were_drawn() {
        RenderedPage first = rendered(stores.published(), "/une", VISITOR, Mode.PUBLISHED, Map.of());
        RenderedPage next = rendered(stores.published(), "/une", VISITOR, Mode.PUBLISHED, Map.of());

        assertThat(first.reads().nodes()).contains("/vocabulaires/teintes");
        assertThat(first.reads().workspaces()).contains("website");
        assertThat(next.reads()).isEqualTo(first.reads());
    }

    @Test
    void what_is_drawn_while_the_store_changes_is_not_kept() {
        RenderCache.Kept<String, String> kept = drawings.cache(1_000, (key, html) -> html.length());
        RenderCache.Drawn<String> drawn = new RenderCache.Drawn<>("<p>", new RenderDependencies(Set.of(), Set.of()));
        long startedAt = drawings.generation();

        published(session -> session.getNode("/website/une").setProperty("title", "Entre-temps"));
        kept.put("late", drawn, startedAt);
        kept.put("in time", drawn, drawings.generation());

        assertThat(kept.get("late")).isEmpty();
        assertThat(kept.get("in time")).isEqualTo(Optional.of(drawn));
    }
}
