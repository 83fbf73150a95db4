/**
 * How does somebody join? The form, its questions and tariffs, and what is kept until it is finished.
 */
@NullMarked
package org.bocage.portal.membership.joining;

import org.jspecify.annotations.NullMarked;
