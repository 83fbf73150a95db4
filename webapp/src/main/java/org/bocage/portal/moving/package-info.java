/**
 * How does a site that is already there move in? Its export is read, somebody says what becomes of what, and it comes in as drafts, with
 * its pictures, its dates and its authors; its old addresses lead on. Offers nothing but its screens; depends on the ways in, the store
 * and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.moving",
        allowedDependencies = {
            "cms.dam",
            "cms.dam :: uploads",
            "cms.definition",
            "cms.definition :: type",
            "cms.outgoing",
            "cms.repository",
            "cms.repository :: cluster",
            "cms.repository :: access",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: revisions",
            "cms.repository :: state",
            "cms.search",
            "cms.search :: query",
            "cms.site",
            "cms.site :: redirects",
            "editorial.form",
            "editorial.form :: values",
            "editorial.items",
            "editorial.jobs",
            "editorial.media",
            "editorial.publishing",
            "editorial.publishing :: exchange",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.security",
            "editorial.view",
            "editorial.workflow",
            "portal.sources :: reading"
        })
@NullMarked
package org.bocage.portal.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
