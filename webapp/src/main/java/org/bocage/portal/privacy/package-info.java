/**
 * What do we hold on people? All that is kept of a mail address, taken away or erased from one screen, with the register of what
 * is kept and why, and of who asked (OPS-08).
 * Offers nothing but its screen; depends on the store and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.privacy",
        allowedDependencies = {
            "cms.repository",
            "editorial.authoring",
            "editorial.authoring :: view",
            "editorial.mail",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.portal.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
