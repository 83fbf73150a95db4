package org.bocage.cms.definition.type;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The public address of the items of a type, {@code /actualites/{publie:yyyy}/{name}}: a property in braces, with a
 * date pattern or the words for its values behind a colon ({@code {type:bon-plan=bons-plans,materiel=materiel}}). Days
 * are those of Paris.
 *
 * @param pattern empty when the items have no page
 */
public record AddressPattern(String pattern) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Pattern STEP = Pattern.compile("\\{([^}:]+)(?::([^}]+))?}");

    /**
     * The address of an item, percent-encoded.
     *
     * @param values the value of a property: an {@link Instant} or a text; empty when there is none
     * @return empty when there is no pattern or a property that it names has no value
     */
    public Optional<String> fill(Function<String, Optional<Object>> values) {
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        Matcher steps = STEP.matcher(pattern);
        StringBuilder address = new StringBuilder();
        while (steps.find()) {
            Optional<Object> value = values.apply(steps.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            String form = steps.group(2) == null ? "" : steps.group(2);
            steps.appendReplacement(address, Matcher.quoteReplacement(encoded(value.get(), form)));
        }
        return Optional.of(steps.appendTail(address).toString());
    }

    private static String encoded(Object value, String form) {
        String text = value instanceof Instant instant
                ? DateTimeFormatter.ofPattern(form.isEmpty() ? "yyyy-MM-dd" : form, Locale.FRENCH)
                        .format(instant.atZone(ZONE))
                : word(value.toString(), form);
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns the word for a value in the address, or the value itself if there is none. */
    private static String word(String value, String pairs) {
        return Stream.of(pairs.split(",", -1))
                .filter(pair -> pair.startsWith(value + "="))
                .map(pair -> pair.substring(value.length() + 1))
                .findFirst()
                .orElse(value);
    }
}
