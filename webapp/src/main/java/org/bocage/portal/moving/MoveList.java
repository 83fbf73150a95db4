package org.bocage.portal.moving;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bocage.editorial.publishing.exchange.Spreadsheet;

/** List of what did not fit, or not as it was: a table that one opens in a spreadsheet, a line each. */
final class MoveList implements Closeable {

    private final Spreadsheet table;

    /** @param headers words of the first line */
    MoveList(Path path, List<String> headers) throws IOException {
        table = new Spreadsheet(Files.newBufferedWriter(path));
        table.line(headers);
    }

    /**
     * A line.
     *
     * @param title of the content over there
     * @param address where it was read
     * @param sentence what is to be known
     */
    record Line(String title, String address, String sentence) {}

    void add(Line line) {
        try {
            table.line(List.of(line.title(), line.address(), line.sentence()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    /** The first lines, and how many there are in all. */
    record Start(List<Line> lines, int total) {}

    static Start start(Path path, int most) {
        if (!Files.exists(path)) {
            return new Start(List.of(), 0);
        }
        List<Line> lines = new ArrayList<>();
        int total = -1;
        try (Reader reader = Files.newBufferedReader(path);
                CSVParser parser = CSVParser.parse(
                        reader, CSVFormat.DEFAULT.builder().setDelimiter(';').get())) {
            for (CSVRecord one : parser) {
                if (total >= 0 && total < most && one.size() == 3) {
                    lines.add(new Line(
                            Spreadsheet.plain(one.get(0)),
                            Spreadsheet.plain(one.get(1)),
                            Spreadsheet.plain(one.get(2))));
                }
                total++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Start(lines, Math.max(total, 0));
    }
}
