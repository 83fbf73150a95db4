package org.bocage.editorial.items.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.TaskPage;

/** Turns a form into something to read: labels and values, without what is empty. */
public final class ReadableForm {

    private ReadableForm() {}

    public static List<TaskPage.Content> contents(List<FormPage.Section> sections) {
        List<TaskPage.Content> contents = new ArrayList<>();
        sections.forEach(section -> section.fields().forEach(field -> add(field, contents)));
        return contents;
    }

    /** Returns the labels of the fields of a form, by field name. */
    public static Map<String, String> labels(List<FormPage.Section> sections) {
        Map<String, String> labels = new LinkedHashMap<>();
        sections.forEach(section -> section.fields().forEach(field -> name(field, labels)));
        return labels;
    }

    private static void name(FormField field, Map<String, String> labels) {
        FormField.Caption caption = field.caption();
        if (caption != null) {
            labels.put(caption.name(), caption.label());
        }
        if (field instanceof FormField.Composite composite) {
            composite.fields().forEach(inner -> name(inner, labels));
        } else if (field instanceof FormField.Switchable switchable) {
            switchable.cases().forEach(one -> one.fields().forEach(inner -> name(inner, labels)));
        } else if (field instanceof FormField.Several several) {
            several.entries().forEach(entry -> entry.fields().forEach(inner -> name(inner, labels)));
        }
    }

    private static void add(FormField field, List<TaskPage.Content> contents) {
        if (field instanceof FormField.RichText rich) {
            addHtml(rich, contents);
        } else if (field instanceof FormField.PictureChoice picture) {
            if (!picture.chosen().isEmpty()) {
                contents.add(TaskPage.Content.ofPictures(
                        picture.caption().name(), picture.caption().label(), picture.chosen()));
            }
        } else if (field instanceof FormField.FileChoice file) {
            if (!file.chosen().isEmpty()) {
                contents.add(TaskPage.Content.ofFiles(
                        file.caption().name(), file.caption().label(), file.chosen()));
            }
        } else if (field instanceof FormField.Composite composite) {
            composite.fields().forEach(inner -> add(inner, contents));
        } else if (field instanceof FormField.Switchable switchable) {
            add(switchable.choice(), contents);
            switchable.cases().stream()
                    .filter(one -> isChosen(switchable.choice(), one.value()))
                    .forEach(one -> one.fields().forEach(inner -> add(inner, contents)));
        } else if (field instanceof FormField.Several several) {
            addSeveral(several, contents);
        } else {
            addText(field, contents);
        }
    }

    /** Adds several entries; those of one short value each stand together, one a line. */
    private static void addSeveral(FormField.Several several, List<TaskPage.Content> contents) {
        List<TaskPage.Content> entries = new ArrayList<>();
        several.entries().forEach(entry -> entry.fields().forEach(inner -> add(inner, entries)));
        if (several.entries().stream().allMatch(entry -> entry.fields().size() == 1)
                && entries.stream().allMatch(one -> one.text() != null)) {
            add(
                    several.caption(),
                    entries.stream().map(TaskPage.Content::text).collect(Collectors.joining("\n")),
                    contents);
        } else {
            contents.addAll(entries);
        }
    }

    private static boolean isChosen(FormField.Choice choice, String value) {
        return choice.options().stream()
                .anyMatch(option -> option.selected() && option.value().equals(value));
    }

    private static void addHtml(FormField.RichText rich, List<TaskPage.Content> contents) {
        if (!rich.value().isBlank()) {
            contents.add(TaskPage.Content.ofHtml(
                    rich.caption().name(), rich.caption().label(), rich.value()));
        }
    }

    private static void addText(FormField field, List<TaskPage.Content> contents) {
        if (field instanceof FormField.Text text) {
            add(text.caption(), text.value(), contents);
        } else if (field instanceof FormField.Choice choice) {
            add(
                    choice.caption(),
                    choice.options().stream()
                            .filter(FormField.Option::selected)
                            .map(FormField.Option::label)
                            .collect(Collectors.joining(", ")),
                    contents);
        } else if (field instanceof FormField.Date date) {
            add(date.caption(), FrenchDays.words(date.value()), contents);
        } else if (field instanceof FormField.Checkbox box) {
            add(
                    box.caption(),
                    !box.checked() ? "" : box.text().isBlank() ? box.caption().label() : box.text(),
                    contents);
        } else if (field instanceof FormField.Code code) {
            add(code.caption(), code.value(), contents);
        } else if (field instanceof FormField.Numeric number) {
            add(number.caption(), number.value(), contents);
        } else if (field instanceof FormField.Link link) {
            add(
                    link.caption(),
                    link.chosen().stream().map(FormField.Reference::label).collect(Collectors.joining(", ")),
                    contents);
        }
    }

    private static void add(FormField.Caption caption, String text, List<TaskPage.Content> contents) {
        if (!text.isBlank()) {
            contents.add(TaskPage.Content.ofText(caption.name(), caption.label(), text));
        }
    }
}
