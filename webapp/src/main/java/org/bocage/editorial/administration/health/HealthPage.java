package org.bocage.editorial.administration.health;

import java.util.List;
import java.util.stream.Stream;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;

/** {@code sante.ftlh}: how the portal is. */
public record HealthPage(List<Part> parts) {

    /**
     * A part of the portal.
     *
     * @param key its name for machines
     * @param well false when somebody should look at it
     * @param advice what to do about it; empty when the facts say it
     */
    public record Part(String key, String label, boolean well, List<Fact> facts, String advice) {

        /** Returns what is wrong, one by one: the part, and each of its details that is dated. */
        List<String> troubles() {
            if (well) {
                return List.of();
            }
            return Stream.concat(
                            Stream.of(key),
                            facts.stream().filter(fact -> fact.since() != null).map(fact -> key + " " + fact.label()))
                    .toList();
        }
    }

    /**
     * Detail about a part.
     *
     * @param since from when on the part has been behind; null when it is not
     */
    public record Fact(String label, @Nullable Moment since, String text) {}
}
