package org.bocage.portal.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.portal.territory.france.FrenchCommunes;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The association's own outlines of its communes, {@code config/territory/contours.geojson}. */
class OutlineFileTests {

    private static final String SCREEN = "/espace/reglages/territoire";
    private static final String PASSWORD = "une phrase assez longue";

    /** Ajaccio, Bastia, Corte, each with the square that the file gives it. */
    private static final Map<String, String> SQUARES = Map.of(
            "2A004", square(8.7, 41.9),
            "2B033", square(9.4, 42.7),
            "2B096", square(9.1, 42.3));

    private static final TerritoryChoice CORSICA = new TerritoryChoice(
            new FrenchCommunes().written(List.copyOf(SQUARES.keySet())).communes());

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeRoom() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("config"), folder.resolve("config"));
        file = Files.createDirectories(folder.resolve("config/territory")).resolve("contours.geojson");
    }

    private static String square(double east, double north) {
        double side = 0.05;
        return "[[[" + east + "," + north + "],[" + (east + side) + "," + north + "],[" + (east + side) + ","
                + (north + side) + "],[" + east + "," + (north + side) + "]]]";
    }

    private void write(Stream<String> codes) throws IOException {
        Files.writeString(
                file,
                codes.map(code -> "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + SQUARES.get(code) + "}}")
                        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}")));
    }

    private Portal start() {
        return Portal.startNobodys(folder.resolve("data"), "--bocage.config=" + folder.resolve("config"));
    }

    private static void keep(Portal portal) {
        portal.context().getBean(KeptTerritory.class).keep(CORSICA, Map.of(), Actor.CLOCK, java.time.Instant.now());
    }

    private static Document screen(Portal portal) {
        Accounts accounts = portal.context().getBean(Accounts.class);
        if (accounts.find("camille").isEmpty()) {
            accounts.create("camille", "Camille", "camille@reseau.invalid", List.of("admin"), PASSWORD);
        }
        Browser admin = new Browser(portal.port());
        admin.signIn("camille", PASSWORD);
        return admin.read(SCREEN);
    }

    private static List<String> plots(Portal portal) {
        return new Browser(portal.port())
                .read("/reseau/carte")
                .select("svg.territoire path[d]")
                .eachAttr("d");
    }

    @Test
    void the_map_is_drawn_from_the_file_and_anew_when_it_goes() throws IOException {
        write(SQUARES.keySet().stream());
        List<String> outlined;
        try (Portal portal = start()) {
            keep(portal);
            assertThat(Browser.plain(screen(portal).text())).contains("La carte suit vos contours");
            outlined = plots(portal);
            assertThat(outlined).isNotEmpty();
            portal.context().getBean(TerritoryUpkeep.class).look();
            assertThat(plots(portal)).isEqualTo(outlined);
        }
        Files.delete(file);
        try (Portal portal = start()) {
            assertThat(plots(portal)).as("until the map is looked at").isEqualTo(outlined);
            portal.context().getBean(TerritoryUpkeep.class).look();
            assertThat(plots(portal)).isNotEmpty().isNotEqualTo(outlined);
            assertThat(screen(portal).text())
                    .doesNotContain("suit vos contours", "ne se lisent pas", "n’ont rien pour");
        }
        write(SQUARES.keySet().stream());
        try (Portal portal = start()) {
            portal.context().getBean(TerritoryUpkeep.class).look();
            assertThat(plots(portal)).isEqualTo(outlined);
        }
    }

    @Test
    void a_commune_without_an_outline_is_told_and_the_map_is_whole() throws IOException {
        write(SQUARES.keySet().stream().filter(code -> !code.equals("2B096")));
        try (Portal portal = start()) {
            keep(portal);
            assertThat(Browser.plain(screen(portal).text()))
                    .contains("n’ont rien pour Corte", "qu’aucune commune ne manque");
            assertThat(plots(portal)).isNotEmpty();
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_told_and_stops_nothing() throws IOException {
        Files.writeString(file, "code;nom\n2B096;Corte");
        try (Portal portal = start()) {
            keep(portal);
            assertThat(Browser.plain(screen(portal).text())).contains("ne se lisent pas");
            assertThat(plots(portal)).isNotEmpty();
        }
    }
}
