package org.bocage.cms.definition.site;

import java.util.Map;

/**
 * Nodes that rendering creates once.
 *
 * @param generatorClass Magnolia's class name; empty when there is nothing to generate
 * @param content name to node: {@code nodeType} (required), {@code templateId}, properties (scalars, lists) and child
 *     nodes (maps)
 */
public record AutoGeneration(String generatorClass, Map<String, Object> content) {

    /** Nothing to generate. */
    public static final AutoGeneration NONE = new AutoGeneration("", Map.of());
}
