package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.maintenance.StoreMaintenance;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that runs on while its stores are compacted. */
class NightsOfAPortalTests {

    private static final String TASKS = "/espace/reglages/taches";
    private static final List<String> PAGES =
            List.of("/", "/actualites", "/agenda", "/annuaire", "/.rest/delivery/actus");

    @TempDir
    Path folder;

    @Test
    void people_read_and_write_on_after_many_compactions_and_the_screen_tells_of_the_last() {
        try (Portal portal = Portal.start(folder.resolve("home"))) {
            StoreMaintenance maintenance = portal.context().getBean(StoreMaintenance.class);
            Browser visitor = new Browser(portal.port());
            Browser admin = Browser.signedIn(portal.port(), "admin");
            List<Integer> before =
                    PAGES.stream().map(page -> visitor.get(page).statusCode()).toList();

            for (int night = 0; night < 3; night++) {
                maintenance.eraseSoon();
                Instant asked = Instant.now();
                admin.submit(admin.get(TASKS), Map.of("tache", "StoreMaintenance.compact"));
                Awaitility.await()
                        .untilAsserted(() -> assertThat(maintenance.results())
                                .filteredOn(result -> result.at().isAfter(asked))
                                .hasSize(2));
            }

            assertThat(PAGES.stream()
                            .map(page -> visitor.get(page).statusCode())
                            .toList())
                    .isEqualTo(before);
            assertThat(admin.get("/espace").statusCode()).isEqualTo(200);
            String told = admin.read(TASKS).text();
            assertThat(told)
                    .contains("La place que prennent les contenus", "Espace privé", "Site public", "au complet");
            assertThat(told).doesNotContain("pas abouti");
        }
    }
}
