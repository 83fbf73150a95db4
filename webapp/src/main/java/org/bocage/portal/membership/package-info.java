/**
 * Who belongs? The form by which one joins, what is still to be paid, and the badge of a structure, worked out from its
 * memberships whenever one of them is written, and each night. Offers nothing but its pages and what it hooks into publishing
 * and authoring; depends on the store, the site, the editorial ring and the forms of {@code portal.contribution}.
 */
@ApplicationModule(
        displayName = "portal.membership",
        allowedDependencies = {
            "cms.repository",
            "cms.definition",
            "cms.rendering",
            "cms.search",
            "cms.site",
            "editorial.publishing",
            "editorial.authoring",
            "editorial.authoring :: view",
            "editorial.workflow",
            "editorial.jobs",
            "editorial.security",
            "editorial.mail",
            "portal.contribution",
            "portal.insight"
        })
@NullMarked
package org.bocage.portal.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
