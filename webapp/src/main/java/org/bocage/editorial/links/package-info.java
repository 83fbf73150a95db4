/**
 * Which address lets somebody in without an account? Links that are signed, of which nothing is kept, and the random texts of
 * others, of which the store keeps a hash. Offers {@link org.bocage.editorial.links.SignedLinks} and
 * {@link org.bocage.editorial.links.RandomTokens}; depends on {@code cms.repository}.
 */
@ApplicationModule(
        displayName = "editorial.links",
        allowedDependencies = {"cms.repository"})
@NullMarked
package org.bocage.editorial.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
