/**
 * What runs by itself? Jobs at their hours or after a pause, never twice at once, made up for after a stop; over many items, one that
 * fails does not stop the others. Offers {@link org.bocage.editorial.jobs.Jobs} and {@link org.bocage.editorial.jobs.ItemByItem};
 * depends on {@code cms.repository}.
 */
@ApplicationModule(
        displayName = "editorial.jobs",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: cluster",
            "cms.repository :: dates",
            "cms.repository :: failures"
        })
@NullMarked
package org.bocage.editorial.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
