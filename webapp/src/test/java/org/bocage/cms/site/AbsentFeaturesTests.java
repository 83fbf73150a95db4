package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions and answers of a Magnolia that this host has not, as its documents say. */
class AbsentFeaturesTests {

    @TempDir
    static Path home;

    private static Portal portal;
    private static Browser visitor;

    private static final Locale SERVERS = Locale.getDefault();

    @BeforeAll
    static void start() {
        Locale.setDefault(Locale.US);
        portal = Portal.startForeign(home.resolve("data"));
        visitor = new Browser(portal.port());
    }

    @AfterAll
    static void stop() {
        portal.close();
        Locale.setDefault(SERVERS);
    }

    @Test
    void functions_that_are_not_there_fail_and_the_language_without_any_is_french() {
        HttpResponse<String> page = visitor.get("/absences");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly(
                        "search=refused",
                        "simpleSearch=refused",
                        "getItems=refused",
                        "tagfn=false",
                        "restfn.call=true",
                        "restfn.callForResponse=true",
                        "language=fr links=fr;",
                        "session=Absences /absences anonymous",
                        "users=refused;posts=refused;",
                        "addNode=refused",
                        "setProperty=refused",
                        "query=refused",
                        "state=/absences website",
                        "where=absences;|zippee;|absences;zippee;");
    }

    @Test
    void the_delivery_of_version_1_is_not_served_and_of_a_node_version_and_preview_say_nothing() {
        assertThat(visitor.get("/.rest/delivery/anciennes/absences").statusCode())
                .isEqualTo(404);
        String node = visitor.get("/.rest/delivery/pages/absences").body();
        assertThat(node).contains("\"title\":\"Absences\"");
        assertThat(visitor.get("/.rest/delivery/pages/absences?version=1.0&preview=true&personalized=true")
                        .body())
                .isEqualTo(node);
        for (String absent : List.of(
                "commands/v2",
                "import/v1",
                "status",
                "cache/v1",
                "template-annotations/v1",
                "template-definitions/v1")) {
            assertThat(visitor.get("/.rest/" + absent).statusCode()).as(absent).isEqualTo(404);
        }
        for (String parameter : List.of("preview", "version", "personalized")) {
            assertThat(visitor.get("/.rest/delivery/pages?" + parameter + "=true")
                            .body())
                    .as("of a list it is a filter, as any other name")
                    .contains("\"total\":0");
        }
    }

    @Test
    void an_archive_among_the_files_of_a_start_is_left_there_and_one_file_that_is_compressed_comes() {
        assertThat(visitor.get("/zippee").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/emballee").statusCode()).isEqualTo(404);
    }

    @Test
    void a_value_that_a_file_gives_as_nothing_is_left_out() {
        boolean isThere = portal.context()
                .getBean(Stores.class)
                .author()
                .<Boolean>read(
                        Identity.SYSTEM,
                        session -> session.getNode("/website/absences").hasProperty("vide"));
        assertThat(isThere).isFalse();
    }
}
