/**
 * How does a portal become somebody's? The way through its first settings, the association's own entry in the directory, and the
 * opening; and how does its way of doing pass on to another network? Offers nothing but its screens; depends on the settings, the words
 * and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.setup",
        allowedDependencies = {
            "cms.definition",
            "cms.definition :: files",
            "cms.definition :: form",
            "cms.definition :: site",
            "cms.definition :: type",
            "cms.repository",
            "cms.repository :: config",
            "cms.repository :: exchange",
            "cms.repository :: failures",
            "cms.search :: query",
            "cms.site",
            "editorial.administration :: settings",
            "editorial.form",
            "editorial.form :: values",
            "editorial.pages",
            "editorial.publishing",
            "editorial.publishing :: bootstrap",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.security",
            "editorial.security :: links",
            "editorial.security :: sessions",
            "editorial.view",
            "editorial.workflow",
            "portal.words"
        })
@NullMarked
package org.bocage.portal.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
