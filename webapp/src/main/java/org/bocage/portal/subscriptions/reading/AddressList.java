package org.bocage.portal.subscriptions.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.publishing.exchange.Spreadsheet;

/**
 * Mail addresses pasted by hand or exported by another tool, in the order of their lines. A line holds one address, several, or the
 * cells of a table; a name may stand around each address, {@code Léa <lea@exemple.fr>} (RFC 5322).
 */
public record AddressList(List<Line> lines) {

    /** Largest size of a file, in bytes. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    public static final int MOST_LINES = 5_000;
    /** Characters of a list, once the columns that do not matter are left out. */
    public static final int MOST_CHARACTERS = 350_000;
    /** Characters that are shown of a line that holds no address. */
    private static final int SHOWN = 80;

    private static final String BETWEEN = ";,\t";
    private static final String INVISIBLE = "[\u00AD\u200B-\u200F\u2060\uFEFF]";

    /**
     * An address, or a line in which there is none.
     *
     * @param number of the line, from 1
     * @param email a bare address; empty for a line without any
     * @param text the line as it is shown when something is wrong with it
     * @param day on which this person agreed, when the line says so
     * @param source of the agreement in words; empty when the line says nothing
     * @param ended whether the list says that they do not want mails any more, or that mails come back from there
     */
    public record Line(int number, String email, String text, Optional<LocalDate> day, String source, boolean ended) {

        public boolean isWrong() {
            return email.isEmpty();
        }
    }

    public AddressList {
        lines = List.copyOf(lines);
    }

    /** Reads a list, with or without a line of headers. */
    public static AddressList of(String text) {
        List<Line> found = new ArrayList<>();
        Optional<AddressColumns> columns = Optional.empty();
        boolean begun = false;
        int number = 0;
        for (String raw : clean(text).split("\n", -1)) {
            number++;
            if (raw.isBlank() || (!begun && raw.regionMatches(true, 0, "sep=", 0, 4))) {
                continue;
            }
            if (!begun) {
                begun = true;
                columns = AddressColumns.of(raw);
                if (columns.isPresent()) {
                    continue;
                }
            }
            if (columns.isPresent()) {
                add(found, number, columns.get(), cells(raw, columns.get().between()));
            } else {
                add(found, number, cells(raw, BETWEEN));
            }
        }
        return new AddressList(found);
    }

    /** Counts the lines of a text that say something. */
    public static long count(String text) {
        return clean(text).lines().filter(line -> !line.isBlank()).count();
    }

    /** Joins lists into one that has the columns read here alone, so that a form can carry it. */
    public static String joined(List<AddressList> lists) {
        List<Line> all = lists.stream().flatMap(list -> list.lines().stream()).toList();
        boolean isTable = all.stream()
                .anyMatch(line -> line.day().isPresent() || !line.source().isEmpty() || line.ended());
        Stream<String> lines = all.stream().map(line -> isTable ? AddressColumns.written(line) : line.text());
        return String.join(
                "\n",
                Stream.concat(isTable ? Stream.of(AddressColumns.HEADER) : Stream.empty(), lines)
                        .toList());
    }

    private static void add(List<Line> found, int number, AddressColumns columns, List<String> cells) {
        List<String> addresses = addresses(columns.address(cells));
        Optional<LocalDate> day = columns.day(cells);
        String source = columns.source(cells);
        boolean ended = columns.isEnded(cells);
        if (addresses.isEmpty()) {
            found.add(
                    wrong(number, columns.address(cells).isBlank() ? String.join(" ", cells) : columns.address(cells)));
        }
        addresses.forEach(cell -> found.add(line(number, cell, day, source, ended)));
    }

    private static void add(List<Line> found, int number, List<String> cells) {
        List<String> addresses = cells.stream()
                .filter(cell -> cell.indexOf('@') >= 0)
                .flatMap(cell -> addresses(cell).stream())
                .toList();
        Optional<LocalDate> day = cells.stream()
                .flatMap(cell -> AddressColumns.day(cell).stream())
                .findFirst();
        if (addresses.isEmpty()) {
            found.add(wrong(number, String.join(" ", cells)));
        }
        // a name on a social network, beside the address
        boolean hasOne = addresses.stream().anyMatch(cell -> Mail.isAddress(bare(cell)));
        addresses.stream()
                .filter(cell -> !hasOne || !cell.startsWith("@"))
                .forEach(cell -> found.add(line(number, cell, day, "", false)));
    }

    private static Line line(int number, String cell, Optional<LocalDate> day, String source, boolean ended) {
        String email = bare(cell);
        return Mail.isAddress(email) ? new Line(number, email, email, day, source, ended) : wrong(number, cell);
    }

    private static Line wrong(int number, String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        String shown = plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
        return new Line(number, "", shown, Optional.empty(), "", false);
    }

    /** Returns the addresses of a cell, which mail programs write one after the other. */
    private static List<String> addresses(String cell) {
        if (cell.chars().filter(c -> c == '@').count() < 2) {
            return cell.isBlank() || cell.indexOf('@') < 0 ? List.of() : List.of(cell.strip());
        }
        String between = cell.indexOf('<') >= 0 ? BETWEEN : BETWEEN + " ";
        return cells(cell, between).stream()
                .filter(one -> one.indexOf('@') >= 0)
                .map(String::strip)
                .toList();
    }

    /** Returns the address of a cell without the name around it. */
    private static String bare(String cell) {
        String text = Spreadsheet.plain(cell.strip());
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        if (open >= 0 && close > open) {
            text = text.substring(open + 1, close);
        }
        return text.strip()
                .replaceFirst("(?i)^mailto:", "")
                .replaceAll("^[\"'(]+|[\"')]+$", "")
                .strip();
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\u00A0\u202F]", " ")
                .replaceAll(INVISIBLE, "");
    }

    /** Cuts a line where one of the separators stands outside quotation marks and angle brackets. */
    static List<String> cells(String line, String between) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean named = false;
        for (int i = 0; i < line.length(); i++) {
            char at = line.charAt(i);
            if (at == '"') {
                quoted = !quoted && line.indexOf('"', i + 1) > 0;
            } else if (!quoted && between.indexOf(at) >= 0 && !named) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                continue;
            } else if (!quoted && (at == '<' || at == '>')) {
                named = at == '<' && line.indexOf('>', i) > 0;
            }
            if (at != '"') {
                cell.append(at);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
