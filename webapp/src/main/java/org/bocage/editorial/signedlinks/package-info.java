/**
 * Which address lets somebody in without an account? Links that are signed, of which nothing is kept, and random ones that the
 * author store keeps until their time is over. Offers {@link org.bocage.editorial.signedlinks.SignedLinks},
 * {@link org.bocage.editorial.signedlinks.KeptLinks} and {@link org.bocage.editorial.signedlinks.RandomTokens}; depends on
 * {@code cms.repository} and {@code editorial.jobs}.
 */
@ApplicationModule(
        displayName = "editorial.signedlinks",
        allowedDependencies = {"cms.repository", "cms.repository :: dates", "editorial.jobs"})
@NullMarked
package org.bocage.editorial.signedlinks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
