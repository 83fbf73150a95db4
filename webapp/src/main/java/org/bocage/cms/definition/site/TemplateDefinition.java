package org.bocage.cms.definition.site;

import java.util.List;
import java.util.Map;

/**
 * A template: page, component or prototype.
 *
 * @param kind what its {@code $type} or {@code class} says, else plain
 * @param visible false hides it from the choice of a new page
 * @param subtype free word that lists select on; empty when none
 * @param variations alternatives by name of channel
 * @param cssFiles style sheets of a page definition
 * @param jsFiles scripts of a page definition
 */
public record TemplateDefinition(
        Rendering rendering,
        Kind kind,
        boolean visible,
        String subtype,
        Map<String, TemplateDefinition> variations,
        List<Theme.File> cssFiles,
        List<Theme.File> jsFiles)
        implements RenderableDefinition {

    /** The definition classes of Magnolia. */
    public enum Kind {
        PLAIN,
        PAGE,
        PROTOTYPE,
        SPA
    }

    /** Whether it is a page: the part of the id after the colon starts with {@code pages/}. */
    public boolean isPage() {
        return id().substring(id().indexOf(':') + 1).startsWith("pages/");
    }
}
