package org.bocage.editorial.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, ready to show. {@link #kind()} names the macro of {@code includes/champs.ftlh} that draws it.
 *
 * <p>Names are paths: {@code titre}, {@code contact.telephone}, {@code photos[0].alt}. A gesture on a field is an {@code action} whose
 * value is {@code <gesture>:<name>}: {@code chercher:} (reference, picture), {@code ajouter:} (several), {@code retirer:},
 * {@code monter:}, {@code descendre:} (entry of several), {@code choisir:} (show the case just chosen). The form then comes back
 * with everything that was typed.
 */
public sealed interface FormField {

    /** Name of the macro. */
    String kind();

    /** Returns the caption of the field; null for what is not asked. */
    @Nullable
    Caption caption();

    /**
     * Name, texts and state that every visible field has.
     *
     * @param name under which the value is posted
     * @param help a sentence under the label
     * @param errors sentences; empty when all is well
     * @param comments remarks of the review on this field
     * @param askedWhen when the field is asked, for the browser: {@code name=value value}, parted by {@code ;}, any value where none is told;
     *     empty: always
     */
    record Caption(
            String name,
            String label,
            @Nullable String help,
            boolean required,
            boolean readOnly,
            List<String> errors,
            List<Comment> comments,
            String askedWhen) {

        Caption optional() {
            return new Caption(name, label, help, false, readOnly, errors, comments, askedWhen);
        }
    }

    /**
     * Text.
     *
     * @param type {@code text}, {@code email}, {@code url} or {@code tel}
     * @param rows more than 1 makes a text area
     * @param min characters asked for, 0 when none
     * @param max characters allowed, 0 when no limit of its own
     * @param autocomplete value of the HTML attribute, null for none
     */
    record Text(
            Caption caption,
            String value,
            String type,
            int rows,
            int min,
            int max,
            @Nullable String placeholder,
            @Nullable String autocomplete)
            implements FormField {
        @Override
        public String kind() {
            return "texte";
        }

        /** The same, which may stay empty: what stands elsewhere is shown as a hint. */
        public Text saidElsewhere(String hint) {
            return new Text(caption.optional(), value, type, rows, min, max, hint, autocomplete);
        }
    }

    /** Rich text: sanitised HTML in a text area, which the editor enhances; without scripts a blank line makes a paragraph. */
    record RichText(Caption caption, String value, @Nullable String placeholder, boolean pictures)
            implements FormField {
        @Override
        public String kind() {
            return "texteRiche";
        }
    }

    /** One tick; {@code text} stands beside the box. A hidden {@code _<name>} tells that the box was there. */
    record Checkbox(Caption caption, boolean checked, String text) implements FormField {
        @Override
        public String kind() {
            return "caseUnique";
        }
    }

    /**
     * One or several values among some.
     *
     * @param appearance how it is drawn; the last two take several values
     * @param empty words for no value in a combo, null when a value must be chosen
     */
    record Choice(
            Caption caption,
            Appearance appearance,
            List<Option> options,
            @Nullable String empty) implements FormField {

        /** Whether its values are told apart by what they look like. */
        public boolean hasPictures() {
            return options.stream().anyMatch(option -> option.picture() != null);
        }

        @Override
        public String kind() {
            return switch (appearance) {
                case RADIOS -> "radios";
                case COMBO -> "combo";
                case CHECKBOXES -> "cases";
                case LIST -> "liste";
            };
        }
    }

    /** How a {@link Choice} is drawn. */
    enum Appearance {
        RADIOS,
        COMBO,
        CHECKBOXES,
        LIST
    }

    /**
     * A value one may choose.
     *
     * @param picture address, from the root of the site, of what it looks like
     */
    record Option(
            String value,
            String label,
            @Nullable String help,
            boolean selected,
            @Nullable String picture) {

        public Option(String value, String label, @Nullable String help, boolean selected) {
            this(value, label, help, selected, null);
        }
    }

    /** A civil date ({@code 2026-11-03}), or with {@code time} a local date-time ({@code 2026-11-03T18:30}); empty when none. */
    record Date(
            Caption caption,
            String value,
            boolean time,
            @Nullable String min,
            @Nullable String max) implements FormField {
        @Override
        public String kind() {
            return "date";
        }
    }

    /** A number, as typed; {@code unit} is shown after it (« € »). */
    record Numeric(
            Caption caption,
            String value,
            @Nullable String min,
            @Nullable String max,
            @Nullable String step,
            @Nullable String unit)
            implements FormField {
        @Override
        public String kind() {
            return "nombre";
        }
    }

    /** A value that travels unseen. */
    record Hidden(String name, String value) implements FormField {
        @Override
        public @Nullable Caption caption() {
            return null;
        }

        @Override
        public String kind() {
            return "cache";
        }
    }

    /** A password; never given back. */
    record Password(Caption caption, String autocomplete) implements FormField {
        @Override
        public String kind() {
            return "motDePasse";
        }
    }

    /** Text to read, as cleaned HTML; nothing is posted. */
    record Static(String label, String html) implements FormField {
        @Override
        public @Nullable Caption caption() {
            return null;
        }

        @Override
        public String kind() {
            return "fixe";
        }
    }

    /** Source text. */
    record Code(Caption caption, String value, String language, int rows) implements FormField {
        @Override
        public String kind() {
            return "code";
        }
    }

    /**
     * Links to other contents. The chosen ones and the ones found are posted under the name when ticked; {@code <name>.q} is what is
     * searched.
     *
     * @param searchAddress answers {@code references.ftlh} (a {@link ReferenceResults}) to {@code ?q=}, for those with scripts
     */
    record Link(
            Caption caption,
            boolean multiple,
            List<Reference> chosen,
            String query,
            List<Reference> found,
            boolean searched,
            String searchAddress)
            implements FormField {
        @Override
        public String kind() {
            return "lien";
        }
    }

    /** A content one may link to: identifier, title, and a word that tells it from its neighbours. */
    record Reference(String value, String label, @Nullable String detail) {}

    /**
     * A picture: one of those already there, or a new one sent along.
     *
     * @param chosen posted under the name (item key)
     * @param available the latest ones, or those found for {@code query} ({@code <name>.q})
     * @param incomplete whether something is still to be said of a chosen one: what it shows, who agreed to be on it
     * @param upload names start with {@code <name>.}: {@code <name>.fichier}, {@code .alt}, {@code .decorative}, {@code .credit}
     */
    record PictureChoice(
            Caption caption,
            boolean multiple,
            List<Picture> chosen,
            List<Picture> available,
            String query,
            boolean incomplete,
            Upload upload)
            implements FormField {
        @Override
        public String kind() {
            return "image";
        }

        /** The same, where fields beside it ask what it shows, or who made it. */
        public PictureChoice beside(boolean alt, boolean credit) {
            return new PictureChoice(
                    caption, multiple, chosen, available, query, incomplete, upload.without(alt, credit));
        }

        /** The same, where one does without. */
        public PictureChoice optional() {
            return new PictureChoice(caption.optional(), multiple, chosen, available, query, incomplete, upload);
        }

        /** Whether something that is asked here is still to be said of the picture chosen. */
        public boolean isUntold() {
            return incomplete
                    || (upload.asksAlt()
                            && chosen.stream()
                                    .anyMatch(one -> !one.decorative()
                                            && one.alt().isBlank()
                                            && !one.address().isEmpty()));
        }
    }

    /**
     * A file to take away: one of those already there, or a new one sent along.
     *
     * @param chosen posted under the name (item key)
     * @param available the latest ones, or those found for {@code query} ({@code <name>.q})
     * @param accept value of the HTML attribute
     * @param fileErrors about the file sent as {@code <name>.fichier}
     */
    record FileChoice(
            Caption caption,
            boolean multiple,
            List<StoredFile> chosen,
            List<StoredFile> available,
            String query,
            String accept,
            List<String> fileErrors)
            implements FormField {
        @Override
        public String kind() {
            return "fichier";
        }
    }

    /**
     * Inputs that come with a new picture, with what was already typed.
     *
     * @param accept value of the HTML attribute, {@code image/jpeg,image/png,image/webp}
     * @param asksAlt whether what it shows is asked here
     * @param asksCredit whether who made it is asked here
     */
    record Upload(
            String accept,
            boolean asksAlt,
            String alt,
            boolean decorative,
            boolean asksCredit,
            String credit,
            RightsChoice rights,
            List<String> fileErrors,
            List<String> altErrors) {

        Upload without(boolean altBeside, boolean creditBeside) {
            return new Upload(
                    accept,
                    asksAlt && !altBeside,
                    alt,
                    decorative,
                    asksCredit && !creditBeside,
                    credit,
                    rights,
                    fileErrors,
                    altErrors);
        }
    }

    /** Several fields that make one thing. */
    record Composite(Caption caption, List<FormField> fields) implements FormField {

        /** Whether they are a place on the map: a latitude and a longitude among them. */
        public boolean isPlace() {
            return List.of(".lat", ".lon").stream()
                    .allMatch(name -> fields.stream()
                            .anyMatch(field -> field instanceof Numeric number
                                    && number.caption().name().endsWith(name)));
        }

        /** Whether something is wrong with one of them. */
        public boolean isWrong() {
            return fields.stream()
                    .map(FormField::caption)
                    .anyMatch(one -> one != null && !one.errors().isEmpty());
        }

        @Override
        public String kind() {
            return "groupe";
        }
    }

    /** A choice that shows other fields; all cases are sent with the page, the browser shows the chosen one. */
    record Switchable(Caption caption, Choice choice, List<Case> cases) implements FormField {
        @Override
        public String kind() {
            return "alternative";
        }
    }

    /** The fields that go with one value of the choice. */
    record Case(String value, List<FormField> fields) {}

    /**
     * Several entries of the same shape, in order.
     *
     * @param entryLabel one entry in words, « Lien »
     * @param addLabel words of the button that adds one, « Ajouter un lien »
     * @param minimum entries below which none is removed
     * @param maximum entries above which none is added, 0 when no limit
     */
    record Several(
            Caption caption,
            String entryLabel,
            @Nullable String addLabel,
            List<Entry> entries,
            int minimum,
            int maximum)
            implements FormField {
        @Override
        public String kind() {
            return "plusieurs";
        }
    }

    /** One entry: {@code name} is its path, {@code liens[2]}. */
    record Entry(String name, List<FormField> fields) {}

    /** Results of a search for references, {@code references.ftlh}. */
    record ReferenceResults(String name, boolean multiple, String query, List<Reference> found) {}
}
