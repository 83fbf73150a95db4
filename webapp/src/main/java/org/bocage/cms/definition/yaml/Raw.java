package org.bocage.cms.definition.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML file, with the place it was written at, which survives inclusions and overlays. */
public sealed interface Raw {

    Spot spot();

    /** Tag of Magnolia such as {@code !override}; empty when none. */
    String tag();

    /** Number of values in it, itself included. */
    long size();

    /** Levels of values in it; 1 for a scalar. */
    int depth();

    /** The same value with another tag. */
    Raw tagged(String tag);

    /** Java value: map, list, text, Long, Double, Boolean, Date or null. */
    @Nullable
    Object plain();

    /** A place in a file; line from 1, 0 when in no line. */
    record Spot(String file, int line) {}

    /** A scalar; {@code text} is what the file says. */
    record Scalar(@Nullable Object value, String text, String tag, Spot spot) implements Raw {
        @Override
        public long size() {
            return 1;
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public Raw tagged(String newTag) {
            return new Scalar(value, text, newTag, spot);
        }

        @Override
        public @Nullable Object plain() {
            return value;
        }
    }

    /** A list. */
    record Sequence(List<Raw> items, String tag, Spot spot, long size, int depth) implements Raw {
        public static Sequence of(List<Raw> items, String tag, Spot spot) {
            return new Sequence(List.copyOf(items), tag, spot, sum(items), deepest(items));
        }

        @Override
        public Raw tagged(String newTag) {
            return new Sequence(items, newTag, spot, size, depth);
        }

        @Override
        public Object plain() {
            List<@Nullable Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(item.plain()));
            return Collections.unmodifiableList(plain);
        }
    }

    /** A map, in the order of the file. */
    public record Mapping(Map<String, Raw> entries, String tag, Spot spot, long size, int depth) implements Raw {
        public static Mapping of(Map<String, Raw> entries, String tag, Spot spot) {
            return new Mapping(
                    Collections.unmodifiableMap(new LinkedHashMap<>(entries)),
                    tag,
                    spot,
                    sum(entries.values()),
                    deepest(entries.values()));
        }

        @Override
        public Mapping tagged(String newTag) {
            return new Mapping(entries, newTag, spot, size, depth);
        }

        @Override
        public Map<String, Object> plain() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            entries.forEach((key, value) -> plain.put(key, value.plain()));
            @SuppressWarnings("NullAway") // a key without value stays visible in the raw map
            Map<String, Object> view = Collections.unmodifiableMap(plain);
            return view;
        }

        Mapping with(String key, Raw value) {
            Map<String, Raw> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return of(changed, tag, spot);
        }

        public Mapping without(String key) {
            Map<String, Raw> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return of(changed, tag, spot);
        }

        /** The map at a key; empty when there is none. */
        public Mapping mapping(String key) {
            return entries.get(key) instanceof Mapping mapping ? mapping : empty(spot);
        }

        /** The text at a key; empty when there is none. */
        public String text(String key) {
            return entries.get(key) instanceof Scalar scalar && scalar.value() != null ? scalar.text() : "";
        }
    }

    static Mapping empty(Spot spot) {
        return Mapping.of(Map.of(), "", spot);
    }

    /** The same from Java values, all at one place. */
    static Raw of(@Nullable Object plain, Spot spot) {
        if (plain instanceof Raw raw) {
            return raw;
        }
        if (plain instanceof Map<?, ?> map) {
            Map<String, Raw> entries = new LinkedHashMap<>();
            map.forEach((key, value) -> entries.put(String.valueOf(key), of(value, spot)));
            return Mapping.of(entries, "", spot);
        }
        if (plain instanceof List<?> list) {
            return Sequence.of(list.stream().map(item -> of(item, spot)).toList(), "", spot);
        }
        return new Scalar(plain, plain == null ? "" : plain.toString(), "", spot);
    }

    private static long sum(Collection<Raw> values) {
        return 1 + values.stream().mapToLong(Raw::size).reduce(0, (a, b) -> Math.min(a + b, Integer.MAX_VALUE));
    }

    private static int deepest(Collection<Raw> values) {
        return 1 + values.stream().mapToInt(Raw::depth).max().orElse(0);
    }
}
