/**
 * Which words do the forms and the filters offer? The vocabularies, each with its screen, and the words that gave way to others.
 * Offers {@link org.bocage.portal.words.ReplacedWords} and {@link org.bocage.portal.words.WordLists}; depends on the store, the search and the editorial ring.
 */
@ApplicationModule(
        displayName = "portal.words",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: dates",
            "cms.repository :: exchange",
            "cms.repository :: revisions",
            "cms.search",
            "cms.search :: query",
            "editorial.form",
            "editorial.jobs",
            "editorial.publishing",
            "editorial.screens",
            "editorial.screens :: extension",
            "editorial.view",
            "editorial.workflow"
        })
@NullMarked
package org.bocage.portal.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
