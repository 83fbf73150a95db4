package org.bocage.editorial.administration.settings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.extension.FileSettings;
import org.bocage.editorial.view.FormPage;

/**
 * A form of the settings, for one person.
 *
 * @param name in its address
 * @param fields names of its fields, each a setting
 * @param file the settings of a file; empty for those of the site
 */
record SettingsForm(String name, String title, ItemForm form, List<String> fields, Optional<FileSettings> file) {

    private static final int LENGTH = 8;

    /** Returns what is wrong with what was typed. */
    Errors errors(FormValues typed) {
        Errors errors = form.check(typed, true);
        return errors.isEmpty() && file.isPresent()
                ? new Errors(file.get().objections(typed).stream()
                        .map(one -> new FormPage.Problem(one.field(), form.label(one.field()), one.sentence()))
                        .toList())
                : errors;
    }

    /** A short text that tells, field by field, which values somebody saw: {@code nom:1f3a…,ville:77c0…}. */
    String print(FormValues values) {
        return fields.stream().map(field -> entry(field, values)).collect(Collectors.joining(","));
    }

    /** Whether a field has the value that somebody saw. */
    boolean isAsSeen(String field, FormValues values, String print) {
        return List.of(print.split(",")).contains(entry(field, values));
    }

    private static String entry(String field, FormValues values) {
        byte[] value = values.within(field).getBytes(StandardCharsets.UTF_8);
        return field + ":" + UUID.nameUUIDFromBytes(value).toString().substring(0, LENGTH);
    }
}
