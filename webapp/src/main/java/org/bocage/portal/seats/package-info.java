/**
 * Who comes to an event? Seats that are taken with a name, a mail address and the answers to a question or two, at once or by the
 * organiser's yes; those who wait, a link to give a seat back, a reminder, and for who organises the list, what to answer and
 * messages, with an account or by a signed link; all of it in the author store alone, and gone thirty days after the event.
 * Offers nothing but its pages; depends on the store, the site, the editorial ring, the forms of {@code portal.forms} and
 * {@code portal.proposals} for the page on which a proposal is followed.
 */
@ApplicationModule(
        displayName = "portal.seats",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: state",
            "cms.search",
            "cms.search :: query",
            "cms.rendering",
            "cms.site",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.publishing",
            "editorial.screens",
            "editorial.security",
            "editorial.screens :: extension",
            "editorial.view",
            "editorial.workflow",
            "editorial.workflow :: notices",
            "portal.forms",
            "portal.proposals"
        })
@NullMarked
package org.bocage.portal.seats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
