/**
 * At which size is a picture shown? Variations of the theme, crops and focal points, the renditions on disk.
 */
@NullMarked
@NamedInterface("renditions")
package org.bocage.cms.dam.renditions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
