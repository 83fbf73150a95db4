package org.bocage.portal.setup;

import java.util.Collection;
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
    private static final Pattern NEVER = Pattern.compile("(?!)");
    /** Mail address, telephone number, or number and street. */
    private static final Pattern REACH = Pattern.compile(
            "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
                    + "|(?<!\\d)(?:\\+33[ .]?|0)[1-9](?:[ .\\u00A0\\u202F-]?\\d{2}){4}(?!\\d)"
                    + "|\\b\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|place|avenue|chemin|impasse|route|allée|boulevard|quai|cours|square|ruelle)\\b");
    /** Words with a capital that follow each other: « Deux Vallons ». */
    private static final Pattern PROPER = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}’'-]*(?: \\p{Lu}[\\p{L}\\p{N}’'-]*)*");
    /** First name, or first name and name, and no more: « Noor », « Camille Le Gall ». */
    private static final Pattern SOMEBODY = Pattern.compile("\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'.-]*){0,3}");
    /** A remark behind a name: « Noor (animatrice) ». */
    private static final Pattern REMARK = Pattern.compile("\\s*[(,–].*", Pattern.DOTALL);
    /** The first name counts by itself, unless it may be an article. */
    private static final int FIRST_NAME = 4;

    private final Pattern persons;
    private final Pattern network;

    /**
     * Knows names.
     *
     * @param sayings names of persons as they are displayed, and other short texts: those that look like the name of a person are one
     * @param network names of the network; of each, the proper names in it count
     * @param places names of places, which are nobody's name
     * @param usual text of a portal that nobody has rewritten: a proper name in it is nobody's
     */
    IdentityNames(Collection<String> sayings, Collection<String> network, Collection<String> places, String usual) {
        String nobodys = usual.toLowerCase(Locale.FRENCH);
        Set<String> own = new TreeSet<>(places);
        network.forEach(name -> PROPER.matcher(name)
                .results()
                .map(MatchResult::group)
                .filter(found -> !nobodys.contains(found.toLowerCase(Locale.FRENCH)))
                .forEach(own::add));
        Set<String> names = new TreeSet<>();
        for (String saying : sayings) {
            String name = REMARK.matcher(saying).replaceFirst("").strip();
            if (SOMEBODY.matcher(name).matches()
                    && !own.contains(name)
                    && !nobodys.contains(name.toLowerCase(Locale.FRENCH))) {
                names.add(name);
                String first = name.split(" ", 2)[0];
                if (first.length() >= FIRST_NAME) {
                    names.add(first);
                }
            }
        }
        this.persons = anyOf(names);
        this.network = anyOf(own);
    }

    private static Pattern anyOf(Collection<String> names) {
        String any = names.stream()
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST)
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? NEVER : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])");
    }

    /** Whether a text names a person, or says how to reach somebody. */
    boolean hasPerson(String text) {
        return REACH.matcher(text).find() || persons.matcher(text).find();
    }

    /** Whether a text names the network or one of its places. */
    boolean hasNetwork(String text) {
        return network.matcher(text).find();
    }
}
