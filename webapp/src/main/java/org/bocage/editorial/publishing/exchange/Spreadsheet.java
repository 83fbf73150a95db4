package org.bocage.editorial.publishing.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as spreadsheets open it by a double click in France: UTF-8 with its mark, semicolons, lines that end in CRLF.
 * What a spreadsheet would take for a formula begins with an apostrophe, which is taken away again on the way in.
 */
public final class Spreadsheet implements AutoCloseable {

    /** Media type of its bytes. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    private static final char MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private final CSVPrinter printer;

    /** @param out closed with the table */
    public Spreadsheet(Appendable out) throws IOException {
        out.append(MARK);
        printer = new CSVPrinter(out, FORMAT);
    }

    /** Writes a line. */
    public void line(Iterable<String> cells) throws IOException {
        for (String cell : cells) {
            printer.print(neutral(cell));
        }
        printer.println();
    }

    /** Hands on what was written so far. */
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }

    private static String neutral(String cell) {
        return isFormula(cell) || isNeutral(cell) ? "'" + cell : cell;
    }

    /** Returns the text of a cell, without the apostrophe that kept a spreadsheet from reckoning. */
    public static String plain(String cell) {
        return isNeutral(cell) ? cell.substring(1) : cell;
    }

    /** Decodes a table that comes in, without its mark; what is neither UTF-8 nor UTF-16 is Windows-1252, as Excel writes it. */
    public static String text(byte[] bytes) {
        String text;
        if (startsWith(bytes, 0xFF, 0xFE)) {
            text = new String(bytes, StandardCharsets.UTF_16LE);
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            text = new String(bytes, StandardCharsets.UTF_16BE);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                text = new String(bytes, Charset.forName("windows-1252"));
            }
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean isNeutral(String cell) {
        String rest = cell.replaceFirst("^'+", "");
        return rest.length() < cell.length() && isFormula(rest);
    }
}
