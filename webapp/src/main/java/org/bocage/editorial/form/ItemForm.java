package org.bocage.editorial.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.FormDefinition;
import org.bocage.cms.definition.form.FormDefinition.Layout;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.definition.type.FieldRule;
import org.bocage.cms.definition.type.RegisterNumber;
import org.bocage.editorial.form.values.Binding;
import org.bocage.editorial.form.values.FieldParts;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.NodeValues;
import org.bocage.editorial.form.values.NodeWriter;
import org.bocage.editorial.form.values.Part;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.ReadableParts;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.form.values.ValueKind;
import org.bocage.editorial.form.values.WordChanges;
import org.bocage.editorial.view.Advice;
import org.bocage.editorial.view.Comment;
import org.bocage.editorial.view.FieldChange;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Picture;
import org.jspecify.annotations.Nullable;

/** The form of one content type or dialog, for one person and one request. */
public final class ItemForm {

    /** The field that a part of an address is made of. */
    private static final String NAME = "name";

    private static final Pattern GESTURE = Pattern.compile("(ajouter|retirer|monter|descendre):(.{1,500}?)");
    private static final String CONFLICT = "conflit.";
    private static final Pattern ENTRY = Pattern.compile("(.+)\\[([0-9]{1,4})\\]");

    private record Section(@Nullable String title, List<Part> parts) {}

    private final FormTexts words;
    private final Choices choices;
    private final PictureShelf pictures;
    private final ContentTypeExtension extension;
    private final List<Section> sections;
    private final List<Part> parts;
    private final LocalDate today;
    private final String type;
    private final ReadableFields.Lookup readable;
    private final boolean whole;

    /**
     * @param type whose words are told; empty for a dialog
     * @param readable which fields of an item are for who fills it in
     * @param hidden fields that are the host's own
     * @param today in Paris
     */
    ItemForm(
            String type,
            FormDefinition form,
            FormTexts words,
            Choices choices,
            PictureShelf pictures,
            ContentTypeExtension extension,
            ReadableFields.Lookup readable,
            Set<String> hidden,
            LocalDate today) {
        this.today = today;
        this.type = type;
        this.words = words;
        this.extension = extension;
        this.choices = choices;
        this.pictures = pictures;
        this.readable = readable;
        this.whole = true;
        this.sections = sections(form, words, hidden);
        this.parts = parts(sections);
    }

    private ItemForm(ItemForm form, ReadableFields readable) {
        this.today = form.today;
        this.type = form.type;
        this.words = form.words;
        this.extension = form.extension;
        this.choices = form.choices;
        this.pictures = form.pictures;
        this.readable = form.readable;
        this.whole = false;
        this.sections = form.sections.stream()
                .map(section -> new Section(section.title(), ReadableParts.of(section.parts(), readable)))
                .filter(section -> !section.parts().isEmpty())
                .toList();
        this.parts = parts(sections);
    }

    private static List<Part> parts(List<Section> sections) {
        return sections.stream().flatMap(section -> section.parts().stream()).toList();
    }

    /** This form of an item that is there, without the fields that are not for who fills it in: it neither reads nor writes them. */
    public ItemForm of(Node item) throws RepositoryException {
        ReadableFields fields = readable.of(item);
        return fields.isAll() ? this : new ItemForm(this, fields);
    }

    /**
     * The tabs; fields that no tab names, such as one just added to the type, make a last section. Of these, what nobody
     * can write is left out: the host works it out.
     */
    private static List<Section> sections(FormDefinition form, FormTexts words, Set<String> hidden) {
        Map<String, Part> left = new LinkedHashMap<>();
        FieldParts.of(form).forEach(part -> left.put(part.name(), part));
        left.keySet().removeAll(hidden);
        List<Section> sections = new ArrayList<>();
        if (form.layout() instanceof Layout.Tabbed tabbed) {
            for (FormDefinition.Tab tab : tabbed.tabs()) {
                List<Part> shown = tab.fields().stream()
                        .flatMap(name -> Optional.ofNullable(left.remove(name)).stream())
                        .toList();
                sections.add(new Section(words.find(tab.label()).orElse(tab.name()), shown));
            }
        }
        left.values().removeIf(part -> part.definition().basics().readOnly());
        if (!left.isEmpty()) {
            sections.add(new Section(words.ours("others"), List.copyOf(left.values())));
        }
        return List.copyOf(sections);
    }

