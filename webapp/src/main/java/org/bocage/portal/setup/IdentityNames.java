package org.bocage.portal.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that tell of persons, and of one network: a text that another network takes over holds none of the first, and is rewritten where
 * it holds one of the second.
 */
final class IdentityNames {

    private static final int SHORTEST = 3;
    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final Pattern REACH = Pattern.compile(
            "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|(?<!\\d)(?:\\+33[ .]?|0)[1-9](?:[ .\\u00A0\\u202F-]?\\d{2}){4}(?!\\d)");
    /** Words with a capital that follow each other: « Deux Vallons ». */
    private static final Pattern PROPER = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}’'-]*(?: \\p{Lu}[\\p{L}\\p{N}’'-]*)*");
    /** First name, or first name and name, and no more. */
    private static final Pattern SOMEBODY = Pattern.compile("\\p{Lu}\\p{L}+(?:[ -]\\p{L}[\\p{L}’'.-]*){0,3}");

    private final Pattern persons;
    private final Pattern network;

    /**
     * Knows names.
     *
     * @param persons as they are displayed; the first name counts by itself, too
     * @param sayings short texts, of which those that look like the name of a person count as one
     * @param network names of the network; of each, the proper names in it count
     * @param places names of places
     * @param usual text of a portal that nobody has rewritten: a proper name in it is nobody's
     */
    IdentityNames(
            Collection<String> persons,
            Collection<String> sayings,
            Collection<String> network,
            Collection<String> places,
            String usual) {
        List<String> names = new ArrayList<>(persons);
        persons.forEach(name -> names.add(name.split("[ ]")[0]));
        sayings.stream().filter(one -> SOMEBODY.matcher(one).matches()).forEach(names::add);
        this.persons = anyOf(names);
        List<String> own = new ArrayList<>(places);
        String nobodys = usual.toLowerCase(Locale.FRENCH);
        network.forEach(name -> PROPER.matcher(name)
                .results()
                .map(found -> found.group())
                .filter(found -> !nobodys.contains(found.toLowerCase(Locale.FRENCH)))
                .forEach(own::add));
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
