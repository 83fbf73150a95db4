package org.bocage.editorial.items.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bocage.editorial.form.FormTable.Column;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as spreadsheets write them. */
@Tag("fast")
class TableFileTests {

    private static final String TEXT = "Titre;Ville\r\nL’été à l’œuvre;Bœuf-sur-Vilaine\r\n";

    static Stream<byte[]> written() {
        return Stream.of(
                TEXT.getBytes(UTF_8),
                ("\uFEFF" + TEXT).getBytes(UTF_8),
                ("\uFEFF" + TEXT).getBytes(UTF_16LE),
                TEXT.getBytes(Charset.forName("windows-1252")),
                TEXT.replace("\r\n", "\n").getBytes(UTF_8),
                TEXT.replace(';', ',').getBytes(UTF_8),
                TEXT.replace(';', '\t').getBytes(UTF_8),
                ("sep=;\r\n" + TEXT).getBytes(UTF_8),
                "Titre;Ville\n;\n\n\"L’été à l’œuvre\";\"Bœuf-sur-Vilaine\"".getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("written")
    void RE_19_a_table_is_read_whatever_spreadsheet_wrote_it(byte[] bytes) throws Exception {
        TableFile table = TableFile.read(bytes);
        assertThat(table.headers()).containsExactly("Titre", "Ville");
        assertThat(table.lines()).hasSize(1);
        assertThat(table.lines().get(0).cells()).containsExactly("L’été à l’œuvre", "Bœuf-sur-Vilaine");
    }

    @Test
    void RE_19_a_line_bears_the_number_that_an_editor_shows() throws Exception {
        TableFile table = TableFile.read("a;b\n1;\"sur\ndeux lignes\"\n2;x\n\n3;y\n".getBytes(UTF_8));
        assertThat(table.lines()).extracting(TableFile.Line::number).containsExactly(2, 4, 6);
    }

    @Test
    void OPS_02_the_apostrophe_that_keeps_a_spreadsheet_from_reckoning_is_taken_away() throws Exception {
        TableFile table = TableFile.read("a;b;c;d\n'=1+1;'+33261910000;'hier;''@x\n".getBytes(UTF_8));
        assertThat(table.lines().get(0).cells()).containsExactly("=1+1", "+33261910000", "'hier", "'@x");
    }

    @ParameterizedTest
    @CsvSource({"'', vide", "titre, sans-ligne", "'a;b\n1;\"2\n3;4', guillemet", "'a\n\0', pas-un-tableau"})
    void RE_19_what_is_no_table_is_told(String text, String reason) {
        assertThatThrownBy(() -> TableFile.read(text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        TableFile.Unreadable.class,
                        one -> assertThat(one.reason()).isEqualTo(reason));
    }

    @Test
    void RE_19_a_table_has_limits() {
        String lines = IntStream.range(0, TableFile.MOST_LINES + 1)
                .mapToObj(i -> "Chose " + i)
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> TableFile.read(("titre\n" + lines).getBytes(UTF_8)))
                .hasMessage("lignes 2000");
        assertThatThrownBy(() -> TableFile.read((";".repeat(TableFile.MOST_COLUMNS) + "\nx").getBytes(UTF_8)))
                .hasMessage("colonnes 300");
        assertThatThrownBy(() -> TableFile.read(("a\n" + "x".repeat(TableFile.LONGEST_CELL + 1)).getBytes(UTF_8)))
                .hasMessage("case 2");
    }

    @Test
    void RE_19_a_column_is_known_by_its_name_or_by_the_words_people_read() {
        List<Column> columns = List.of(
                column("titre", "Nom de la structure"),
                column("contact.telephone", "Contact – Téléphone"),
                column("contact.courriel", "Contact – Courriel"),
                column("referent.courriel", "Référent – Courriel"),
                column("siret", "SIRET"));
        assertThat(TableColumns.matching(
                        List.of(
                                "nom de la structure",
                                "TELEPHONE",
                                "Courriel",
                                "contact/courriel",
                                "Siret ",
                                "Réf",
                                "Humeur",
                                ""),
                        columns))
                .containsExactly(
                        "titre", "contact.telephone", "", "contact.courriel", "siret", "referent.courriel", "", "");
        assertThat(TableColumns.matching(List.of("titre", "Titre"), columns)).containsExactly("titre", "");
        List<Column> photos =
                List.of(column("photos[0].alt", "Photos 1 – Alt"), column("photos[1].alt", "Photos 2 – Alt"));
        assertThat(TableColumns.matching(List.of("Photos 1 – Alt", "photos[1].alt"), photos))
                .containsExactly("photos[0].alt", "photos[1].alt");
    }

    private static Column column(String path, String label) {
        return new Column(path, label, false, false);
    }
}
