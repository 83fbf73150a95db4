/**
 * How is a content written? Its form, what is kept while one types, its list, its table, its versions, the trash.
 * Offers {@link org.bocage.editorial.items.FormPages} and what the other screens show of contents and their tasks.
 * Depends on {@code editorial.screens}, the forms, the media and what stands below the private space.
 */
@ApplicationModule(
        displayName = "editorial.items",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: form",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.dam :: uploads",
            "cms.site",
            "editorial.form",
            "editorial.form :: values",
            "editorial.media",
            "editorial.publishing",
            "editorial.publishing :: exchange",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.editorial.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
