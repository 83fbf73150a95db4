package org.bocage.portal.moving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.editorial.form.FormTable;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.view.FormPage;
import org.bocage.portal.moving.reading.FormerHtml;
import org.bocage.portal.moving.reading.FormerItem;

/** A content type that contents of the former site become: which values its form takes, and which it does not. */
final class MoveTarget {

    /** Name, over there, of the main picture. */
    static final String PICTURE = "image";

    private static final Pattern PICTURE_FIELD =
            Pattern.compile("(photos\\[0]|photo|portrait|image|logo|vignette)(\\.image)?");
    private static final String TITLE = "titre";
    private static final String NAME = "name";
    private static final int LONGEST_TITLE = 120;
    private static final int MOST_PHOTOS = 8;
    private static final int ROUNDS = 5;
    private static final int FEW = 3;

    private final ContentType type;
    private final ItemForm form;
    private final FormTable table;
    private final FormValues fresh;
    private final List<FormTable.Column> columns;
    private final Map<String, Boolean> accepted = new HashMap<>();

    MoveTarget(ContentType type, ItemForm form) {
        this.type = type;
        this.form = form;
        this.table = form.table();
        this.fresh = form.fresh();
        this.columns = table.columns(new HashMap<>());
    }

    ContentType type() {
        return type;
    }

    ItemForm form() {
        return form;
    }

    /** Fields that somebody may fill in. */
    List<FormTable.Column> columns() {
        return columns.stream()
                .filter(one -> !one.computed() && !one.path().equals(NAME))
                .toList();
    }

    /** Whether a new content has something in a field. */
    boolean isGiven(String path) {
        return !fresh.text(path).isBlank();
    }

    /** The field of a picture; empty when the type has none. */
    Optional<String> pictureField() {
        return columns.stream()
                .map(FormTable.Column::path)
                .filter(path -> PICTURE_FIELD.matcher(path).matches())
                .findFirst();
    }

    /** A value that the form does not take: of which field, what it says, and why not. */
    record Dropped(String label, String value, String why) {}

    /**
     * A content as the form takes it.
     *
     * @param cells by path
     * @param lacking labels of fields that are to be filled in before it can go on line
     */
    record Fitted(FormValues values, Map<String, String> cells, List<Dropped> dropped, List<String> lacking) {}

    /**
     * Fits a content into the form: values that it does not take are dropped, and told.
     *
     * @param otherwise what fields hold that nobody filled in
     */
    Fitted fit(FormerItem item, MovePlan.Kind plan, Map<String, String> otherwise) {
        Map<String, String> cells = new LinkedHashMap<>();
        plan.fields().forEach((field, path) -> {
            String value = value(item, field);
            if (!value.isBlank()
                    && !path.isEmpty()
                    && !PICTURE_FIELD.matcher(path).matches()) {
                cells.merge(path, value, (one, other) -> one.equals(other) ? one : one + "\n" + other);
            }
        });
        plan.fixed().forEach((path, value) -> {
            if (!value.isBlank()) {
                cells.putIfAbsent(path, value);
            }
        });
        otherwise.forEach(cells::putIfAbsent);
        String title =
                cells.getOrDefault(TITLE, item.title()).replaceAll("\\s+", " ").strip();
        List<Dropped> dropped = new ArrayList<>();
        cells.put(TITLE, title(title, item, dropped));
        cells.put(NAME, form.slug(cells.getOrDefault(TITLE, "")));
        FormTable.Filled filled = table.fill(fresh, cells);
        for (int round = 0; round < ROUNDS; round++) {
            List<FormPage.Problem> problems = problems(filled);
            if (problems.isEmpty()) {
                break;
            }
            for (FormPage.Problem problem : problems) {
                cellOf(problem.field(), cells)
                        .ifPresent(path -> narrow(path, cells, plan.fixed().getOrDefault(path, ""), problem, dropped));
            }
            filled = table.fill(fresh, cells);
        }
        FormValues values = filled.values();
        List<String> lacking = form.check(values, true).problems().stream()
                .map(FormPage.Problem::label)
                .distinct()
                .toList();
        return new Fitted(values, cells, dropped, lacking);
    }

