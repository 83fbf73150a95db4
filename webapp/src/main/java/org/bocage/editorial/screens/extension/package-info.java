/**
 * What may other parts of the portal add to the screens? Extension points, one purpose each, listed in {@code docs/extending.md}.
 */
@NullMarked
@NamedInterface("extension")
package org.bocage.editorial.screens.extension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
