package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.repository.document.PostgresServer;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal whose contents lie in PostgreSQL does what one with files does. */
class PostgresPortalTests {

    private static final Map<String, String> NEWS = Map.of(
            "titre", "Tout chaud",
            "origine", "territoire",
            "chapo", "Une nouvelle qui sort du four, et qui sent déjà bon depuis la rue d’à côté.",
            "corps", "<p>La voilà.</p>",
            "themes", "b0ca0002-0000-4000-8000-000000000006",
            "contactStructure", "b0ca0004-0000-4000-8000-000000000000",
            "visibilite", "public");

    @TempDir
    Path home;

    private final String brandNew =
            "/actualites/" + LocalDate.now(ZoneId.of("Europe/Paris")).getYear() + "/tout-chaud";

    @Test
    void an_item_is_written_proposed_published_read_and_there_after_a_restart() {
        String[] options = PostgresServer.options(PostgresServer.database());
        try (Portal portal = Portal.start(home, options)) {
            Browser contributor = Browser.signedIn(portal.port(), "contributeur");
            HttpResponse<String> proposed = contributor.write("/espace/actus/nouveau", NEWS, "proposer");
            assertThat(proposed.statusCode()).as(Browser.problems(proposed)).isEqualTo(302);
            Browser visitor = new Browser(portal.port());
            assertThat(visitor.get(brandNew).statusCode()).isEqualTo(404);

            Browser noor = Browser.signedIn(portal.port(), "salariee");
            Element task = Objects.requireNonNull(noor.read("/espace/taches").selectFirst("a:contains(Tout chaud)"));
            HttpResponse<String> accepted =
                    noor.submit(noor.get(task.attr("href")), Map.of("decision", "accepter", "commentaire", ""));
            assertThat(accepted.statusCode()).as(Browser.problems(accepted)).isEqualTo(302);
            assertThat(visitor.read(brandNew).select("main").text()).contains("La voilà.");
        }
        assertThat(home.resolve("repository")).doesNotExist();

        try (Portal portal = Portal.start(home, options)) {
            Browser visitor = new Browser(portal.port());
            assertThat(visitor.read(brandNew).select("main").text()).contains("La voilà.");
            assertThat(visitor.read("/actualites").select("main").text()).contains("Tout chaud");
            assertThat(visitor.read("/recherche?q=chaud").select("main").text()).contains("Tout chaud");
        }
    }
}
