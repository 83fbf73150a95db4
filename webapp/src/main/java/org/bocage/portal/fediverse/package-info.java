/**
 * Who follows us from the fediverse? Two actors, whose followers are told what goes on line, changes and leaves: WebFinger,
 * NodeInfo, ActivityPub, HTTP signatures.
 * Offers nothing but its addresses and one screen. Depends on the store, the way out, the public items of {@code portal.feeds}, and
 * the editorial ring for its screen and for the remarks that replies become.
 */
@ApplicationModule(
        displayName = "portal.fediverse",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: changes",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "cms.site",
            "cms.outgoing",
            "editorial.jobs",
            "editorial.mail",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "portal.feeds",
            "portal.sharing"
        })
@NullMarked
package org.bocage.portal.fediverse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
