package org.bocage.portal.membership.visibility;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By which rule each kind of contents is seen (AD-04): everything by everybody, as long as nobody decides otherwise. */
public record Visibility(Map<Kind, Rule> rules) {

    public static final Visibility OPEN = new Visibility(Map.of());

    public Visibility {
        Map<Kind, Rule> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, rules.getOrDefault(kind, Rule.EVERYBODY));
        }
        rules = Collections.unmodifiableMap(all);
    }

    /** Rule on who is visible. */
    enum Rule {
        /** Everybody. */
        EVERYBODY("tous"),
        /** Everybody, behind those who belong. */
        MEMBERS_FIRST("adherents-d-abord"),
        /** Members alone. */
        MEMBERS_ONLY("adherents-seuls");

        private final String key;

        Rule(String key) {
            this.key = key;
        }

        /** As it is stored, and posted by forms. */
        String key() {
            return key;
        }

        static Optional<Rule> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
        }
    }

    /** Subject of a rule: contents, or what a part of some contents shows. */
    enum Kind {
        NEWS("actus", "", "actus"),
        EVENTS("evenements", "", "evenements"),
        ADS("annonces", "", "annonces"),
        MAP("carte", "position", "acteurs lieux"),
        DIRECTORY("annuaire", "", "acteurs"),
        HEARTS("coups-de-coeur", "coupDeCoeur", "actus acteurs lieux projets");

        private final String key;
        private final String part;
        private final String workspaces;

        Kind(String key, String part, String workspaces) {
            this.key = key;
            this.part = part;
            this.workspaces = workspaces;
        }

        /** As it is stored, and posted by forms. */
        String key() {
            return key;
        }

        /** The child node that others do not read; empty when it is the item as a whole. */
        String part() {
            return part;
        }

        Set<String> workspaces() {
            return Set.of(workspaces.split(" "));
        }

        static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
        }
    }

    Rule of(Kind kind) {
        return rules.getOrDefault(kind, Rule.EVERYBODY);
    }

    /** Whether nothing is reserved. */
    boolean isOpen() {
        return equals(OPEN);
    }
}
