/**
 * How is a page of the site made? The tree of pages, the editor with its gestures, versions, previews and their links.
 * Offers {@link org.bocage.editorial.pages.PageEdits} and {@link org.bocage.editorial.pages.TemplateUses}.
 * Depends on {@code editorial.screens}, {@code editorial.items} for forms and comments, and rendering.
 */
@ApplicationModule(
        displayName = "editorial.pages",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: form",
            "cms.definition :: site",
            "cms.definition :: type",
            "cms.search :: query",
            "cms.rendering",
            "cms.rendering :: page",
            "cms.site",
            "cms.site :: redirects",
            "editorial.form",
            "editorial.form :: values",
            "editorial.items",
            "editorial.signedlinks",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.security :: signin",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.editorial.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
