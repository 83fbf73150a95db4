package org.bocage.editorial.form.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.Validator;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;

/** Takes what was posted, field by field and as typed; entries are numbered anew from 0. */
public final class Binding {

    /** Tells which stored entry an entry of the form is, in whatever order they come back. */
    public static final String ENTRY_ID = "_id";

    /** Names of the inputs of a picture chooser besides the picture. */
    static final List<String> WITH_PICTURE =
            List.of("q", "alt", "decorative", "credit", "droits", "mineurs", "accordParental");

    private static final String HTTPS = "https://";
    private static final Pattern BARE_ADDRESS =
            Pattern.compile("(?i)([a-z0-9](-*[a-z0-9]){0,62}\\.){1,8}[a-z]{2,24}([/?#]\\S{0,400})?");

    private final Submission submission;
    private final Map<String, List<String>> bound = new LinkedHashMap<>();

    private Binding(Submission submission) {
        this.submission = submission;
    }

    public static FormValues bind(List<Part> parts, Submission submission) {
        Binding binding = new Binding(submission);
        parts.forEach(part -> binding.part(part, part.name(), part.name()));
        return new FormValues(binding.bound);
    }

    private void part(Part part, String from, String to) {
        if (part instanceof Leaf leaf) {
            leaf(leaf, from, to);
        } else if (part instanceof Group group) {
            inside(group.parts(), from, to);
        } else if (part instanceof Alternative alternative) {
            inside(List.of(alternative.choice()), from, to);
            alternative.cases().forEach((value, parts) -> inside(parts, Part.at(from, value), Part.at(to, value)));
        } else if (part instanceof Entries entries) {
            entries(entries, from, to);
        }
    }

    private void inside(List<Part> parts, String from, String to) {
        parts.forEach(part -> part(part, Part.at(from, part.name()), Part.at(to, part.name())));
    }

    private void leaf(Leaf leaf, String from, String to) {
        List<String> typed = submission.values(from);
        bound.put(
                to,
                leaf.several()
                        ? typed.stream()
                                .filter(one -> !one.isBlank())
                                .map(one -> completed(leaf, one))
                                .distinct()
                                .toList()
                        : typed.stream()
                                .limit(1)
                                .map(one -> completed(leaf, one))
                                .toList());
        if (leaf.isPicture()) {
            WITH_PICTURE.forEach(one -> keep(Part.at(from, one), Part.at(to, one)));
        }
    }

    /** « exemple.org », where the address of a page is asked for, is the page of that site. */
    private static String completed(Leaf leaf, String typed) {
        boolean asksAddress = leaf.single().basics().validators().stream()
                .anyMatch(one -> one instanceof Validator.Regexp regexp
                        && regexp.pattern().contains(HTTPS));
        return asksAddress && BARE_ADDRESS.matcher(typed.strip()).matches() ? HTTPS + typed.strip() : typed;
    }

    private void entries(Entries entries, String from, String to) {
        int count = 0;
        for (int index : submission.entries(from)) {
            String source = FormValues.entry(from, index);
            String target = FormValues.entry(to, count++);
            bound.put(target, List.of());
            keep(Part.at(source, ENTRY_ID), Part.at(target, ENTRY_ID));
            part(entries.inner(), source, target);
        }
    }

    private void keep(String from, String to) {
        List<String> typed = submission.values(from);
        if (!typed.isEmpty()) {
            bound.put(to, typed);
        }
    }

    /** The values of something new, put at their paths. */
    public static void defaults(Part part, String path, Map<String, List<String>> values) {
        if (part instanceof Leaf leaf) {
            byDefault(leaf).ifPresent(value -> values.put(path, List.of(value)));
        } else if (part instanceof Group group) {
            group.parts().forEach(one -> defaults(one, Part.at(path, one.name()), values));
        } else if (part instanceof Alternative alternative) {
            defaults(alternative.choice(), Part.at(path, alternative.choice().name()), values);
        }
    }

    private static Optional<String> byDefault(Leaf leaf) {
        return leaf.single()
                .basics()
                .defaultValue()
                .map(Object::toString)
                .or(() -> leaf.source() instanceof Datasource.Options options
                        ? options.options().stream()
                                .filter(Datasource.Option::selected)
                                .map(Datasource.Option::value)
                                .findFirst()
                        : Optional.empty());
    }
}
