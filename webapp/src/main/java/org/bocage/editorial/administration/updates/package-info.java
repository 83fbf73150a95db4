/** Is there a newer version of the portal? Asked of one address, when an option says so. */
@NullMarked
package org.bocage.editorial.administration.updates;

import org.jspecify.annotations.NullMarked;
