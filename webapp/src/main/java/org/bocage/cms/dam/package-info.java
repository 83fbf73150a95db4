/**
 * Which picture? Assets, renditions, alt texts.
 *
 * <p>Offers {@link org.bocage.cms.dam.uploads.UploadGuard} (which files come in, and in what shape),
 * {@link org.bocage.cms.dam.Assets} (where they are kept), {@link org.bocage.cms.dam.AssetAddresses} (where they are
 * served) and {@link org.bocage.cms.dam.renditions.Renditions} (a picture at the size a page asks for, made once and kept).
 *
 * <p>Depends on {@code cms.repository} and {@code cms.definition}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Which picture?",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: maintenance",
            "cms.definition",
            "cms.definition :: site"
        })
package org.bocage.cms.dam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
