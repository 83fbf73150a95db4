/**
 * How is the portal kept? Settings, colours, backups, exchange with another Magnolia, definitions, health, journal, mails, what
 * runs by itself. Offers its screens alone. Depends on {@code editorial.screens}, what it takes in, and what it keeps.
 */
@ApplicationModule(
        displayName = "editorial.administration",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: cluster",
            "cms.repository :: config",
            "cms.repository :: counts",
            "cms.repository :: dates",
            "cms.repository :: exchange",
            "cms.repository :: failures",
            "cms.repository :: maintenance",
            "cms.repository :: state",
            "cms.repository :: tree",
            "cms.repository :: upgrade",
            "cms.dam",
            "cms.dam :: decoding",
            "cms.dam :: uploads",
            "cms.definition",
            "cms.definition :: files",
            "cms.definition :: form",
            "cms.definition :: site",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.outgoing",
            "cms.rendering :: lists",
            "cms.site",
            "editorial.desk",
            "editorial.form",
            "editorial.form :: values",
            "editorial.items",
            "editorial.items :: list",
            "editorial.jobs",
            "editorial.mail",
            "editorial.media",
            "editorial.pages",
            "editorial.people",
            "editorial.publishing",
            "editorial.publishing :: exchange",
            "editorial.publishing :: bootstrap",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.editorial.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
