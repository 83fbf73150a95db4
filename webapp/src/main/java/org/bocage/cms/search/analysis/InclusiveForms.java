package org.bocage.cms.search.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that an inclusive form stands for: « adhérent·e·s » is adhérent, adhérente, adhérents, adhérentes. Middle dots,
 * full stops, hyphens and parentheses are understood, and the words that need none: « utilisateurices ».
 */
final class InclusiveForms {

    /** Endings that may follow a full stop or stand in parentheses; behind a hyphen only some may, behind a middle dot any. */
    static final String ENDING = "(?:e|ne|le|te|se|ve|re|he|que|rice|trice|ice|euse|eresse|esse|sse|fe|[eè]re|i[eè]re)";

    private static final Pattern MARKS = Pattern.compile("[·•⋅‧∙.()\\-]+");
    private static final Pattern MERGED = Pattern.compile("(\\p{L}{2,}t)eurices?|(\\p{L}{2,})eureuses?");
    private static final Set<String> PLURAL = Set.of("s", "x");

    /** Endings that take the place of the one of the word: what is cut off, by the ending. */
    private static final Map<String, List<String>> CUT = Map.ofEntries(
            Map.entry("rice", List.of("eur")),
            Map.entry("trice", List.of("teur")),
            Map.entry("ice", List.of("eur")),
            Map.entry("euse", List.of("eur", "eux")),
            Map.entry("eresse", List.of("eur")),
            Map.entry("se", List.of("r", "x")),
            Map.entry("ve", List.of("f")),
            Map.entry("re", List.of("r")),
            Map.entry("que", List.of("c")),
            Map.entry("sse", List.of("")),
            Map.entry("esse", List.of("e")),
            Map.entry("ère", List.of("er")),
            Map.entry("ere", List.of("er")),
            Map.entry("ière", List.of("ier")),
            Map.entry("iere", List.of("ier")),
            Map.entry("elle", List.of("eau", "el")),
            Map.entry("enne", List.of("en")),
            Map.entry("ienne", List.of("ien")));

    private InclusiveForms() {}

    /** The words that a word in lower case stands for; itself when it stands for nothing else. */
    static Set<String> of(String word) {
        String[] steps = MARKS.split(word, -1);
        Set<String> forms = new LinkedHashSet<>();
        if (steps.length < 2 || steps[0].isEmpty()) {
            merged(word, forms);
            return forms;
        }
        String last = steps[steps.length - 1].isEmpty() ? steps[steps.length - 2] : steps[steps.length - 1];
        boolean many = last.length() == 1 ? PLURAL.contains(last) : last.endsWith("s");
        String man = singular(steps[0], many);
        add(man, many, forms);
        for (int i = 1; i < steps.length; i++) {
            if (!steps[i].isEmpty() && !PLURAL.contains(steps[i])) {
                add(feminine(man, singular(steps[i], many)), many, forms);
            }
        }
        return forms;
    }

    private static void merged(String word, Set<String> forms) {
        Matcher merged = MERGED.matcher(word);
        if (!merged.matches()) {
            forms.add(word);
            return;
        }
        boolean many = word.endsWith("s");
        boolean agent = merged.group(1) != null;
        String stem = agent ? merged.group(1) : merged.group(2);
        add(stem + "eur", many, forms);
        add(stem + (agent ? "rice" : "euse"), many, forms);
    }

    private static String singular(String word, boolean many) {
        return many && word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** « cuisinier » and « ère » are « cuisinière »; a whole word, as in « celles·ceux », stays what it is. */
    private static String feminine(String man, String ending) {
        for (String cut : CUT.getOrDefault(ending.toLowerCase(Locale.FRENCH), List.of())) {
            if (man.endsWith(cut)) {
                return man.substring(0, man.length() - cut.length()) + ending;
            }
        }
        return ending.length() > 3 ? ending : man + ending;
    }

    private static void add(String form, boolean many, Set<String> forms) {
        forms.add(form);
        if (many) {
            forms.add(form + "s");
        }
    }
}
