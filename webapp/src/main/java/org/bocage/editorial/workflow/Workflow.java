package org.bocage.editorial.workflow;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.workflow.Transition.Party;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The state machine, as {@code config/workflow/contenu.yaml} writes it.
 *
 * @param reviewers roles that review
 * @param delegates roles to which the review of some themes may be entrusted for a while
 * @param delegatedBy property of contents whose values are entrusted
 * @param takers roles that take their own contents away as a table
 * @param journal roles that read in the journal what became of their own contents
 * @param commentators roles that comment on what they may read
 * @param ownCommentators roles that comment on their own contents
 * @param deleters roles that delete for good what is in the trash
 * @param answerWithin working days within which people are told to be answered
 * @param reminders what is sent when a proposal waits too long, the soonest first
 * @param transitions every permitted passage
 * @param reserved values that only some may choose
 * @param fine fields that only some are asked for
 */
public record Workflow(
        Set<String> reviewers,
        Set<String> delegates,
        String delegatedBy,
        Set<String> takers,
        Set<String> journal,
        Set<String> commentators,
        Set<String> ownCommentators,
        Set<String> deleters,
        int answerWithin,
        List<Reminder> reminders,
        List<Transition> transitions,
        List<Reserved> reserved,
        Fine fine) {

    /** Values in a file that was written before there were these keys. */
    private static final String USUALLY_DELEGATED_BY = "themes";

    private static final Set<String> USUAL_TAKERS = Set.of("adherent", "contributeur");
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** A value of a property that only some roles may choose; an empty value stands for any. */
    public record Reserved(String type, String property, String value, Set<String> roles) {}

    /**
     * Fields that most people need not think of: the portal fills them in, or who reviews.
     *
     * @param fields paths of fields, {@code recurrence/regle}, of any type
     * @param roles who is asked for them
     */
    public record Fine(Set<String> fields, Set<String> roles) {}

    /** Whether somebody is asked for a field, by its path; nothing forbids it to the others. */
    public boolean asksFor(Actor actor, String field) {
        return !fine.fields().contains(field) || hasOne(actor, fine.roles());
    }

    /**
     * A reminder of what waits.
     *
     * @param after working days that must have gone by, and one more begun
     * @param to {@link Party#RELECTURE} or {@link Party#DELEGUE}
     * @param mail template
     */
    public record Reminder(int after, Party to, String mail) {}

    /** Whether somebody may give a property of a type this value. */
    public boolean mayChoose(Actor actor, String type, String property, String value) {
        return reserved.stream()
                .filter(one -> one.type().equals(type)
                        && one.property().equals(property)
                        && (one.value().isEmpty() || one.value().equals(value)))
                .allMatch(one -> hasOne(actor, one.roles()));
    }

    /** Whether somebody may give a property of a type any value at all. */
    public boolean mayFill(Actor actor, String type, String property) {
        return mayChoose(actor, type, property, "");
    }

    /** The value of a property that somebody chooses before others, for they are among the few who may; empty when there is none. */
    public Optional<String> ownChoice(Actor actor, String type, String property) {
        return reserved.stream()
                .filter(one -> one.type().equals(type)
                        && one.property().equals(property)
                        && !one.value().isEmpty()
                        && hasOne(actor, one.roles()))
                .map(Reserved::value)
                .findFirst();
    }

    /** Whether the review of some themes may be entrusted to somebody. */
    public boolean mayStandIn(Actor actor) {
        return hasOne(actor, delegates);
    }

    /** Whether somebody takes their own contents away as a table. */
    public boolean mayTakeAway(Actor actor) {
        return hasOne(actor, takers);
    }

    /** Whether somebody reads in the journal what became of their own contents. */
    public boolean readsOwnJournal(Actor actor) {
        return hasOne(actor, journal);
    }

    /** Whether somebody may comment on a content they read. */
    public boolean mayComment(Actor actor, String author) {
        return hasOne(actor, reviewers)
                || hasOne(actor, commentators)
                || (actor.name().equals(author) && hasOne(actor, ownCommentators));
    }

    /** Whether somebody deletes for good. */
    public boolean mayDelete(Actor actor) {
        return hasOne(actor, deleters);
    }

    private static boolean hasOne(Actor actor, Set<String> roles) {
        return actor.roles().stream().anyMatch(roles::contains);
    }

    /** Whoever wrote a content, and the roles of who acts, make what one is to it. */
    public Set<Party> parties(Actor actor, String author) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (actor.isPortal()) {
            parties.add(Party.HORLOGE);
        }
        if (actor.name().equals(author)) {
            parties.add(Party.AUTEUR);
        }
        if (hasOne(actor, reviewers)) {
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
        List<Reserved> reserved = new ArrayList<>();
        for (Object one : collection(root.get("reserve"))) {
            Map<?, ?> map = map(one);
            reserved.add(new Reserved(
                    text(map, "type"), text(map, "champ"), text(map, "valeur"), Set.copyOf(strings(map.get("roles")))));
        }
        return new Workflow(
                Set.copyOf(strings(root.get("relecture"))),
                roles(root, "delegation"),
                property(root, "delegationPar", USUALLY_DELEGATED_BY),
                root.containsKey("tableau") ? roles(root, "tableau") : USUAL_TAKERS,
                roles(root, "journal"),
                roles(root, "commentaire"),
                roles(root, "commentaireSurLeSien"),
                roles(root, "suppression"),
                root.get("delai") instanceof Integer days ? days : 5,
                reminders(root.get("rappels")),
                List.copyOf(transitions),
                List.copyOf(reserved),
                fine(root.get("demande")));
    }

    private static Fine fine(@Nullable Object asked) {
        if (asked == null) {
            return new Fine(Set.of(), Set.of());
        }
        Map<?, ?> map = map(asked);
        return new Fine(Set.copyOf(strings(map.get("champs"))), Set.copyOf(strings(map.get("roles"))));
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

    private static List<Reminder> reminders(@Nullable Object value) {
        List<Reminder> reminders = new ArrayList<>();
        for (Object one : value == null ? List.of() : collection(value)) {
            Map<?, ?> map = map(one);
            reminders.add(new Reminder(
                    Integer.parseInt(text(map, "apres")),
                    Party.valueOf(text(map, "a").toUpperCase(Locale.ROOT)),
                    text(map, "mail")));
        }
        reminders.sort(Comparator.comparingInt(Reminder::after));
        return List.copyOf(reminders);
    }

    private static Set<String> roles(Map<?, ?> root, String key) {
        return root.containsKey(key) ? Set.copyOf(strings(root.get(key))) : Set.of();
    }

    private static String property(Map<?, ?> root, String key, String usual) {
        String name = root.containsKey(key) ? text(root, key) : usual;
        if (!PROPERTY.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "«\u00a0%s\u00a0» nomme un champ, par exemple «\u00a0%s\u00a0», et non «\u00a0%s\u00a0»."
                            .formatted(key, usual, name));
        }
        return name;
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    private static List<String> strings(@Nullable Object value) {
        return collection(value).stream().map(Object::toString).toList();
    }

    private static Collection<?> collection(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        throw new IllegalArgumentException("A list is expected instead of " + value);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("A mapping is expected instead of " + value);
    }
}
