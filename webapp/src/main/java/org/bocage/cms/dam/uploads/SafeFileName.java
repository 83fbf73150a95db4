package org.bocage.cms.dam.uploads;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files as people type them, made fit for addresses, headers and messages. */
final class SafeFileName {

    private static final int LONGEST = 80;
    private static final int LONGEST_SHOWN = 120;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern EXTENSION = Pattern.compile("\\.[\\p{L}\\p{N}]{1,5}$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    /** Spaces, controls, and the invisible characters that turn the reading direction. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}]+");

    private SafeFileName() {}

    /** Lower case ASCII letters, digits and hyphens; {@code document} when nothing is left of the name. */
    static String of(String typed, String extension) {
        String base = EXTENSION.matcher(FOLDERS.matcher(typed).replaceFirst("")).replaceFirst("");
        String plain = MARKS.matcher(Normalizer.normalize(base, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        String hyphenated =
                shortened(EDGES.matcher(UNSAFE.matcher(plain).replaceAll("-")).replaceAll(""), LONGEST);
        String name = EDGES.matcher(hyphenated).replaceAll("");
        return (name.isEmpty() ? "document" : name) + "." + extension;
    }

    /** The name as typed, on one line and of reasonable length. */
    static String shown(String typed) {
        String bare = FOLDERS.matcher(typed).replaceFirst("");
        return shortened(INVISIBLE.matcher(bare).replaceAll(" ").strip(), LONGEST_SHOWN);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
