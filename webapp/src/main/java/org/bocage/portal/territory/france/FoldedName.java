package org.bocage.portal.territory.france;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A name as it is compared: lower case, without accents, one blank between words, « St » and « Ste » in full.
 *
 * @param text its words
 */
public record FoldedName(String text) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern SAINT = Pattern.compile("\\bst(e?)\\b");
    private static final Pattern ARTICLE = Pattern.compile("^(l|la|le|les) ");
    /** Each letter of the languages of western Europe as it is compared: a question folds the names of 35,000 communes. */
    private static final String[] LETTERS = IntStream.range(0, 0x180)
            .mapToObj(letter -> plain(Character.toString(letter)))
            .toArray(String[]::new);

    public static FoldedName of(String name) {
        StringBuilder letters = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter >= LETTERS.length) {
                return folded(plain(name));
            }
            letters.append(LETTERS[letter]);
        }
        return folded(letters.toString());
    }

    private static FoldedName folded(String plain) {
        String words = spaced(plain);
        return new FoldedName(words.contains("st") ? SAINT.matcher(words).replaceAll("saint$1") : words);
    }

    /** Lower case without accents; anything but letters and digits as blanks. */
    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae");
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(bare).replaceAll(" ");
    }

    /** The words of a plain text, one blank between them. */
    private static String spaced(String plain) {
        StringBuilder words = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (letter != ' ' || (!words.isEmpty() && words.charAt(words.length() - 1) != ' ')) {
                words.append(letter);
            }
        }
        return words.toString().stripTrailing();
    }

    /** Whether words of the name begin so, in this order. */
    boolean hasWords(List<String> beginnings) {
        String padded = " " + text;
        int at = 0;
        for (String beginning : beginnings) {
            at = padded.indexOf(" " + beginning, at);
            if (at < 0) {
                return false;
            }
            at += 1 + beginning.length();
        }
        return true;
    }

    FoldedName withoutArticle() {
        return new FoldedName(ARTICLE.matcher(text).replaceFirst(""));
    }
}
