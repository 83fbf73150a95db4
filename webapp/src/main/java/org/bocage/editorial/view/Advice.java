package org.bocage.editorial.view;

import java.util.List;

/**
 * Advice on a better text, shown beside a form while one writes and never required. {@code reperes.js} does the same in the
 * browser with the names and patterns given here; without scripts it is told when the form comes back.
 *
 * @param title of what is told
 * @param text what it is for
 * @param by the field whose value says what is looked at, as paths of the form end
 * @param checks what a reader looks for
 * @param wordings words that may keep somebody away
 * @param texts the fields in which these are looked for
 */
public record Advice(
        String title, String text, String by, List<Check> checks, List<Wording> wordings, List<String> texts) {

    /** Nothing to tell. */
    public static final Advice NONE = new Advice("", "", "", List.of(), List.of(), List.of());

    /**
     * Something that a reader looks for.
     *
     * @param kind the value of {@code by} for which it counts
     * @param fields of which one says it
     * @param shown whether it counts now
     * @param done whether it is said
     */
    public record Check(String kind, String label, List<String> fields, boolean shown, boolean done) {}

    /**
     * Words that imply something about who may answer.
     *
     * @param kinds the values of {@code by} for which they count
     * @param pattern that finds them, in Java and in the browser
     * @param allowed that takes away what keeps nobody away; empty: nothing does
     * @param sentence what is said of a word that was found
     * @param found the first one, as it was typed; empty when there is none
     */
    public record Wording(List<String> kinds, String pattern, String allowed, String sentence, String found) {}

    /** Whether there is anything to tell. */
    public boolean isThere() {
        return !checks.isEmpty() || !wordings.isEmpty();
    }
}
