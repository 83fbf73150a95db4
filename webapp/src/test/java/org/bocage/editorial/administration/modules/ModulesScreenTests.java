package org.bocage.editorial.administration.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.bocage.e2e.DemoHome;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An installation that changes packaged modules sees what it changed, and what an upgrade changed under it. */
class ModulesScreenTests {

    @TempDir
    static Path folder;

    private final Path home = folder.resolve(UUID.randomUUID().toString());
    private final Path own = home.resolve("a-nous");
    private final Path packaged = home.resolve("livres");

    private Portal start() throws IOException {
        if (!Files.exists(own)) {
            Files.createDirectories(own);
            FileSystemUtils.copyRecursively(Path.of("light-modules"), packaged);
            DemoHome.emptyAt(home.resolve("data"));
        }
        return Portal.startEmpty(home.resolve("data"), "--bocage.light-modules=" + own + "," + packaged);
    }

    private static String changed() throws IOException {
        try (var files = Files.walk(Path.of("light-modules"))) {
            return files.filter(file -> file.toString().endsWith(".ftl"))
                    .map(file -> Path.of("light-modules").relativize(file).toString())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private static Document screen(Browser admin) {
        return Browser.page(admin.get(ModulesController.ADDRESS));
    }

    @Test
    void a_changed_file_is_shown_and_so_is_what_an_upgrade_changes_in_it() throws IOException {
        String file = changed();
        try (Portal portal = start()) {
            Browser admin = Browser.signedIn(portal.port(), "admin");
            assertThat(screen(admin).select("main").text()).contains("Rien : tout est comme livré.", "Aucun fichier.");

            String text = Files.readString(packaged.resolve(file));
            write(own, file, text + "[#-- la nôtre --]\n");
            write(own, "balades/templates/pages/balade.ftl", "une balade");
            await().untilAsserted(() -> assertThat(
                            screen(admin).select("#changes ~ .lignes").text())
                    .contains("/" + file));
            assertThat(screen(admin).select("main ins").text()).contains("la nôtre");
            assertThat(screen(admin).select("#ajouts ~ .lignes").text())
                    .contains("balades", "un module à vous", "/balades/templates/pages/balade.ftl");
            assertThat(screen(admin).select(".bilan")).isEmpty();

            write(packaged, file, text + "[#-- la version deux --]\n");
            await().untilAsserted(
                            () -> assertThat(screen(admin).select(".bilan")).isNotEmpty());
        }
        try (Portal portal = start()) {
            Browser admin = Browser.signedIn(portal.port(), "admin");
            assertThat(screen(admin).select(".bilan").text()).contains("/" + file, "la version deux", "la nôtre");
            assertThat(Browser.page(admin.get("/espace")).text()).contains("a une nouvelle version livrée");

            assertThat(admin.postWithToken(ModulesController.ADDRESS, Map.of("fichier", "/" + file))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(screen(admin).select(".bilan")).isEmpty();
            assertThat(screen(admin).select("#changes ~ .lignes").text()).contains("/" + file);
            assertThat(Browser.page(admin.get("/espace")).text()).doesNotContain("nouvelle version livrée");

            write(packaged, file, "[#-- la version trois --]");
            await().untilAsserted(
                            () -> assertThat(screen(admin).select(".bilan")).isNotEmpty());
            String ours = Files.readString(own.resolve(file));
            Files.delete(own.resolve(file));
            await().untilAsserted(() ->
                    assertThat(screen(admin).select("main").text()).contains("Rien : tout est comme livré."));
            write(own, file, ours);
            await().untilAsserted(
                            () -> assertThat(screen(admin).select(".bilan").text())
                                    .as("put away and back, it still tells of the upgrade")
                                    .contains("la version trois"));
            Files.delete(own.resolve(file));
            await().untilAsserted(() ->
                    assertThat(screen(admin).select("main").text()).contains("Rien : tout est comme livré."));
        }
    }

    @Test
    void the_same_file_changes_nothing_and_an_unknown_one_is_no_error() throws IOException {
        String file = changed();
        try (Portal portal = start()) {
            Browser admin = Browser.signedIn(portal.port(), "admin");
            write(own, file, Files.readString(packaged.resolve(file)));
            write(own, "balades/module.yaml", "version: 1.0\n");
            await().untilAsserted(() ->
                    assertThat(screen(admin).select("main").text()).contains("balades"));
            assertThat(screen(admin).select("main").text()).contains("Rien : tout est comme livré.");
            assertThat(admin.postWithToken(ModulesController.ADDRESS, Map.of("fichier", "/../../etc/passwd"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(Browser.signedIn(portal.port(), "salariee")
                            .get(ModulesController.ADDRESS)
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
