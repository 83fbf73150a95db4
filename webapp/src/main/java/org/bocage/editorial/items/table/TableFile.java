package org.bocage.editorial.items.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bocage.editorial.publishing.exchange.Spreadsheet;

/**
 * A table as it comes out of a spreadsheet (RFC 4180 and its kin): UTF-8 with or without mark, UTF-16, or Windows-1252;
 * between the cells semicolons, commas or tabs.
 *
 * @param headers of the columns, as written in the first line
 * @param lines the others, without those that are empty
 */
record TableFile(List<String> headers, List<Line> lines) {

    /** Largest size of a file, in bytes. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    static final int MOST_LINES = 2_000;
    static final int MOST_COLUMNS = 300;
    /** Characters of one cell. */
    static final int LONGEST_CELL = 50_000;

    private static final String BETWEEN = ";,\t";

    /**
     * A line.
     *
     * @param number of its first line in the file, from 1
     */
    record Line(int number, List<String> cells) {}

    /** A file that is no table, or too large a one. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final String reason;
        private final int number;

        /**
         * @param reason key of the sentence
         * @param number the line, or how many there may be; 0 when there is nothing to tell
         */
        Unreadable(String reason, int number) {
            super(reason + " " + number);
            this.reason = reason;
            this.number = number;
        }

        String reason() {
            return reason;
        }

        int number() {
            return number;
        }
    }

    static TableFile read(Path path) throws Unreadable {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new Unreadable("lourd", MOST_BYTES / (1024 * 1024));
            }
            return read(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException("A table cannot be read", e);
        }
    }

    static TableFile read(byte[] bytes) throws Unreadable {
        String text = Spreadsheet.text(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable("pas-un-tableau", 0);
        }
        int skipped = 0;
        char between = between(text);
        // Excel says so in a first line of its own
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            between = text.charAt(4);
            skipped = 1;
            text = text.substring(Math.max(text.indexOf('\n') + 1, 5));
        }
        return parsed(text, between, skipped);
    }

    private static TableFile parsed(String text, char between, int skipped) throws Unreadable {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(between)
                // they count as lines
                .setIgnoreEmptyLines(false)
                .get();
        List<Line> lines = new ArrayList<>();
        int start = 1 + skipped;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord each : parser) {
                Line line = new Line(start, cells(each, start));
                start = (int) parser.getCurrentLineNumber() + 1 + skipped;
                if (line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    lines.add(line);
                }
                if (lines.size() > MOST_LINES + 1) {
                    throw new Unreadable("lignes", MOST_LINES);
                }
            }
        } catch (CSVException e) {
            throw (Unreadable) new Unreadable("guillemet", start).initCause(e);
        } catch (UncheckedIOException | IOException e) {
            throw (Unreadable) new Unreadable("guillemet", start).initCause(e);
        }
        if (lines.size() < 2) {
            throw new Unreadable(lines.isEmpty() ? "vide" : "sans-ligne", 0);
        }
        return new TableFile(lines.get(0).cells(), List.copyOf(lines.subList(1, lines.size())));
    }

    private static List<String> cells(CSVRecord line, int number) throws Unreadable {
        if (line.size() > MOST_COLUMNS) {
            throw new Unreadable("colonnes", MOST_COLUMNS);
        }
        List<String> cells = new ArrayList<>();
        for (String cell : line) {
            if (cell.length() > LONGEST_CELL) {
                throw new Unreadable("case", number);
            }
            cells.add(Spreadsheet.plain(cell.strip()));
        }
        return List.copyOf(cells);
    }

    /** Returns the separator that stands most often between the cells of the first line. */
    private static char between(String text) {
        int[] counts = new int[BETWEEN.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == '"') {
                quoted = !quoted;
            } else if (!quoted && (at == '\n' || at == '\r')) {
                break;
            } else if (!quoted && BETWEEN.indexOf(at) >= 0) {
                counts[BETWEEN.indexOf(at)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return BETWEEN.charAt(most);
    }
}
