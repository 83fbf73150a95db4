/**
 * Is what the portal tells still true, and well chosen? Projects, actions and resources that are looked at again, seeds that
 * never go round in a circle, favourites; links that lead nowhere any more.
 * Offers its screens alone, through the extension points of {@code editorial.screens}.
 */
@ApplicationModule(
        displayName = "portal.upkeep",
        allowedDependencies = {
            "cms.outgoing",
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "editorial.form :: values",
            "editorial.jobs",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.portal.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
