package org.bocage.editorial.form.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.ItemProvider;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;

/** The parts of a form that somebody may read, by where their values lie in the item; a part without any is none. */
public final class ReadableParts {

    private final ReadableFields fields;

    private ReadableParts(ReadableFields fields) {
        this.fields = fields;
    }

    public static List<Part> of(List<Part> parts, ReadableFields fields) {
        return new ReadableParts(fields).inside(parts, "", UnaryOperator.identity());
    }

    private List<Part> inside(List<Part> parts, String holder, UnaryOperator<String> stored) {
        return parts.stream()
                .flatMap(part -> part(part, holder, stored).stream())
                .toList();
    }

    private Optional<Part> part(Part part, String holder, UnaryOperator<String> stored) {
        if (part instanceof Group group) {
            List<Part> left = inside(
                    group.parts(), within(holder, group.provider()), NodeValues.names(group.decorator(), group.name()));
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Group(group.definition(), left, group.provider(), group.decorator()));
        }
        if (part instanceof Alternative alternative) {
            return alternative(alternative, within(holder, alternative.provider()));
        }
        if (part instanceof Entries entries && entries.definition().storage() != FieldDefinition.Storage.VALUES) {
            return entries(entries, within(holder, entries.definition().itemProvider()));
        }
        return fields.contains(holder + stored.apply(part.name())) ? Optional.of(part) : Optional.empty();
    }

    private Optional<Part> alternative(Alternative field, String holder) {
        UnaryOperator<String> stored = NodeValues.names(field.decorator(), field.name());
        Map<String, List<Part>> cases = new LinkedHashMap<>();
        field.cases().forEach((value, parts) -> cases.put(value, inside(parts, holder, stored)));
        return part(field.choice(), holder, stored).isEmpty()
                ? Optional.empty()
                : Optional.of(new Alternative(
                        field.definition(),
                        field.choice(),
                        cases,
                        field.forgetful(),
                        field.provider(),
                        field.decorator()));
    }

    private Optional<Part> entries(Entries entries, String holder) {
        if (entries.inner() instanceof Group group) {
            List<Part> left = inside(group.parts(), holder, NodeValues.names(group.decorator(), group.name()));
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Entries(
                            entries.definition(),
                            new Group(group.definition(), left, group.provider(), group.decorator())));
        }
        return part(entries.inner(), holder, UnaryOperator.identity())
                .map(inner -> new Entries(entries.definition(), inner));
    }

    private static String within(String holder, ItemProvider provider) {
        return provider instanceof ItemProvider.ChildNode child ? holder + child.nodeName() + "/" : holder;
    }
}
