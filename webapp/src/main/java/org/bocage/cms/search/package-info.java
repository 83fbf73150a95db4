/**
 * Which contents match? One Lucene index a store, every property of an item as typed values, from which all lists,
 * filters and sorts are read with the rights of the reader, and their French texts for the search of the site.
 * Offers {@link org.bocage.cms.search.ContentIndexes}; depends on {@code cms.repository} and {@code cms.definition}.
 */
@ApplicationModule(
        displayName = "cms.search",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: cluster",
            "cms.repository :: changes",
            "cms.repository :: maintenance",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: type"
        })
@NullMarked
package org.bocage.cms.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
