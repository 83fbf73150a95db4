package org.bocage.cms.definition.type;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rule that binds a field to another one of the same node. Both are named by their path in the model
 * ({@code contactMoyen/valeur}, {@code photos/alt}) and lie in the same field.
 */
public sealed interface FieldRule {

    /** The field the rule is about, and which says so when it does not hold. */
    String field();

    /** The field it depends on. */
    String other();

    /**
     * Must be given when {@code other} has one of some values.
     *
     * @param unless a third field that is given in its place: a box ticked, a text typed; empty for none
     */
    record RequiredWhen(String field, String other, Set<String> values, String unless) implements FieldRule {}

    /** Must be given unless one of {@code others} is: a box ticked, a text typed. */
    record RequiredUnless(String field, List<String> others) implements FieldRule {

        @Override
        public String other() {
            return others.get(0);
        }
    }

    /**
     * A field that is asked only when one of {@code others} has one of the values that stand beside it, or any at all where none do.
     * A value that it holds already is shown whatever they are, and nothing is lost.
     */
    record AskedWhen(String field, Map<String, Set<String>> others) implements FieldRule {

        @Override
        public String other() {
            return others.keySet().iterator().next();
        }
    }

    /** A date or a number that may not be less than {@code other}, when both are given. */
    record NotBefore(String field, String other) implements FieldRule {}

    /**
     * A day that has not gone by and is not too far.
     *
     * @param usual how many days from today it is as long as nobody chose one; 0: there is none then
     * @param most how many days from today it may be
     * @param mostWhen the same for some values of {@code other}
     */
    record DaysAhead(String field, int usual, int most, String other, Map<String, Integer> mostWhen)
            implements FieldRule {

        /** How many days from today it may be, with what {@code other} is. */
        public int most(String value) {
            return mostWhen.getOrDefault(value, most);
        }
    }

    /** Holds a number that a public register gave, with its check digit right; stored without what people put between. */
    record Identifier(String field, RegisterNumber kind) implements FieldRule {

        @Override
        public String other() {
            return field;
        }
    }
}
