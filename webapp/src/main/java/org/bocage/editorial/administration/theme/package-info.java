/**
 * In which colours, and under which logo, does the site appear? Two colours of the association, the palette worked out of them, and
 * those that are chosen one by one; the logo, and the icon and the shared picture made from it. The conversion to OKLCH and the contrast of WCAG are own code: both are a few formulas fixed by their
 * specifications, and no small Java library has the two.
 */
@NullMarked
package org.bocage.editorial.administration.theme;

import org.jspecify.annotations.NullMarked;
