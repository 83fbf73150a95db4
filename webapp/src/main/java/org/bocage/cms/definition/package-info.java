/**
 * What do the light modules declare? YAML read into typed definitions, with their problems, reloaded on change.
 * Offers {@link org.bocage.cms.definition.DefinitionRegistry} and the snapshot {@link org.bocage.cms.definition.Definitions}.
 * Depends on no other package of ours.
 */
@NullMarked
@ApplicationModule(
        displayName = "Definition",
        allowedDependencies = {})
package org.bocage.cms.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
