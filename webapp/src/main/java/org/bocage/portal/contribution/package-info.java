/**
 * What do people without an account propose, and write? Forms made from the definitions, confirmed by mail, followed by a
 * signed link; one guard against robots for every form of the public site.
 * Offers {@link org.bocage.portal.contribution.FormGuard}, {@link org.bocage.portal.contribution.FormScreens},
 * {@link org.bocage.portal.contribution.Signatures} and {@link org.bocage.portal.contribution.Intake} to other forms of the site; depends on the store, the definitions, the pictures, the site and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.contribution",
        allowedDependencies = {
            "cms.repository",
            "cms.definition",
            "cms.search",
            "cms.dam",
            "cms.rendering",
            "cms.site",
            "editorial.form",
            "editorial.jobs",
            "editorial.mail",
            "editorial.publishing",
            "editorial.screens",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "portal.insight"
        })
@NullMarked
package org.bocage.portal.contribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
