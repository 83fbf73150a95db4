/**
 * What becomes of an annonce? A question before its end, answered by links, and needs and gifts that answer each other.
 * Offers {@link org.bocage.portal.ads.AdLinks}. Depends on {@code portal.forms} and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.ads",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "cms.site",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.security",
            "editorial.workflow",
            "editorial.workflow :: notices",
            "portal.forms",
            "portal.territory"
        })
@NullMarked
package org.bocage.portal.ads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
