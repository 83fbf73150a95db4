package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Content types of modules by others: whatever their names and those of their apps, their items are written here, by those whose role
 * opens their workspace.
 */
class ForeignTypesTests {

    private static final Path MODULES = Path.of("webapp/src/test/resources/magnolia/foreign");

    @TempDir
    static Path home;

    private static Portal portal;
    private static Browser admin;
    private static Stores stores;

    @BeforeAll
    static void start() {
        portal = Portal.startForeign(home.resolve("data"));
        stores = portal.context().getBean(Stores.class);
        admin = Browser.signedIn(portal.port(), "admin");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void a_type_whose_app_has_another_name_is_listed_written_and_found_again() {
        assertThat(admin.read("/espace/blogPost").select("h1").text()).isEqualTo("Carnet d'été");
        HttpResponse<String> saved = admin.submit(
                admin.get("/espace/blogPost/nouveau"),
                Map.of("title", "La moisson", "name", "la-moisson", "action", "enregistrer"));
        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
        assertThat(admin.read("/espace/blogPost").select("main").text()).contains("La moisson");
    }

    @Test
    void a_type_with_an_app_that_was_written_by_hand_has_the_form_of_that_app() {
        assertThat(admin.read("/espace/travel_guide/nouveau").select("label").text())
                .contains("Titre du guide");
        assertThat(admin.read("/espace/travel_guide").select("main").text())
                .as("its views, columns and bars of actions are read, and used nowhere")
                .doesNotContain("Colonne du module", "Archiver ailleurs", "Une page");
    }

    @Test
    void whoever_has_no_right_in_its_workspace_writes_none() {
        assertThat(Browser.signedIn(portal.port(), "contributeur")
                        .get("/espace/blogPost/nouveau")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_reference_into_a_workspace_that_is_not_there_stays_and_stops_nobody() {
        String id = stores.author().write(Identity.SYSTEM, session -> {
            var post = new Workspace("posts").root(session).addNode("ailleurs", "post");
            post.setProperty("title", "Écrit ailleurs");
            post.setProperty("auteur", "0d1b1f0e-1111-4222-8333-444455556666");
            return post.getIdentifier();
        });
        HttpResponse<String> saved = admin.submit(
                admin.get("/espace/blogPost/" + id),
                Map.of("title", "Écrit ailleurs, relu ici", "action", "enregistrer"));
        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
        String kept = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("posts")
                                .nodeById(session, id)
                                .orElseThrow()
                                .getProperty("auteur")
                                .getString());
        assertThat(kept).isEqualTo("0d1b1f0e-1111-4222-8333-444455556666");
    }

    @Test
    void what_cannot_be_kept_of_a_module_is_told_with_its_key() {
        List<String> told = Definitions.load(List.of(MODULES)).problems().stream()
                .map(Problem::sentence)
                .map(Browser::plain)
                .toList();
        assertThat(told)
                .anyMatch(one -> one.contains("org.example.models.PageModel"))
                .anyMatch(one -> one.contains("« traduire »") && one.contains("TranslateActionDefinition"))
                .anyMatch(one -> one.startsWith("Il manque « class » ou « $type »"))
                .anyMatch(one -> one.contains("« properties »") && one.contains("« mal »"))
                .anyMatch(one -> one.contains("« nulle-part »"))
                .noneMatch(one -> one.contains("chooser") || one.contains("propertyNameDecorator"));
    }
}
