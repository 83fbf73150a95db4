/**
 * What can a script call? Magnolia's template functions ({@code cmsfn}, {@code damfn}…) and the host's own.
 *
 * <p>Sigles are found by a scanner of our own: an HTML parser at this place costs a third more time for each page that is drawn,
 * and writes every byte of it anew.
 */
@NullMarked
package org.bocage.cms.rendering.functions;

import org.jspecify.annotations.NullMarked;
