/**
 * What do partners publish by themselves? Their calendars, feeds and lists of structures, read at intervals, become events, actus
 * and entries of the directory that are proposed or published, and stay what their source says.
 * Offers nothing but its screens and its hours; depends on the way out, the store, the territory, the agenda, the feeds and the
 * editorial ring.
 */
@ApplicationModule(
        displayName = "portal.sources",
        allowedDependencies = {
            "cms.outgoing",
            "cms.repository",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.repository :: tree",
            "cms.definition",
            "cms.definition :: form",
            "cms.definition :: type",
            "cms.search",
            "cms.search :: query",
            "cms.site",
            "editorial.form",
            "editorial.form :: values",
            "editorial.items",
            "editorial.jobs",
            "editorial.mail",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "portal.agenda",
            "portal.feeds",
            "portal.territory"
        })
@NullMarked
package org.bocage.portal.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
