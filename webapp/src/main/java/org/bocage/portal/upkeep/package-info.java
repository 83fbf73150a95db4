/**
 * Is what the portal tells still true, and well chosen? Projects, actions and resources that are looked at again, seeds that
 * never go round in a circle, favourites.
 * Offers its screens alone, through the extension points of {@code editorial.screens}.
 */
@ApplicationModule(
        displayName = "portal.upkeep",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: state",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "editorial.form :: values",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.portal.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
