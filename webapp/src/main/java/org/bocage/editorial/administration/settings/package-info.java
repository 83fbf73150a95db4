/**
 * What does the site say of its association on every page? The forms of its settings, drawn from dialogs, and where they are kept:
 * those of the site in one node, which is on line as soon as it is saved, others in the shape of the files that may take their place.
 */
@NullMarked
@NamedInterface("settings")
package org.bocage.editorial.administration.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
