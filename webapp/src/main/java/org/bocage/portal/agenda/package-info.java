/**
 * When does something happen? The dates of an event, those of a series included, written beside it whenever it is saved.
 * Offers what it hooks into publishing, the calendars under {@code /agenda.ics} and the internal agenda; depends on the store, the definitions, the index,
 * the site, {@code editorial.publishing}, who reads, and {@code portal.feeds}, which answers machines.
 */
@ApplicationModule(
        displayName = "portal.agenda",
        allowedDependencies = {
            "cms.repository",
            "cms.definition",
            "cms.search",
            "cms.rendering",
            "cms.site",
            "editorial.authoring",
            "editorial.publishing",
            "editorial.security",
            "portal.feeds"
        })
@NullMarked
package org.bocage.portal.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
