/**
 * How is a territory drawn? One plot a commune, around its point or in its own outline, with hedges where two meet and bushes between,
 * as SVG.
 */
@NullMarked
package org.bocage.portal.territory.drawing;

import org.jspecify.annotations.NullMarked;
