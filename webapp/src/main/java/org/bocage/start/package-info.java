/**
 * What does whoever starts the portal read when an option is wrong? Checks every option before anything is opened and
 * says in one line what is the matter. Offers nothing to others; depends on Spring Boot alone.
 */
@NullMarked
package org.bocage.start;

import org.jspecify.annotations.NullMarked;
