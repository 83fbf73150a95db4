/**
 * What do all screens of the private space stand on? The frame around them, the contents of the author store with the
 * rights of who is signed in, the addresses of one another, and what is said when something cannot be done.
 * Offers {@link org.bocage.editorial.screens.Desk}, {@link org.bocage.editorial.screens.Contents} and
 * {@link org.bocage.editorial.screens.PrivateScreens}; {@link org.bocage.editorial.screens.OpenTo} says for whom a handler is;
 * its extension points let other parts of the portal have their say. Depends on the forms and what stands below the private
 * space.
 */
@ApplicationModule(
        displayName = "editorial.screens",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: access",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.repository :: tree",
            "cms.definition",
            "cms.definition :: form",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.site",
            "editorial.form :: values",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "editorial.workflow :: notices"
        })
@NullMarked
package org.bocage.editorial.screens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
