/**
 * How is a territory drawn? One plot a commune, with hedges where two meet and bushes between, as SVG.
 */
@NullMarked
package org.bocage.portal.territory.drawing;

import org.jspecify.annotations.NullMarked;
