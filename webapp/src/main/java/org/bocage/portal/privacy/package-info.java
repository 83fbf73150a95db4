/**
 * What do we hold on people? One screen finds all that carries a mail address, gives it away, and erases what may go (UX-08); by
 * another one people take their own data along and close their accounts; a form takes a picture off line; the register tells everybody what is kept, and how long.
 * Offers its screens, the register and what is told of an erasure; depends on the store, the definitions and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.privacy",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: maintenance",
            "cms.repository :: revisions",
            "cms.definition",
            "cms.dam",
            "cms.rendering",
            "cms.site",
            "editorial.mail",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.security :: signin",
            "editorial.view",
            "editorial.workflow",
            "portal.contact",
            "portal.forms"
        })
@NullMarked
package org.bocage.portal.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
