package org.bocage.cms.definition.yaml;

import java.text.MessageFormat;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.files.Problem.Severity;

/** The problems found while the light modules are read. */
public final class Report {

    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle("i18n.definition", Locale.FRENCH);

    private final Set<Problem> problems = new LinkedHashSet<>();

    public void severe(Fault fault) {
        problems.add(fault.problem());
    }

    public void add(Severity severity, Raw.Spot spot, String location, String key, Object... arguments) {
        problems.add(problem(severity, spot, location, key, arguments));
    }

    /** Whether something in a file makes its definition unusable. */
    public boolean isSevere(String file) {
        return problems.stream()
                .anyMatch(problem ->
                        problem.severity() == Severity.SEVERE && problem.file().equals(file));
    }

    static Problem problem(Severity severity, Raw.Spot spot, String location, String key, Object... arguments) {
        return new Problem(severity, module(spot.file()), spot.file(), spot.line(), location, sentence(key, arguments));
    }

    /** The sentence of that key, its arguments as they are: no grouping of digits. */
    static String sentence(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(SENTENCES.getString(key), Locale.FRENCH).format(texts);
    }

    /** Keys of sentences. */
    static Stream<String> startingWith(String prefix) {
        return SENTENCES.keySet().stream().filter(key -> key.startsWith(prefix)).sorted();
    }

    /** First folder of an absolute path. */
    static String module(String file) {
        int end = file.indexOf('/', 1);
        return end < 0 ? "" : file.substring(1, end);
    }

    public List<Problem> worstFirst() {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::severity)
                        .thenComparing(Problem::file)
                        .thenComparing(Problem::line))
                .toList();
    }
}
