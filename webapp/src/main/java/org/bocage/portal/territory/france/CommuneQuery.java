package org.bocage.portal.territory.france;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question for communes, as somebody types it: the beginnings of words of a name, a postcode or its beginning, and the
 * département between parentheses, by its code or its name.
 *
 * @param words beginnings of words of the name, in their order
 * @param numbers beginnings of a postcode or an INSEE code
 * @param departements codes of those that the parentheses name; empty when there are no parentheses
 */
record CommuneQuery(List<String> words, List<String> numbers, Optional<Set<String>> departements) {

    /** Characters that are read of a question; the longest name has 45. */
    static final int LONGEST = 100;

    private static final Pattern WITH_PLACE = Pattern.compile("([^(]*)\\(([^)]*)\\)?.*");

    static CommuneQuery of(String typed) {
        String text = typed.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST));
        Matcher parentheses = WITH_PLACE.matcher(text);
        boolean placed = parentheses.matches();
        List<String> words = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (String token :
                FoldedName.of(placed ? parentheses.group(1) : text).text().split(" ")) {
            if (!token.isEmpty()) {
                (Character.isDigit(token.charAt(0)) ? numbers : words).add(token);
            }
        }
        String place = placed ? FoldedName.of(parentheses.group(2)).text() : "";
        if (place.isEmpty()) {
            return new CommuneQuery(List.copyOf(words), List.copyOf(numbers), Optional.empty());
        }
        Set<String> departements = Departements.called(place);
        if (departements.isEmpty() && Character.isDigit(place.charAt(0))) {
            numbers.add(place);
            return new CommuneQuery(List.copyOf(words), List.copyOf(numbers), Optional.empty());
        }
        return new CommuneQuery(List.copyOf(words), List.copyOf(numbers), Optional.of(departements));
    }

    boolean isEmpty() {
        return words.isEmpty() && numbers.isEmpty();
    }

    /** Whether a commune is asked for. A single letter asks for the commune of this name alone: there is one called Y. */
    boolean accepts(FoldedName commune, String code, String postcodes, String departement) {
        String name = name();
        return departements.map(some -> some.contains(departement)).orElse(true)
                && (name.length() == 1 ? commune.text().equals(name) : commune.hasWords(words))
                && numbers.stream().allMatch(number -> hasNumber(number, code, postcodes));
    }

    private static boolean hasNumber(String number, String code, String postcodes) {
        return code.toLowerCase(Locale.ROOT).startsWith(number) || (" " + postcodes).contains(" " + number);
    }

    /** How well a name that is accepted answers, 0 the best. */
    int rank(FoldedName commune) {
        String name = name();
        if (commune.text().equals(name)) {
            return 0;
        }
        if (commune.withoutArticle().text().equals(name)) {
            return 1;
        }
        return commune.text().startsWith(name) ? 2 : 3;
    }

    /** The words as one text. */
    private String name() {
        return String.join(" ", words);
    }
}
