package org.bocage.editorial.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.Validator;
import org.bocage.cms.definition.type.FieldRule;
import org.bocage.editorial.form.values.Binding;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Part;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.form.values.ValueKind;
import org.bocage.editorial.view.Comment;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormField.Appearance;
import org.bocage.editorial.view.FormField.Caption;
import org.bocage.editorial.view.Picture;
import org.bocage.editorial.view.RightsChoice;
import org.bocage.editorial.view.StoredFile;
import org.jspecify.annotations.Nullable;

/** Shows the parts of a form as the fields of the screen. */
final class FieldView {

    private static final int PICTURES = 24;
    private static final int FILES = 12;
    /** Files looked at for those of a kind. */
    private static final int MOST_FILES = 200;

    private static final String PICTURE_TYPES = "image/jpeg,image/png,image/webp";
    private static final int CODE_ROWS = 15;
    /** Above this ticks take too much room, and a list is drawn. */
    private static final int MOST_TICKS = 60;

    private final FormTexts words;
    private final List<FieldRule> rules;
    private final Choices choices;
    private final PictureShelf shelf;
    private final Predicate<String> documents;
    private final FormValues values;
    private final Errors errors;
    private final List<Comment> comments;

    FieldView(
            FormTexts words,
            List<FieldRule> rules,
            Choices choices,
            PictureShelf shelf,
            Predicate<String> documents,
            FormValues values,
            Errors errors,
            List<Comment> comments) {
        this.words = words;
        this.rules = rules;
        this.choices = choices;
        this.shelf = shelf;
        this.documents = documents;
        this.values = values;
        this.errors = errors;
        this.comments = comments;
    }

    FormField show(Part part, String path) {
        if (part instanceof Leaf leaf) {
            return leaf(leaf, path);
        }
        if (part instanceof Group group) {
            List<FormField> fields = inside(group.parts(), path);
            return new FormField.Composite(
                    caption(group.definition(), path),
                    group.definition().basics().required() ? fields : withoutPicture(fields));
        }
        if (part instanceof Alternative alternative) {
            return alternative(alternative, path);
        }
        return part instanceof Entries entries ? several(entries, path) : fixed(part.definition());
    }

    List<FormField> inside(List<Part> parts, String path) {
        Pictures shown = Pictures.of(parts, path, values);
        return parts.stream()
                .map(part -> asked(show(part, Part.at(path, part.name())), part.name(), parts, shown))
                .toList();
    }

    /** Where nothing is required, neither is a picture, whatever it needs once it is there. */
    private static List<FormField> withoutPicture(List<FormField> fields) {
        return fields.stream()
                .map(field -> field instanceof FormField.PictureChoice choice ? choice.optional() : field)
                .toList();
    }

    /** Asks once for what is said of a picture: beside it when there is a field for it, and not when the library knows. */
    private FormField asked(FormField field, String name, List<Part> parts, Pictures shown) {
        if (field instanceof FormField.PictureChoice choice) {
            return choice.beside(Pictures.isBeside(parts, Pictures.ALT), Pictures.isBeside(parts, Pictures.CREDIT));
        }
        if (field instanceof FormField.Text text && (name.equals(Pictures.ALT) || name.equals(Pictures.CREDIT))) {
            return shown.said(shelf, name.equals(Pictures.ALT) ? Picture::alt : Picture::credit)
                    .map(said -> text.saidElsewhere(words.ours("picture.said", said)))
                    .orElse(text);
        }
        return field;
    }

    private FormField fixed(FieldDefinition field) {
        String text = field instanceof FieldDefinition.StaticField fixed
                ? words.find(fixed.value()).orElse("")
                : words.ours("kept");
        return new FormField.Static(words.label(field), RichText.clean(text));
    }

    /** One of several values is told by its number: what they are stands above them all. */
    private Caption caption(FieldDefinition field, String path) {
        OptionalInt number = FormValues.number(path);
        return new Caption(
                path,
                words.label(field) + (number.isPresent() ? " " + (number.getAsInt() + 1) : ""),
                number.isPresent()
                        ? null
                        : words.find(field.basics().description()).orElse(null),
                field.basics().required(),
                field.basics().readOnly(),
                errors.at(path),
                comments.stream()
                        .filter(comment -> path.equals(comment.field()))
                        .toList(),
                Checks.askedWhen(rules, path));
    }

