/**
 * What do machines and phones read? RSS and Atom, JSON, GeoJSON, tables, visiting cards, and the lists of the maps of the movement.
 * Offers {@link org.bocage.portal.feeds.Feeds}, {@link org.bocage.portal.feeds.PublicItems} and
 * {@link org.bocage.portal.feeds.OctetFolding} to whoever writes another form.
 * Depends on the store, the definitions, the index, the pictures, the addresses of the rendering, the site, on who reads, and on
 * {@code editorial.publishing} for tables and the archive of everything.
 */
@ApplicationModule(
        displayName = "portal.feeds",
        allowedDependencies = {
            "cms.repository",
            "cms.definition",
            "cms.definition :: form",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.rendering",
            "cms.rendering :: cache",
            "cms.site",
            "editorial.publishing :: exchange",
            "editorial.security",
            "portal.territory",
            "portal.territory :: france"
        })
@NullMarked
package org.bocage.portal.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
