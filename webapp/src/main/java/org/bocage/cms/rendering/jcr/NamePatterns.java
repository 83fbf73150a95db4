package org.bocage.cms.rendering.jcr;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name patterns of JCR: {@code a* | b}. */
final class NamePatterns {

    private NamePatterns() {}

    static boolean match(String patterns, String name) {
        return Arrays.stream(patterns.split("\\|"))
                .map(pattern -> Arrays.stream(pattern.strip().split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .anyMatch(name::matches);
    }
}
