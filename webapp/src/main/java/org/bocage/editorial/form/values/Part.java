package org.bocage.editorial.form.values;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.ItemProvider;
import org.bocage.cms.definition.form.NameDecorator;

/** A field as the form works on it: by how its value is made up rather than by how it looks. */
public sealed interface Part {

    FieldDefinition definition();

    /** Whether nothing is typed at a path. */
    boolean isBlank(FormValues values, String path);

    /** Whether it keeps something that the form does not send back. */
    default boolean keepsUnseen() {
        return definition().basics().readOnly();
    }

    default String name() {
        return definition().name();
    }

    /** One value, or several chosen ones, under one path; {@code definition} is a multi field when {@code several}. */
    record Leaf(FieldDefinition definition, FieldDefinition single, ValueKind kind, Datasource source, boolean several)
            implements Part {

        @Override
        public boolean isBlank(FormValues values, String path) {
            return values.all(path).stream().allMatch(kind::isBlank);
        }

        @Override
        public boolean keepsUnseen() {
            return Part.super.keepsUnseen() || single instanceof FieldDefinition.PasswordField;
        }

        public boolean isPicture() {
            return single instanceof FieldDefinition.LinkField link
                    && link.target() == FieldDefinition.LinkField.Target.ASSET;
        }

        public boolean isLink() {
            return single instanceof FieldDefinition.LinkField;
        }
    }

    /** Several fields as one. */
    record Group(FieldDefinition definition, List<Part> parts, ItemProvider provider, NameDecorator decorator)
            implements Part {

        @Override
        public boolean isBlank(FormValues values, String path) {
            return parts.stream().allMatch(part -> part.isBlank(values, at(path, part.name())));
        }

        @Override
        public boolean keepsUnseen() {
            return Part.super.keepsUnseen() || parts.stream().anyMatch(Part::keepsUnseen);
        }
    }

    /** A choice that decides which fields follow; those of a case lie at {@code path.case.field}. */
    record Alternative(
            FieldDefinition definition,
            Leaf choice,
            Map<String, List<Part>> cases,
            boolean forgetful,
            ItemProvider provider,
            NameDecorator decorator)
            implements Part {

        @Override
        public boolean isBlank(FormValues values, String path) {
            return choice.isBlank(values, at(path, choice.name()));
        }

        @Override
        public boolean keepsUnseen() {
            return Part.super.keepsUnseen()
                    || cases.values().stream().flatMap(List::stream).anyMatch(Part::keepsUnseen);
        }

        public List<Part> chosen(FormValues values, String path) {
            return cases.getOrDefault(values.text(at(path, choice.name())), List.of());
        }
    }

    /** Entries of the same shape, in order, at {@code path[0]}, {@code path[1]}… */
    record Entries(FieldDefinition.MultiField definition, Part inner) implements Part {

        @Override
        public boolean isBlank(FormValues values, String path) {
            return filled(values, path).isEmpty();
        }

        @Override
        public boolean keepsUnseen() {
            return Part.super.keepsUnseen() || inner.keepsUnseen();
        }

        /** Paths of the entries in which something is typed, or stored that the form does not send back. */
        public List<String> filled(FormValues values, String path) {
            return IntStream.range(0, values.count(path))
                    .mapToObj(i -> FormValues.entry(path, i))
                    .filter(entry -> !inner.isBlank(values, entry) || isKept(values, entry))
                    .toList();
        }

        private boolean isKept(FormValues values, String entry) {
            return inner.keepsUnseen()
                    && !values.text(at(entry, Binding.ENTRY_ID)).isEmpty();
        }
    }

    /** Something to read, or a field this form cannot edit: its value is kept. */
    record Fixed(FieldDefinition definition) implements Part {

        @Override
        public boolean keepsUnseen() {
            return !(definition instanceof FieldDefinition.StaticField);
        }

        @Override
        public boolean isBlank(FormValues values, String path) {
            return true;
        }
    }

    /** The path of a field in the one at {@code path}; an empty path is the form. */
    static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
