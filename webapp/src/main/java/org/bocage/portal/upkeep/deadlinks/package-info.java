/**
 * Which links lead nowhere any more? Those of what is on line, asked for one after the other, and told to whoever writes (RS-08, OPS-04).
 */
@NullMarked
package org.bocage.portal.upkeep.deadlinks;

import org.jspecify.annotations.NullMarked;
