/**
 * What do we hold on people? One screen finds all that carries a mail address, gives it away, and erases what may go (UX-08).
 * Offers nothing but its screen; depends on the store and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.privacy",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: maintenance",
            "cms.repository :: revisions",
            "editorial.mail",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.portal.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
