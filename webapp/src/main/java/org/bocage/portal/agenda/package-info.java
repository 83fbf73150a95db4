/**
 * When does something happen? The dates of an event, those of a series included, written beside it whenever it is saved.
 * Offers nothing yet but what it hooks into publishing; depends on the store, the index and {@code editorial.publishing}.
 */
@ApplicationModule(
        displayName = "portal.agenda",
        allowedDependencies = {"cms.repository", "cms.search", "editorial.publishing"})
@NullMarked
package org.bocage.portal.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
