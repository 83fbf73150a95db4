package org.bocage.cms.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Phrases that messages are written with and a site says otherwise: « les nouvelles du pôle », « les nouvelles de l’association ». */
public final class Wording {

    /** Messages as they are written. */
    public static final Wording AS_WRITTEN = new Wording(List.of(), List.of());

    private final Map<String, String> said = new HashMap<>();
    private final Pattern written;

    /**
     * @param written phrases of the messages
     * @param said what stands in their place, as many
     */
    public Wording(List<String> written, List<String> said) {
        for (int i = 0; i < written.size(); i++) {
            this.said.put(written.get(i), said.get(i));
            this.said.put(capital(written.get(i)), capital(said.get(i)));
        }
        this.written = Pattern.compile(
                this.said.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** A message in the words of the site, with a capital where it is written with one. */
    public String of(String message) {
        return said.isEmpty()
                ? message
                : written.matcher(message).replaceAll(found -> Matcher.quoteReplacement(said.get(found.group())));
    }

    /** Whether both say the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Wording that && said.equals(that.said);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }

    private static String capital(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.FRENCH) + phrase.substring(1);
    }
}
