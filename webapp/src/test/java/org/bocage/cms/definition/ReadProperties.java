package org.bocage.cms.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.Report;
import org.jspecify.annotations.Nullable;

/**
 * What the readers of definitions ask a definition for. Its maps with a {@code $doc} note every property that is asked
 * for, and offer every word of the readers' sources to whoever looks for unknown ones: those that are not reported are
 * accepted.
 */
final class ReadProperties {

    /** Every definition has these. */
    private static final Set<String> COMMON = Set.of("name", "class", "$type", "$doc");

    /** Properties of one kind of definition, in alphabetical order. */
    record Row(String kind, Set<String> read, Set<String> accepted) {}

    private final List<String> vocabulary;
    private final Report report = new Report();
    private final Map<String, Noting> noted = new LinkedHashMap<>();

    ReadProperties(Collection<String> vocabulary) {
        this.vocabulary = List.copyOf(vocabulary);
    }

    Report report() {
        return report;
    }

    /** A definition to give to a reader. */
    Raw.Mapping noting(Map<?, ?> definition) {
        return (Raw.Mapping) raw(definition);
    }

    private Raw raw(@Nullable Object plain) {
        Raw.Spot spot = new Raw.Spot("/doc/plain", 0);
        if (plain instanceof List<?> list) {
            return Raw.Sequence.of(list.stream().map(this::raw).toList(), "", spot);
        }
        if (!(plain instanceof Map<?, ?> map)) {
            return Raw.of(plain, spot);
        }
        Map<String, Raw> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), raw(value)));
        if (!map.containsKey("$doc")) {
            return Raw.Mapping.of(entries, "", spot);
        }
        String kind = String.valueOf(map.get("$doc"));
        Noting noting = new Noting(kind, entries);
        noted.put(kind, noting);
        return new Raw.Mapping(noting, "", new Raw.Spot(noting.file(), 0), 1, 1);
    }

    /** What was asked for, in the order of the definitions. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        noted.values().forEach(noting -> rows.add(row(noting)));
        return rows;
    }

    private Row row(Noting noting) {
        Set<String> accepted = new TreeSet<>();
        Set<Integer> unknown = new LinkedHashSet<>();
        report.worstFirst().stream()
                .filter(problem -> problem.file().equals(noting.file()) && problem.line() > 0)
                .forEach(problem -> unknown.add(problem.line()));
        if (!unknown.isEmpty()) {
            for (int i = 0; i < vocabulary.size(); i++) {
                if (!unknown.contains(i + 1)) {
                    accepted.add(vocabulary.get(i));
                }
            }
        }
        Set<String> read = new TreeSet<>(noting.asked);
        if (!unknown.isEmpty()) {
            read.retainAll(accepted);
        }
        accepted.removeAll(read);
        accepted.removeAll(COMMON);
        if (!COMMON.containsAll(read)) {
            read.removeAll(COMMON);
        }
        return new Row(noting.kind, read, accepted);
    }

    /** The entries of a map, which note what is asked for. */
    private final class Noting extends LinkedHashMap<String, Raw> {

        private static final long serialVersionUID = 1;

        private final String kind;
        private final transient Set<String> asked = new LinkedHashSet<>();

        private Noting(String kind, Map<String, Raw> entries) {
            super(entries);
            this.kind = kind;
        }

        private String file() {
            return "/doc/" + kind;
        }

        @Override
        public @Nullable Raw get(Object key) {
            asked.add(String.valueOf(key));
            return super.get(key);
        }

        @Override
        public Raw getOrDefault(Object key, Raw otherwise) {
            return Objects.requireNonNullElse(get(key), otherwise);
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super Raw> action) {
            super.forEach(action);
            for (int i = 0; i < vocabulary.size(); i++) {
                if (!containsKey(vocabulary.get(i))) {
                    Raw.Spot spot = new Raw.Spot(file(), i + 1);
                    action.accept(vocabulary.get(i), new Raw.Scalar("x", "x", "", spot));
                }
            }
        }
    }
}
