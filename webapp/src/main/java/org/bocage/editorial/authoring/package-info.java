/**
 * How is content written? Forms made from the definitions, lists, pages and pictures of the private space.
 * Offers the screens under {@code /espace}; {@link org.bocage.editorial.authoring.form.ItemForms} makes the forms;
 * {@link org.bocage.editorial.authoring.Companion} lets other parts of the portal have their say there.
 * Depends on the repository, definitions, search, pictures, rendering and site, and on the rest of the editorial ring.
 */
@ApplicationModule(
        displayName = "editorial.authoring",
        allowedDependencies = {
            "cms.repository",
            "cms.definition",
            "cms.search",
            "cms.dam",
            "cms.rendering",
            "cms.site",
            "editorial.workflow",
            "editorial.publishing",
            "editorial.jobs",
            "editorial.security",
            "editorial.mail"
        })
@NullMarked
package org.bocage.editorial.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
