/**
 * How is the portal, and who is told when it is not well? The parts that report their health, as people read them, and the mail to the
 * administrators.
 */
@NullMarked
package org.bocage.editorial.administration.health;

import org.jspecify.annotations.NullMarked;
