/**
 * How does the portal start? Holds {@link org.bocage.Bocage} alone; everything else lies in the rings below it, {@code cms},
 * {@code editorial} and {@code portal}, each package of which says its own question.
 */
@NullMarked
package org.bocage;

import org.jspecify.annotations.NullMarked;
