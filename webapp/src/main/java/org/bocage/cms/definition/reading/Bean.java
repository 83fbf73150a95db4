package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.yaml.Overlay;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.Report;
import org.jspecify.annotations.Nullable;

/**
 * A map of a file read property by property with the rules of spec 2.2: what does not convert is a problem and keeps its
 * default, what nobody asked for is an unknown property.
 */
public final class Bean {

    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "0");

    private final Raw.Mapping raw;
    private final String location;
    private final Report report;
    private final Set<String> known = new HashSet<>(Set.of("name", "class"));

    public Bean(Raw.Mapping raw, String location, Report report) {
        this.raw = raw;
        this.location = location;
        this.report = report;
    }

    Raw.Mapping raw() {
        return raw;
    }

    String location() {
        return location;
    }

    Report report() {
        return report;
    }

    boolean has(String key) {
        return present(key) != null;
    }

    /** The name it has: given, else the last part of its location. */
    String name() {
        String given = raw.text("name");
        return given.isEmpty() ? location.substring(location.lastIndexOf('/') + 1) : given;
    }

    /** The {@code $type}, else the class: what kind of thing it says it is; empty when it does not. */
    String type() {
        String type = raw.text("$type");
        String className = raw.text("class");
        return className.isEmpty() ? type : className;
    }

    String text(String key) {
        return text(key, "");
    }

    String text(String key, String byDefault) {
        Raw value = present(key);
        if (value instanceof Raw.Scalar scalar) {
            return scalar.text();
        }
        if (value != null) {
            problem(Severity.MAJOR, value, key, "expected.text");
        }
        return byDefault;
    }

    /** Its type without package, {@code Configured} and {@code Definition}, in lower case; as aliases are. */
    public String kind() {
        return kind(type());
    }

    /** The {@link #kind} of the class that a property names, or of the map it holds; empty when there is neither. */
    String kindOf(String key) {
        return present(key) instanceof Raw.Scalar ? kind(text(key)) : child(key).kind();
    }

    private static String kind(String type) {
        return type.substring(type.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("^configured|definition$", "");
    }

    boolean flag(String key, boolean byDefault) {
        Raw value = present(key);
        if (value == null) {
            return byDefault;
        }
        String word = value instanceof Raw.Scalar scalar ? scalar.text().toLowerCase(Locale.ROOT) : "";
        if (!TRUE.contains(word) && !FALSE.contains(word)) {
            problem(Severity.MINOR, value, key, "expected.flag", word);
        }
        return TRUE.contains(word);
    }

    int integer(String key, int byDefault) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number(key, byDefault)));
    }

    double number(String key, double byDefault) {
        Raw value = present(key);
        if (value == null) {
            return byDefault;
        }
        try {
            return Double.parseDouble(value instanceof Raw.Scalar scalar ? scalar.text() : "");
        } catch (NumberFormatException e) {
            problem(Severity.MAJOR, value, key, "expected.number");
            return byDefault;
        }
    }

    /** Texts of a list, or of the values of a map; a single text counts as a problem. */
    List<String> texts(String key, List<String> byDefault) {
        Raw value = present(key);
        if (value == null) {
            return byDefault;
        }
        List<String> texts = new ArrayList<>();
        for (Raw item : items(key, value)) {
            if (item instanceof Raw.Scalar scalar && scalar.value() != null) {
                texts.add(scalar.text());
            } else {
                problem(Severity.MINOR, item, key, "element", texts.size() + 1);
            }
        }
        return List.copyOf(texts);
    }

    List<String> texts(String key) {
        return texts(key, List.of());
    }

    /** A text, or the texts of a list; none when there is neither. */
    List<String> oneOrMore(String key) {
        Raw value = present(key);
        return value instanceof Raw.Scalar one && one.value() != null ? List.of(one.text()) : texts(key);
    }

    /** Texts by key. */
    Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Raw value = present(key);
        if (value != null && Overlay.asMaps(value) instanceof Raw.Mapping mapping) {
            mapping.entries().keySet().forEach(name -> texts.put(name, mapping.text(name)));
        }
        return Collections.unmodifiableMap(texts);
    }

    /** The map at a key; an empty one when there is none. */
    Bean child(String key) {
        Raw value = present(key);
        if (value instanceof Raw.Mapping mapping) {
            return new Bean(mapping, location + "/" + key, report);
        }
        if (value != null) {
            problem(Severity.MINOR, value, key, "expected.map");
        }
        return new Bean(Raw.empty(raw.spot()), location + "/" + key, report);
    }

    /** Maps in a list, or in a map, whose keys become their {@code name} when they have none. */
    List<Bean> children(String key) {
        List<Bean> children = new ArrayList<>();
        Raw value = present(key);
        if (value == null) {
            return children;
        }
        if (value instanceof Raw.Scalar) {
            problem(Severity.MINOR, value, key, "expected.list");
        }
        named(value).forEach((name, item) -> {
            if (item instanceof Raw.Mapping mapping) {
                children.add(new Bean(mapping, location + "/" + key + "/" + name, report));
            } else {
                problem(Severity.MINOR, item, key, "element", name);
            }
        });
        return children;
    }

    /** Maps in a map, or in a list, by key or name. */
    <T> Map<String, T> childMap(String key, Function<Bean, T> reading) {
        Map<String, T> map = new LinkedHashMap<>();
        Raw value = present(key);
        if (value instanceof Raw.Scalar) {
            problem(Severity.MINOR, value, key, "expected.map");
            return Map.of();
        }
        int start = location.length() + key.length() + 2;
        children(key).forEach(child -> map.put(child.location().substring(start), reading.apply(child)));
        return Collections.unmodifiableMap(map);
    }

    /** Free values: maps in maps; a list in it is dropped as Magnolia does (recorded case). */
    Map<String, Object> free(String key) {
        Raw value = present(key);
        if (value instanceof Raw.Mapping mapping) {
            return freeMap(mapping, location + "/" + key);
        }
        if (value != null) {
            problem(Severity.MINOR, value, key, "expected.map");
        }
        return Map.of();
    }

    /** Says that these properties are known although nothing reads them. */
    Bean accept(String... keys) {
        known.addAll(Arrays.asList(keys));
        return this;
    }

    /** Reports what is in the map and was neither asked for nor accepted. */
    void finish() {
        raw.entries().forEach((key, value) -> {
            if (!known.contains(key) && !key.startsWith("$")) {
                problem(Severity.MINOR, value, "", "unknown", key);
            }
        });
    }

    /** Reports that nothing here knows its type, or that it names none. */
    void unknownType(String known) {
        if (type().isEmpty()) {
            problem(Severity.MAJOR, raw, "", "type.missing", known);
        } else {
            problem(Severity.MAJOR, raw, "", "type.unknown", type(), known);
        }
    }

    /** Reports an action whose class is none of those of Magnolia's own screens, of which the host has gestures of its own. */
    void unknownAction() {
        String type = type();
        if (type.contains(".") && !type.startsWith("info.magnolia.ui.")) {
            problem(Severity.MINOR, raw, "", "action.absent", name(), type);
        }
    }

    void problem(Severity severity, Raw at, String key, String sentence, Object... arguments) {
        String where = key.isEmpty() ? location : location + "/" + key;
        Object[] all = new Object[arguments.length + 1];
        all[0] = key;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        report.add(severity, at.spot(), where, sentence, key.isEmpty() ? arguments : all);
    }

    private @Nullable Raw present(String key) {
        boolean first = known.add(key);
        Raw value = raw.entries().get(key);
        if (value instanceof Raw.Scalar scalar && scalar.value() == null) {
            if (first && value.tag().isEmpty()) {
                problem(Severity.MINOR, value, key, "nothing");
            }
            return null;
        }
        return value;
    }

    private List<Raw> items(String key, Raw value) {
        if (value instanceof Raw.Sequence sequence) {
            return sequence.items();
        }
        if (value instanceof Raw.Mapping mapping) {
            return List.copyOf(mapping.entries().values());
        }
        problem(Severity.MINOR, value, key, "expected.list");
        return List.of();
    }

    private static Map<String, Raw> named(Raw value) {
        Map<String, Raw> named = new LinkedHashMap<>();
        if (value instanceof Raw.Mapping mapping) {
            return mapping.entries();
        }
        if (value instanceof Raw.Sequence sequence) {
            for (Raw item : sequence.items()) {
                String name = item instanceof Raw.Mapping mapping ? mapping.text("name") : "";
                named.put(name.isEmpty() || named.containsKey(name) ? String.valueOf(named.size()) : name, item);
            }
        }
        return named;
    }

    private Map<String, Object> freeMap(Raw.Mapping mapping, String where) {
        Map<String, Object> free = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> {
            if (value instanceof Raw.Mapping inner) {
                free.put(key, freeMap(inner, where + "/" + key));
            } else if (value instanceof Raw.Scalar scalar && scalar.value() != null) {
                free.put(key, scalar.value());
            } else {
                boolean list = value instanceof Raw.Sequence;
                report.add(Severity.MINOR, value.spot(), where + "/" + key, list ? "expected.map" : "nothing", key);
            }
        });
        return Collections.unmodifiableMap(free);
    }
}
