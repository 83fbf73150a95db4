package org.bocage.editorial.form;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;

/** The name an item or a page is proposed in addresses. */
public final class Slug {

    private static final int LONGEST = 80;

    private Slug() {}

    /**
     * Makes a name of a title.
     *
     * @param accepted whether the form takes the name; a refused one (reserved) is numbered
     */
    public static String of(String title, String whenNothing, Predicate<String> accepted) {
        String letters = title.toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replaceAll("[·\u00ad]", "");
        String folded = Normalizer.normalize(letters, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String hyphens = folded.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = hyphens.isEmpty() ? whenNothing : shortened(hyphens, LONGEST);
        if (accepted.test(name)) {
            return name;
        }
        return shortened(name, LONGEST - 2) + "-1";
    }

    /** Returns the name of what has no title that can be written in an address: in other letters, or in signs alone. */
    public static String dated(LocalDate day) {
        return "du-" + day;
    }

    /** Cut between words when there is a place to cut. */
    private static String shortened(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        int cut = name.lastIndexOf('-', length);
        return name.substring(0, cut > length / 2 ? cut : length).replaceAll("-$", "");
    }
}
