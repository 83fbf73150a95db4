/**
 * When does something happen? The dates of an event, those of a series included, written beside it whenever it is saved.
 * Offers what it hooks into publishing, the calendars under {@code /agenda.ics}, the internal agenda and the question of which dates
 * of a series to change; depends on the store, the definitions, the index, the site, the editorial ring, and {@code portal.feeds},
 * which answers machines.
 *
 * <p>The time zone of a calendar is written by {@code CalendarText}: biweekly, which writes the rest, fetches it from a server of
 * others. Lines are folded by octets as RFC 5545 asks (3.1), where the library folds by letters.
 */
@ApplicationModule(
        displayName = "portal.agenda",
        allowedDependencies = {
            "cms.repository",
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
            "cms.rendering",
            "cms.site",
            "editorial.form",
            "editorial.form :: values",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.publishing",
            "editorial.publishing :: exchange",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "portal.feeds",
            "portal.territory"
        })
@NullMarked
package org.bocage.portal.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
