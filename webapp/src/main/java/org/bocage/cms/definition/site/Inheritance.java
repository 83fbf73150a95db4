package org.bocage.cms.definition.site;

import java.util.List;

/**
 * Content that an area takes from the areas of the same path in the ancestor pages.
 *
 * @param components all, filtered (nodes flagged {@code inheritable}) or none
 * @param properties all or none
 * @param nodeTypes children that count
 */
public record Inheritance(boolean enabled, Components components, boolean properties, List<String> nodeTypes) {

    /** Which components are inherited. */
    public enum Components {
        ALL,
        FILTERED,
        NONE
    }

    /** Nothing is inherited. */
    public static final Inheritance DISABLED =
            new Inheritance(false, Components.FILTERED, true, List.of("mgnl:component", "mgnl:resource"));
}
