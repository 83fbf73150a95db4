/**
 * Which picture? Assets, renditions, alt texts.
 *
 * <p>Offers {@link org.bocage.cms.dam.UploadGuard} (which files come in, and in what shape) and
 * {@link org.bocage.cms.dam.Renditions} (a picture at the size a page asks for, made once and kept).
 *
 * <p>Depends on no other package of the house.
 */
@NullMarked
@ApplicationModule(
        displayName = "Which picture?",
        allowedDependencies = {})
package org.bocage.cms.dam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
