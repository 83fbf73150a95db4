package org.bocage.portal.territory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is compared: lower case, without accents, one blank between words, « St » and « Ste » in full.
 *
 * @param text its words
 */
record FoldedName(String text) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern SAINT = Pattern.compile("\\bst(e?)\\b");
    private static final Pattern ARTICLE = Pattern.compile("^(l|la|le|les) ");

    static FoldedName of(String name) {
        String lower = name.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae");
        String plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        String words = BETWEEN.matcher(plain).replaceAll(" ").strip();
        return new FoldedName(words.contains("st") ? SAINT.matcher(words).replaceAll("saint$1") : words);
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
