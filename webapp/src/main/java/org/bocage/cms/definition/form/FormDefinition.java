package org.bocage.cms.definition.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a dialog, of an app or of a composite field, and how they are laid out (spec 4.3).
 *
 * @param properties every field, in order; one that no tab names is not shown
 * @param layout how they are arranged
 */
public record FormDefinition(List<FieldDefinition> properties, Layout layout, Map<String, Object> raw) {

    /** A form without a field. */
    public static final FormDefinition EMPTY = new FormDefinition(List.of(), new Layout.Stacked(), Map.of());

    public Optional<FieldDefinition> field(String name) {
        return properties.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** How fields are arranged. */
    public sealed interface Layout {

        /** One below the other. */
        record Stacked() implements Layout {}

        /** Side by side. */
        record Horizontal() implements Layout {}

        /** In tabs. */
        record Tabbed(List<Tab> tabs) implements Layout {}

        /** In an HTML template, by resource path. */
        record Declarative(String template) implements Layout {}
    }

    /** A tab: names of the fields it shows, in order. */
    public record Tab(String name, Label label, List<String> fields) {}
}