    private FormField alternative(Alternative field, String path) {
        List<FormField.Case> cases = new ArrayList<>();
        field.cases()
                .forEach((value, parts) -> cases.add(new FormField.Case(value, inside(parts, Part.at(path, value)))));
        FormField.Choice choice =
                choice(field.choice(), Part.at(path, field.choice().name()));
        return new FormField.Switchable(caption(field.definition(), path), choice, cases);
    }

    private FormField several(Entries field, String path) {
        List<FormField.Entry> entries = new ArrayList<>();
        for (int i = 0; i < values.count(path); i++) {
            String entry = FormValues.entry(path, i);
            List<FormField> fields = new ArrayList<>();
            String id = values.text(Part.at(entry, Binding.ENTRY_ID));
            if (!id.isEmpty()) {
                fields.add(new FormField.Hidden(Part.at(entry, Binding.ENTRY_ID), id));
            }
            if (field.inner() instanceof Group group) {
                fields.addAll(inside(group.parts(), entry));
            } else {
                fields.add(show(field.inner(), entry));
            }
            entries.add(new FormField.Entry(entry, fields));
        }
        FieldDefinition.MultiField multi = field.definition();
        int maximum = multi.maxItems() == Integer.MAX_VALUE ? 0 : multi.maxItems();
        int minimum = multi.canRemoveItems() ? multi.minItems() : Integer.MAX_VALUE;
        return new FormField.Several(
                caption(multi, path),
                entryLabel(multi),
                words.find(multi.addLabel()).orElse(null),
                entries,
                minimum,
                maximum);
    }

    private String entryLabel(FieldDefinition.MultiField field) {
        return words.find(field.field().basics().label()).orElseGet(() -> words.label(field));
    }

    private FormField leaf(Leaf leaf, String path) {
        FieldDefinition field = leaf.single();
        Caption caption = caption(leaf.definition(), path);
        if (leaf.isPicture()) {
            return documents.test(path) ? file(leaf, caption) : picture(leaf, caption);
        }
        if (!(leaf.source() instanceof Datasource.None)) {
            return choice(leaf, path);
        }
        if (field instanceof FieldDefinition.CheckBoxField box) {
            String text = words.find(box.buttonLabel()).orElse(caption.label());
            return new FormField.Checkbox(caption, values.text(path).equals("true"), text);
        }
        if (field instanceof FieldDefinition.RichTextField rich) {
            return new FormField.RichText(
                    caption, values.text(path), words.find(rich.placeholder()).orElse(null), rich.images());
        }
        if (field instanceof FieldDefinition.DateField date) {
            return new FormField.Date(caption, values.text(path), date.time(), null, null);
        }
        if (field instanceof FieldDefinition.HiddenField) {
            return new FormField.Hidden(path, values.text(path));
        }
        if (field instanceof FieldDefinition.PasswordField) {
            return new FormField.Password(caption, "new-password");
        }
        return field instanceof FieldDefinition.CodeField code
                ? new FormField.Code(caption, values.text(path), code.language(), CODE_ROWS)
                : typed(leaf, caption);
    }

