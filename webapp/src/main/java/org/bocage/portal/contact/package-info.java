/**
 * Who is written to? Messages to the association or to who stands behind something on line.
 * Offers its forms, and {@link org.bocage.portal.contact.ContactRoutes}, who answers what. Depends on {@code portal.forms} and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.contact",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.rendering",
            "cms.site",
            "editorial.form",
            "editorial.form :: values",
            "editorial.jobs",
            "editorial.mail",
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
package org.bocage.portal.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
