/**
 * What does this node look like? A page, its areas and their components, by the FreeMarker scripts of the light modules.
 * Offers {@link org.bocage.cms.rendering.page.Renderer}, and {@link org.bocage.cms.rendering.cache.RenderCache} to keep what it drew; takes lists of contents through {@link org.bocage.cms.rendering.lists.ContentLists}.
 * Depends on the repository, the definitions, the pictures and the search.
 */
@ApplicationModule(
        displayName = "cms.rendering",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: changes",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.definition",
            "cms.definition :: files",
            "cms.definition :: form",
            "cms.definition :: site",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.dam :: renditions"
        })
@NullMarked
package org.bocage.cms.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
