package org.bocage.editorial.items.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bocage.editorial.form.FormTable.Column;

/** Which field each column of a table is for: known by its name or by what people read above it. */
final class TableColumns {

    /** Column of the portal's own identifier of a content. */
    static final String IDENTIFIER = "@identifiant";
    /** Where it is in the review; told, and never read. */
    static final String STATE = "@etat";
    /** Letters that say enough of what follows them. */
    private static final int SHORTEST = 3;

    /** For nothing. */
    static final String NONE = "";

    private TableColumns() {}

    /** Of each header the path of its field, or {@link #NONE}; no field twice. */
    static List<String> matching(List<String> headers, Collection<Column> columns) {
        Set<String> used = new HashSet<>();
        List<String> paths = new ArrayList<>();
        for (String header : headers) {
            String path = exactly(header, columns, used)
                    .or(() -> one(folded(header), columns, used))
                    .orElse(NONE);
            used.add(path);
            paths.add(path);
        }
        return List.copyOf(paths);
    }

    private static Optional<String> exactly(String header, Collection<Column> columns, Set<String> used) {
        String asked = header.strip().replace('/', '.');
        return columns.stream()
                .map(Column::path)
                .filter(path -> path.equals(asked) && !used.contains(path))
                .findFirst();
    }

    private static Optional<String> one(String header, Collection<Column> columns, Set<String> used) {
        if (header.isEmpty()) {
            return Optional.empty();
        }
        List<Function<Column, String>> ways = List.of(
                // an entry is the first by its words and [0] by its path: only words are compared loosely
                column -> column.path().contains("[") ? "" : column.path(),
                Column::label,
                column -> column.path().substring(column.path().lastIndexOf('.') + 1));
        for (Function<Column, String> way : ways) {
            List<String> found = columns.stream()
                    .filter(column -> folded(way.apply(column)).equals(header))
                    .map(Column::path)
                    .filter(path -> !used.contains(path))
                    .toList();
            // of several with the same words, the first as the form has them; of several last steps, none
            if (found.size() == 1 || (!found.isEmpty() && way != ways.get(2))) {
                return Optional.of(found.get(0));
            }
        }
        return beginning(header, columns, used);
    }

    /** Returns the only field whose label begins with this header: « Nom » for « Nom de la structure ». */
    private static Optional<String> beginning(String header, Collection<Column> columns, Set<String> used) {
        List<String> found = columns.stream()
                .filter(column -> folded(column.label()).startsWith(header))
                .map(Column::path)
                .toList();
        return header.length() >= SHORTEST && found.size() == 1 && !used.contains(found.get(0))
                ? Optional.of(found.get(0))
                : Optional.empty();
    }

    /** Letters and digits alone, without accents: {@code Téléphone (fixe)} and {@code telephone-fixe} are the same. */
    static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH).replace("œ", "oe"), Normalizer.Form.NFKD)
                .replaceAll("[^a-z0-9@]", "");
    }
}
