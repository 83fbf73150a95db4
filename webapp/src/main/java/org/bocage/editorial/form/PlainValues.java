package org.bocage.editorial.form;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Part;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.form.values.ValueKind;

/** Values as text, without the form around them: as a person reads them, or with all that tells one from another. */
final class PlainValues {

    private static final Set<ValueKind> DATES =
            EnumSet.of(ValueKind.DATE, ValueKind.DATE_TIME, ValueKind.ISO_DATE, ValueKind.ISO_DATE_TIME);

    private final FormTexts words;
    private final Choices choices;
    private final PictureShelf pictures;
    private final boolean isExact;

    PlainValues(FormTexts words, Choices choices, PictureShelf pictures) {
        this(words, choices, pictures, false);
    }

    /** @param isExact whether a text keeps its markup, and a picture its key: two of a same title are two */
    PlainValues(FormTexts words, Choices choices, PictureShelf pictures, boolean isExact) {
        this.isExact = isExact;
        this.words = words;
        this.choices = choices;
        this.pictures = pictures;
    }

    String of(Part part, String path, FormValues values) {
        if (part instanceof Leaf leaf) {
            return values.all(path).stream()
                    .filter(typed -> !leaf.kind().isBlank(typed))
                    .map(typed -> value(leaf, typed))
                    .collect(Collectors.joining(", "));
        }
        if (part instanceof Group group) {
            return lines(group.parts(), path, values);
        }
        if (part instanceof Alternative alternative) {
            String choice = Part.at(path, alternative.choice().name());
            String chosen = Part.at(path, values.text(choice));
            return Stream.of(
                            of(alternative.choice(), choice, values),
                            lines(alternative.chosen(values, path), chosen, values))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
        return part instanceof Entries entries ? entries(entries, path, values) : "";
    }

    private String lines(List<Part> parts, String path, FormValues values) {
        return parts.stream()
                .filter(part -> !part.isBlank(values, Part.at(path, part.name())))
                .map(part -> words.ours(
                        "line", words.label(part.definition()), of(part, Part.at(path, part.name()), values)))
                .collect(Collectors.joining("\n"));
    }

    private String entries(Entries entries, String path, FormValues values) {
        List<String> filled = entries.filled(values, path);
        return IntStream.range(0, filled.size())
                .mapToObj(i -> (i + 1) + ". " + of(entries.inner(), filled.get(i), values))
                .collect(Collectors.joining("\n"));
    }

    private String value(Leaf leaf, String typed) {
        if (leaf.kind() == ValueKind.BOOLEAN) {
            return words.ours("yes");
        }
        if (DATES.contains(leaf.kind())) {
            return FrenchDays.words(typed);
        }
        if (leaf.kind() == ValueKind.HTML) {
            return isExact ? RichText.clean(typed) : RichText.plain(typed);
        }
        if (isExact) {
            return typed.strip();
        }
        if (leaf.isPicture()) {
            return pictures.byKey(typed).map(picture -> picture.title()).orElse(typed);
        }
        return choices.of(leaf).stream()
                .filter(choice -> choice.value().equals(typed))
                .map(Choices.Choice::label)
                .findFirst()
                .orElse(typed.strip());
    }
}
