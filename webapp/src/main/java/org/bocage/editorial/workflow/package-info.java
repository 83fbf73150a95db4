/**
 * Who must agree? The states of a content, who moves it from one to the next, the comments of the review, the journal.
 * Offers {@link org.bocage.editorial.workflow.Review} and {@link org.bocage.editorial.workflow.Claims}; depends on what publishes, on accounts, mail and the store.
 */
@ApplicationModule(
        displayName = "editorial.workflow",
        allowedDependencies = {
            "cms.repository",
            "cms.search",
            "cms.definition",
            "cms.dam",
            "editorial.publishing",
            "editorial.jobs",
            "editorial.security",
            "editorial.mail"
        })
@NullMarked
package org.bocage.editorial.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
