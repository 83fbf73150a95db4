/**
 * Who asked to be told? Alerts about annonces, about an event that changes, and the letter, for people without an account: an
 * address is written to after it said yes by a mail, until it says no by one press, and is then forgotten. Offers nothing but its
 * pages; depends on the store, the definitions, the pictures, the site, the editorial ring and the forms of {@code portal.forms}.
 */
@ApplicationModule(
        displayName = "portal.subscriptions",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.definition",
            "cms.definition :: form",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.rendering",
            "cms.site",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.publishing :: exchange",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.view",
            "editorial.workflow",
            "portal.feeds",
            "portal.forms",
            "portal.privacy"
        })
@NullMarked
package org.bocage.portal.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
