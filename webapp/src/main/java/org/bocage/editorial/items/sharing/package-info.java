/**
 * What does a telephone share to the portal? The manifest that makes it a target, what was shared until it is in a form, and the
 * question what is to become of it.
 */
@NullMarked
package org.bocage.editorial.items.sharing;

import org.jspecify.annotations.NullMarked;
