/**
 * Who belongs? The form by which one joins, what is still to be paid, and the badge of a structure, worked out from its
 * memberships whenever one of them is written, and each night. Offers nothing but its pages and what it hooks into publishing
 * and the private space; depends on the store, the site, the editorial ring and the forms of {@code portal.forms}.
 */
@ApplicationModule(
        displayName = "portal.membership",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: access",
            "cms.repository :: cluster",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: maintenance",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "cms.site",
            "editorial.form :: values",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.publishing",
            "editorial.publishing :: exchange",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "portal.forms",
            "portal.insight"
        })
@NullMarked
package org.bocage.portal.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
