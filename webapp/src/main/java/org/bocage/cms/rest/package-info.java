/**
 * What does an application read? Magnolia's REST delivery and its nodes and properties API, as the light modules declare
 * them, and their OpenAPI description.
 * Takes who asks through {@link org.bocage.cms.rest.RestReader}.
 * Depends on the repository, the definitions, the index, the assets and the addresses of the rendering.
 */
@ApplicationModule(
        displayName = "cms.rest",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: access",
            "cms.repository :: changes",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.definition",
            "cms.definition :: site",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.rendering"
        })
@NullMarked
package org.bocage.cms.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