    /** The values of a new item. */
    public FormValues fresh() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parts.forEach(part -> Binding.defaults(part, part.name(), values));
        for (FieldRule rule : extension.rules()) {
            if (rule instanceof FieldRule.DaysAhead days && days.usual() > 0) {
                values.put(
                        rule.field().replace('/', '.'),
                        List.of(today.plusDays(days.usual()).toString()));
            }
        }
        FormValues fresh = new FormValues(values);
        for (Part part : parts) {
            // what is required stands open, with nothing to press before one answers
            if (part instanceof Entries several
                    && several.definition().basics().required()
                    && fresh.count(several.name()) == 0) {
                fresh = apply("ajouter:" + several.name(), fresh);
            }
        }
        return fresh;
    }

    /** The values an item has. */
    public FormValues read(Node item) throws RepositoryException {
        return NodeValues.read(parts, item);
    }

    /**
     * The values that the item of this form had earlier: of a field that was not open to its reader then, none, though it may be
     * open now.
     */
    public FormValues readEarlier(Node revision) throws RepositoryException {
        return whole ? read(revision) : of(revision).read(revision);
    }

    /** Values without those that lead to what is gone, or is not for who fills in the form. */
    public FormValues withoutGone(FormValues values) {
        FormValues left = values;
        for (Part part : parts) {
            if (part instanceof Part.Leaf leaf && (leaf.isLink() || leaf.source() instanceof Datasource.Jcr)) {
                left = left.with(
                        part.name(),
                        values.all(part.name()).stream()
                                .filter(value -> leaf.kind().isBlank(value) || choices.allows(leaf, value))
                                .toArray(String[]::new));
            }
        }
        return left;
    }

    /** The values that were posted, as typed. */
    public FormValues bind(Submission submission) {
        return Binding.bind(parts, submission);
    }

    /**
     * Does a gesture on entries: {@code ajouter:photos}, {@code retirer:photos[1]}, {@code monter:photos[1]},
     * {@code descendre:photos[1]}. Any other, or one the field does not allow, leaves the values as they are.
     */
    public FormValues apply(String gesture, FormValues values) {
        Matcher asked = GESTURE.matcher(gesture);
        if (!asked.matches()) {
            return values;
        }
        if (asked.group(1).equals("ajouter")) {
            return entriesAt(asked.group(2))
                    .map(field -> added(field, asked.group(2), values))
                    .orElse(values);
        }
        Matcher entry = ENTRY.matcher(asked.group(2));
        return entry.matches()
                ? entriesAt(entry.group(1))
                        .map(field -> changed(
                                asked.group(1), field, entry.group(1), Integer.parseInt(entry.group(2)), values))
                        .orElse(values)
                : values;
    }

    private static FormValues added(Entries field, String path, FormValues values) {
        List<Map<String, List<String>>> entries = values.entries(path);
        if (field.definition().basics().readOnly()
                || entries.size() >= field.definition().maxItems()) {
            return values;
        }
        Map<String, List<String>> entry = new LinkedHashMap<>();
        entry.put("", List.of());
        Binding.defaults(field.inner(), "", entry);
        Map<String, List<String>> dotted = new LinkedHashMap<>();
        entry.forEach((name, texts) -> dotted.put(name.isEmpty() ? "" : "." + name, texts));
        entries.add(dotted);
        return values.withEntries(path, entries);
    }

    private static FormValues changed(String gesture, Entries field, String path, int index, FormValues values) {
        List<Map<String, List<String>>> entries = values.entries(path);
        if (field.definition().basics().readOnly() || index >= entries.size()) {
            return values;
        }
        int other = gesture.equals("monter") ? index - 1 : index + 1;
        if (gesture.equals("retirer")) {
            if (!field.definition().canRemoveItems()) {
                return values;
            }
            entries.remove(index);
        } else if (other >= 0 && other < entries.size()) {
            Collections.swap(entries, index, other);
        }
        return values.withEntries(path, entries);
    }

    /** Whether the form has a field at a path, {@code lieu/nom}, that holds plain text: one that somebody types or chooses. */
    public boolean takesText(String path) {
        return leaf(path).filter(leaf -> leaf.kind() != ValueKind.HTML).isPresent();
    }

    /** Whether the form has a field at a path that holds rich text. */
    public boolean takesRichText(String path) {
        return leaf(path).filter(leaf -> leaf.kind() == ValueKind.HTML).isPresent();
    }

    /** Returns the field at a path that may be written; empty when there is none. */
    private Optional<Part.Leaf> leaf(String path) {
        List<Part> around = parts;
        Optional<Part> found = Optional.empty();
        for (String name : path.split("/")) {
            found = around.stream().filter(part -> part.name().equals(name)).findFirst();
            around = found.map(ItemForm::inside).orElse(List.of());
        }
        return found.filter(Part.Leaf.class::isInstance)
                .map(Part.Leaf.class::cast)
                .filter(leaf -> !leaf.definition().basics().readOnly());
    }

    private Optional<Entries> entriesAt(String path) {
        String plain = path.replaceAll("\\[[0-9]{1,4}\\]", "");
        return parts.stream()
                .flatMap(part -> entriesAt(part, part.name(), plain).stream())
                .findFirst();
    }

    private static Optional<Entries> entriesAt(Part part, String path, String wanted) {
        if (part instanceof Entries entries) {
            return path.equals(wanted) ? Optional.of(entries) : entriesAt(entries.inner(), path, wanted);
        }
        Map<String, List<Part>> inner = new LinkedHashMap<>();
        if (part instanceof Group group) {
            inner.put(path, group.parts());
        } else if (part instanceof Alternative alternative) {
            alternative.cases().forEach((value, parts) -> inner.put(Part.at(path, value), parts));
        }
        return inner.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .flatMap(child -> entriesAt(child, Part.at(one.getKey(), child.name()), wanted).stream()))
                .findFirst();
    }

    /**
     * Checks values. What is typed must always be right; what is required is asked for only when {@code complete}, to propose
     * or to publish: a draft needs a title alone.
     */
    public Errors check(FormValues values, boolean complete) {
        return Checks.of(parts, words, choices, extension.rules(), values, complete, pictures, today);
    }

    /** Returns advice on writing these values better. */
    public Advice advice(FormValues values) {
        return Advising.of(extension.advice(), type, values, words);
    }

    /** The form to show: its tabs, open the first one and those in which something required is missing. */
    public List<FormPage.Section> view(FormValues values, Errors errors) {
        return view(values, errors, List.of());
    }

    /** The form to show, with the remarks of the review beside the fields they are about. */
    public List<FormPage.Section> view(FormValues values, Errors errors, List<Comment> comments) {
        FieldView view = new FieldView(
                words, extension.rules(), choices, pictures, extension::isDocument, values, errors, comments);
        List<FormPage.Section> shown = new ArrayList<>();
        for (Section section : sections) {
            List<FormField> fields = view.inside(section.parts(), "");
            boolean first = shown.isEmpty();
            boolean isFolded = !first && section.parts().stream().noneMatch(part -> isMissing(part, values));
            shown.add(new FormPage.Section(
                    first ? null : section.title(), isFolded, hasProblem(section, errors), fields));
        }
        return List.copyOf(shown);
    }

    /** Whether something is required that nobody said yet; a name is made of the title. */
    private static boolean isMissing(Part part, FormValues values) {
        return part.definition().basics().required()
                && !part.name().equals(NAME)
                && values.within(part.name()).isBlank();
    }

    private static boolean hasProblem(Section section, Errors errors) {
        return section.parts().stream()
                .anyMatch(part -> errors.problems().stream()
                        .anyMatch(
                                problem -> problem.field().split("[.\\[]", 2)[0].equals(part.name())));
    }

    /** Writes values that were {@link #check checked} without error; what is not in the form stays as it is. */
    public void write(FormValues values, Node item) throws RepositoryException {
        NodeWriter.write(parts, values, item);
        for (FieldRule rule : extension.rules()) {
            if (rule instanceof FieldRule.Identifier && item.hasProperty(rule.field())) {
                Property number = item.getProperty(rule.field());
                number.setValue(RegisterNumber.plain(number.getString()));
            }
        }
    }

    /** Returns the facts about its fields that their definitions have no key for. */
    public ContentTypeExtension extension() {
        return extension;
    }

    /** The form as the line of a table. */
    public FormTable table() {
        return new FormTable(parts, words, choices, extension.registerNumbers());
    }

    /** A name for an item of this title, which the form accepts. */
    public String slug(String title) {
        return Slug.of(
                title,
                Slug.dated(today),
                name -> parts.stream()
                        .filter(part -> part.name().equals("name"))
                        .flatMap(part -> part.definition().basics().validators().stream())
                        .allMatch(validator -> Checks.passes(validator, name)));
    }

    /** Returns the fields on which two versions differ, as plain text. */
    public List<FormPage.Difference> differences(FormValues mine, FormValues theirs) {
        return differences(mine, theirs, part -> true);
    }

    /**
     * Merges what two people wrote of what both had before them: a field that I left as it was is as they have it.
     *
     * @return the values, and the fields that both changed, each in another way: of these, mine stand in the values
     */
    public Merge merge(FormValues before, FormValues mine, FormValues theirs) {
        FormValues merged = mine;
        for (Part part : parts) {
            if (isSame(part, mine, before)) {
                merged = merged.taking(part.name(), theirs);
            }
        }
        return new Merge(
                merged,
                differences(merged, theirs, part -> !isSame(part, theirs, before)),
                differences(before, theirs, part -> isSame(part, mine, before)).stream()
                        .map(FormPage.Difference::label)
                        .toList(),
                parts.stream().anyMatch(part -> !isSame(part, mine, before)));
    }

    /**
     * Two versions made one.
     *
     * @param both fields that both changed, each in another way
     * @param theirs labels of the fields that the other person alone changed
     * @param wrote whether I changed anything
     */
    public record Merge(FormValues values, List<FormPage.Difference> both, List<String> theirs, boolean wrote) {}

    private List<FormPage.Difference> differences(FormValues mine, FormValues theirs, Predicate<Part> compared) {
        PlainValues plain = new PlainValues(words, choices, pictures);
        return parts.stream()
                .filter(part -> compared.test(part) && !isSame(part, mine, theirs))
                .map(part -> new FormPage.Difference(
                        part.name(),
                        words.label(part.definition()),
                        plain.of(part, part.name(), mine),
                        plain.of(part, part.name(), theirs),
                        isJoinable(part)))
                .toList();
    }

    private boolean isSame(Part part, FormValues one, FormValues other) {
        PlainValues exact = new PlainValues(words, choices, pictures, true);
        return exact.of(part, part.name(), one).equals(exact.of(part, part.name(), other));
    }

    /** A text of several lines, or several chosen values: two versions of it can stand one after the other. */
    private static boolean isJoinable(Part part) {
        return part instanceof Part.Leaf leaf
                && !leaf.isPicture()
                && (leaf.several()
                        || leaf.kind() == ValueKind.HTML
                        || (leaf.single() instanceof FieldDefinition.TextField text && text.rows() > 1));
    }

    /**
     * Merges the values of two people as one of them chose: {@code conflit.<field>} is {@code mine}, {@code theirs} or
     * {@code both}.
     *
     * @param theirs read when something of theirs is to be taken; empty when it is gone
     */
    public FormValues settle(Map<String, String[]> posted, FormValues mine, Supplier<Optional<FormValues>> theirs) {
        Map<String, String> choices = new LinkedHashMap<>();
        posted.forEach((name, values) -> {
            String choice = values.length == 0 ? "" : values[0];
            if (name.startsWith(CONFLICT) && (choice.equals("theirs") || choice.equals("both"))) {
                choices.put(name.substring(CONFLICT.length()), choice);
            }
        });
        Optional<FormValues> other = choices.isEmpty() ? Optional.empty() : theirs.get();
        FormValues settled = mine;
        for (Map.Entry<String, String> one :
                other.isPresent() ? choices.entrySet() : Set.<Map.Entry<String, String>>of()) {
            settled = one.getValue().equals("both")
                    ? joining(one.getKey(), settled, other.get())
                    : settled.taking(one.getKey(), other.get());
        }
        return settled;
    }

    /** The values of one person, but in a field both versions, theirs after mine; mine where that cannot be. */
    FormValues joining(String field, FormValues mine, FormValues theirs) {
        return parts.stream()
                .filter(part -> part.name().equals(field) && isJoinable(part))
                .findFirst()
                .map(part -> mine.with(field, joined((Part.Leaf) part, field, mine, theirs)))
                .orElse(mine);
    }

    private static String[] joined(Part.Leaf leaf, String field, FormValues mine, FormValues theirs) {
        if (leaf.several()) {
            return Stream.concat(mine.all(field).stream(), theirs.all(field).stream())
                    .distinct()
                    .toArray(String[]::new);
        }
        String between = leaf.kind() == ValueKind.HTML ? "" : "\n\n";
        return new String[] {mine.text(field) + between + theirs.text(field)};
    }

    /** Returns the changes from an earlier version to a later one, word by word; references by their title. */
    public List<FieldChange> changes(FormValues before, FormValues after) {
        return changes(before, after, part -> true);
    }

    /** The same of what goes on line; what only those who write may see is not there to compare with. */
    public List<FieldChange> changesOnLine(FormValues published, FormValues after) {
        return changes(
                published, after, part -> !extension.readersOf(part.name()).equals(FieldReaders.STAFF));
    }

    private List<FieldChange> changes(FormValues before, FormValues after, Predicate<Part> compared) {
        PlainValues plain = new PlainValues(words, choices, pictures);
        List<FieldChange> changes = new ArrayList<>();
        for (Part part : parts) {
            String old = plain.of(part, part.name(), before);
            String now = plain.of(part, part.name(), after);
            if (compared.test(part) && !old.equals(now)) {
                WordChanges.Both both = WordChanges.of(old, now);
                List<Picture> gone = pictures(part.name(), before);
                List<Picture> come = pictures(part.name(), after);
                List<Picture> kept = gone.stream().filter(come::contains).toList();
                changes.add(new FieldChange(
                        words.label(part.definition()),
                        both.before(),
                        both.after(),
                        gone.stream().filter(one -> !kept.contains(one)).toList(),
                        come.stream().filter(one -> !kept.contains(one)).toList()));
            }
        }
        return List.copyOf(changes);
    }

    private List<Picture> pictures(String field, FormValues values) {
        return values.within(field)
                .lines()
                .filter(value -> value.startsWith("jcr:"))
                .flatMap(key -> pictures.byKey(key).stream())
                .distinct()
                .toList();
    }

    /** The words of the field at a path, {@code photos[0].alt}; those of the field around it where a form does not show it. */
    public String label(String path) {
        String label = "";
        List<Part> around = parts;
        for (String name : path.replaceAll("\\[[0-9]{1,4}\\]", "").split("\\.")) {
            for (Part part : around) {
                if (part.name().equals(name)) {
                    label = words.label(part.definition());
                    around = inside(part);
                    break;
                }
            }
        }
        return label;
    }

    private static List<Part> inside(Part part) {
        if (part instanceof Entries entries) {
            return inside(entries.inner());
        }
        return part instanceof Group group ? group.parts() : List.of();
    }

    /** The words of fields by their names; of others nothing, for a form does not show them. */
    public List<String> labels(Collection<String> names) {
        return parts.stream()
                .filter(part -> names.contains(part.name()))
                .map(part -> words.label(part.definition()))
                .toList();
    }
}
