/**
 * What is there to edit on a page? Areas and components, as the comments of a rendered page tell them.
 * Offers {@link org.bocage.editorial.pages.outline.Outline}.
 * Depends on nothing but the form of the comments (spec 3.7).
 */
@NullMarked
package org.bocage.editorial.pages.outline;

import org.jspecify.annotations.NullMarked;
