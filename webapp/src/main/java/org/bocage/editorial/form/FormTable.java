package org.bocage.editorial.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.type.RegisterNumber;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Part;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.form.values.ValueKind;
import org.bocage.editorial.view.FormPage;

/**
 * A form as the line of a table: each of its fields is a column, a field within another one too
 * ({@code contact.telephone}), entries one after the other ({@code photos[0].alt}).
 */
public final class FormTable {

    /** Entries of a field that a table may hold. */
    private static final int MOST_ENTRIES = 20;

    /** A column: how the form names the field, and what people read above it. */
    public record Column(String path, String label, boolean required, boolean computed) {}

    /** Result of reading a line: the values, the paths that differ from before, and what could not be read. */
    public record Filled(FormValues values, List<String> changed, List<FormPage.Problem> problems) {}

    private record Place(Column column, Leaf leaf) {}

    private final List<Part> parts;
    private final FormTexts words;
    private final SpreadsheetCells cells;

    FormTable(List<Part> parts, FormTexts words, Choices choices, Map<String, RegisterNumber> numbers) {
        this.parts = parts;
        this.words = words;
        this.cells = new SpreadsheetCells(words, choices, numbers);
    }

    /** All columns a table of this form may have. */
    public List<Column> columns() {
        return places(path -> MOST_ENTRIES).values().stream().map(Place::column).toList();
    }

    /** Returns the columns that some contents need, and one of each field whether they need it or not. */
    public List<Column> columns(Map<String, Integer> entries) {
        return places(path -> Math.min(MOST_ENTRIES, Math.max(1, entries.getOrDefault(path, 1)))).values().stream()
                .map(Place::column)
                .toList();
    }

    /** Counts the entries of each field, and keeps the larger number. */
    public void count(FormValues values, Map<String, Integer> entries) {
        parts.forEach(part -> count(part, part.name(), values, entries));
    }

    private static void count(Part part, String path, FormValues values, Map<String, Integer> counts) {
        if (part instanceof Entries entries && !isOneCell(entries)) {
            int count = values.count(path);
            counts.merge(path, count, Math::max);
            for (int i = 0; i < count; i++) {
                count(entries.inner(), FormValues.entry(path, i), values, counts);
            }
        } else if (part instanceof Group group) {
            group.parts().forEach(one -> count(one, Part.at(path, one.name()), values, counts));
        }
    }

    /** Returns the texts of a content's cells in the given columns. */
    public List<String> line(Collection<Column> columns, FormValues values) {
        Map<String, Place> places = places(path -> MOST_ENTRIES);
        return columns.stream()
                .map(column -> {
                    Place place = places.get(column.path());
                    return place == null ? "" : text(place, values);
                })
                .toList();
    }

    /** A cell one could write in each column, to show how. */
    public String example(Column column) {
        Place place = places(path -> MOST_ENTRIES).get(column.path());
        return place == null ? "" : cells.example(place.leaf());
    }

    /**
     * Puts cells into values: a cell that says what is there already changes nothing, not even its form; an empty one
     * empties the field.
     *
     * @param line cells by path of the column
     */
    public Filled fill(FormValues before, Map<String, String> line) {
        Map<String, Place> places = places(path -> MOST_ENTRIES);
        FormValues values = before;
        List<String> changed = new ArrayList<>();
        List<FormPage.Problem> problems = new ArrayList<>();
        for (Map.Entry<String, String> cell : line.entrySet()) {
            Place place = places.get(cell.getKey());
            if (place == null || place.column().computed()) {
                continue;
            }
            String typed = Submission.keepable(cell.getKey(), cell.getValue()).strip();
            if (typed.equals(text(place, before).strip())) {
                continue;
            }
            List<String> read = cells.read(place.leaf(), isOneCell(place), typed);
            if (place.leaf().kind() == ValueKind.BOOLEAN && !typed.isEmpty() && read.isEmpty()) {
                problems.add(new FormPage.Problem(
                        cell.getKey(), place.column().label(), words.ours("table.error.yes-or-no")));
                continue;
            }
            if (cells.same(place.leaf(), read, held(place, before))) {
                continue;
            }
            values = put(place, values, read);
            changed.add(cell.getKey());
        }
        return new Filled(values, changed, problems);
    }

    private String text(Place place, FormValues values) {
        return cells.text(place.leaf(), held(place, values));
    }

    private static List<String> held(Place place, FormValues values) {
        String path = place.column().path();
        if (!isOneCell(place)) {
            return values.all(path);
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < values.count(path); i++) {
            all.add(values.text(FormValues.entry(path, i)));
        }
        return all;
    }

    private static FormValues put(Place place, FormValues values, List<String> read) {
        String path = place.column().path();
        if (!isOneCell(place)) {
            return values.with(path, read.toArray(String[]::new));
        }
        List<Map<String, List<String>>> entries = new ArrayList<>();
        read.forEach(one -> entries.add(Map.of("", List.of(one))));
        return values.withEntries(path, entries);
    }

    /** Values of their own that stand in one cell, one beside the other. */
    private static boolean isOneCell(Place place) {
        return place.leaf().definition() instanceof FieldDefinition.MultiField
                && !place.leaf().several();
    }

    private static boolean isOneCell(Entries entries) {
        return entries.definition().storage() == FieldDefinition.Storage.VALUES && entries.inner() instanceof Leaf;
    }

    private Map<String, Place> places(ToIntFunction<String> entries) {
        Map<String, Place> places = new LinkedHashMap<>();
        parts.forEach(part -> place(
                part,
                part.name(),
                words.label(part.definition()),
                part.definition().basics().required(),
                part.definition().basics().readOnly(),
                entries,
                places));
        return places;
    }

    private void place(
            Part part,
            String path,
            String label,
            boolean required,
            boolean computed,
            ToIntFunction<String> count,
            Map<String, Place> places) {
        if (part instanceof Leaf leaf) {
            if (!(leaf.single() instanceof FieldDefinition.PasswordField)) {
                places.put(path, new Place(new Column(path, label, required, computed), leaf));
            }
        } else if (part instanceof Group group) {
            inside(group.parts(), path, label, computed, count, places);
        } else if (part instanceof Alternative alternative) {
            inside(List.of(alternative.choice()), path, label, computed, count, places);
            alternative
                    .cases()
                    .forEach((value, inner) -> inside(inner, Part.at(path, value), label, computed, count, places));
        } else if (part instanceof Entries entries && isOneCell(entries)) {
            Leaf inner = (Leaf) entries.inner();
            Leaf all = new Leaf(entries.definition(), inner.single(), inner.kind(), inner.source(), false);
            places.put(path, new Place(new Column(path, label, required, computed), all));
        } else if (part instanceof Entries entries) {
            for (int i = 0; i < count.applyAsInt(path); i++) {
                String at = FormValues.entry(path, i);
                place(entries.inner(), at, label + " " + (i + 1), false, computed, count, places);
            }
        }
    }

    private void inside(
            List<Part> inner,
            String path,
            String label,
            boolean computed,
            ToIntFunction<String> count,
            Map<String, Place> places) {
        for (Part one : inner) {
            place(
                    one,
                    Part.at(path, one.name()),
                    words.ours("table.within", label, words.label(one.definition())),
                    false,
                    computed || one.definition().basics().readOnly(),
                    count,
                    places);
        }
    }
}
