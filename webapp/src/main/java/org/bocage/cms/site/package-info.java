/**
 * Which page is this URL? Virtual URI mappings, pages, web resources, the page cache, what is said when there is no page.
 * Offers {@link org.bocage.cms.site.CurrentReader} to whoever knows the visitors.
 * Depends on the repository, the definitions and the rendering.
 */
@ApplicationModule(
        displayName = "cms.site",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: changes",
            "cms.repository :: failures",
            "cms.definition",
            "cms.definition :: files",
            "cms.definition :: site",
            "cms.rendering",
            "cms.rendering :: cache",
            "cms.rendering :: page"
        })
@NullMarked
package org.bocage.cms.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
