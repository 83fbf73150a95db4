/**
 * What does belonging change about who sees an item? The rules an association chooses, tried and applied.
 */
@NullMarked
package org.bocage.portal.membership.visibility;

import org.jspecify.annotations.NullMarked;
