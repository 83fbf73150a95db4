/**
 * Who comes to an event? Seats that are taken with a name and a mail address, a list of those who wait, a link to give a seat
 * back, and the list for who organises; all of it in the author store alone, and gone thirty days after the event.
 * Offers nothing but its pages; depends on the store, the site, the editorial ring and the forms of {@code portal.forms}.
 */
@ApplicationModule(
        displayName = "portal.seats",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "cms.site",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.view",
            "editorial.workflow",
            "portal.forms"
        })
@NullMarked
package org.bocage.portal.seats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
