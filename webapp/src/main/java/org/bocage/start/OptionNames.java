package org.bocage.start;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;

/** The names of the options, read from the records that hold them: a new option is known by being there. */
final class OptionNames {

    private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");

    private final TreeSet<String> names = new TreeSet<>();

    static OptionNames of(Collection<Class<?>> records) {
        OptionNames found = new OptionNames();
        for (Class<?> record : records) {
            ConfigurationProperties where = record.getAnnotation(ConfigurationProperties.class);
            found.add(where.value(), record);
        }
        return found;
    }

    private void add(String prefix, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + "." + name(record, component);
            if (component.getType().isRecord()) {
                add(name, component.getType());
            } else {
                names.add(name);
            }
        }
    }

    /** The name that Spring reads a component by: its own, unless it is given another one. */
    private static String name(Class<?> record, RecordComponent component) {
        try {
            Name given = record.getDeclaredField(component.getName()).getAnnotation(Name.class);
            return given == null ? DataObjectPropertyName.toDashedForm(component.getName()) : given.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A component is a field of its record", e);
        }
    }

    Collection<String> all() {
        return names;
    }

    /** Whether an option is read, given as it was written: {@code bocage.lightModules[0]}. */
    boolean contain(String written) {
        String uniform = uniform(INDEX.matcher(written).replaceAll(""));
        return names.stream().anyMatch(name -> uniform(name).equals(uniform));
    }

    /** The option that differs in fewest characters, at most two. */
    Optional<String> closest(String written) {
        return IntStream.rangeClosed(1, LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE)
                .mapToObj(distance -> within(distance, written))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> within(int distance, String written) {
        Automaton near = new LevenshteinAutomata(uniform(written), true).toAutomaton(distance);
        CharacterRunAutomaton accepts =
                new CharacterRunAutomaton(Operations.determinize(near, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        return names.stream().filter(name -> accepts.run(uniform(name))).findFirst();
    }

    /** Spring takes {@code lightModules}, {@code light-modules} and {@code LIGHT_MODULES} for the same name. */
    private static String uniform(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
