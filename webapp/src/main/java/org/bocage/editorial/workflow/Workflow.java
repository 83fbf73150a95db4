package org.bocage.editorial.workflow;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.editorial.workflow.Transition.Party;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The state machine, as {@code config/workflow/contenu.yaml} writes it.
 *
 * @param reviewers roles that review
 * @param transitions every permitted passage
 */
public record Workflow(Set<String> reviewers, List<Transition> transitions) {

    /** Whoever wrote a content, and the roles of who acts, make what one is to it. */
    public Set<Party> parties(Actor actor, String author) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (actor.equals(Actor.CLOCK)) {
            parties.add(Party.HORLOGE);
        }
        if (actor.name().equals(author)) {
            parties.add(Party.AUTEUR);
        }
        if (actor.roles().stream().anyMatch(reviewers::contains)) {
            parties.add(Party.RELECTURE);
        }
        return parties;
    }

    /** The passage that an action makes from a state, for somebody. */
    public Optional<Transition> transition(State from, String action, Set<Party> parties) {
        return transitions.stream()
                .filter(one -> one.action().equals(action) && one.from().contains(from))
                .filter(one -> one.by().stream().anyMatch(parties::contains))
                .findFirst();
    }

    /** Actions somebody may take in a state, in the order of the file. */
    public Set<String> actions(State from, Set<Party> parties) {
        return transitions.stream()
                .filter(one -> one.from().contains(from) && one.by().stream().anyMatch(parties::contains))
                .map(Transition::action)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException when it says something this portal does not know
     */
    public static Workflow read(InputStream yaml) {
        Map<?, ?> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        List<Transition> transitions = new ArrayList<>();
        for (Object one : collection(root.get("transitions"))) {
            transitions.add(transition(map(one)));
        }
        return new Workflow(Set.copyOf(strings(root.get("relecture"))), List.copyOf(transitions));
    }

    private static Transition transition(Map<?, ?> one) {
        return new Transition(
                text(one, "action"),
                strings(one.get("from")).stream().map(State::of).collect(Collectors.toUnmodifiableSet()),
                State.of(text(one, "to")),
                strings(one.get("by")).stream()
                        .map(party -> Party.valueOf(party.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                Boolean.TRUE.equals(one.get("comment")),
                text(one, "mail"),
                text(one, "mailTo"));
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable Object value) {
        return collection(value).stream().map(Object::toString).toList();
    }

    private static Collection<?> collection(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        throw new IllegalArgumentException("A list is expected instead of " + value);
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("A mapping is expected instead of " + value);
    }
}
