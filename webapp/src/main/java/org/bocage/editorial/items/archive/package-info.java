/**
 * How does a content go away? Archive and trash, after telling who names it, and the way back.
 */
@NullMarked
package org.bocage.editorial.items.archive;

import org.jspecify.annotations.NullMarked;
