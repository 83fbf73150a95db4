package org.bocage.portal.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.editorial.view.DocumentsPage.Piece;

/** The place of a text where words that were looked for stand, accents and capitals aside. */
final class FoundWords {

    private static final int BEFORE = 70;
    private static final int LONG = 220;
    private static final int SHORTEST = 2;
    /** Beyond it, a word is told by its beginning: « adhésions » is found in « adhésion ». */
    private static final int STEM = 5;

    private FoundWords() {}

    /** The first such place with what is around it, the words marked; empty when none stands there as it was typed. */
    static List<Piece> in(String text, String looked) {
        String words = Stream.of(plain(looked).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> Pattern.quote(word.length() > STEM + 1 ? word.substring(0, word.length() - 1) : word))
                .collect(Collectors.joining("|"));
        if (words.isEmpty()) {
            return List.of();
        }
        Matcher found = Pattern.compile("\\b(?:" + words + ")[\\p{L}\\p{N}]*").matcher(plain(text));
        if (!found.find()) {
            return List.of();
        }
        int from = Math.max(0, found.start() - BEFORE);
        int to = Math.min(text.length(), from + LONG);
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        do {
            pieces.add(
                    new Piece((pieces.isEmpty() && from > 0 ? "… " : "") + text.substring(at, found.start()), false));
            pieces.add(new Piece(text.substring(found.start(), found.end()), true));
            at = found.end();
        } while (found.find() && found.end() <= to);
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to) + (to < text.length() ? " …" : ""), false));
        }
        return List.copyOf(pieces);
    }

    /** As long as the text, letter for letter. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String letter = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
            plain.append(Character.toLowerCase(letter.charAt(0)));
        }
        return plain.toString().toLowerCase(Locale.ROOT).length() == plain.length()
                ? plain.toString().toLowerCase(Locale.ROOT)
                : plain.toString();
    }
}
