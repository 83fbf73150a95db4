/**
 * What does whoever starts the portal read when an option is wrong? Checks every option before anything is opened and
 * says in one line what is the matter. Has a portal at rest give memory back. Offers others the options that there are, by
 * {@code KnownOptions}; depends on Spring Boot, and on what may keep the stores from opening.
 */
@NullMarked
package org.bocage.start;

import org.jspecify.annotations.NullMarked;
