package org.bocage.editorial.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.type.RegisterNumber;
import org.bocage.editorial.form.values.Part.Leaf;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.form.values.ValueKind;

/** The text of a cell for the values of a field, and the way back: words for choices, dates and numbers as in France. */
final class SpreadsheetCells {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final Pattern FRENCH_DAY = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final Pattern FRENCH_TIME =
            Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})[ T]+([0-9]{1,2})[:h]([0-9]{2})(?::[0-9]{2})?");
    private static final Pattern ISO_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]+([0-9]{2}:[0-9]{2})(?::[0-9]{2})?");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern GAPS = Pattern.compile("[\\s.\u00a0\u202f-]");
    private static final Map<String, String> EXAMPLES = Map.of(
            "telephone", "02 99 00 00 00",
            "courriel", "contact@exemple.fr",
            "siteWeb", "https://exemple.fr",
            "phrase", "On y répare de tout, et on y rit",
            "role", "le CA");
    private static final Set<String> YES = Set.of("oui", "o", "vrai", "true", "1", "x", "yes");
    private static final Set<String> NO = Set.of("non", "n", "faux", "false", "0", "no");
    private static final String BETWEEN = " | ";

    private final FormTexts words;
    private final Choices choices;
    private final Map<String, RegisterNumber> numbers;

    /**
     * Makes cells of a form.
     *
     * @param numbers kinds of the numbers of public registers, by the name of the field
     */
    SpreadsheetCells(FormTexts words, Choices choices, Map<String, RegisterNumber> numbers) {
        this.numbers = numbers;
        this.words = words;
        this.choices = choices;
    }

    String text(Leaf leaf, List<String> values) {
        List<String> texts = values.stream()
                .filter(one -> leaf.kind() == ValueKind.BOOLEAN || !leaf.kind().isBlank(one))
                .map(one -> text(leaf, one))
                .toList();
        boolean barred = texts.stream().anyMatch(one -> one.contains("|"));
        return String.join(barred ? "\n" : BETWEEN, texts);
    }

    private String text(Leaf leaf, String value) {
        return switch (leaf.kind()) {
            case BOOLEAN -> words.ours(value.equals("true") ? "yes-short" : "no-short");
            case LONG, DOUBLE, DECIMAL -> value.replace('.', ',');
            case DATE, ISO_DATE -> french(value, true);
            case DATE_TIME, ISO_DATE_TIME -> french(value, false);
            default -> label(leaf, value);
        };
    }

    private static String french(String value, boolean day) {
        try {
            return day
                    ? LocalDate.parse(value.substring(0, Math.min(10, value.length())))
                            .format(DAY)
                    : LocalDateTime.parse(value).format(TIME);
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    /** The words of a choice, if no other choice has the same. */
    private String label(Leaf leaf, String value) {
        if (leaf.isPicture()) {
            return value;
        }
        List<Choices.Choice> all = choices.of(leaf);
        return all.stream()
                .filter(one -> one.value().equals(value))
                .map(Choices.Choice::label)
                .filter(label -> all.stream()
                                .filter(one -> folded(one.label()).equals(folded(label)))
                                .count()
                        == 1)
                .findFirst()
                .orElse(value);
    }

    /** Returns a sample value of a field: the first choice, or something of the right form. */
    String example(Leaf leaf) {
        return switch (leaf.kind()) {
            case BOOLEAN -> words.ours("yes-short");
            case LONG, DOUBLE, DECIMAL -> "12";
            case DATE, ISO_DATE -> "21/03/2027";
            case DATE_TIME, ISO_DATE_TIME -> "21/03/2027 18:30";
            case HTML -> "";
            case TEXT ->
                leaf.isLink()
                        ? ""
                        : choices.of(leaf).stream()
                                .findFirst()
                                .map(Choices.Choice::label)
                                .orElseGet(() -> numbers.containsKey(leaf.name())
                                        ? numbers.get(leaf.name()).example()
                                        : EXAMPLES.getOrDefault(leaf.name(), ""));
        };
    }

    /**
     * The values that a cell says; as typed when they are none, so that the check of the form says why.
     *
     * @param several whether the cell holds one value beside the other
     */
    List<String> read(Leaf leaf, boolean several, String typed) {
        if (typed.isEmpty()) {
            return List.of();
        }
        if (!several && !leaf.several()) {
            return one(leaf, typed).stream().toList();
        }
        List<String> all = split(leaf, typed)
                .flatMap(part -> one(leaf, part).stream())
                .distinct()
                .toList();
        return List.copyOf(all);
    }

    /** Between bars or on lines; between commas too, if all are choices then. */
    private Stream<String> split(Leaf leaf, String typed) {
        List<String> parts = parts(typed, typed.contains("\n") ? "\n" : "\\|");
        if (parts.size() == 1 && isChosen(leaf) && !isOne(leaf, typed)) {
            List<String> commas = parts(typed, "[,;]");
            if (commas.stream().allMatch(one -> isOne(leaf, one))) {
                return commas.stream();
            }
        }
        return parts.stream();
    }

    private static List<String> parts(String typed, String between) {
        List<String> parts = new ArrayList<>();
        for (String part : typed.split(between)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static boolean isChosen(Leaf leaf) {
        return !(leaf.source() instanceof Datasource.None);
    }

    private boolean isOne(Leaf leaf, String typed) {
        return choices.of(leaf).stream()
                .anyMatch(
                        one -> one.value().equals(typed) || folded(one.label()).equals(folded(typed)));
    }

    private List<String> one(Leaf leaf, String typed) {
        return switch (leaf.kind()) {
            case BOOLEAN -> yesOrNo(typed);
            case DATE, DATE_TIME, ISO_DATE, ISO_DATE_TIME -> List.of(iso(typed));
            case HTML -> List.of(RichText.clean(typed));
            case TEXT -> List.of(isChosen(leaf) ? value(leaf, typed) : plain(leaf, typed));
            default -> List.of(typed);
        };
    }

    /** Empty when it is neither. */
    private static List<String> yesOrNo(String typed) {
        String small = typed.toLowerCase(Locale.FRENCH);
        return YES.contains(small) ? List.of("true") : NO.contains(small) ? List.of("false") : List.of();
    }

    private static String iso(String typed) {
        var time = FRENCH_TIME.matcher(typed);
        if (time.matches()) {
            return "%s-%s-%sT%s:%s"
                    .formatted(
                            time.group(3), two(time.group(2)), two(time.group(1)), two(time.group(4)), time.group(5));
        }
        var day = FRENCH_DAY.matcher(typed);
        if (day.matches()) {
            return day.group(3) + "-" + two(day.group(2)) + "-" + two(day.group(1));
        }
        var iso = ISO_TIME.matcher(typed);
        return iso.matches() ? iso.group(1) + "T" + iso.group(2) : typed;
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private String value(Leaf leaf, String typed) {
        if (leaf.isPicture()) {
            return IDENTIFIER.matcher(typed).matches() ? "jcr:" + typed : typed;
        }
        List<Choices.Choice> all = choices.of(leaf);
        List<String> named = all.stream()
                .filter(one -> folded(one.label()).equals(folded(typed)))
                .map(Choices.Choice::value)
                .toList();
        boolean isValue = all.stream().anyMatch(one -> one.value().equals(typed));
        return isValue || named.size() != 1 ? typed : named.get(0);
    }

    /** The numbers of a business are stored without the spaces that people write in them. */
    private String plain(Leaf leaf, String typed) {
        return numbers.containsKey(leaf.name()) ? GAPS.matcher(typed).replaceAll("") : typed;
    }

    /** Whether values read from a cell are those held, maybe written otherwise. */
    boolean same(Leaf leaf, List<String> read, List<String> held) {
        return read.stream()
                .filter(one -> !leaf.kind().isBlank(one))
                .map(one -> plainest(leaf.kind(), one))
                .toList()
                .equals(held.stream()
                        .filter(one -> !leaf.kind().isBlank(one))
                        .map(one -> plainest(leaf.kind(), one))
                        .toList());
    }

    private static String plainest(ValueKind kind, String value) {
        if (!kind.accepts(value)) {
            return value;
        }
        return switch (kind) {
            case LONG, DOUBLE, DECIMAL ->
                new BigDecimal(ValueKind.number(value).toPlainString())
                        .stripTrailingZeros()
                        .toPlainString();
            case DATE, ISO_DATE -> value.substring(0, Math.min(10, value.length()));
            case HTML -> RichText.clean(value);
            default -> value.strip();
        };
    }

    /** As two people write the same words. */
    static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .replaceAll("[\\s\u00a0\u202f]+", " ")
                .strip();
    }
}
