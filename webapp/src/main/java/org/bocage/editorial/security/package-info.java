/**
 * Who are you? Accounts, roles, signing in, sessions that survive a restart, throttling, security headers. Offers
 * {@link org.bocage.editorial.security.CurrentAccount}, {@link org.bocage.editorial.security.SignedInReader} and
 * {@link org.bocage.editorial.security.Accounts}; depends on {@code cms.repository}, {@code editorial.signedlinks} and
 * {@code editorial.mail}.
 *
 * <p>Throttling is our own: the pause after a failed password doubles, which no token bucket does, and it minds a clock that is set
 * back.
 */
@ApplicationModule(
        displayName = "editorial.security",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: access",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.dam",
            "cms.site",
            "cms.rest",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail"
        })
@NullMarked
package org.bocage.editorial.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
