/**
 * What do people send by mail? Mails of one box become drafts for those who review.
 * Offers nothing but that. Depends on {@code portal.forms}, the pictures and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.mailbox",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: state",
            "cms.definition",
            "cms.definition :: type",
            "cms.dam",
            "cms.dam :: uploads",
            "editorial.form",
            "editorial.form :: values",
            "editorial.jobs",
            "editorial.mail",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.view",
            "editorial.workflow",
            "portal.forms"
        })
@NullMarked
package org.bocage.portal.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
