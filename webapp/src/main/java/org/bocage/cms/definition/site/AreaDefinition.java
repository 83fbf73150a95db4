package org.bocage.cms.definition.site;

import java.util.List;

/**
 * An area of a template.
 *
 * @param enabled false: nothing is output
 * @param optional the node is created by the editor, not by rendering
 * @param availableComponents in the order shown
 * @param maxComponents those after are not rendered; {@link Integer#MAX_VALUE} when unlimited
 * @param createAreaNode false: the content of the area is the node of its parent
 * @param contentStructure free word; empty when none
 */
public record AreaDefinition(
        Rendering rendering,
        boolean enabled,
        boolean optional,
        List<ComponentAvailability> availableComponents,
        int maxComponents,
        boolean createAreaNode,
        Inheritance inheritance,
        String contentStructure)
        implements RenderableDefinition {

    /** The type that counts: list when the definition says nothing. */
    public String effectiveType() {
        return type().isEmpty() ? "list" : type();
    }
}
