package org.bocage.editorial.form.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The values of a form as text, by path; what was typed wrong stays as typed. An entry of several is there when some path
 * starts with its own, {@code photos[1]}.
 */
public record FormValues(Map<String, List<String>> values) {

    /** A form that holds nothing. */
    public static final FormValues EMPTY = new FormValues(Map.of());

    public FormValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the single value at a path, as typed; empty when none. */
    public String text(String path) {
        List<String> all = all(path);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All that a field holds, in what lies in it too: what one value is compared with, and empty when there is none. */
    public String within(String field) {
        List<String> texts = new ArrayList<>();
        values.forEach((path, all) -> {
            if (lies(path, field)) {
                all.stream().filter(text -> !text.isBlank()).forEach(texts::add);
            }
        });
        return String.join("\n", texts);
    }

    /** These values for another item: its entries are new ones, its dates of publication still to be chosen. */
    public FormValues asNew() {
        Map<String, List<String>> copied = new LinkedHashMap<>(values);
        copied.keySet()
                .removeIf(path -> path.endsWith("." + Binding.ENTRY_ID)
                        || path.equals("publierLe")
                        || path.equals("depublierLe"));
        return new FormValues(copied);
    }

    /** All values at a path. */
    public List<String> all(String path) {
        return values.getOrDefault(path, List.of());
    }

    /** These values with others at one path. */
    public FormValues with(String path, String... texts) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(path, List.of(texts));
        return new FormValues(changed);
    }

    /** These values, but a field and all that lies in it as in others: the answer to a conflict. */
    public FormValues taking(String field, FormValues others) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.keySet().removeIf(path -> lies(path, field));
        others.values.forEach((path, texts) -> {
            if (lies(path, field)) {
                changed.put(path, texts);
            }
        });
        return new FormValues(changed);
    }

    /** How many entries a field has. */
    public int count(String field) {
        int count = 0;
        while (has(entry(field, count))) {
            count++;
        }
        return count;
    }

    /** The entries of a field, each by what follows its own path. */
    public List<Map<String, List<String>>> entries(String field) {
        List<Map<String, List<String>>> entries = new ArrayList<>();
        for (int i = 0; i < count(field); i++) {
            String own = entry(field, i);
            Map<String, List<String>> entry = new LinkedHashMap<>();
            values.forEach((path, texts) -> {
                if (lies(path, own)) {
                    entry.put(path.substring(own.length()), texts);
                }
            });
            entries.add(entry);
        }
        return entries;
    }

    /** These values with other entries of a field. */
    public FormValues withEntries(String field, List<Map<String, List<String>>> entries) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.keySet().removeIf(path -> path.startsWith(field + "["));
        for (int i = 0; i < entries.size(); i++) {
            String own = entry(field, i);
            entries.get(i).forEach((rest, texts) -> changed.put(own + rest, texts));
        }
        return new FormValues(changed);
    }

    public static String entry(String field, int index) {
        return field + "[" + index + "]";
    }

    /** Which entry a path is, from 0; empty for what is none, and for what lies in one. */
    public static OptionalInt number(String path) {
        int open = path.endsWith("]") ? path.lastIndexOf('[') : -1;
        return open < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(path, open + 1, path.length() - 1, 10));
    }

    private boolean has(String path) {
        return values.containsKey(path) || values.keySet().stream().anyMatch(one -> lies(one, path));
    }

    private static boolean lies(String path, String field) {
        return path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[");
    }
}
