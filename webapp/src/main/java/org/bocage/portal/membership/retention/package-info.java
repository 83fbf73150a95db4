/**
 * When is a former member forgotten? Three years after the last day, in the history too.
 */
@NullMarked
package org.bocage.portal.membership.retention;

import org.jspecify.annotations.NullMarked;
