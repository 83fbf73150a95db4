/**
 * Where is what the portal tells of? The communes of the territory, their points, and which of them act together or are neighbours.
 * Offers {@link org.bocage.portal.territory.Communes}, and two functions to the templates; depends on the files of the
 * configuration and the rendering.
 */
@ApplicationModule(
        displayName = "portal.territory",
        allowedDependencies = {"cms.repository :: config", "cms.rendering"})
@NullMarked
package org.bocage.portal.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
