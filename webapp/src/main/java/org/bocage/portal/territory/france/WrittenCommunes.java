package org.bocage.portal.territory.france;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The communes that a written list names.
 *
 * @param communes each once, in the order of the list
 * @param problems a sentence for each line that names none, or several
 */
public record WrittenCommunes(List<FrenchCommune> communes, List<String> problems) {

    /** Most lines that are read of a list. */
    static final int MOST_LINES = 2_000;

    /** Communes that a sentence names, when a name is that of several. */
    private static final int MOST_NAMED = 8;

    private static final Pattern CODE = Pattern.compile("[0-9](?:[0-9]|[AB])[0-9]{3}");
    private static final Pattern WITH_CODE = Pattern.compile(".*\\(\\s*([0-9A-Za-z]{5})\\s*\\)\\s*");

    /** A list while all communes of France are compared with it. */
    static final class Reading {

        private final List<String> lines;
        private final int total;
        private final Map<String, List<FrenchCommune>> byLine = new LinkedHashMap<>();
        private final Map<String, List<String>> linesOfName = new HashMap<>();
        private final Map<String, List<String>> linesOfCode = new HashMap<>();

        Reading(Collection<String> list) {
            total = list.size();
            lines = list.stream()
                    .limit(MOST_LINES)
                    .map(String::strip)
                    .map(line -> line.substring(0, Math.min(line.length(), CommuneQuery.LONGEST)))
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
            for (String line : lines) {
                byLine.put(line, new ArrayList<>());
                code(line)
                        .ifPresentOrElse(
                                code -> linesOfCode
                                        .computeIfAbsent(code, key -> new ArrayList<>())
                                        .add(line),
                                () -> linesOfName
                                        .computeIfAbsent(name(line), key -> new ArrayList<>())
                                        .add(line));
            }
        }

        /** The INSEE code that a line is, or has in parentheses. */
        private static Optional<String> code(String line) {
            Matcher inside = WITH_CODE.matcher(line);
            String code = (inside.matches() ? inside.group(1) : line).toUpperCase(Locale.ROOT);
            return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
        }

        private static String name(String line) {
            return String.join(" ", CommuneQuery.of(line).words());
        }

        void compare(String code, String name, String departement, Supplier<FrenchCommune> commune) {
            linesOfCode.getOrDefault(code, List.of()).forEach(line -> add(line, commune.get()));
            if (!linesOfName.isEmpty()) {
                FoldedName folded = FoldedName.of(name);
                linesOfName.getOrDefault(folded.text(), List.of()).stream()
                        .filter(line -> CommuneQuery.of(line).accepts(folded, code, "", departement))
                        .forEach(line -> add(line, commune.get()));
            }
        }

        private void add(String line, FrenchCommune commune) {
            byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(commune);
        }

        WrittenCommunes result() {
            Map<String, FrenchCommune> found = new LinkedHashMap<>();
            Collection<String> problems = new LinkedHashSet<>();
            byLine.forEach((line, communes) -> {
                if (communes.size() == 1) {
                    found.put(communes.get(0).code(), communes.get(0));
                } else {
                    problems.add(problem(line, communes));
                }
            });
            if (total > MOST_LINES) {
                problems.add(TerritoryTexts.of("lines", MOST_LINES));
            }
            return new WrittenCommunes(List.copyOf(found.values()), List.copyOf(problems));
        }

        private static String problem(String line, List<FrenchCommune> communes) {
            if (communes.isEmpty()) {
                return TerritoryTexts.of(code(line).isPresent() ? "gone" : "unknown", line);
            }
            return TerritoryTexts.of(
                    "several",
                    line,
                    communes.stream()
                            .limit(MOST_NAMED)
                            .map(commune -> commune.name() + " (" + commune.code() + ", "
                                    + Departements.name(commune.departement()) + ")")
                            .collect(Collectors.joining(", ")));
        }
    }
}
