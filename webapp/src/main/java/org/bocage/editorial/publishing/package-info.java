/**
 * What may the public see, and when? Copies from the author store to the published one, under the same identifiers,
 * only the fields that some reader of the published store may see.
 * Offers {@link org.bocage.editorial.publishing.Publisher}; depends on the store, the index, the definitions and the roles.
 */
@ApplicationModule(
        displayName = "editorial.publishing",
        allowedDependencies = {
            "cms.repository",
            "cms.search",
            "cms.definition",
            "cms.dam",
            "cms.site",
            "editorial.security"
        })
@NullMarked
package org.bocage.editorial.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
