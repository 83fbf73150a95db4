/**
 * What do several screens of the private space show? Plain records, for the templates of {@code templates/espace}; a controller
 * puts a {@link org.bocage.editorial.view.Shell} under {@code shell} and the screen's own record under {@code page}, and the
 * template does the rest. The record of a single screen stands beside its controller.
 * Depends on nothing but the JDK and JSpecify.
 */
@ApplicationModule(
        displayName = "editorial.view",
        allowedDependencies = {"cms.repository :: dates"})
@NullMarked
package org.bocage.editorial.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
