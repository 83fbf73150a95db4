/**
 * What is on line? The published store is a projection of the author store.
 * {@link org.bocage.editorial.publishing.Publisher} writes the decision into the author store, in the same save as the
 * state of the item; {@link org.bocage.editorial.publishing.PublishedProjection} carries it out, and copies only the
 * fields that some reader of the published store may see.
 * Depends on the store, the index, the definitions and the roles.
 */
@ApplicationModule(
        displayName = "editorial.publishing",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: access",
            "cms.repository :: cluster",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: exchange",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.repository :: tree",
            "cms.definition",
            "cms.definition :: files",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.site",
            "cms.site :: redirects",
            "editorial.security"
        })
@NullMarked
package org.bocage.editorial.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
