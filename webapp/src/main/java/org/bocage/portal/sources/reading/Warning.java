package org.bocage.portal.sources.reading;

import java.util.List;

/**
 * Something about what was read that is worth knowing.
 *
 * @param key of the sentence, after {@code sources.warning.}
 * @param words what it names
 */
public record Warning(String key, List<String> words) {

    private static final int LONGEST = 80;

    public static Warning of(String key, String... words) {
        return new Warning(
                key,
                List.of(words).stream()
                        .map(word -> word.length() <= LONGEST ? word : word.substring(0, LONGEST - 1) + "…")
                        .toList());
    }
}
