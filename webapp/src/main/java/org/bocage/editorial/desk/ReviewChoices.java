package org.bocage.editorial.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage.Problem;

/**
 * Choices of the review while it accepts an item, for who proposed it was not asked: {@code propose: review:} of the type.
 *
 * @param posted what was posted, by field
 */
record ReviewChoices(Map<String, String[]> posted) {

    static final ReviewChoices NONE = new ReviewChoices(Map.of());

    /** The fields left to choose, with what was chosen. */
    List<FormField> fields(ContentType type, ItemForm form, FormValues stored) {
        List<String> open = open(type, stored);
        FormValues chosen = over(open, stored);
        return form.view(chosen, errors(open, form, chosen)).stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> names(field).anyMatch(open::contains))
                .toList();
    }

    /** Whether what was chosen may be. */
    boolean areRight(ContentType type, ItemForm form, FormValues stored) {
        List<String> open = open(type, stored);
        return errors(open, form, over(open, stored)).isEmpty();
    }

    /** Writes what was chosen; the caller saves. */
    void write(ContentType type, ItemForm form, Node item) throws RepositoryException {
        FormValues stored = form.read(item);
        FormValues chosen = over(open(type, stored), stored);
        if (!chosen.equals(stored)) {
            form.write(chosen, item);
        }
    }

    private static List<String> open(ContentType type, FormValues stored) {
        return type.extension().proposed().review().entrySet().stream()
                .filter(one -> isEmpty(one.getKey(), stored) && isEmpty(one.getValue(), stored))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a path of fields holds nothing, in any of its entries. */
    private static boolean isEmpty(String path, FormValues values) {
        return values.values().entrySet().stream()
                .filter(one -> one.getKey()
                        .replaceAll("\\[[0-9]+\\]", "")
                        .replace('.', '/')
                        .equals(path))
                .flatMap(one -> one.getValue().stream())
                .allMatch(String::isBlank);
    }

    private FormValues over(List<String> open, FormValues stored) {
        FormValues values = stored;
        for (String field : open) {
            String[] typed = Stream.of(posted.getOrDefault(field, new String[0]))
                    .filter(one -> !one.isBlank())
                    .toArray(String[]::new);
            if (typed.length > 0) {
                values = values.with(field, typed);
            }
        }
        return values;
    }

    private static Errors errors(List<String> open, ItemForm form, FormValues values) {
        List<Problem> own = form.check(values, false).problems().stream()
                .filter(problem -> open.contains(problem.field()))
                .toList();
        return new Errors(own);
    }

    private static Stream<String> names(FormField field) {
        FormField.Caption caption = field.caption();
        return caption == null ? Stream.empty() : Stream.of(caption.name());
    }
}
