package org.bocage.editorial.authoring.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sante.ftlh}: how the portal is. */
public record HealthPage(List<Part> parts) {

    /**
     * A part of the portal.
     *
     * @param well false when somebody should look at it
     */
    public record Part(String label, boolean well, List<Fact> facts) {}

    /**
     * What is known of it.
     *
     * @param since from when on it has been behind; null of what is not
     */
    public record Fact(String label, @Nullable Moment since, String text) {}
}
