package org.bocage.cms.rest;

import java.util.List;
import org.bocage.cms.definition.site.RestEndpointDefinition;

/**
 * Which properties of a node are told. Those of Magnolia and of the repository only when the endpoint says so.
 *
 * @param properties only these; empty: all
 * @param excluded but not these
 */
public record PropertySelection(
        boolean system, List<String> alwaysTold, List<String> properties, List<String> excluded) {

    /** Told under other names, or of no use to anybody. */
    private static final List<String> NEVER = List.of("jcr:primaryType", "jcr:mixinTypes", "jcr:uuid");

    public static PropertySelection of(RestEndpointDefinition definition) {
        return new PropertySelection(
                definition.includeSystemProperties(),
                definition.systemProperties(),
                definition.properties(),
                definition.excludeProperties());
    }

    /** As this one, with other properties where some are named. */
    public PropertySelection with(List<String> others, List<String> excludedToo) {
        return new PropertySelection(
                system,
                alwaysTold,
                others.isEmpty() ? properties : others,
                excludedToo.isEmpty() ? excluded : excludedToo);
    }

    public boolean tells(String property) {
        if (isSystem(property)) {
            return alwaysTold.contains(property) || (system && !isOfHost(property) && !NEVER.contains(property));
        }
        return (properties.isEmpty() || properties.contains(property)) && !excluded.contains(property);
    }

    /**
     * Whether a property is one of the repository ({@code rep:}) or of the host ({@code bocage:}), which Magnolia does
     * not have.
     */
    public static boolean isOfHost(String property) {
        return property.startsWith("rep:") || property.startsWith("bocage:");
    }

    public static boolean isSystem(String property) {
        return property.startsWith("jcr:")
                || property.startsWith("mgnl:")
                || property.startsWith("rep:")
                || property.startsWith("bocage:");
    }
}