    private FormField typed(Leaf leaf, Caption caption) {
        String value = values.text(caption.name());
        if (leaf.single() instanceof FieldDefinition.SliderField slider) {
            return new FormField.Numeric(
                    caption, value, plain(slider.min()), plain(slider.max()), plain(slider.step()), null);
        }
        if (leaf.kind().isNumber()) {
            String step = leaf.kind() == ValueKind.LONG ? "1" : null;
            return new FormField.Numeric(caption, value, null, null, step, null);
        }
        boolean email = leaf.single().basics().validators().stream().anyMatch(Validator.Email.class::isInstance);
        String type = email ? "email" : "text";
        if (leaf.single() instanceof FieldDefinition.TextField text) {
            String hint = words.find(text.placeholder()).orElse(null);
            Lengths lengths = Lengths.of(text);
            return new FormField.Text(
                    caption, value, type, Math.max(text.rows(), 1), lengths.least(), lengths.most(), hint, null);
        }
        return new FormField.Text(caption, value, type, 1, 0, 0, null, null);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private FormField.Choice choice(Leaf leaf, String path) {
        FieldDefinition field = leaf.definition();
        List<String> chosen = values.all(path);
        Map<String, Choices.Choice> shown = new LinkedHashMap<>();
        choices.of(leaf).stream()
                .filter(choice -> choice.offered() || chosen.contains(choice.value()))
                .forEach(choice -> shown.put(choice.value(), choice));
        // What is no longer to be had is shown, and refused with a sentence: it must not vanish unseen.
        chosen.stream()
                .filter(value -> !value.isBlank())
                .forEach(value -> shown.putIfAbsent(value, new Choices.Choice(value, words.ours("gone", value))));
        List<FormField.Option> options = shown.values().stream()
                .map(one -> new FormField.Option(
                        one.value(),
                        one.label(),
                        null,
                        chosen.contains(one.value()),
                        one.picture().isEmpty() ? null : one.picture()))
                .toList();
        return new FormField.Choice(
                caption(field, path), appearance(leaf, options.size()), options, empty(leaf, values.text(path)));
    }

    private static Appearance appearance(Leaf leaf, int options) {
        if (leaf.several()) {
            boolean list = leaf.single() instanceof FieldDefinition.ListSelectField || options > MOST_TICKS;
            return list ? Appearance.LIST : Appearance.CHECKBOXES;
        }
        return leaf.single() instanceof FieldDefinition.RadioButtonGroupField ? Appearance.RADIOS : Appearance.COMBO;
    }

    /** Without it a browser would choose the first option by itself. */
    private @Nullable String empty(Leaf leaf, String value) {
        if (!leaf.definition().basics().required()) {
            return words.ours("none");
        }
        return value.isBlank() ? words.ours("choose") : null;
    }

    private FormField picture(Leaf leaf, Caption caption) {
        String path = caption.name();
        String query = values.text(Part.at(path, "q"));
        List<String> keys =
                values.all(path).stream().filter(key -> !key.isBlank()).toList();
        List<Picture> available = shelf.latest(query, PICTURES).stream()
                .filter(picture -> !keys.contains(picture.key()))
                .toList();
        FormField.Upload upload = new FormField.Upload(
                PICTURE_TYPES,
                true,
                values.text(Part.at(path, Pictures.ALT)),
                values.text(Part.at(path, "decorative")).equals("true"),
                true,
                values.text(Part.at(path, Pictures.CREDIT)),
                new RightsChoice(
                        values.text(Part.at(path, "droits")),
                        !values.text(Part.at(path, "mineurs")).isBlank(),
                        !values.text(Part.at(path, "accordParental")).isBlank(),
                        List.of(),
                        List.of()),
                errors.at(Part.at(path, "fichier")),
                errors.at(Part.at(path, Pictures.ALT)));
        return new FormField.PictureChoice(
                caption,
                leaf.several(),
                keys.stream().map(this::picture).toList(),
                available,
                query,
                keys.stream().anyMatch(key -> shelf.lacking(key).isPresent()),
                upload);
    }

    private FormField file(Leaf leaf, Caption caption) {
        String path = caption.name();
        String query = values.text(Part.at(path, "q"));
        List<String> keys =
                values.all(path).stream().filter(key -> !key.isBlank()).toList();
        List<StoredFile> chosen = keys.stream()
                .map(key -> shelf.fileByKey(key).orElseGet(() -> new StoredFile(key, words.ours("gone", key), "", "")))
                .toList();
        FileKind kind = FileKind.of(leaf);
        List<StoredFile> available = shelf.latestFiles(query, MOST_FILES).stream()
                .filter(file -> !keys.contains(file.key()) && kind.includes(file))
                .limit(FILES)
                .toList();
        return new FormField.FileChoice(
                caption,
                leaf.several(),
                chosen,
                available,
                query,
                kind.accepted(),
                errors.at(Part.at(path, "fichier")));
    }

    private Picture picture(String key) {
        return shelf.byKey(key)
                .orElseGet(() -> new Picture(
                        key, "/espace/dessin/vide.svg", 200, 140, "", false, null, words.ours("gone", key), ""));
    }
}
