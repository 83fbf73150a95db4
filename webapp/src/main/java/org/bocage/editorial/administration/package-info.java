/**
 * How is the portal kept? Settings, colours, backups, exchange with another Magnolia, definitions, health, journal, mails, what
 * runs by itself. Offers its screens alone. Depends on {@code editorial.screens}, what it takes in, and what it keeps.
 */
@ApplicationModule(
        displayName = "editorial.administration",
        allowedDependencies = {
            "cms.repository",
            "cms.definition",
            "cms.search",
            "cms.rendering",
            "cms.site",
            "editorial.desk",
            "editorial.items",
            "editorial.jobs",
            "editorial.mail",
            "editorial.media",
            "editorial.pages",
            "editorial.people",
            "editorial.publishing",
            "editorial.screens",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.editorial.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
