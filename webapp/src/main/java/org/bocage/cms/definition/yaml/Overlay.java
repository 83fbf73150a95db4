package org.bocage.cms.definition.yaml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lays one value over another, as inclusions, inheritance, generated apps and decorations do (spec 2.3). */
public final class Overlay {

    static final String OVERRIDE = "!override";

    private Overlay() {}

    /**
     * Both sides as maps at every level, keys of the base first; a leaf of the overlay wins unless it is null; what the
     * overlay tags {@code !override} replaces.
     */
    public static Raw merge(Raw base, Raw overlay) {
        if (isNull(overlay)) {
            return asMaps(base);
        }
        Raw over = asMaps(overlay);
        if (isNull(base) || overlay.tag().equals(OVERRIDE)) {
            return over;
        }
        if (asMaps(base) instanceof Raw.Mapping below && over instanceof Raw.Mapping above) {
            Map<String, Raw> merged = new LinkedHashMap<>(below.entries());
            above.entries().forEach((key, value) -> merged.merge(key, value, Overlay::merge));
            return Raw.Mapping.of(merged, below.tag(), below.spot());
        }
        return over;
    }

    private static boolean isNull(Raw raw) {
        return raw instanceof Raw.Scalar scalar && scalar.value() == null;
    }

    /** Lists become maps keyed by the {@code name} of the element, else by its position from 0, at every level. */
    public static Raw asMaps(Raw raw) {
        Map<String, Raw> entries = new LinkedHashMap<>();
        if (raw instanceof Raw.Mapping mapping) {
            mapping.entries().forEach((key, value) -> entries.put(key, asMaps(value)));
        } else if (raw instanceof Raw.Sequence sequence) {
            int position = 0;
            for (Raw item : sequence.items()) {
                entries.put(nameOf(item, position), asMaps(item));
                position++;
            }
        } else {
            return raw;
        }
        return Raw.Mapping.of(entries, raw.tag(), raw.spot());
    }

    private static String nameOf(Raw item, int position) {
        String name = item instanceof Raw.Mapping mapping ? mapping.text("name") : "";
        return name.isEmpty() ? String.valueOf(position) : name;
    }
}
