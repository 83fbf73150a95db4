/**
 * Who belongs? The badge of a structure, worked out from its memberships whenever one of them is written, and each night.
 * Offers nothing but what it hooks into publishing; depends on the store, the index and {@code editorial.publishing}.
 */
@ApplicationModule(
        displayName = "portal.membership",
        allowedDependencies = {"cms.repository", "cms.search", "editorial.publishing"})
@NullMarked
package org.bocage.portal.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