    private static String title(String title, FormerItem item, List<Dropped> dropped) {
        if (title.length() > LONGEST_TITLE) {
            dropped.add(new Dropped(TITLE, title, ""));
            String cut = title.substring(0, LONGEST_TITLE - 1);
            return cut.substring(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2)) + "…";
        }
        if (title.length() >= FEW) {
            return title;
        }
        String text = FormerHtml.text(item.field(FormerItem.TEXT));
        String start =
                text.substring(0, Math.min(text.length(), LONGEST_TITLE / 2)).strip();
        return title.isBlank() && start.length() >= FEW ? start + "…" : title.isBlank() ? "Sans titre" : title + " …";
    }

    /** Returns what a content says in a field; its first sentences where it has no summary. */
    private static String value(FormerItem item, String field) {
        if (field.equals(FormerItem.SUMMARY)) {
            return FormerHtml.summary(item.field(field).isBlank() ? item.field(FormerItem.TEXT) : item.field(field));
        }
        return item.field(field);
    }

    private List<FormPage.Problem> problems(FormTable.Filled filled) {
        List<FormPage.Problem> problems = new ArrayList<>(filled.problems());
        problems.addAll(form.check(filled.values(), false).problems());
        return problems;
    }

    /** The cell that a problem is about. */
    private static Optional<String> cellOf(String field, Map<String, String> cells) {
        return cells.keySet().stream()
                .filter(path -> !path.equals(NAME) && !path.equals(TITLE))
                .filter(path -> path.equals(field)
                        || path.startsWith(field + ".")
                        || path.startsWith(field + "[")
                        || field.startsWith(path + ".")
                        || field.startsWith(path + "["))
                .findFirst();
    }

    /** Keeps of a cell what the form takes of it: of a list the words it knows, a few of them; else what is said for all. */
    private void narrow(
            String path, Map<String, String> cells, String forAll, FormPage.Problem problem, List<Dropped> dropped) {
        String cell = cells.getOrDefault(path, "");
        Set<String> parts = new LinkedHashSet<>(Arrays.asList(cell.split("\\s*[\\n|]\\s*")));
        List<String> fitting = parts.size() == 1
                ? List.of()
                : parts.stream().filter(part -> takes(path, part)).limit(FEW).toList();
        boolean isNarrower = !fitting.isEmpty() && fitting.size() < parts.size();
        if (isNarrower) {
            cells.put(path, String.join("\n", fitting));
            parts.removeAll(fitting);
        } else if (forAll.isBlank() || forAll.equals(cell)) {
            cells.remove(path);
        } else {
            cells.put(path, forAll);
        }
        dropped.add(new Dropped(problem.label(), String.join(", ", parts), problem.message()));
    }

    private boolean takes(String path, String value) {
        return accepted.computeIfAbsent(path + "\n" + value, key -> {
            FormTable.Filled filled = table.fill(fresh, Map.of(path, value));
            return problems(filled).stream()
                    .noneMatch(one -> cellOf(one.field(), Map.of(path, value)).isPresent());
        });
    }

    /** A picture of a content, in the library. */
    record Photo(String key, String alt, String credit, String caption) {}

    /** The values with pictures, as many as the field takes. */
    FormValues withPictures(Fitted fitted, List<Photo> photos) {
        Optional<String> field = pictureField();
        if (field.isEmpty() || photos.isEmpty()) {
            return fitted.values();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        boolean isList = field.get().contains("[0]");
        for (int i = 0; i < (isList ? Math.min(photos.size(), MOST_PHOTOS) : 1); i++) {
            String path = field.get().replace("[0]", "[" + i + "]");
            String beside = path.replaceFirst("\\.image$", "");
            Photo photo = photos.get(i);
            cells.put(path, photo.key());
            if (!beside.equals(path)) {
                cells.put(beside + ".alt", photo.alt());
                cells.put(beside + ".credit", photo.credit());
                cells.put(beside + ".legende", photo.caption());
            }
        }
        cells.values().removeIf(String::isBlank);
        return table.fill(fitted.values(), cells).values();
    }
}
