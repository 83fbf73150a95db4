package org.bocage.editorial.screens;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as people look for them in the private space: each by its beginning, in the singular as in the plural. */
public final class LooseWords {

    private static final int SHORTEST_PLURAL = 5;

    private LooseWords() {}

    /** For {@link org.bocage.cms.search.query.ContentQuery.Mentioned}; empty when nothing can be looked for. */
    public static String of(String typed) {
        return Stream.of(typed.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(LooseWords::singular)
                .map(word -> word + "*")
                .collect(Collectors.joining(" "));
    }

    private static String singular(String word) {
        boolean plural = word.length() >= SHORTEST_PLURAL && (word.endsWith("s") || word.endsWith("x"));
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
