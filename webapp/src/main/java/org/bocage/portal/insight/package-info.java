/**
 * What is the territory's pulse? What is read, searched, taken away and passed on, counted without cookies (OPS-01).
 * Offers {@link org.bocage.portal.insight.PageViews} to who tells a member what their membership brings; depends on the store, the
 * definitions, the search, the way out and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.insight",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: cluster",
            "cms.repository :: counts",
            "cms.repository :: dates",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.portal.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
