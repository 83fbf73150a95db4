/**
 * What runs by itself? Scheduled jobs over many items, where one that fails does not stop the others. Offers
 * {@link org.bocage.editorial.jobs.ItemByItem}; depends on {@code cms.repository}.
 */
@ApplicationModule(
        displayName = "editorial.jobs",
        allowedDependencies = {"cms.repository"})
@NullMarked
package org.bocage.editorial.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
