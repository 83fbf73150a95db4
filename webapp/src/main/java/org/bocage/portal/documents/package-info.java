/**
 * What did we write down for ourselves? Internal documents and minutes: their list, their files, their versions, searched in
 * their text. Offers {@link org.bocage.portal.documents.DocumentShelf}.
 * Depends on {@code editorial.screens}, the media and the forms.
 */
@ApplicationModule(
        displayName = "portal.documents",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: access",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.definition",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.dam :: uploads",
            "editorial.form",
            "editorial.jobs",
            "editorial.media",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "editorial.workflow :: notices"
        })
@NullMarked
package org.bocage.portal.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
