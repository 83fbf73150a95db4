/**
 * How does a structure keep its entry of the directory right? Links to the address it has on file, a question once a year,
 * accounts that keep it. Offers nothing but its pages and what it hooks into the private space. Depends on {@code portal.forms} and {@code portal.proposals}, which makes the change wait for the
 * review.
 */
@ApplicationModule(
        displayName = "portal.entries",
        allowedDependencies = {
            "cms.definition",
            "cms.definition :: type",
            "cms.repository",
            "cms.repository :: access",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "cms.site",
            "editorial.form",
            "editorial.form :: values",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "editorial.workflow :: notices",
            "portal.forms",
            "portal.membership",
            "portal.proposals"
        })
@NullMarked
package org.bocage.portal.entries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
