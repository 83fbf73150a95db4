/**
 * What do the screens of the private space show? Plain records, one for each template of {@code templates/espace}; a controller puts
 * a {@link org.bocage.editorial.authoring.view.Shell} under {@code shell} and the screen's own record under {@code page}, and the template does the rest.
 * May depend on nothing but the JDK, JSpecify and what names it for other modules.
 */
@NamedInterface("view")
@NullMarked
package org.bocage.editorial.authoring.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
