package org.bocage.portal.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bocage.cms.repository.config.ConfigFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts of the communes of a territory: which of them act together, which are near. */
@Tag("fast")
class CommunesTests {

    private final Communes communes = new Communes(DemoCommunes.read());

    @Test
    void those_that_act_together_are_groups_by_name() {
        assertThat(communes.groups())
                .extracting(Communes.Group::title)
                .containsExactly("Bretagne Porte de Loire Communauté", "Vallons de Haute-Bretagne Communauté");
        assertThat(communes.group("vallons-de-haute-bretagne-communaute")
                        .orElseThrow()
                        .codes())
                .hasSize(18);
    }

    @Test
    void the_ones_nearby_are_within_fifteen_kilometres_and_an_unknown_commune_has_none() {
        assertThat(communes.around("35126")).hasSize(17).contains("35126").doesNotContain("35175");
        assertThat(communes.around("99999")).containsExactly("99999");
        assertThat(communes.kilometres("35126", "99999")).isEmpty();
        assertThat(new Communes(List.of()).around("35126")).containsExactly("35126");
    }

    @Test
    void a_file_of_one_s_own_counts_line_by_line_and_without_one_there_is_none(@TempDir Path config)
            throws IOException {
        assertThat(new TerritoryFile(new ConfigFiles(config)).communes()).isEmpty();
        Files.createDirectories(config.resolve("territory"));
        Files.writeString(config.resolve(TerritoryFile.PATH), """
                code_insee,nom,codes_postaux,epci_nom,latitude,longitude
                2B096,Corte,20250,"CC du Centre, en Corse",42.27,9.08
                2A004,Ajaccio,20000|20090,,41.93,8.70
                2B033,Bastia,20200,CA de Bastia,au nord,9.43
                """);

        List<TerritoryCommune> read =
                new TerritoryFile(new ConfigFiles(config)).communes().orElseThrow();

        assertThat(read).extracting(TerritoryCommune::code).containsExactly("2B096", "2A004");
        assertThat(read.get(0).epci()).hasValue("CC du Centre, en Corse");
        assertThat(read.get(1).postcodes()).containsExactly("20000", "20090");
        assertThat(read.get(1).epci()).isEmpty();
    }
}
