package org.bocage.editorial.form.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.FormDefinition;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Fixed;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;

/** Makes parts of field definitions. */
public final class FieldParts {

    private FieldParts() {}

    public static List<Part> of(FormDefinition form) {
        return form.properties().stream().map(FieldParts::of).toList();
    }

    public static Part of(FieldDefinition field) {
        if (field instanceof FieldDefinition.StaticField
                || field instanceof FieldDefinition.UnknownField
                || field instanceof FieldDefinition.UploadField) {
            return new Fixed(field);
        }
        if (field instanceof FieldDefinition.CompositeField composite) {
            return new Group(composite, of(composite.form()), composite.itemProvider(), composite.decorator());
        }
        if (field instanceof FieldDefinition.SwitchableField switchable) {
            return alternative(switchable);
        }
        if (field instanceof FieldDefinition.MultiField multi) {
            return several(multi);
        }
        return leaf(field, field, field.storage() == FieldDefinition.Storage.VALUES);
    }

    private static Part several(FieldDefinition.MultiField multi) {
        Part inner = of(multi.field());
        if (multi.storage() != FieldDefinition.Storage.VALUES) {
            return new Entries(multi, inner);
        }
        if (!(inner instanceof Leaf leaf)) {
            return new Fixed(multi);
        }
        return leaf.source() instanceof Datasource.None ? new Entries(multi, inner) : leaf(multi, multi.field(), true);
    }

    private static Part alternative(FieldDefinition.SwitchableField field) {
        FieldDefinition choice = field.choice();
        Map<String, List<Part>> cases = new LinkedHashMap<>();
        field.forms().forEach((value, form) -> cases.put(value, of(form)));
        return new Alternative(
                field,
                leaf(choice, choice, false),
                cases,
                field.removePreviouslySelected(),
                field.itemProvider(),
                field.decorator());
    }

    private static Leaf leaf(FieldDefinition field, FieldDefinition single, boolean several) {
        return new Leaf(field, single, ValueKind.of(single), source(single), several);
    }

    private static Datasource source(FieldDefinition field) {
        if (field instanceof FieldDefinition.ComboBoxField combo) {
            return combo.datasource();
        }
        if (field instanceof FieldDefinition.RadioButtonGroupField radio) {
            return radio.datasource();
        }
        if (field instanceof FieldDefinition.CheckBoxGroupField boxes) {
            return boxes.datasource();
        }
        if (field instanceof FieldDefinition.ListSelectField list) {
            return list.datasource();
        }
        if (field instanceof FieldDefinition.TwinColSelectField columns) {
            return columns.datasource();
        }
        if (field instanceof FieldDefinition.TokenField token) {
            return token.datasource();
        }
        return field instanceof FieldDefinition.LinkField link ? link.datasource() : new Datasource.None();
    }
}
