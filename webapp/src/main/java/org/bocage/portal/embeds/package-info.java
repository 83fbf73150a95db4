/**
 * How is a part of the portal shown on another site? Frames below {@code /integre}, and oEmbed for one item.
 * Depends on the feeds, which tell machines of an item, on the rendering, the site and who reads.
 */
@ApplicationModule(
        displayName = "portal.embeds",
        allowedDependencies = {
            "cms.definition",
            "cms.definition :: form",
            "cms.rendering",
            "cms.search :: query",
            "cms.site",
            "editorial.security",
            "portal.feeds"
        })
@NullMarked
package org.bocage.portal.embeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
