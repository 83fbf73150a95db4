package org.bocage.portal.moving.reading;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bocage.editorial.publishing.exchange.Spreadsheet;

/**
 * A table, one line a content, with semicolons, commas or tabs between the cells. A line is known by a number that the table gives it,
 * else by its title. A table of YesWiki's Bazar is one too: its columns bear the names of the fields.
 */
final class SheetExport implements SiteExport {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST_CELL = 100_000;
    private static final int MOST_COLUMNS = 300;
    private static final String BETWEEN = ";,\t";
    private static final List<String> NUMBERS =
            List.of("id_fiche", "identifiant", "id", "uid", "guid", "numero", "siret", "reference");
    private static final List<String> TITLES = List.of(
            "bf_titre",
            "titre",
            "title",
            "nom",
            "name",
            "raison_sociale",
            "nom_de_la_structure",
            "structure",
            "objet",
            "intitule");
    private static final List<String> DATES = List.of(
            "date_creation_fiche",
            "datetime_create",
            "date_de_publication",
            "date_publication",
            "post_date",
            "date_creation",
            "date");
    private static final List<String> ADDRESSES =
            List.of("url", "permalien", "permalink", "adresse_de_la_page", "lien_de_la_fiche");
    private static final List<String> PICTURES = List.of("image", "photo", "logo", "illustration", "vignette");
    private static final Pattern FRENCH_DAY =
            Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?:[ T]+([0-9]{1,2})[:h]([0-9]{2}).*)?");

    private final ExportFile file;
    private final String name;

    /** @param name of the file, by which two tables are told apart */
    SheetExport(ExportFile file, String name) {
        this.file = file;
        this.name =
                name.toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z0-9]+$", "").replaceAll("[^a-z0-9]+", "-");
    }

    @Override
    public String program() {
        return "tableau";
    }

    /** Takes a line, its cells by the header of their column. */
    @FunctionalInterface
    interface Lines {
        void take(Map<String, String> cells) throws IOException;
    }

    /** Hands over each line of a table that is not empty. */
    static void lines(ExportFile file, ExportVisitor visitor, Lines lines) throws UnreadableExport, IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(between(file.head()))
                .setIgnoreEmptyLines(true)
                .get();
        List<String> headers = new ArrayList<>();
        long number = 0;
        int taken = 0;
        try (Reader reader = file.reader();
                CSVParser parser = CSVParser.parse(reader, format)) {
            for (CSVRecord line : parser) {
                number = parser.getCurrentLineNumber();
                if (headers.isEmpty()) {
                    if (line.size() == 1 && line.get(0).toLowerCase(Locale.ROOT).startsWith("sep=")) {
                        continue;
                    }
                    headers.addAll(headers(line));
                } else {
                    Map<String, String> cells = cells(line, headers);
                    if (!cells.isEmpty()) {
                        lines.take(cells);
                        taken++;
                    }
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            if (taken == 0) {
                throw (UnreadableExport) new UnreadableExport("sheet", (int) Math.max(number, 1)).initCause(e);
            }
            visitor.cut((int) number);
        }
        if (taken == 0) {
            throw new UnreadableExport("no-line", 0);
        }
    }

    private static char between(String head) {
        String text = head.regionMatches(true, 0, "sep=", 0, 4) && head.length() > 4 ? head.substring(4, 5) : head;
        String first = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char best = ';';
        long most = 0;
        for (int i = 0; i < BETWEEN.length(); i++) {
            char one = BETWEEN.charAt(i);
            long count = first.chars().filter(each -> each == one).count();
            if (count > most) {
                most = count;
                best = one;
            }
        }
        return best;
    }

    private static List<String> headers(CSVRecord line) throws UnreadableExport {
        if (line.size() > MOST_COLUMNS) {
            throw new UnreadableExport("columns", MOST_COLUMNS);
        }
        List<String> headers = new ArrayList<>();
        for (String cell : line) {
            String header = cell.strip().replaceFirst("\\s*\\*$", "");
            String unique = header.isEmpty() ? "colonne " + (headers.size() + 1) : header;
            headers.add(headers.contains(unique) ? unique + " " + (headers.size() + 1) : unique);
        }
        return headers;
    }

    private static Map<String, String> cells(CSVRecord line, List<String> headers) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(line.size(), headers.size()); i++) {
            String cell = Spreadsheet.plain(line.get(i).strip());
            if (!cell.isEmpty()) {
                cells.put(headers.get(i), cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL));
            }
        }
        return cells;
    }

    @Override
    public void read(ExportVisitor visitor) throws UnreadableExport, IOException {
        lines(file, visitor, cells -> visitor.item(item(cells)));
    }

    private FormerItem item(Map<String, String> cells) {
        Map<String, String> folded = new HashMap<>();
        cells.forEach((header, cell) -> folded.putIfAbsent(folded(header), cell));
        String title =
                first(folded, TITLES).orElseGet(() -> cells.values().iterator().next());
        String number = first(folded, NUMBERS).orElse(title);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(FormerItem.TITLE, FormerHtml.text(title));
        cells.forEach((header, cell) -> {
            // a column of the title is the title
            if (!(TITLES.contains(folded(header)) && cell.equals(title))) {
                fields.putIfAbsent(header, cell);
            }
        });
        List<String> addresses = new ArrayList<>();
        first(folded, ADDRESSES).flatMap(FormerPaths::kept).ifPresent(addresses::add);
        List<String> pictures = new ArrayList<>();
        for (String one : PICTURES) {
            Optional.ofNullable(folded.getOrDefault(one, folded.get("imagebf_" + one)))
                    .filter(address -> address.matches("(?i).+\\.(jpe?g|png|webp|gif)(\\?.*)?"))
                    .ifPresent(pictures::add);
        }
        return new FormerItem(
                "tableau:" + name + ":" + folded(number),
                folded.containsKey("bf_titre") ? "fiche" : "ligne",
                folded.getOrDefault("id_typeannonce", ""),
                first(folded, DATES).flatMap(SheetExport::date).orElse(null),
                "",
                FormerState.PUBLISHED,
                fields,
                addresses,
                pictures);
    }

    private static Optional<String> first(Map<String, String> folded, List<String> names) {
        return names.stream()
                .map(name -> folded.getOrDefault(name, ""))
                .filter(cell -> !cell.isBlank())
                .findFirst();
    }

    /** Small letters and figures with a low line between words. */
    static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH).replace("œ", "oe"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }

    /** A day or a moment as it is written in France or by a program. */
    static Optional<Instant> date(String text) {
        Matcher french = FRENCH_DAY.matcher(text.strip());
        try {
            if (french.matches()) {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(french.group(3)),
                        Integer.parseInt(french.group(2)),
                        Integer.parseInt(french.group(1)));
                return Optional.of(day.atTime(
                                french.group(4) == null ? 12 : Integer.parseInt(french.group(4)),
                                french.group(5) == null ? 0 : Integer.parseInt(french.group(5)))
                        .atZone(PARIS)
                        .toInstant());
            }
            String iso = text.strip().replace(' ', 'T');
            return Optional.of((iso.length() > 10
                            ? LocalDateTime.parse(iso.substring(0, Math.min(iso.length(), 19)))
                            : LocalDate.parse(iso).atTime(12, 0))
                    .atZone(PARIS)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Fields that the host of a table made for itself. */
    static final Set<String> OWN = Set.of("id_fiche", "id_typeannonce", "html_data", "semantic", "antispam");
}
