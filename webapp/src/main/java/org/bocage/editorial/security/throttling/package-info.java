/**
 * Who has tried too often? The pause that doubles after each failed sign-in, by account and by address.
 */
@NullMarked
package org.bocage.editorial.security.throttling;

import org.jspecify.annotations.NullMarked;
