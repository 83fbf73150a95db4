/**
 * What does this node look like? A page, its areas and their components, by the FreeMarker scripts of the light modules.
 * Offers {@link org.bocage.cms.rendering.Renderer}, and {@link org.bocage.cms.rendering.RenderCache} to keep what it drew; takes lists of contents through {@link org.bocage.cms.rendering.ContentLists}.
 * Depends on the repository, the definitions, the pictures and the search.
 */
@ApplicationModule(
        displayName = "cms.rendering",
        allowedDependencies = {"cms.repository", "cms.definition", "cms.dam", "cms.search"})
@NullMarked
package org.bocage.cms.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
