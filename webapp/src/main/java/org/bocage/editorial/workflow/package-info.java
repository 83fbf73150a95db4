/**
 * Who must agree? Who moves a content from one state to the next, the comments of the review, the journal.
 * Offers {@link org.bocage.editorial.workflow.Review} and {@link org.bocage.editorial.workflow.Claims}; depends on what publishes, on accounts, mail and the store.
 */
@ApplicationModule(
        displayName = "editorial.workflow",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: access",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: maintenance",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.repository :: tree",
            "cms.search",
            "cms.search :: query",
            "cms.dam",
            "cms.site",
            "editorial.jobs",
            "editorial.signedlinks",
            "editorial.mail",
            "editorial.publishing",
            "editorial.security"
        })
@NullMarked
package org.bocage.editorial.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
