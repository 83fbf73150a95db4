/**
 * Who are we? Accounts and invitations, one's own account, its passkeys and its mails.
 * Offers its screens alone. Depends on {@code editorial.screens}, accounts and mail.
 */
@ApplicationModule(
        displayName = "editorial.people",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: cluster",
            "cms.repository :: failures",
            "cms.search :: query",
            "cms.site",
            "editorial.mail",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.security :: links",
            "editorial.security :: passkeys",
            "editorial.security :: sessions",
            "editorial.security :: signin",
            "editorial.view",
            "editorial.workflow",
            "editorial.workflow :: notices"
        })
@NullMarked
package org.bocage.editorial.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
