package org.bocage.portal.setup;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that tell of persons, and of one network: a text that another network takes over holds none of the first, and is rewritten where
 * it holds one of the second.
 */
final class IdentityNames {

    private static final int SHORTEST = 3;
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern NEVER = Pattern.compile("(?!)");
    /** Mail address, telephone number, or number and street. */
    private static final Pattern REACH = Pattern.compile(
            "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
                    + "|(?<!\\d)(?:(?:\\+|00)33[ .]?(?:\\(0\\))?[ .]?|0)[1-9](?:[ ./\\u00A0\\u202F-]?\\d{2}){4}(?!\\d)"
                    + "|\\b\\d{1,4}(?:[ \\u00A0]?(?:bis|ter))?,?[ \\u00A0](?:rue|place|avenue|chemin|impasse|route|allée|boulevard"
                    + "|quai|cours|square|ruelle|hameau|lieu-dit)\\b",
            CASE);
    /** Words with a capital that follow each other: « Deux Vallons ». */
    private static final Pattern PROPER = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}’'-]*(?: \\p{Lu}[\\p{L}\\p{N}’'-]*)*");
    /** A remark behind a name: « Noor (animatrice) ». */
    private static final Pattern REMARK = Pattern.compile("\\s*[(,–].*", Pattern.DOTALL);
    /** Words of names that are nobody's by themselves. */
    private static final Set<String> ARTICLES =
            Set.of("les", "des", "une", "aux", "mes", "nos", "vos", "ses", "madame", "monsieur", "mme", "sur", "pour");

    private final Pattern whole;
    private final Pattern parts;
    private final Pattern network;

    /**
     * Knows names. A word that stands in the texts of a new portal is nobody's name.
     *
     * @param persons names of persons as they are displayed; their first and last names count by themselves, too
     * @param network names of the network; of each, the proper names in it count
     * @param places names of places, which are nobody's name
     * @param usual texts of a portal that nobody has rewritten
     */
    IdentityNames(Collection<String> persons, Collection<String> network, Collection<String> places, String usual) {
        Pattern nobodys = anyOf(List.of(usual.split("[^\\p{L}\\p{N}’'-]+")), CASE);
        Set<String> own = new TreeSet<>(places);
        network.forEach(name -> PROPER.matcher(name)
                .results()
                .map(MatchResult::group)
                .filter(found -> !usual.toLowerCase(Locale.FRENCH).contains(found.toLowerCase(Locale.FRENCH)))
                .forEach(own::add));
        Set<String> full = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        for (String person : persons) {
            String name = REMARK.matcher(person).replaceFirst("").strip();
            List<String> some = List.of(name.split("[ ]+"));
            if (some.size() > 1) {
                full.add(name);
            }
            String last = some.get(some.size() - 1);
            if (!last.isEmpty() && Character.isUpperCase(last.codePointAt(0))) {
                words.add(some.get(0));
                words.add(last);
            }
        }
        full.removeAll(own);
        words.removeIf(word -> own.contains(word)
                || ARTICLES.contains(word.toLowerCase(Locale.FRENCH))
                || !Character.isUpperCase(word.codePointAt(0))
                || nobodys.matcher(word).matches());
        this.whole = anyOf(full, CASE);
        this.parts = anyOf(words, 0);
        this.network = anyOf(own, 0);
    }

    private static Pattern anyOf(Collection<String> names, int flags) {
        String any = names.stream()
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST)
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? NEVER : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])", flags);
    }

    /** Whether a text names a person, or says how to reach somebody. */
    boolean hasPerson(String text) {
        return REACH.matcher(text).find()
                || whole.matcher(text).find()
                || parts.matcher(text).find();
    }

    /** Whether a text names the network or one of its places. */
    boolean hasNetwork(String text) {
        return network.matcher(text).find();
    }
}
