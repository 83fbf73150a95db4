/**
 * How is a public form guarded? Made from the definitions for people without an account, shown again with what was typed, kept
 * from robots, and what waits for a confirmation kept apart.
 * Offers {@link org.bocage.portal.forms.PublicForm}, {@link org.bocage.portal.forms.FormGuard},
 * {@link org.bocage.portal.forms.FormScreens} and {@link org.bocage.portal.forms.UnconfirmedSubmissions} to every form of the
 * site.
 * Depends on the store, the definitions, the pictures, the site, signed links, mail addresses, accounts and the forms of the private space.
 *
 * <p>How often an address may ask is counted in the store, and so outlives a restart, which a limiter in memory does not.
 */
@ApplicationModule(
        displayName = "portal.forms",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.definition",
            "cms.definition :: form",
            "cms.definition :: type",
            "cms.search",
            "cms.dam :: decoding",
            "cms.dam :: uploads",
            "cms.rendering",
            "editorial.form",
            "editorial.form :: values",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.publishing :: exchange",
            "editorial.security",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.portal.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
