/**
 * What does the site say of its association on every page? The forms of its settings, drawn from dialogs, and the one node they
 * are kept in, which is on line as soon as it is saved.
 */
@NullMarked
@NamedInterface("settings")
package org.bocage.editorial.administration.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
