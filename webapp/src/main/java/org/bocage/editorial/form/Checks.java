package org.bocage.editorial.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.form.Validator;
import org.bocage.cms.definition.type.FieldRule;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Part;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;
import org.bocage.editorial.form.values.ValueKind;
import org.bocage.editorial.view.FormPage;

/** Finds what is wrong in the values of a form. */
final class Checks {

    /** Name of the field that even a draft must have. */
    static final String TITLE = "titre";
    /** Mail address with at least one dot in its domain. */
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9\\s]*([.,][0-9]+)?");

    private static final String ISO_DAY = "yyyy-MM-dd";
    private static final DateTimeFormatter DAY = FrenchDays.format("d MMMM yyyy");

    private static final Pattern NODE_NAME = Pattern.compile("[^/:\\[\\]|*\\p{Cntrl}]{1,150}");

    private final FormTexts words;
    private final Choices choices;
    private final List<FieldRule> rules;
    private final FormValues values;
    private final boolean complete;
    private final PictureShelf pictures;
    private final LocalDate today;
    private final List<FormPage.Problem> problems = new ArrayList<>();

    private Checks(
            FormTexts words,
            Choices choices,
            List<FieldRule> rules,
            FormValues values,
            boolean complete,
            PictureShelf pictures,
            LocalDate today) {
        this.today = today;
        this.pictures = pictures;
        this.words = words;
        this.choices = choices;
        this.rules = rules;
        this.values = values;
        this.complete = complete;
    }

    static Errors of(
            List<Part> parts,
            FormTexts words,
            Choices choices,
            List<FieldRule> rules,
            FormValues values,
            boolean complete,
            PictureShelf pictures,
            LocalDate today) {
        Checks checks = new Checks(words, choices, rules, values, complete, pictures, today);
        checks.inside(parts, "", complete);
        return new Errors(checks.problems);
    }

    /** @param asked whether what is required here must be given */
    private void part(Part part, String path, boolean asked) {
        FieldDefinition field = part.definition();
        if (field.basics().readOnly() || part instanceof Part.Fixed) {
            return;
        }
        boolean blank = part.isBlank(values, path);
        int before = problems.size();
        boolean required = field.basics().required() || isRequiredHere(path);
        boolean within = asked && (required || !blank);
        if (part instanceof Leaf leaf && !blank) {
            leaf(leaf, path);
        } else if (part instanceof Group group) {
            inside(group.parts(), path, within);
            degrees(group, path);
        } else if (part instanceof Alternative alternative && !blank) {
            part(alternative.choice(), Part.at(path, alternative.choice().name()), within);
            String chosen = values.text(Part.at(path, alternative.choice().name()));
            inside(alternative.chosen(values, path), Part.at(path, chosen), within);
        } else if (part instanceof Entries entries) {
            List<String> filled = entries.filled(values, path);
            filled.forEach(entry -> part(entries.inner(), entry, asked));
            count(entries.definition(), path, filled.size());
        }
        if (problems.size() > before) {
            return;
        }
        if (asked && required && blank) {
            say(field, path, words.or(field.basics().requiredMessage(), "error.required"));
        } else if (!blank) {
            order(field, path);
            identifier(field, path);
            daysAhead(field, path);
        }
    }

    /** Whether what is typed in the fields beside it makes a field necessary. */
    private boolean isRequiredHere(String path) {
        return rulesOf(path).anyMatch(rule -> {
            if (rule instanceof FieldRule.RequiredWhen when) {
                return when.values().contains(chosen(beside(path, rule)))
                        && (when.unless().isEmpty() || isNotGiven(beside(path, rule, when.unless())));
            }
            return rule instanceof FieldRule.RequiredUnless unless
                    && unless.others().stream().allMatch(other -> isNotGiven(beside(path, rule, other)));
        });
    }

    private boolean isNotGiven(String path) {
        return values.all(path).stream().allMatch(text -> text.isBlank() || text.equals("false"));
    }

    /** The choice of a field that decides what follows lies under its own name. */
    private String chosen(String path) {
        return values.text(path).isEmpty() ? values.text(Part.at(path, last(path))) : values.text(path);
    }

    /** Dates as the browser sends them compare as text, numbers as numbers. */
    private void order(FieldDefinition field, String path) {
        rulesOf(path).filter(FieldRule.NotBefore.class::isInstance).forEach(rule -> {
            String first = values.text(beside(path, rule));
            if (!first.isBlank() && compare(values.text(path), first) < 0) {
                say(field, path, words.ours("error.order"));
            }
        });
    }

    private void identifier(FieldDefinition field, String path) {
        rulesOf(path).filter(FieldRule.Identifier.class::isInstance).forEach(rule -> {
            if (!((FieldRule.Identifier) rule).kind().accepts(values.text(path))) {
                say(field, path, words.ours("error.identifier"));
            }
        });
    }

    /** A draft may wait until its day has gone by; what is to be read may not. */
    private void daysAhead(FieldDefinition field, String path) {
        if (!complete) {
            return;
        }
        rulesOf(path).filter(FieldRule.DaysAhead.class::isInstance).forEach(rule -> {
            LocalDate day = LocalDate.parse(values.text(path).strip().substring(0, ISO_DAY.length()));
            int most = ((FieldRule.DaysAhead) rule).most(chosen(beside(path, rule)));
            if (day.isBefore(today)) {
                say(field, path, words.ours("error.past"));
            } else if (day.isAfter(today.plusDays(most))) {
                say(field, path, words.ours("error.far", most, DAY.format(today.plusDays(most))));
            }
        });
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static int compare(String one, String other) {
        String a = one.strip();
        String b = other.strip();
        boolean numbers = NUMBER.matcher(a).matches() && NUMBER.matcher(b).matches();
        if (numbers) {
            return ValueKind.number(a).compareTo(ValueKind.number(b));
        }
        int common = Math.min(a.length(), b.length());
        return a.substring(0, common).compareTo(b.substring(0, common));
    }

    private Stream<FieldRule> rulesOf(String path) {
        return rulesOf(rules, path);
    }

    private static Stream<FieldRule> rulesOf(List<FieldRule> rules, String path) {
        String field = path.replaceAll("\\[[0-9]{1,4}\\]", "").replace('.', '/');
        return rules.stream().filter(rule -> rule.field().equals(field));
    }

    /** When a field is asked, as {@code FormField.Caption} tells it. */
    static String askedWhen(List<FieldRule> rules, String path) {
        return rulesOf(rules, path)
                .filter(FieldRule.AskedWhen.class::isInstance)
                .map(FieldRule.AskedWhen.class::cast)
                .flatMap(rule -> rule.others().entrySet().stream()
                        .map(other -> beside(path, rule, other.getKey()) + "="
                                + String.join(" ", new TreeSet<>(other.getValue()))))
                .collect(Collectors.joining(";"));
    }

    private static String beside(String path, FieldRule rule) {
        return beside(path, rule, rule.other());
    }

    /** Path in the form of a field that a rule names, given the path of the field that the rule is about. */
    private static String beside(String path, FieldRule rule, String other) {
        String folder = rule.field().substring(0, rule.field().lastIndexOf('/') + 1);
        return path.substring(0, path.lastIndexOf('.') + 1)
                + other.substring(folder.length()).replace('/', '.');
    }

    private void inside(List<Part> parts, String path, boolean asked) {
        Pictures shown = Pictures.of(parts, path, values);
        boolean credited = shown.any() && shown.keys().allMatch(pictures::isCredited);
        for (Part part : parts) {
            boolean title = path.isEmpty() && part.name().equals(TITLE);
            boolean told = credited && part.name().equals(Pictures.CREDIT);
            part(part, Part.at(path, part.name()), (asked || title) && !told);
        }
        described(parts, path, shown);
    }

    private void leaf(Leaf leaf, String path) {
        for (String typed : values.all(path)) {
            if (!leaf.kind().isBlank(typed)) {
                value(leaf, path, typed);
            }
        }
        if (leaf.definition() instanceof FieldDefinition.MultiField multi) {
            count(multi, path, values.all(path).size());
        }
    }

    private void value(Leaf leaf, String path, String typed) {
        FieldDefinition field = leaf.single();
        if (!leaf.kind().accepts(typed)) {
            String key = leaf.kind().isNumber() ? "error.number" : "error.date";
            say(leaf.definition(), path, words.or(field.basics().conversionMessage(), key));
        } else if (leaf.kind().isSkipped(typed)) {
            say(leaf.definition(), path, words.ours("error.skipped", FrenchDays.words(typed)));
        } else if (!choices.allows(leaf, typed)) {
            say(leaf.definition(), path, words.ours(leaf.isLink() ? "error.reference" : "error.option"));
        } else if (field instanceof FieldDefinition.SliderField slider && !isWithin(slider, typed)) {
            say(leaf.definition(), path, words.ours("error.range", slider.min(), slider.max()));
        } else if (field instanceof FieldDefinition.TextField text && isTooLong(text, typed)) {
            // The field's own sentence says its length better than ours.
            say(field, path, ownLengthMessage(text, typed));
        } else if (complete && leaf.isPicture() && pictures.lacking(typed).isPresent()) {
            say(leaf.definition(), path, pictures.lacking(typed).orElse(""));
        } else {
            validators(leaf, path, typed);
        }
    }

    /** Checks that a picture is described, beside it or in the library, or is there to be pretty (AC-04). */
    private void described(List<Part> parts, String path, Pictures shown) {
        Optional<Part> alt =
                parts.stream().filter(part -> part.name().equals(Pictures.ALT)).findFirst();
        if (!complete
                || alt.isEmpty()
                || values.text(Part.at(path, "decorative")).equals("true")) {
            return;
        }
        String at = Part.at(path, Pictures.ALT);
        if (shown.keys().anyMatch(key -> !pictures.isDescribed(key))
                && values.text(at).isBlank()
                && problems.stream().noneMatch(one -> one.field().equals(at))) {
            say(alt.get().definition(), at, words.ours("alt-missing"));
        }
    }

    /** Of a place on the map: what lies on no globe is no place. */
    private void degrees(Group group, String path) {
        Map<String, Integer> most = Map.of("lat", 90, "lon", 180);
        if (!group.parts().stream().map(Part::name).toList().containsAll(most.keySet())) {
            return;
        }
        for (Part part : group.parts()) {
            String at = Part.at(path, part.name());
            String typed = values.text(at);
            Integer limit = most.get(part.name());
            if (limit != null
                    && part instanceof Leaf leaf
                    && leaf.kind() == ValueKind.DOUBLE
                    && !typed.isBlank()
                    && ValueKind.DOUBLE.accepts(typed)
                    && ValueKind.number(typed).abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
                say(part.definition(), at, words.ours("error.degrees", limit));
            }
        }
    }

    private static boolean isWithin(FieldDefinition.SliderField slider, String typed) {
        if (!ValueKind.DECIMAL.accepts(typed)) {
            return false;
        }
        BigDecimal number = ValueKind.number(typed);
        return number.compareTo(BigDecimal.valueOf(slider.min())) >= 0
                && number.compareTo(BigDecimal.valueOf(slider.max())) <= 0;
    }

    private static boolean isTooLong(FieldDefinition.TextField field, String typed) {
        String text = typed.strip();
        return field.maxLength() > 0 && text.codePointCount(0, text.length()) > field.maxLength();
    }

    private String ownLengthMessage(FieldDefinition.TextField field, String typed) {
        return field.basics().validators().stream()
                .filter(validator -> !passes(validator, typed))
                .flatMap(validator -> words.find(validator.errorMessage()).stream())
                .findFirst()
                .orElseGet(() -> words.ours("error.length", field.maxLength()));
    }

    private void validators(Leaf leaf, String path, String typed) {
        for (Validator validator : leaf.single().basics().validators()) {
            if (!passes(validator, typed)) {
                String key = validator instanceof Validator.Email ? "error.email" : "error.invalid";
                say(leaf.definition(), path, words.or(validator.errorMessage(), key));
                return;
            }
        }
    }

    /** Rich text needs no check: it is cleaned on the way in. */
    static boolean passes(Validator validator, String typed) {
        String text = typed.strip();
        if (validator instanceof Validator.Regexp regexp) {
            return Pattern.matches(regexp.pattern(), text);
        }
        if (validator instanceof Validator.NodeName) {
            return NODE_NAME.matcher(text).matches() && !text.equals(".") && !text.equals("..");
        }
        return !(validator instanceof Validator.Email) || EMAIL.matcher(text).matches();
    }

    private void count(FieldDefinition.MultiField field, String path, int count) {
        Label own = field.itemCountMessage();
        if (count > field.maxItems()) {
            say(field, path, words.or(own, "error.most", field.maxItems()));
        } else if (complete
                && count < field.minItems()
                && (count > 0 || !field.basics().required())) {
            say(field, path, words.or(own, "error.least", field.minItems()));
        }
    }

    private void say(FieldDefinition field, String path, String sentence) {
        problems.add(new FormPage.Problem(path, words.label(field), sentence));
    }
}
