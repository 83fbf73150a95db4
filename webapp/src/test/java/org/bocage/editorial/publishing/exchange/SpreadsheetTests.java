package org.bocage.editorial.publishing.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets of France open them. */
@Tag("fast")
class SpreadsheetTests {

    private static String written(String cell) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Spreadsheet table = new Spreadsheet(text)) {
            table.line(List.of("x", cell));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+33261910000, '''+33261910000'", "-2, '''-2'", "@a, '''@a'", "02 61, 02 61"})
    void OPS_02_a_formula_is_only_a_text(String cell, String expected) throws IOException {
        assertThat(written(cell)).isEqualTo("\uFEFFx;" + expected + "\r\n");
        assertThat(Spreadsheet.plain(expected)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'hier", "''", "'=1", "''+2", "=", "-", "l'été", ""})
    void OPS_02_what_was_written_is_what_comes_back(String cell) throws IOException {
        String line = written(cell);
        assertThat(Spreadsheet.plain(line.substring(3, line.length() - 2))).isEqualTo(cell.isEmpty() ? "" : cell);
    }

    @Test
    void OPS_02_lines_within_a_cell_and_quotes_stay() throws IOException {
        assertThat(written("a\n\"b\"; c")).isEqualTo("\uFEFFx;\"a\n\"\"b\"\"; c\"\r\n");
        assertThat(written("\t=1")).contains("'\t=1");
    }
}
