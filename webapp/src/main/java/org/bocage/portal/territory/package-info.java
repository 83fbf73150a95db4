/**
 * Where is what the portal tells of? The communes of the territory, their points, and which of them act together or are neighbours;
 * and how a territory is chosen among all communes of France, drawn, and kept.
 * Offers {@link org.bocage.portal.territory.Communes}, the points of {@code portal.territory.france}, and two functions to the
 * templates; depends on the store, the files of the configuration, the rendering and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.territory",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: changes",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: revisions",
            "cms.rendering",
            "cms.search",
            "cms.search :: query",
            "cms.site",
            "cms.site :: redirects",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.view",
            "editorial.workflow",
            "portal.words"
        })
@NullMarked
package org.bocage.portal.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
