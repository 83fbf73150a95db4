/**
 * How is a page passed on? Short addresses, QR codes, and counts of how often items were.
 * Depends on the store, the index, the addresses of the rendering, on who reads, and on the feeds, which send what is not a page.
 */
@ApplicationModule(
        displayName = "portal.sharing",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: cluster",
            "cms.repository :: counts",
            "cms.definition",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "editorial.security",
            "portal.feeds"
        })
@NullMarked
package org.bocage.portal.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
