/**
 * What waits for me? « Ma semaine », the tasks of the review, comments, what is to be looked at again, search and help.
 * Offers its screens alone. Depends on the screens of contents, pages, media and documents that it leads to.
 */
@ApplicationModule(
        displayName = "editorial.desk",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: type",
            "cms.search :: query",
            "editorial.form",
            "editorial.form :: values",
            "editorial.items",
            "editorial.items :: drafts",
            "editorial.items :: history",
            "editorial.mail",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.editorial.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
