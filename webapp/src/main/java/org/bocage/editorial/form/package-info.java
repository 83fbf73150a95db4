/**
 * How does a content type become a form, and a form a node? Values read, bound, checked, shown and written by the definitions alone.
 * Offers {@link org.bocage.editorial.form.ItemForms} and the {@link org.bocage.editorial.form.ItemForm} it makes.
 * Depends on the repository, definitions, search, pictures, the records of {@code editorial.view}.
 */
@ApplicationModule(
        displayName = "editorial.form",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: form",
            "cms.definition :: site",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "editorial.view"
        })
@NullMarked
package org.bocage.editorial.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
