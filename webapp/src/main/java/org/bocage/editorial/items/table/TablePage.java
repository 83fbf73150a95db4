package org.bocage.editorial.items.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code tableau.ftlh}: a table that comes in, one line a content. The file is posted to {@code address}; then, with the name it
 * was given ({@code jeton}), what each column is for ({@code colonne.0}…), the step ({@code etape}) and the button:
 * {@code simuler} or {@code importer}.
 *
 * @param label of the type in the plural, « Acteurs »
 * @param list address of the list of the type
 * @param out address of all contents of the type as a table
 * @param model address of an empty table with an example
 * @param largest size of a file, in bytes
 * @param most lines it may have, « 2 000 »
 * @param problem a sentence about the file that was sent; null when there is none
 * @param table null before a file was sent
 */
public record TablePage(
        String address,
        String label,
        String list,
        String out,
        String model,
        int largest,
        String most,
        @Nullable String problem,
        @Nullable Table table) {

    /**
     * A table that was looked at, or taken in.
     *
     * @param file how whoever sent it calls it
     * @param token names it; null when it was taken in
     * @param fields what a column may be for: path and label
     * @param steps what becomes of the lines: {@code enregistrer}, {@code proposer}, {@code publier}
     * @param counts sentences, « 12 lignes s’ajouteront »
     * @param hidden how many lines are not shown
     */
    public record Table(
            String file,
            @Nullable String token,
            List<Column> columns,
            List<Field> fields,
            List<String> steps,
            String step,
            List<String> counts,
            List<Line> lines,
            int hidden) {}

    /** A column: what stands above it and in its first line, and the path of its field, {@code ""} for none. */
    public record Column(String header, String sample, String path) {}

    /** A field. */
    public record Field(String path, String label) {}

    /**
     * A line: its number in the file, verdict {@code faux}, {@code ajoute}, {@code change} or {@code pareil}, the title of the
     * content and where it is written.
     */
    public record Line(
            int number,
            String verdict,
            boolean doubtful,
            String title,
            @Nullable String address,
            List<String> sentences) {}
}
