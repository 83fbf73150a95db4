package org.bocage.cms.definition.type;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public address of the items of a type, {@code /actualites/{publie:yyyy}/{name}}: a property in braces, with a
 * date pattern or the words for its values behind a colon ({@code {type:bon-plan=bons-plans,materiel=materiel}}). Days
 * are those of Paris. A property with a bare colon, {@code {codeInsee:}}, does not show: items without it have no address. Items that stand on a page beside others have their place on it, {@code /reseau/contacts#personne-{name}}.
 *
 * @param byFolder patterns by the folder at the root of the workspace whose items they are for, the empty one for all items; none
 *     when the items are read nowhere
 */
public record AddressPattern(Map<String, String> byFolder) {

    /** Address of items that are read nowhere. */
    public static final AddressPattern NONE = new AddressPattern(Map.of());

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Pattern STEP = Pattern.compile("\\{([^}:]+)(?:(:)([^}]*))?}");

    /** Returns the pattern for all items of a type; an empty text is none. */
    public static AddressPattern of(String pattern) {
        return pattern.isEmpty() ? NONE : new AddressPattern(Map.of("", pattern));
    }

    /** Whether every item has an address, whatever folder it lies in. */
    public boolean isForAll() {
        return byFolder.containsKey("");
    }

    /**
     * Whether an item has an address.
     *
     * @param path in its workspace, {@code /communes/guichen}
     */
    public boolean isFor(String path) {
        return !pattern(path).isEmpty();
    }

    private String pattern(String path) {
        int end = path.indexOf('/', 1);
        String folder = end < 0 ? "" : path.substring(1, end);
        return byFolder.getOrDefault(folder, byFolder.getOrDefault("", ""));
    }

    /**
     * The address of the page of an item, as {@link #fill}; empty for one that only has its place on a page, which is there without it.
     */
    public Optional<String> page(String path, Function<String, Optional<Object>> values) {
        return fill(path, values).filter(address -> address.indexOf('#') < 0);
    }

    /**
     * The address of an item, percent-encoded.
     *
     * @param path in its workspace
     * @param values the value of a property: an {@link Instant} or a text; empty when there is none
     * @return empty when there is no pattern or a property that it names has no value
     */
    public Optional<String> fill(String path, Function<String, Optional<Object>> values) {
        String pattern = pattern(path);
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
            String form = steps.group(3) == null ? "" : steps.group(3);
            String shown = isBare(steps) ? "" : encoded(value.get(), form);
            steps.appendReplacement(address, Matcher.quoteReplacement(shown));
        }
        return Optional.of(steps.appendTail(address).toString());
    }

    private static boolean isBare(MatchResult step) {
        return step.group(2) != null && step.group(3).isEmpty();
    }

    /** Properties without which an item has no address, though it does not show them. */
    public Set<String> needed(String path) {
        return STEP.matcher(pattern(path))
                .results()
                .filter(AddressPattern::isBare)
                .map(step -> step.group(1))
                .collect(Collectors.toSet());
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
