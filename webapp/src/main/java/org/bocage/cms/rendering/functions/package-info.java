/**
 * What can a script call? Magnolia's template functions ({@code cmsfn}, {@code damfn}…) and the host's own.
 */
@NullMarked
package org.bocage.cms.rendering.functions;

import org.jspecify.annotations.NullMarked;
