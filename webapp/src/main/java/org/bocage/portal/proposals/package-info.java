/**
 * What do people without an account propose? An item, confirmed by mail, followed by a signed link; whoever carries a project
 * agrees to its being seen. Offers what makes an item of a proposal to those who correct their own.
 * Fills a form in from the page of somebody else. Depends on {@code portal.forms}, {@code portal.ads} for what the page of a proposal says of an annonce, and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.proposals",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: exchange",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: type",
            "cms.dam",
            "cms.dam :: uploads",
            "cms.outgoing",
            "cms.rendering",
            "cms.site",
            "editorial.form",
            "editorial.form :: values",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "editorial.workflow :: notices",
            "portal.ads",
            "portal.forms"
        })
@NullMarked
package org.bocage.portal.proposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
