/**
 * Which pictures and files are there, and how do they come in? The library, its files and their rights, uploads in pieces.
 * Offers {@link org.bocage.editorial.media.MediaShelf} to forms and {@link org.bocage.editorial.media.UploadParts} to what takes
 * large files. Depends on {@code editorial.screens}, the forms and the assets.
 */
@ApplicationModule(
        displayName = "editorial.media",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.definition",
            "cms.definition :: site",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.dam :: decoding",
            "cms.dam :: renditions",
            "cms.dam :: uploads",
            "editorial.form",
            "editorial.publishing",
            "editorial.screens",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.editorial.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
